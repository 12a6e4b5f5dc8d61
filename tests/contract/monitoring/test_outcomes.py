"""Outcomes are counted once from attempts, in small steps, and anew where attempts were taken away."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from opaque_keys.edx.keys import UsageKey

from digital_literacy.learners import outcomes
from digital_literacy.learners.models import Attempt, CountedUpTo, Outcome
from digital_literacy.learners.outcomes import count_attempts, course_of, note_passed
from digital_literacy.receivers import forget_deleted_state, issue_when_passed
from tests.contract.monitoring.conftest import COURSE, SKILL

pytestmark = pytest.mark.django_db


@pytest.fixture
def lan(people):
    return people(1)[0]


def of_skill(user_id, skill=SKILL):
    return Outcome.objects.get(user_id=user_id, skill=skill)


def test_one_row_for_the_course_and_one_for_each_skill(lan, attempt):
    attempt(lan, 0.5, skills=(SKILL, "tt02:1.1", SKILL))
    attempt(lan, 0.9, block="c", help="family")
    assert count_attempts() == 2
    assert Outcome.objects.count() == 3
    row = of_skill(lan)
    assert (row.attempts, row.best, row.best_alone, row.target_group) == (2, 0.9, 0.5, "citizens")
    assert (of_skill(lan, "").attempts, of_skill(lan, "tt02:1.1").attempts) == (2, 1)
    assert row.first_at < row.last_at


def test_nothing_is_counted_twice(lan, attempt):
    attempt(lan)
    assert (count_attempts(), count_attempts()) == (1, 0)
    attempt(lan, 0.2)
    assert count_attempts() == 1
    assert (of_skill(lan).attempts, of_skill(lan).best) == (2, 1.0)


def test_a_young_attempt_waits_and_those_behind_it_too(lan, attempt):
    attempt(lan, ago=60)
    attempt(lan, ago=1)
    attempt(lan, ago=60)  # a smaller id may still be in a request that runs
    assert count_attempts() == 1
    Attempt.objects.update(submitted_at=timezone.now() - outcomes.SETTLED * 2)
    assert count_attempts() == 2
    assert of_skill(lan).attempts == 3


def test_steps_add_up_and_a_fault_undoes_its_own_step_only(people, attempt, monkeypatch):
    for user_id in people(5):
        attempt(user_id)
    plain, calls = outcomes._keep, []

    def fail_at_the_third(found):
        calls.append(found)
        plain(found)
        if len(calls) == 3:
            raise RuntimeError("the machine stops")

    monkeypatch.setattr(outcomes, "_keep", fail_at_the_third)
    with pytest.raises(RuntimeError):
        count_attempts(step=1)
    assert Outcome.objects.filter(skill=SKILL).count() == 2
    monkeypatch.undo()
    assert count_attempts(step=2) == 3
    assert list(Outcome.objects.filter(skill=SKILL).values_list("attempts", flat=True)) == [1] * 5


def test_statements_do_not_grow_with_the_learners_of_a_step(people, attempt):
    def statements(count, prefix):
        for user_id in people(count, prefix=prefix):
            attempt(user_id)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            count_attempts()
        return len(asked)

    few, many = statements(3, "few"), statements(60, "many")
    assert many <= few + 2


def test_attempts_that_staff_take_away_are_counted_out(lan, attempt):
    first = attempt(lan, 1.0)
    attempt(lan, 0.4, block="other")
    note_passed(user_id=lan, course_key=COURSE)
    count_attempts()
    state = SimpleNamespace(student_id=lan, module_state_key=UsageKey.from_string(first.usage_key))
    forget_deleted_state(None, instance=state)
    assert count_attempts() == 0
    assert (of_skill(lan).attempts, of_skill(lan).best) == (1, 0.4)
    assert of_skill(lan, "").passed_at is not None  # the platform's word stays


def test_a_learner_whose_last_attempt_is_taken_away_has_no_outcome(lan, attempt):
    made = attempt(lan)
    count_attempts()
    state = SimpleNamespace(student_id=lan, module_state_key=UsageKey.from_string(made.usage_key))
    forget_deleted_state(None, instance=state)
    count_attempts()
    assert not Outcome.objects.exists()


def test_an_account_can_be_deleted_while_its_state_is_marked(lan, attempt):
    made = attempt(lan)
    count_attempts()
    forget_deleted_state(
        None, instance=SimpleNamespace(student_id=lan, module_state_key=UsageKey.from_string(made.usage_key))
    )
    get_user_model().objects.get(pk=lan).delete()
    assert count_attempts() == 0
    assert not Outcome.objects.exists()


def test_what_the_platform_says_of_passing_is_noted_once(lan):
    status = SimpleNamespace(
        is_passing=True, user=SimpleNamespace(id=lan), course=SimpleNamespace(course_key=COURSE)
    )
    issue_when_passed(None, course_passing_status=status)
    first = of_skill(lan, "").passed_at
    issue_when_passed(None, course_passing_status=status)
    assert of_skill(lan, "").passed_at == first
    status.is_passing = False
    issue_when_passed(None, course_passing_status=status)
    assert of_skill(lan, "").passed_at == first


@pytest.mark.parametrize(
    ("key", "course"),
    [
        ("block-v1:A+B+C+type@skills_exercise+block@x", "course-v1:A+B+C"),
        ("lb:A:thu-vien:skills_exercise:x", ""),
        ("b", ""),
    ],
)
def test_the_course_of_a_key(key, course):
    assert course_of(key) == course


def test_an_attempt_outside_a_course_is_passed_over(lan, attempt):
    made = attempt(lan)
    Attempt.objects.filter(pk=made.pk).update(usage_key="lb:A:thu-vien:skills_exercise:x")
    assert count_attempts() == 1
    assert not Outcome.objects.exists()
    assert CountedUpTo.objects.get().attempt == made.pk
