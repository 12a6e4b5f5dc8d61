from __future__ import annotations

from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model

from digital_literacy.learners.attempts import (
    AttemptOpenError,
    AttemptsUsedError,
    DatabaseAttempts,
    FieldAttempts,
    Outcome,
    alone,
    best,
)
from digital_literacy.learners.models import Attempt


@pytest.fixture
def user(db):
    return get_user_model().objects.create(username="lan")


@pytest.fixture(params=["database", "field"])
def store(request, user):
    return (
        DatabaseAttempts(user_id=user.pk, usage_key="block")
        if request.param == "database"
        else FieldAttempts({})
    )


def outcome(earned=1.0):
    return Outcome(earned=earned, possible=2.0, result={"q1": "right"})


def test_an_attempt_is_counted_and_kept(store):
    counted = store.claim(str(uuid4()), limit=3, grade=outcome)
    assert (counted.number, counted.earned, counted.result, counted.replayed) == (
        1,
        1.0,
        {"q1": "right"},
        False,
    )
    assert store.used() == 1


def test_the_same_id_counts_once_and_is_graded_once(store):
    attempt_id, calls = str(uuid4()), []

    def grade():
        calls.append(1)
        return outcome()

    first = store.claim(attempt_id, limit=3, grade=grade)
    second = store.claim(attempt_id.upper(), limit=3, grade=grade)
    assert second.replayed
    assert second.result == first.result
    assert store.used() == 1
    assert len(calls) == 1


def test_after_the_last_attempt_none_is_counted(store):
    for _ in range(2):
        store.claim(str(uuid4()), limit=2, grade=outcome)
    with pytest.raises(AttemptsUsedError):
        store.claim(str(uuid4()), limit=2, grade=outcome)
    assert store.used() == 2


def test_a_replay_is_answered_even_when_none_is_left(store):
    attempt_id = str(uuid4())
    store.claim(attempt_id, limit=1, grade=outcome)
    assert store.claim(attempt_id, limit=1, grade=outcome).replayed


def test_no_limit(store):
    for _ in range(5):
        store.claim(str(uuid4()), limit=0, grade=outcome)
    assert store.used() == 5


def test_the_best_attempt_is_the_highest_share(store):
    for earned in (1.0, 2.0, 0.5):
        store.claim(str(uuid4()), limit=0, grade=lambda earned=earned: outcome(earned))
    assert best(store.all()).earned == 2.0


def test_a_reset_forgets_all(store):
    store.claim(str(uuid4()), limit=1, grade=outcome)
    store.reset()
    assert store.used() == 0
    assert store.all() == []


def test_another_window_that_took_the_number_first_is_not_overwritten(user):
    store = DatabaseAttempts(user_id=user.pk, usage_key="block")

    def grade():
        # Another request counts between our look and our row.
        if not Attempt.objects.exists():
            Attempt.objects.create(
                user=user, usage_key="block", number=1, attempt_id=uuid4(), earned=0, possible=1, result={}
            )
        return outcome()

    assert store.claim(str(uuid4()), limit=3, grade=grade).number == 2


def test_two_windows_at_the_last_attempt_count_once(user):
    store = DatabaseAttempts(user_id=user.pk, usage_key="block")

    def grade():
        Attempt.objects.create(
            user=user, usage_key="block", number=1, attempt_id=uuid4(), earned=0, possible=1, result={}
        )
        return outcome()

    with pytest.raises(AttemptsUsedError):
        store.claim(str(uuid4()), limit=1, grade=grade)
    assert store.used() == 1


def test_while_an_attempt_is_open_no_other_is_counted(store):
    first = str(uuid4())
    store.claim(first, limit=0, grade=outcome, closed=0)
    with pytest.raises(AttemptOpenError):
        store.claim(str(uuid4()), limit=1, grade=outcome, closed=0)
    assert store.claim(first, limit=1, grade=outcome, closed=0).replayed
    assert store.claim(str(uuid4()), limit=2, grade=outcome, closed=1).number == 2


def test_a_number_that_another_window_took_is_its_open_attempt(user):
    store = DatabaseAttempts(user_id=user.pk, usage_key="block")

    def grade():
        Attempt.objects.create(
            user=user, usage_key="block", number=1, attempt_id=uuid4(), earned=0, possible=1, result={}
        )
        return outcome()

    with pytest.raises(AttemptOpenError):
        store.claim(str(uuid4()), limit=0, grade=grade, closed=5)
    assert store.used() == 1


def test_the_latest_attempt_after_a_number(store):
    ids = [str(uuid4()) for _ in range(3)]
    for attempt_id in ids:
        store.claim(attempt_id, limit=0, grade=outcome)
    assert [store.after(number).attempt_id for number in range(3)] == [ids[2]] * 3
    assert store.after(3) is None


@pytest.mark.parametrize("limit", [0, 1, 3])
def test_an_attempt_counted_by_another_request_after_the_look_is_answered_as_a_replay(user, limit):
    early, late = (DatabaseAttempts(user_id=user.pk, usage_key="block") for _ in range(2))
    attempt_id = str(uuid4())
    assert early.find(attempt_id) is None
    late.claim(attempt_id, limit=limit, grade=outcome)
    assert early.claim(attempt_id, limit=limit, grade=outcome).replayed
    assert early.used() == 1


def test_what_was_done_with_help_is_not_done_alone(store):
    for earned, helper in ((2.0, "community_team"), (1.0, ""), (1.5, "family")):
        kept = Outcome(earned, 2.0, {"help": helper})
        store.claim(str(uuid4()), limit=0, grade=lambda kept=kept: kept)
    assert best(store.all()).share == 1.0
    assert best(alone(store.all())).share == 0.5
