"""The handlers: faults, filing once, tracking, supplement, forged and hostile requests, nothing personal kept."""

from __future__ import annotations

import json
import random
import uuid

import pytest
from webob import Request

from digital_literacy.learners.models import Attempt
from digital_literacy.vietnamese.personal_data import PROVINCES
from tests.contract.runtime import again, block_from, call
from tests.unit.public_services.samples import VALUES, answers, olx, practice

pytestmark = pytest.mark.django_db

ID = "3f0c2c5e-1111-4222-8333-444455556666"


def file(block, attempt_id=ID, **changes):
    return call(block, "submit", {"attempt_id": attempt_id, "answers": answers(**changes)})


def grades(block):
    return [data for kind, data in block.runtime.published if kind == "grade"]


def look(block, code, seen):
    return call(again(block), "track", {"code": code, "seen": seen})


def test_three_faults_are_named_at_their_fields_and_nothing_is_counted(block):
    values = {**VALUES, "head_number": "12", "stay_from": "12/31/2026", "request": "ngắn"}
    status, reply = call(block, "check_step", {"step": "ke-khai", "values": values, "commune": "22366"})
    assert (status, reply["valid"]) == (200, False)
    assert [error["field"] for error in reply["errors"]] == ["head_number", "stay_from", "request"]
    assert all(error["message"] for error in reply["errors"])
    status, reply = file(block, values=values)
    assert (status, reply["valid"], len(reply["errors"])) == (200, False, 3)
    assert Attempt.objects.count() == 0
    # Only that a date was written the wrong way round is noted: a trap of the rubric.
    assert block.progress == {"path": ["date_format:stay_from"]}


def test_a_right_step_goes_on_and_writes_nothing(block):
    rows = block.runtime.learner.rows_written
    status, reply = call(block, "check_step", {"step": "ke-khai", **answers(path=[])})
    assert (status, reply["valid"], reply["errors"]) == (200, True, [])
    assert block.runtime.learner.rows_written == rows


def test_from_filing_to_the_result(block):
    status, reply = file(block)
    assert (status, reply["valid"], reply["code"]) == (200, True, "MAU.00-261123-0001")
    assert grades(block)[-1]["value"] == 0.9
    code = reply["code"]
    for seen, status_name in enumerate(["Được tiếp nhận", "Đang xử lý", "Yêu cầu bổ sung giấy tờ"], start=1):
        _status, reply = look(block, code, seen)
        assert reply["dossier"]["label"] == status_name
    assert "Ảnh hợp đồng thiếu trang cuối" in reply["html"]
    _status, reply = call(again(block), "supplement", {"option": "last-page", "number": 1})
    assert grades(block)[-1]["value"] == 1
    _status, reply = look(block, code, 5)
    _status, reply = look(block, code, 6)
    assert reply["dossier"] == {"number": 10, "label": "Đã trả kết quả"}
    assert reply["finished"]
    assert "100%" in reply["html"]
    assert "100%" in again(block).student_view().content


def test_a_submit_writes_one_attempt_and_one_state_row(block):
    rows = block.runtime.learner.rows_written
    file(block)
    assert Attempt.objects.count() == 1
    assert block.runtime.learner.rows_written - rows == 1


def test_the_same_attempt_is_counted_once(block):
    first, second = file(block)[1], file(again(block))[1]
    assert first["code"] == second["code"]
    assert Attempt.objects.count() == 1
    assert len(grades(block)) == 1


def test_a_second_dossier_is_refused_until_the_first_is_put_aside(block):
    file(block)
    status, reply = file(again(block), str(uuid.uuid4()))
    assert (status, reply["code"]) == (409, "already_filed")
    assert call(again(block), "restart")[0] == 200
    status, reply = file(again(block))
    assert (status, reply["code"]) == (409, "filed_before")
    status, reply = file(again(block), str(uuid.uuid4()))
    assert (status, reply["code"]) == (200, "MAU.00-261123-0002")


def test_attempts_end(user):
    block = block_from(olx().replace('max_attempts="0"', 'max_attempts="1"'), user_id=user.pk)
    file(block)
    status, reply = call(again(block), "restart")
    assert (status, reply["code"]) == (403, "attempts_used")


def test_a_lost_state_row_is_built_again_from_the_attempt(block):
    code = file(block)[1]["code"]
    block.progress = {}
    block.save()
    assert file(again(block))[1]["code"] == code


def test_a_worse_dossier_does_not_lower_the_score(block):
    file(block)
    call(again(block), "restart")
    file(again(block), str(uuid.uuid4()), papers={"legal-place": "power-bill"}, commune="22390")
    assert grades(block)[-1]["value"] == 0.9
    _status, reply = look(block, "MAU.00-261123-0002", 1)
    assert reply["dossier"]["label"] == "Không được tiếp nhận"
    assert "90%" in reply["html"]


