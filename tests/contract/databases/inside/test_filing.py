"""Fifty filings at once, reloads, and a fee that is paid fifty times: a dossier is never lost and never doubled."""

from __future__ import annotations

import json
import uuid

import pytest
from django.contrib.auth import get_user_model

from digital_literacy.learners.models import Attempt
from digital_literacy.public_services import library
from tests.contract.databases.inside.test_submitting import WINDOWS, sender
from tests.contract.runtime import again, block_from
from tests.lms.models import StudentModule
from tests.unit.public_services.samples import answers, olx

pytestmark = pytest.mark.django_db(transaction=True)
LATER = (
    library.source("1.004194")
    .split("-->")[-1]
    .replace('<payment due="filing">', '<payment due="obligation">')
)


@pytest.fixture
def user():
    return get_user_model().objects.create(username="lan")


@pytest.fixture
def block(user):
    return block_from(olx(), user_id=user.pk)


def body():
    return {"attempt_id": str(uuid.uuid4()), "answers": answers()}


def kept():
    """The learner's progress as the platform keeps it."""
    return json.loads(StudentModule.objects.get().state)["progress"]


def test_one_dossier_sent_fifty_times_is_filed_once(block, at_once):
    replies = at_once([sender(block, body())] * WINDOWS)
    assert [(status, reply["valid"]) for status, reply in replies] == [(200, True)] * WINDOWS
    assert {reply["code"] for _status, reply in replies} == {"MAU.00-261123-0001"}
    assert Attempt.objects.count() == 1


def test_of_fifty_windows_one_files_and_the_others_are_told(block, at_once):
    replies = at_once([sender(block, body()) for _ in range(WINDOWS)])
    assert [reply["code"] for status, reply in replies if status == 200] == ["MAU.00-261123-0001"]
    assert {reply["code"] for status, reply in replies if status != 200} <= {"already_filed", "filed_before"}
    assert Attempt.objects.count() == 1


def test_a_reload_or_the_back_button_after_filing_shows_the_same_dossier(block):
    first = body()
    code = sender(block, first)()[1]["code"]
    for _ in range(3):
        assert code in again(block).student_view().content
        status, reply = sender(block, first)()
        assert (status, reply["code"], reply["replayed"]) == (200, code, True)
    assert sender(block, body())()[1]["code"] == "already_filed"
    assert Attempt.objects.count() == 1


def test_a_fee_paid_fifty_times_is_paid_once(user, at_once):
    text = olx().replace('service="1.004194"', "").replace("<scenario", f"{LATER}<scenario", 1)
    block = block_from(text.replace("<supplement>", "<!--").replace("</supplement>", "-->"), user_id=user.pk)
    code = sender(block, body())()[1]["code"]
    for seen in (1, 2, 3):
        sender(block, {"code": code, "seen": seen}, "track")()
    replies = at_once([sender(block, {"way": "portal"}, "pay")] * WINDOWS)
    assert {(status, reply["dossier"]["number"]) for status, reply in replies} == {(200, 4)}
    assert kept()["dossier"]["history"] == [1, 2, 4, 6, 4]


def test_fifty_new_beginnings_put_one_dossier_aside(block, at_once):
    code = sender(block, body())()[1]["code"]
    sender(block, {"code": code, "seen": 1}, "track")()
    sender(block, {"code": code}, "withdraw")()
    replies = at_once([sender(block, {"code": code}, "restart")] * WINDOWS)
    assert {status for status, _reply in replies} <= {200, 409}
    assert kept()["closed"] == 1
    assert sender(block, body())()[1]["code"] == "MAU.00-261123-0002"
