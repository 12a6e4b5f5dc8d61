"""Questions on the way, the fee the agency asks for, taking back, and the modes that show or hide mistakes."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest

from digital_literacy.learners.attempts import alone, attempts_of
from digital_literacy.public_services import library
from tests.contract.runtime import again, block_from, call
from tests.contract.service_practice.test_handlers import file, grades, look
from tests.unit.public_services.samples import CHOICES, answers, olx

pytestmark = pytest.mark.django_db

OWED = (
    library.source("1.004194").split("?>")[-1].replace('<payment due="filing">', '<payment due="obligation">')
)


def with_fee_later(user):
    text = olx().replace('service="1.004194"', "").replace("<scenario", f"{OWED}<scenario", 1)
    text = text.replace("<supplement>", "<!--").replace("</supplement>", "-->")
    return block_from(text, user_id=user.pk)


def in_mode(user, mode, slips=""):
    text = olx().replace('mode="try"', f'mode="{mode}"').replace("<supplement>", f"{slips}<supplement>")
    return block_from(text, user_id=user.pk)


def test_a_wrong_answer_is_explained_at_the_question_and_kept_as_a_mistake(block):
    status, reply = call(block, "check_step", {"step": "eligibility", "choices": {"how-long": "days"}})
    assert (status, reply["valid"]) == (200, False)
    assert reply["errors"][0]["field"] == "question:how-long"
    assert "lưu trú" in reply["errors"][0]["message"]
    assert call(again(block), "check_step", {"step": "eligibility", "choices": CHOICES})[1]["valid"]
    assert again(block).progress["path"] == ["eligibility:how-long:days"]


def test_a_stranger_is_not_paid_before_filing(block):
    choices = {**CHOICES, "payment": "stranger-code"}
    assert not call(block, "check_step", {"step": "payment", "choices": choices})[1]["valid"]
    assert file(again(block), choices=choices)[1]["errors"][0]["field"] == "question:payment"
    file(again(block))
    assert grades(block)[-1]["value"] == pytest.approx(0.86)


def test_the_fee_that_is_asked_for_later_is_paid_in_the_simulation(user):
    block = with_fee_later(user)
    code = file(block)[1]["code"]
    for seen in (1, 2, 3):
        reply = look(block, code, seen)[1]
    assert reply["dossier"]["label"] == "Yêu cầu thực hiện nghĩa vụ tài chính"
    assert "MÔ PHỎNG" in reply["html"]
    before = grades(block)[-1]["value"]
    reply = call(again(block), "pay", {"way": "stranger-code"})[1]
    assert "Đây là bẫy" in reply["html"]
    assert reply["dossier"]["number"] == 6
    reply = call(again(block), "pay", {"way": "portal"})[1]
    assert reply["dossier"]["number"] == 4
    assert grades(block)[-1]["value"] == pytest.approx(before + 0.06)
    assert call(again(block), "pay", {"way": "nothing"})[0] == 409
    assert call(again(block), "pay", {"way": 7})[0] == 400


def test_a_dossier_is_taken_back_once_and_by_its_own_page_only(block):
    code = file(block)[1]["code"]
    look(block, code, 1)
    assert call(again(block), "withdraw", {"code": "MAU.00-261123-9999"})[0] == 409
    status, reply = call(again(block), "withdraw", {"code": code})
    assert (status, reply["dossier"]["number"], reply["finished"]) == (200, 7, True)
    assert "đã rút hồ sơ" in reply["html"]
    assert call(again(block), "withdraw", {"code": code})[0] == 200
    assert call(again(block), "restart", {"code": code})[0] == 200


def test_a_shown_practice_counts_nothing_and_completes(user):
    block = in_mode(user, "show")
    page = block.student_view().content
    assert "data-sp-watched" in page
    assert "data-sp-submit" not in page
    assert not block.has_score
    assert call(block, "submit", {"attempt_id": str(uuid.uuid4()), "answers": answers()})[0] == 409
    assert call(again(block), "watched", {})[0] == 200
    assert grades(block) == []


def test_what_is_to_be_filed_is_not_watched(block):
    assert call(block, "watched", {})[0] == 409


def test_a_half_filled_dossier_stands_there_with_its_mistakes(user):
    block = in_mode(user, "faults", '<slip field="stay_to">30/11/2030</slip>')
    page = block.student_view().content
    assert "30/11/2030" in page
    assert "data-sp-choice" not in page
    status, reply = file(block, values={**answers()["values"], "email": ""})
    assert (status, reply["valid"]) == (200, True)


def test_a_mode_of_mistakes_without_one_is_told_to_the_author(user):
    block = in_mode(user, "faults")
    assert any("no mistake" in fault.problem for fault in block.source_faults())


def test_with_a_helper_every_hint_is_there_and_the_dossier_is_not_done_alone(block, user):
    status, reply = call(block, "together", {})
    assert status == 200
    assert {"phone", "relation", "stay_address"} <= set(reply["hints"])
    assert "data-sp-with-helper" in again(block).student_view().content
    code = file(again(block))[1]["code"]
    assert grades(block)[-1]["value"] == pytest.approx(0.85)
    store = attempts_of(user_id=user.pk, usage_key=str(block.scope_ids.usage_id), fallback={})
    assert [attempt.number for attempt in store.all()] == [1]
    assert alone(store.all()) == []
    call(again(block), "track", {"code": code, "seen": 1})
    call(again(block), "withdraw", {"code": code})
    page = again(block).student_view().content
    assert "Bây giờ tự làm một mình" in page
    call(again(block), "restart", {"code": code})
    assert "data-sp-with-helper" not in again(block).student_view().content
    file(again(block), str(uuid.uuid4()))
    assert [attempt.number for attempt in alone(store.all())] == [2]


def test_a_test_is_done_alone(user):
    assert call(in_mode(user, "test"), "together", {})[0] == 403


def test_a_helper_who_comes_after_filing_changes_nothing(block):
    file(block)
    call(again(block), "together", {})
    assert "together" not in again(block).progress


TIMED = '<rubric time="20" minutes="10"/></service_practice>'


@pytest.mark.parametrize(("minutes", "lost"), [(3, 0), (10, 0), (15, 10), (40, 20)])
def test_time_counts_from_the_first_step_where_the_author_wants_it(user, monkeypatch, minutes, lost):
    from digital_literacy.blocks import dossier_filing as door

    block = block_from(olx().replace("</service_practice>", TIMED), user_id=user.pk)
    start = door.now()
    monkeypatch.setattr(door, "now", lambda: start)
    call(block, "check_step", {"step": "search", "choice": "tam-tru"})
    monkeypatch.setattr(door, "now", lambda: start + timedelta(minutes=minutes))
    call(again(block), "check_step", {"step": "eligibility", "choices": CHOICES})
    file(again(block))
    assert grades(block)[-1]["value"] == pytest.approx((110 - lost) / 120)


def test_nothing_is_measured_where_time_does_not_count(block):
    call(block, "check_step", {"step": "search", "choice": "tam-tru"})
    assert block.progress == {}


def test_the_preview_shows_the_author_the_mistakes_and_the_right_answers_to_questions(user):
    slips = '<slip field="relation">tenant</slip><slip paper="legal-place"/>'
    page = in_mode(user, "faults", slips).author_view().content
    assert "Mối quan hệ với chủ hộ: Người thuê" in page
    assert "Giấy tờ, tài liệu chứng minh chỗ ở hợp pháp: Không nộp giấy nào" in page
    page = in_mode(user, "try").author_view().content
    assert "Thanh toán ngay trên trang của Cổng" in page
    assert "Lỗi cần tìm" not in page