def test_a_rescore_keeps_the_supplement(block):
    code = file(block)[1]["code"]
    for seen in (1, 2, 3):
        look(block, code, seen)
    call(again(block), "supplement", {"option": "last-page", "number": 1})
    fresh = again(block)
    fresh.rescore(only_if_higher=False)
    assert grades(block)[-1]["value"] == 1


def test_repeated_looks_and_papers_change_nothing(block):
    code = file(block)[1]["code"]
    assert look(block, code, 1)[1]["dossier"] == look(block, code, 1)[1]["dossier"]
    look(block, code, 2)
    look(block, code, 3)
    call(again(block), "supplement", {"option": "id-card", "number": 1})
    status, reply = call(again(block), "supplement", {"option": "id-card", "number": 1})
    assert status == 200
    assert "dữ liệu nhạy cảm" in reply["html"]
    assert again(block).progress["sheet"]["tries"] == 1
    call(again(block), "supplement", {"option": "last-page", "number": 2})
    assert grades(block)[-1]["value"] == 0.95
    look(block, code, 5)
    html = look(block, code, 6)[1]["html"]
    mistakes = html[html.index("dl-sp-mistakes") :]
    assert "dữ liệu nhạy cảm" in mistakes
    assert "(tt02:1.3)" in mistakes


def test_the_receipt_of_a_returned_result_promises_nothing_more(block):
    code = file(block)[1]["code"]
    waiting = "Việc tiếp theo"
    for seen in (1, 2, 3):
        assert waiting in look(block, code, seen)[1]["html"]
    call(again(block), "supplement", {"option": "last-page", "number": 1})
    look(block, code, 5)
    assert waiting not in look(block, code, 6)[1]["html"]


def test_wrong_procedures_are_explained_and_cannot_be_unsaid(block):
    status, reply = call(block, "check_step", {"step": "search", "choice": "nhanh"})
    assert (status, reply["valid"], reply["lure"]) == (200, False, True)
    assert ".gov.vn" in reply["html"]
    call(again(block), "check_step", {"step": "search", "choice": "thuong-tru"})
    status, reply = call(again(block), "check_step", {"step": "search", "choice": "tam-tru"})
    assert reply["valid"]
    file(again(block), path=[])
    assert grades(block)[-1]["value"] == pytest.approx(0.8475)


def test_hints_are_given_and_counted_on_the_server(block):
    status, reply = call(block, "clue", {"field": "phone"})
    assert status == 200
    assert "Điện thoại" in reply["html"]
    call(again(block), "clue", {"field": "phone"})
    file(again(block))
    assert grades(block)[-1]["value"] == pytest.approx(0.89)


def test_a_test_gives_no_hints(user):
    block = block_from(olx().replace('mode="try"', 'mode="test"'), user_id=user.pk)
    assert "data-sp-clue=" not in block.student_view().content
    assert call(block, "clue", {"field": "phone"})[0] == 404


def test_communes_come_for_a_province_and_may_be_kept(block):
    response = block.runtime.handle(block, "communes_of", Request.blank("/?province=56"))
    assert ["22780", "Phường Đông Hải"] in response.json["communes"]
    assert len(response.json["communes"]) == 65
    assert "max-age" in response.headers["Cache-Control"]
    empty = block.runtime.handle(block, "communes_of", Request.blank("/?province=%27--"))
    assert empty.json["communes"] == []


@pytest.mark.parametrize(
    ("handler", "body", "code"),
    [
        ("submit", {"attempt_id": "1", "answers": {}}, "bad_request"),
        ("submit", {"attempt_id": ID}, "bad_request"),
        ("submit", {"attempt_id": ID, "answers": []}, "bad_request"),
        ("submit", {"attempt_id": ID, "answers": {"values": {"nobody": "x"}}}, "bad_request"),
        ("submit", {"attempt_id": ID, "answers": {"values": {"phone": 1}}}, "bad_request"),
        ("submit", {"attempt_id": ID, "answers": {"path": [1]}}, "bad_request"),
        ("check_step", {}, "bad_request"),
        ("check_step", {"step": 1}, "bad_request"),
        ("check_step", {"step": "search", "choice": "nobody"}, "unknown_choice"),
        ("check_step", {"step": "ke-khai", "values": None}, "bad_request"),
        ("clue", {"field": "nobody"}, "unknown_hint"),
        ("track", {"code": "MAU", "seen": 1}, "not_filed"),
        ("supplement", {"option": "last-page", "number": 1}, "not_filed"),
        ("restart", {}, "not_filed"),
    ],
)
def test_bad_requests_get_a_clear_error(block, handler, body, code):
    status, reply = call(block, handler, body)
    assert status in (400, 404, 409)
    assert reply["code"] == code
    assert reply["message"]


