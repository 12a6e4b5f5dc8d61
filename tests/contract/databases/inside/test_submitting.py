"""Fifty submissions at once, as fifty windows or an impatient network send them."""

from __future__ import annotations

import functools
import uuid

import pytest
from django.contrib.auth import get_user_model

from digital_literacy.learners.models import Attempt, AttemptStart
from tests.contract.runtime import block_from
from tests.contract.skills_exercise.samples import OLX, RIGHT, everything_right, submission
from tests.lms.models import StudentModule
from tests.lms.runtime import post

pytestmark = pytest.mark.django_db(transaction=True)
WINDOWS = 50


@pytest.fixture
def block():
    user = get_user_model().objects.create(username="lan")
    return block_from(OLX, user_id=user.pk)  # max_attempts="3"


def sender(block, body, handler="submit"):
    keys = block.scope_ids
    return functools.partial(
        post,
        block.runtime.authored,
        keys.block_type,
        keys.usage_id.block_id,
        keys.user_id,
        handler,
        body,
    )


def test_one_attempt_sent_fifty_times_counts_once(block, at_once):
    body = everything_right(block)
    replies = at_once([sender(block, body)] * WINDOWS)
    assert [status for status, _reply in replies] == [200] * WINDOWS
    assert {reply["attempt"] for _status, reply in replies} == {1}
    assert Attempt.objects.count() == 1
    assert StudentModule.objects.get().grade == 1.0


def test_fifty_windows_never_use_more_attempts_than_there_are(block, at_once):
    bodies = [submission(block, {"q1": "b"}, str(uuid.uuid4())) for _ in range(WINDOWS)]
    replies = at_once([sender(block, body) for body in bodies])
    counted = [reply["attempt"] for status, reply in replies if status == 200]
    assert sorted(counted) == [1, 2, 3]
    assert {status for status, _reply in replies} == {200, 403}
    assert {reply["code"] for status, reply in replies if status == 403} == {"attempts_used"}
    assert Attempt.objects.count() == 3


def test_the_best_of_attempts_at_once_is_the_grade(block, at_once):
    bodies = [everything_right(block), submission(block, {"q1": "b"}), submission(block, {"q1": "a"})]
    replies = at_once([sender(block, body) for body in bodies])
    assert [status for status, _reply in replies] == [200] * 3
    assert StudentModule.objects.get().grade == 1.0


@pytest.fixture
def timed():
    user = get_user_model().objects.create(username="minh")
    olx = OLX.replace("<skills_exercise ", '<skills_exercise time_limit="20" ', 1)
    return block_from(olx, user_id=user.pk)


def test_fifty_starts_start_one_clock(timed, at_once):
    replies = at_once([sender(timed, {}, "start")] * WINDOWS)
    assert [status for status, _reply in replies] == [200] * WINDOWS
    assert AttemptStart.objects.count() == 1


def test_a_running_attempt_is_sent_once_whatever_the_windows(timed, at_once):
    sender(timed, {}, "start")()
    bodies = [submission(timed, {"q1": "b"}, str(uuid.uuid4())) for _ in range(WINDOWS)]
    replies = at_once([sender(timed, body) for body in bodies])
    assert [reply["attempt"] for status, reply in replies if status == 200] == [1]
    assert {reply["code"] for status, reply in replies if status != 200} <= {"already_sent", "not_started"}
    assert Attempt.objects.count() == 1


def test_of_all_answers_checked_at_once_the_first_one_counts(at_once):
    """Who asks for every option at once learns which is right, and has answered only one of them."""
    user = get_user_model().objects.create(username="tho")
    block = block_from(
        OLX.replace("<skills_exercise ", '<skills_exercise feedback="each" ', 1), user_id=user.pk
    )
    ids = block._ids()
    bodies = [
        {"item": ids.name(("item",), "q1"), "answer": ids.name(("q1", "option"), option)} for option in "ab"
    ]
    replies = at_once([sender(block, body, "check_item") for body in bodies * (WINDOWS // 2)])
    assert [status for status, _reply in replies] == [200] * WINDOWS
    assert len({reply["answer"] for _status, reply in replies}) == 1
    assert len({reply["report"] for _status, reply in replies}) == 1


def test_a_state_that_staff_delete_takes_the_attempts_along(block):
    status, _reply = sender(block, submission(block, RIGHT))()
    assert status == 200
    assert Attempt.objects.count() == 1
    # As the task does that deletes everybody's state, and as one learner's is deleted.
    for row in StudentModule.objects.all():
        row.delete()
    assert Attempt.objects.count() == 0
