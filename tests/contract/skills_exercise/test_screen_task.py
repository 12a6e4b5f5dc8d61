"""Screen tasks through the door: canaries, grading, hints for a place, tasks that are only shown."""

from __future__ import annotations

import json
import uuid

import pytest
from lxml import html as lxml_html

from digital_literacy.exercises.item_types import item_types
from tests.contract.runtime import again, block_from, call
from tests.unit.exercises.samples import exercise_olx

pytestmark = pytest.mark.django_db

TASK = item_types()["screen_task"].sample
TEST = TASK.replace('mode="try"', 'mode="test"').replace('"q5"', '"q6"')
SHOW = TASK.replace('mode="try"', 'mode="show"').replace('"q5"', '"q7"')
# Words of goal, best path, mistakes, hints and feedback, and all that could name them.
CANARIES = (
    "Mở mục Bảo mật",
    "Gạt công tắc",
    "hai bước đã bật",
    "Khóa màn hình vẫn bật",
    "chiếm tài khoản",
    "Ở đây không có",
    "chuyện an toàn",
    "Tìm mục nói",
    "hai lớp khóa",
    "xem lại từng mục",
    "mã thứ hai",
    "two_step",
    "lock_switch",
    "security",
    "cost",
    "mistake",
)


def block_of(user, *tasks, staff=False):
    olx = exercise_olx(*tasks, attributes='url_name="may" display_name="Máy" max_attempts="2"')
    return block_from(olx, user_id=user.pk, staff=staff)


def submission(block, item, *actions):
    ids = block._ids()
    sent = [
        [part if part in ("back", "restart") else ids.name((item, "part"), part), *given]
        for part, *given in actions
    ]
    return {"attempt_id": str(uuid.uuid4()), "answers": {ids.name(("item",), item): {"actions": sent}}}


def drawn(reply):
    return reply["head"] + "".join(item["report"] for item in reply["items"].values())


def canaries_in(text):
    return [canary for canary in CANARIES if canary in text]


def test_nothing_secret_stands_in_page_data_or_replies_before_its_time(user):
    block = block_of(user, TASK, TEST)
    assert canaries_in(block.student_view({}).content) == []
    assert canaries_in(block_from(exercise_olx(TASK, TEST), user_id=None).public_view({}).content) == []
    for data in (block.student_view_data(), block.index_dictionary()):
        assert canaries_in(json.dumps(data, ensure_ascii=False)) == []
    _, reply = call(block, "submit", submission(block, "q5", ["security"], ["ask_stranger"]))
    told = ["hai bước đã bật", "Khóa màn hình vẫn bật", "chiếm tài khoản", "xem lại từng mục"]
    assert canaries_in(json.dumps(reply, ensure_ascii=False)) == told
    assert canaries_in(again(block).student_view({}).content) == told


def test_the_goal_reached_counts_and_the_best_way_is_shown(user):
    block = block_of(user, TASK)
    status, reply = call(block, "submit", submission(block, "q5", ["security"], ["two_step_switch"]))
    assert (status, reply["score"], reply["possible"]) == (200, 3.0, 3.0)
    assert "hai lớp khóa" in drawn(reply)
    assert "Mở mục Bảo mật" in drawn(reply)


def test_a_long_way_round_is_told(user):
    block = block_of(user, TASK)
    round_about = [["display"], ["back"]] * 5
    _, reply = call(block, "submit", submission(block, "q5", *round_about, ["security"], ["two_step_switch"]))
    assert reply["score"] == pytest.approx(3 * (0.9 + 0.1 * 3 / 12))
    assert "dl-mark-wrong" in drawn(reply)


@pytest.mark.parametrize("actions", [[["ask_stranger"]], [["back"]], [["security", "x"]], [["nothing"]]])
def test_what_is_not_possible_costs_no_attempt(user, actions):
    block = block_of(user, TASK)
    status, reply = call(block, "submit", submission(block, "q5", *actions))
    assert (status, reply["code"]) == (400, "invalid_answer")
    assert again(block).attempts.used() == 0


def test_hints_for_a_place_are_given_when_asked_and_noted(user):
    block = block_of(user, TASK, TEST)
    ids = block._ids()
    body = {"item": ids.name(("item",), "q5"), "seen": 0, "at": ids.name(("q5", "screen"), "display")}
    status, reply = call(block, "hint", body)
    assert (status, "Ở đây không có" in reply["html"]) == (200, True)
    assert again(block).hints_used == {"q5@display": 1}
    empty = {**body, "at": ids.name(("q5", "screen"), "help")}
    status, reply = call(again(block), "hint", empty)
    assert (status, canaries_in(reply["html"])) == (200, [])
    in_a_test = {"item": ids.name(("item",), "q6"), "seen": 0, "at": ids.name(("q6", "screen"), "display")}
    assert call(again(block), "hint", in_a_test)[0] == 400
    for wrong in ("display", 3, None, "x" * 5000):
        status, reply = call(again(block), "hint", {**body, "at": wrong})
        assert "Ở đây không có" not in reply.get("html", "")


def test_a_shown_task_narrates_and_an_exercise_of_it_alone_is_done_by_looking(user):
    block = block_of(user, SHOW)
    page = block.student_view({}).content
    assert "Mở mục Bảo mật" in page
    assert "chiếm tài khoản" not in page
    body = {"attempt_id": str(uuid.uuid4()), "answers": {block._ids().name(("item",), "q7"): {"seen": True}}}
    status, reply = call(block, "submit", body)
    assert (status, reply["possible"], reply["items"]) == (200, 0.0, {})
    grade = next(data for event, data in block.runtime.published if event == "grade")
    assert (grade["value"], grade["max_value"]) == (1.0, 1.0)
    assert again(block).get_score().raw_earned == 1.0
    assert "data-dl-result" in again(block).student_view({}).content


def test_the_page_reads_without_script(user):
    tree = lxml_html.fromstring(block_of(user, TASK, SHOW).student_view({}).content)
    for task in tree.xpath("//*[@data-dl-task]"):
        shown = [each for each in task.xpath(".//*[@data-dl-screen]") if each.get("hidden") is None]
        assert [each.findtext(".//h4") is not None for each in shown] == [True]
        assert "Bảo mật" in shown[0].text_content()
        assert all(button.get("disabled") is not None for button in task.iter("button"))
    assert "Gạt công tắc" in tree.xpath("//*[@data-dl-walk-list]")[0].text_content()


def test_ids_are_unique_with_two_tasks(user):
    tree = lxml_html.fromstring(block_of(user, TASK, TEST, SHOW).student_view({}).content)
    ids = [each.get("id") for each in tree.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    for each in tree.iter():
        for attribute in ("aria-labelledby", "aria-describedby", "for"):
            assert set((each.get(attribute) or "").split()) <= set(ids)


def test_authors_see_all_screens_and_the_best_way(user):
    page = block_of(user, TASK, SHOW, staff=True).author_view({}).content
    tree = lxml_html.fromstring(page)
    assert all(each.get("hidden") is None for each in tree.xpath("//*[@data-dl-screen]"))
    assert "Gạt công tắc" in page
    assert len(tree.xpath("//*[@data-dl-screen]")) == 8
