"""Outcomes while learners go on answering, and several counts at once: nothing is counted twice, nothing is missed."""

from __future__ import annotations

import threading
import time
from datetime import timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.db import OperationalError, transaction
from django.utils import timezone
from opaque_keys.edx.keys import UsageKey

from digital_literacy.learner_data import forget
from digital_literacy.learners import outcomes
from digital_literacy.learners.models import Attempt, Outcome
from digital_literacy.learners.outcomes import count_attempts
from digital_literacy.monitoring.counting import update
from digital_literacy.monitoring.models import Tally
from digital_literacy.receivers import forget_deleted_state

pytestmark = pytest.mark.django_db(transaction=True)
KEY = "block-v1:BDHVS+KNS01+2026+type@skills_exercise+block@b"
LEARNERS, TRIES = 12, 5


@pytest.fixture
def attempts():
    users = [get_user_model().objects.create(username=f"u{number}") for number in range(LEARNERS)]
    for number in range(1, TRIES + 1):
        for user in users:
            Attempt.objects.create(
                user=user,
                usage_key=KEY,
                number=number,
                attempt_id=uuid4(),
                earned=number,
                possible=TRIES,
                result={"group": "citizens", "skills": ["tt02:4.2"], "help": ""},
            )
    Attempt.objects.update(submitted_at=timezone.now() - timedelta(hours=1))


def test_counts_at_once_count_each_attempt_once(attempts, at_once):
    results = at_once([lambda: count_attempts(step=7)] * 6)
    # A database that is busy may send one away in the midst of its steps; the next run does what is left.
    faults = [each for each in results if not isinstance(each, int)]
    assert all(isinstance(each, OperationalError) for each in faults), faults
    count_attempts()
    rows = Outcome.objects.filter(skill="tt02:4.2")
    assert rows.count() == LEARNERS
    assert set(rows.values_list("attempts", "best")) == {(TRIES, 1.0)}


def test_updates_at_once_leave_one_set_of_counts(attempts, at_once):
    results = at_once([update] * 4)
    assert [each for each in results if isinstance(each, Exception)] == []
    assert Tally.objects.filter(skill="").count() == 1
    assert Tally.objects.get(skill="tt02:4.2").learners == LEARNERS


def test_two_spellings_of_a_code_are_one_row(attempts):
    """The platform's database takes `a:B` and `a:b` for the same."""
    Attempt.objects.update(result={"skills": ["kns757:a", "kns757:A"]})
    count_attempts()
    assert set(Outcome.objects.values_list("skill", flat=True)) == {"", "kns757:a"}


@pytest.mark.parametrize("leaves", [False, True])
def test_who_goes_while_attempts_are_counted_leaves_no_outcome(attempts, at_once, monkeypatch, leaves):
    """A step that has read the attempts keeps what it makes of them from whoever deletes them."""
    gone = get_user_model().objects.get(username="u3")
    key = UsageKey.from_string(KEY)
    read, plain = threading.Event(), outcomes._keep

    def slowly(found):
        read.set()
        time.sleep(0.5)
        plain(found)

    monkeypatch.setattr(outcomes, "_keep", slowly)

    def go():
        read.wait(10)
        with transaction.atomic():
            if leaves:
                forget(gone.pk)
            else:
                forget_deleted_state(None, instance=SimpleNamespace(student_id=gone.pk, module_state_key=key))

    faults = [each for each in at_once([count_attempts, go]) if isinstance(each, Exception)]
    assert all(isinstance(each, OperationalError) for each in faults), faults
    monkeypatch.undo()
    count_attempts()
    assert Attempt.objects.filter(user=gone).count() == 0
    assert Outcome.objects.filter(user=gone).count() == 0
    assert Outcome.objects.filter(skill="tt02:4.2").count() == LEARNERS - 1
