"""Requests no page sends, and content that changes while a dossier is on its way."""

from __future__ import annotations

import datetime
import re
import uuid

import pytest
from webob import Request

from digital_literacy.service_practice_block import ServicePracticeBlock
from tests.contract.runtime import again, block_from, call
from tests.unit.public_services.samples import VALUES, answers, olx

pytestmark = pytest.mark.django_db
CLOSED = "Đã hết hạn làm bài. Bài nộp không còn được tính."
RECEIVED = "Đã nhận bài làm."


def without_supplement(text: str) -> str:
    return re.sub(r"<supplement>.*?</supplement>", "", text, flags=re.DOTALL)


def edited(block, text: str, user_id: int):
    """The same learner's block after its author replaced the content."""
    fresh = block_from(text, user_id=user_id)
    assert not fresh.rejected_olx
    fresh.progress = block.progress
    fresh.counted_share = block.counted_share
    fresh.save()
    return fresh


def waiting(block) -> str:
    """File a dossier and look it up until a paper is asked for; gives its code."""
    body = {"attempt_id": str(uuid.uuid4()), "answers": answers()}
    code = call(block, "submit", body)[1]["code"]
    for seen in (1, 2, 3):
        reply = call(again(block), "track", {"code": code, "seen": seen})[1]
    assert reply["dossier"]["number"] == 5
    return code


@pytest.mark.parametrize("query", ["province=%ff", "province=5%ff", "%ff=56", "province=%c3"])
def test_a_query_that_is_no_text_is_refused(block, query):
    response = block.runtime.handle(block, "communes_of", Request.blank(f"/?{query}"))
    assert response.status_code == 400
    assert response.json["communes"] == []


def test_a_dossier_goes_on_when_the_author_takes_the_request_away(block, user):
    code = waiting(block)
    left = edited(again(block), without_supplement(olx()), user.pk)
    page = again(left).student_view().content
    assert "data-sp-track" in page
    assert "data-sp-restart" in page
    assert "data-sp-supplement" not in page
    labels = []
    for seen in (4, 4, 5, 6):
        status, reply = call(again(left), "track", {"code": code, "seen": seen})
        assert status == 200
        labels.append(reply["dossier"]["label"])
    assert labels == ["Đang xử lý", "Đang xử lý", "Đã xử lý xong", "Đã trả kết quả"]
    assert reply["finished"]
    assert "100%" in reply["html"]
    assert again(left).earned_share == 1
    assert [kind for kind, _data in left.runtime.published].count("grade") == 1


@pytest.mark.parametrize(("limit", "status"), [(2, 200), (1, 403)])
def test_a_stuck_dossier_can_be_put_aside_while_attempts_are_left(user, limit, status):
    text = olx().replace('max_attempts="0"', f'max_attempts="{limit}"')
    block = block_from(text, user_id=user.pk)
    waiting(block)
    left = edited(again(block), without_supplement(text), user.pk)
    assert left.attempts.used() == 1
    assert ("data-sp-restart" in again(left).student_view().content) is (status == 200)
    assert call(again(left), "restart")[0] == status


def test_a_request_taken_away_before_it_was_made_is_not_made(block, user):
    code = call(block, "submit", {"attempt_id": str(uuid.uuid4()), "answers": answers()})[1]["code"]
    left = edited(again(block), without_supplement(olx()), user.pk)
    numbers = [
        call(again(left), "track", {"code": code, "seen": seen})[1]["dossier"]["number"]
        for seen in range(1, 5)
    ]
    assert numbers == [2, 4, 9, 10]
    assert again(left).earned_share == 1


@pytest.mark.parametrize(
    "value",
    ["0912/345/678", "056198\n000011", "٠٩١٢٣٤٥٦٧٨", "lan @gmail.com", "lan@công-ty.vn", "225123456"],
)
def test_a_number_written_otherwise_is_refused(block, value):
    sent = answers(values={**VALUES, "request": value})
    status, reply = call(block, "check_step", {"step": "ke-khai", **sent})
    assert (status, reply["code"]) == (400, "real_looking")
    assert [error["field"] for error in reply["errors"]] == ["request"]


