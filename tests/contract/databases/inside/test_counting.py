"""Outcomes while learners go on answering, and several counts at once: nothing is counted twice, nothing is missed."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.db import OperationalError
from django.utils import timezone

from digital_literacy.learners.models import Attempt, Outcome
from digital_literacy.learners.outcomes import count_attempts
from digital_literacy.monitoring.counting import update
from digital_literacy.monitoring.models import Tally

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
    at_once([update] * 4)
    update()
    assert Tally.objects.filter(skill="").count() == 1
    assert Tally.objects.get(skill="tt02:4.2").learners == LEARNERS
