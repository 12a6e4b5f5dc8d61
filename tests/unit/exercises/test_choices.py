"""What the author chooses for a choice: how wrong ones count, and which options keep their place."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digital_literacy.exercises.grading import grade
from digital_literacy.exercises.ids import OpaqueIds
from digital_literacy.exercises.item_types import type_of
from digital_literacy.exercises.item_types.multiple_choice import SCORING
from digital_literacy.olx.parsing import parse
from tests.unit.exercises.samples import exercise_olx, problems, read
from tests.unit.exercises.test_reading import SCHEMA

OPTIONS = {"a": True, "b": True, "c": False, "d": False, "e": False}
CHOICE = (
    '<multiple_choice id="q"><prompt>Việc nào?</prompt>'
    + "".join(
        f'<option id="{name}" correct="{str(right).lower()}"><text>{name.upper()}</text></option>'
        for name, right in OPTIONS.items()
    )
    + "</multiple_choice>"
)


def scored(scoring):
    return read(exercise_olx(CHOICE.replace('id="q"', f'id="q" scoring="{scoring}"')))


@pytest.mark.parametrize(
    ("chosen", "partial", "right_less_wrong"),
    [
        ("ab", 1, 1),
        ("a", Fraction(1, 2), Fraction(1, 2)),
        ("abc", Fraction(2, 3), Fraction(1, 2)),
        ("ac", Fraction(1, 6), 0),
        ("abcde", 0, 0),
        ("c", 0, 0),
    ],
)
def test_what_a_wrong_choice_costs(chosen, partial, right_less_wrong):
    found = [grade(scored(rule), {"q": list(chosen)}).fraction for rule in ("partial", "right_less_wrong")]
    assert found == [partial, right_less_wrong]


@pytest.mark.parametrize("scoring", SCORING)
@given(st.sets(st.sampled_from(sorted(OPTIONS)), min_size=1))
def test_full_credit_exactly_for_the_right_options(scoring, chosen):
    fraction = grade(scored(scoring), {"q": sorted(chosen)}).fraction
    assert 0 <= fraction <= 1
    assert (fraction == 1) == (chosen == {"a", "b"})


def orders(olx):
    item = read(exercise_olx(olx)).items[0]
    return {
        "".join(
            option["text"].text
            for option in type_of(item).view(item, OpaqueIds(bytes([key])), None)["options"]
        )
        for key in range(40)
    }


def test_a_pinned_option_keeps_its_place_and_the_others_change_theirs():
    pinned = CHOICE.replace('id="e"', 'id="e" pinned="true"').replace('id="b"', 'id="b" pinned="true"')
    assert SCHEMA.validate(parse(exercise_olx(pinned)))
    found = orders(pinned)
    assert all(order[1] == "B" and order[-1] == "E" for order in found)
    assert len(found) > 3
    assert any(order[-1] != "E" for order in orders(CHOICE))


def test_a_strange_flag_is_named():
    assert any(
        "true, false" in text
        for text in problems(exercise_olx(CHOICE.replace('id="e"', 'id="e" pinned="last"')))
    )