@pytest.mark.parametrize(
    "changes",
    [
        {"values": {**VALUES, "request": "0 " * 2001}},
        {"values": {"0 " * 2001: ""}},
        {"path": ["0 " * 2001]},
        {"note": {"deep": [["0 " * 2001]]}},
    ],
)
def test_a_text_no_page_sends_is_refused_for_its_size_before_it_is_searched(block, monkeypatch, changes):
    monkeypatch.setattr("digital_literacy.vietnamese.personal_data.find", None)
    status, reply = call(block, "submit", {"attempt_id": str(uuid.uuid4()), "answers": answers(**changes)})
    assert (status, reply["code"]) == (400, "bad_request")


def test_depth_is_no_fault_of_the_server(block):
    raw = b'{"step": "ke-khai", "note": ' + b"[" * 900 + b"]" * 900 + b"}"
    assert call(block, "check_step", raw=raw)[0] in (200, 400)


# What the platform says of time and results


def set_due(monkeypatch, *, hours):
    due = datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=hours)
    monkeypatch.setattr(ServicePracticeBlock, "due", due, raising=False)


def shares(block):
    return [data["value"] for kind, data in block.runtime.published if kind == "grade"]


def to_the_end(block, code, seen=4):
    for number in range(seen, seen + 3):
        reply = call(again(block), "track", {"code": code, "seen": number})[1]
    assert reply["finished"]
    return reply["html"]


def test_after_the_due_date_a_dossier_is_looked_up_but_earns_nothing_more(block, monkeypatch):
    set_due(monkeypatch, hours=1)
    code = waiting(block)
    before = shares(block)
    set_due(monkeypatch, hours=-1)
    status, reply = call(again(block), "supplement", {"option": "last-page", "number": 1})
    assert (status, reply["code"]) == (403, "closed")
    assert call(again(block), "track", {"code": code, "seen": 4})[0] == 200
    assert call(again(block), "restart", {"code": code})[1]["code"] == "closed"
    assert shares(block) == before


def test_no_new_start_is_offered_when_the_time_is_over(block, monkeypatch):
    set_due(monkeypatch, hours=1)
    code = waiting(block)
    call(again(block), "supplement", {"option": "last-page", "number": 1})
    assert "data-sp-restart" in to_the_end(block, code)
    set_due(monkeypatch, hours=-1)
    assert "data-sp-restart" not in again(block).student_view().content


def test_the_form_says_at_once_that_the_time_is_over(block, monkeypatch):
    assert CLOSED not in block.student_view().content
    set_due(monkeypatch, hours=-1)
    assert CLOSED in again(block).student_view().content


@pytest.mark.parametrize("said", ["never", "never_but_include_grade"])
@pytest.mark.parametrize("staff", [False, True])
def test_results_are_shown_only_when_the_platform_lets_them(block, monkeypatch, staff, said):
    code = waiting(block)
    call(again(block), "supplement", {"option": "last-page", "number": 1})
    assert "100%" in to_the_end(block, code)
    monkeypatch.setattr(ServicePracticeBlock, "show_correctness", said, raising=False)
    monkeypatch.setattr(ServicePracticeBlock, "is_staff", staff)
    page = again(block).student_view().content
    assert ("100%" in page) is staff
    assert (RECEIVED in page) is not staff


def test_a_rescore_keeps_the_supplement_of_a_dossier_put_aside(block):
    code = waiting(block)
    call(again(block), "supplement", {"option": "last-page", "number": 1})
    to_the_end(block, code)
    call(again(block), "restart", {"code": code})
    fresh = again(block)
    fresh.rescore(only_if_higher=False)
    assert shares(block)[-1] == 1.0


def test_a_stale_page_does_not_put_aside_the_dossier_of_another_tab(block):
    first = waiting(block)
    call(again(block), "restart", {"code": first})
    body = {"attempt_id": str(uuid.uuid4()), "answers": answers()}
    second = call(again(block), "submit", body)[1]["code"]
    status, reply = call(again(block), "restart", {"code": first})
    assert (status, reply["code"]) == (409, "filed_before")
    assert second in again(block).student_view().content
