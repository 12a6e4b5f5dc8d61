"""What learners type, in the real runtime: graded, shown to them again, and nowhere else."""

from __future__ import annotations

import json
import logging
import uuid

import pytest

from digital_literacy.learners.models import Attempt
from tests.contract.runtime import again, block_from, call
from tests.unit.exercises.samples import of_types

pytestmark = pytest.mark.django_db

OLX = of_types("short_answer", "cloze").replace(
    'version="1" ', 'url_name="go-chu" display_name="Gõ chữ" version="1" max_attempts="3"'
)
SECRETS = (
    "Cổng Dịch vụ công",
    "Cổng dịch vụ công",
    "Cổng thông tin",
    "cổng thông tin để đọc",
    "Đúng tên của trang",
    "Gần đúng, hãy viết",
    "Hãy nhìn lại địa chỉ",
    '"156"',
    ">156",
    "113 là",
    "không mất tiền",
    "Anh/chị đã biết",
    "correct",
    "accept",
)


@pytest.fixture
def block(user):
    return block_from(OLX, user_id=user.pk)


def submission(block, short=None, **gaps):
    ids = block._ids()
    answers = {} if short is None else {ids.name(("item",), "q5"): short}
    if gaps:
        values = {
            ids.name(("q6", "gap"), gap): ids.name(("q6", "choice.g2"), value) if gap == "g2" else value
            for gap, value in gaps.items()
        }
        answers[ids.name(("item",), "q6")] = values
    return {"attempt_id": str(uuid.uuid4()), "answers": answers}


def shown(reply):
    drawn = [reply["head"]]
    for item in reply["items"].values():
        drawn += [item["report"], *item["marks"].values()]
    return "".join(drawn)


def test_no_answer_stands_in_what_a_browser_or_an_index_gets(block):
    for text in (
        block.student_view({}).content,
        json.dumps(block.student_view_data(), ensure_ascii=False),
        json.dumps(block.index_dictionary(), ensure_ascii=False),
    ):
        assert [secret for secret in SECRETS if secret in text] == []


def test_right_answers_earn_everything(block):
    body = submission(block, "cổng dịch vụ công quốc gia.", g1="156", g2="a")
    status, reply = call(block, "submit", body)
    assert (status, reply["score"], reply["possible"]) == (200, 3.0, 3.0)
    assert "Đúng tên của trang" in shown(reply)


def test_an_answer_that_is_almost_right_is_told_why(block):
    status, reply = call(block, "submit", submission(block, "cong dich vu cong quoc gia", g1="113"))
    assert (status, reply["score"]) == (200, 0.5)
    marks = [mark for item in reply["items"].values() for mark in item["marks"].values()]
    assert sum("dl-mark-almost" in mark for mark in marks) == 1
    assert sum("dl-mark-wrong" in mark for mark in marks) == 2
    assert "Gần đúng, hãy viết" in shown(reply)
    assert "113 là số gọi công an" in shown(reply)
    assert "Cổng Dịch vụ công quốc gia" not in shown(reply)
    assert ">156<" not in shown(reply)


def test_what_was_typed_is_shown_to_him_again_and_stands_in_no_reply_event_or_log(block, caplog):
    caplog.set_level(logging.DEBUG)
    typed = "trang một cửa <b>"
    _, reply = call(block, "submit", submission(block, typed, g1="99", g2="b"))
    assert "một cửa" not in json.dumps(reply, ensure_ascii=False)
    assert "một cửa" not in repr(block.runtime.published)
    assert "một cửa" not in caplog.text
    page = again(block).student_view({}).content
    assert 'value="trang một cửa &lt;b&gt;"' in page
    assert 'value="99"' in page
    assert "selected" in page


@pytest.mark.parametrize("real", ["0912 345 678", "001085012345", "lan@mail.vn", "4111-1111-1111-1111"])
@pytest.mark.parametrize("place", ["short", "g1"])
def test_what_could_be_somebodys_is_refused_and_kept_nowhere(block, caplog, real, place):
    caplog.set_level(logging.DEBUG)
    status, reply = call(
        block, "submit", submission(block, **{"short": "gì", "g1": "1", place: f"số {real}"})
    )
    assert (status, reply["code"]) == (400, "invalid_answer")
    assert "người thật" in reply["message"] or "real person" in reply["message"]
    for text in (
        json.dumps(reply),
        repr(block.runtime.published),
        caplog.text,
        repr(again(block).last_answers),
    ):
        assert real not in text
    assert Attempt.objects.count() == 0
    assert real not in again(block).student_view({}).content


@pytest.mark.parametrize("answer", [1, True, [], {"a": 1}, "k" * 5000, [["x"]]])
@pytest.mark.parametrize("item", ["q5", "q6"])
def test_wrong_types_cost_no_attempt(block, item, answer):
    body = {"attempt_id": str(uuid.uuid4()), "answers": {block._ids().name(("item",), item): answer}}
    assert call(block, "submit", body)[0] == 400
    assert Attempt.objects.count() == 0


def test_the_scripts_are_loaded_in_the_order_they_need(block):
    urls = [resource.data for resource in block.student_view({}).resources]
    names = [url.rsplit("public/", 1)[-1] for url in urls if url.endswith(".js")]
    needed = [
        "skills_exercise.js",
        "personal_data.js",
        "exercise/gaps.js",
        "exercise/short_answer.js",
        "exercise/cloze.js",
    ]
    assert [name for name in names if name in needed] == needed