@pytest.mark.parametrize(
    ("handler", "body"),
    [
        ("track", {"code": "MAU.00-261123-0009", "seen": 1}),
        ("track", {"code": "MAU.00-261123-0001", "seen": True}),
        ("track", {"code": "MAU.00-261123-0001", "seen": -1}),
        ("track", {"code": 1, "seen": 1}),
        ("supplement", {"option": "last-page", "number": 1}),
        ("supplement", {"option": "nobody", "number": 1}),
        ("supplement", {"option": "last-page", "number": "1"}),
    ],
)
def test_forged_requests_do_not_move_a_dossier(block, handler, body):
    file(block)
    status, _reply = call(again(block), handler, body)
    assert status in (400, 404, 409)
    assert again(block).progress["dossier"]["history"] == [1]


@pytest.mark.parametrize("handler", ["submit", "check_step", "clue", "track", "supplement", "restart"])
def test_hostile_bodies_are_refused(block, handler):
    assert call(block, handler, raw=b"x" * 70_000)[0] == 413
    assert call(block, handler, raw=b"{" * 3000)[0] == 400
    assert call(block, handler, raw=b"[]")[0] == 400
    assert call(block, handler, method="GET")[0] == 405
    assert call(block, handler, content_type="application/x-www-form-urlencoded")[0] == 415


def test_a_forged_grade_is_ignored(block):
    body = {
        "attempt_id": ID,
        "answers": answers(papers={"legal-place": "power-bill"}),
        "score": 1,
        "sheet": {},
    }
    call(block, "submit", body)
    assert grades(block)[-1]["value"] < 0.8


def real_values(count):
    rng = random.Random(7)
    for _ in range(count):
        kind = rng.randrange(3)
        if kind == 0:
            number = rng.choice(sorted(PROVINCES)) + rng.choice("0123") + f"{rng.randrange(10**8):08d}"
            yield rng.choice(["{0}", "{0:.3} {1}", "CCCD {0}"]).format(number, number[3:])
        elif kind == 1:
            yield rng.choice(["09", "03"]) + rng.choice("3467") + f"{rng.randrange(10**7):07d}"
        else:
            yield f"nguoi{rng.randrange(1000)}@congty.vn"


def test_a_thousand_real_looking_values_are_refused_and_leave_no_trace(block, caplog):
    fields = [field.id for field in practice().service.fields() if not field.locked]
    for number, value in enumerate(real_values(1000)):
        field = fields[number % len(fields)]
        sent = answers(values={**VALUES, field: value})
        handler, body = (
            ("submit", {"attempt_id": str(uuid.uuid4()), "answers": sent})
            if number % 2
            else ("check_step", {"step": "ke-khai", **sent})
        )
        status, reply = call(block, handler, body)
        assert (status, reply["code"]) == (400, "real_looking"), value
        assert [error["field"] for error in reply["errors"]] == [field]
        assert value not in json.dumps(reply, ensure_ascii=False)
        assert value not in caplog.text
    assert Attempt.objects.count() == 0
    assert block.progress == {}
    assert block.runtime.published == []
    assert block.runtime.learner.rows_written == 0


def test_a_real_number_hides_nowhere_in_a_request(block):
    number = "056099" + "000000"
    for sent in (
        answers(path=[number]),
        answers(papers={"legal-place": number}),
        answers(commune=number),
        {**answers(), "note": {"deep": [number]}},
        {**answers(), number: ""},
    ):
        status, reply = call(block, "submit", {"attempt_id": ID, "answers": sent})
        assert (status, reply["code"]) == (400, "real_looking")
        assert number not in json.dumps(reply)


def test_what_is_kept_and_published_holds_nothing_typed(block):
    file(block)
    kept = json.dumps(
        [Attempt.objects.get().result, block.progress, block.runtime.published], ensure_ascii=False
    )
    for typed in ("Phan", "003198", "0301112211", "Hoa Phượng", "thuha", "2027", "22366"):
        assert typed not in kept


def test_the_dossier_keeps_the_group_it_was_filed_for(block):
    file(block)
    call(again(block), "choose_group", {"group": "workers"})
    page = again(block).student_view().content
    assert "MAU.00-261123-0001" in page
    assert "Huỳnh Mẫu Tấn Lộc" not in page


def test_without_the_app_fields_are_enough():
    block = block_from(olx(), user_id=None)
    assert file(block)[1]["valid"]
    assert file(again(block))[1]["code"] == "MAU.00-261123-0001"


def test_studio_checks_the_content_with_its_settings(user):
    author = block_from(olx(), user_id=user.pk, staff=True)
    author.service = "9.999999"
    assert "9.999999" in author.source_faults()[0].text()
