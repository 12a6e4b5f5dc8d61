"""The grading policy."""

from __future__ import annotations

import pytest

from digital_literacy_demo.grading import (
    AssignmentType,
    GradingPolicy,
    PolicyError,
    Score,
    course_fraction,
    is_passed,
    read_policy,
    weighted,
)


def test_types_are_averaged_dropped_padded_and_weighed():
    policy = GradingPolicy(
        (AssignmentType("HW", 0.4, min_count=3, drop_count=1), AssignmentType("Exam", 0.6)), 0.6
    )
    parts = [("HW", Score(1, 1)), ("HW", Score(1, 2)), ("Exam", Score(3, 4)), ("Other", Score(1, 1))]
    # HW: 1, 0.5 and a missing 0; the lowest is dropped: 0.75
    assert course_fraction(policy, parts) == pytest.approx(0.75)
    assert is_passed(policy, 0.6)
    assert not is_passed(policy, 0.59)


def test_parts_without_points_do_not_count():
    policy = GradingPolicy((AssignmentType("HW", 1.0),))
    assert course_fraction(policy, [("HW", Score(0, 0)), ("HW", Score(1, 1))]) == 1.0
    assert course_fraction(policy, []) == 0.0
    assert course_fraction(GradingPolicy(), [("", Score(1, 4))]) == 0.25


def test_weight_turns_raw_points_into_points():
    assert weighted(earned=1, possible=4, weight=2) == Score(0.5, 2)
    assert weighted(earned=1, possible=4, weight=None) == Score(1, 4)
    assert weighted(earned=0, possible=0, weight=2) == Score(0, 0)


@pytest.mark.parametrize(
    "data",
    [
        {"GRADER": {}},
        {"GRADER": [1]},
        {"GRADER": [{"type": "HW", "weight": 2}]},
        {"GRADER": [{"type": "HW", "weight": True}]},
        {"GRADER": [{"type": "HW", "weight": 1, "drop_count": -1}]},
        {"GRADE_CUTOFFS": {"Pass": "half"}},
        {"GRADE_CUTOFFS": []},
    ],
)
def test_a_policy_that_cannot_be_used_is_refused(data):
    with pytest.raises(PolicyError):
        read_policy(data)
