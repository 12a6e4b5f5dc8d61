from __future__ import annotations

import datetime
import uuid

import pytest

from digital_literacy.learners.models import Attempt
from digital_literacy.skills_exercise_block import SkillsExerciseBlock
from tests.contract.runtime import again, block_from, call
from tests.contract.skills_exercise.samples import OLX, RIGHT, WRONG, everything_right, submission

pytestmark = pytest.mark.django_db


def shown(reply):
    """All that the reply puts on the page."""
    drawn = [reply["head"]]
    for item in reply["items"].values():
        drawn += [item["report"], *item["marks"].values()]
    return "".join(drawn)


def grades(block) -> list[float]:
    return [data["value"] for event, data in block.runtime.published if event == "grade"]


def test_right_answers_reach_the_gradebook(block):
    status, reply = call(block, "submit", everything_right(block))
    assert (status, reply["score"], reply["possible"]) == (200, 8.0, 8.0)
    assert "Đúng tất cả" in shown(reply)
    grade = next(data for event, data in block.runtime.published if event == "grade")
    assert (grade["value"], grade["max_value"], grade["only_if_higher"]) == (1.0, 1.0, True)
    assert ("completion", {"completion": 1.0}) in block.runtime.published
    assert again(block).get_score().raw_earned == 1.0
    assert block.weight == 2


def test_a_wrong_answer_gets_its_own_feedback_and_counts(block):
    status, reply = call(block, "submit", submission(block, WRONG))
    assert (status, reply["score"]) == (200, 0.0)
    assert "phần cuối của tên miền" in shown(reply)
    assert "Trang của cơ quan nhà nước có tên miền" not in shown(reply)
    assert "đã dùng 1/3" in shown(reply)
    assert Attempt.objects.get().result["answers"]["q1"] == "b"


def test_points_are_written_in_vietnamese(block):
    _, reply = call(block, "submit", submission(block, {"q2": ["a"], "q3": ["s1", "s2", "s4", "s3"]}))
    assert "2,33/8 điểm" in shown(reply)


def test_the_best_attempt_counts_and_the_last_one_is_shown(block):
    call(block, "submit", submission(block, RIGHT))
    _, reply = call(again(block), "submit", submission(block, WRONG))
    assert reply["score"] == 0.0
    assert "Kết quả tốt nhất đến nay là 5/8 điểm" in shown(reply)
    assert again(block).get_score().raw_earned == 5 / 8
    page = again(block).student_view({}).content
    assert "Kết quả:" in page
    assert 'value="scam"' in page


def test_the_same_attempt_id_counts_once(block):
    body = submission(block, RIGHT)
    first = call(block, "submit", body)
    other = {**submission(block, WRONG), "attempt_id": body["attempt_id"]}
    for repeated in (body, other):
        assert call(again(block), "submit", repeated) == first
    assert Attempt.objects.count() == 1
    assert grades(block) == [5 / 8]


def test_one_attempt_and_one_state_row_a_submit(block):
    written = block.runtime.learner.rows_written
    call(block, "submit", submission(block, RIGHT))
    assert block.runtime.learner.rows_written - written == 1
    assert Attempt.objects.count() == 1


def test_attempts_run_out(block):
    for _ in range(3):
        assert call(again(block), "submit", submission(block, WRONG))[0] == 200
    status, reply = call(again(block), "submit", submission(block, RIGHT))
    assert (status, reply["code"]) == (403, "attempts_used")
    assert "hết" in reply["message"]
    page = again(block).student_view({}).content
    assert "data-dl-submit" not in page
    assert "Trang của cơ quan nhà nước có tên miền" in page  # the solution may show now


def test_a_forged_grade_is_ignored(block):
    body = {**submission(block, WRONG), "score": 8, "grade": 1, "value": 1, "earned_share": 1}
    _, reply = call(block, "submit", body)
    assert reply["score"] == 0.0
    assert grades(block) == [0.0]


@pytest.mark.parametrize(
    "change",
    [
        {"attempt_id": "1"},
        {"attempt_id": 7},
        {"attempt_id": None},
        {"answers": None},
        {"answers": [1]},
        {"answers": "q1"},
        {"answers": {}},
        {"answers": {"q1": "a"}},
        {"answers": {str(n): n for n in range(500)}},
    ],
)
def test_wrong_types_are_refused_in_words(block, change):
    status, reply = call(block, "submit", {**submission(block, RIGHT), **change})
    assert (status, reply["status"]) == (400, "error")
    assert reply["message"]
    assert Attempt.objects.count() == 0


@pytest.mark.parametrize("answer", [1, True, [], ["x"], {"a": 1}, "k" * 5000, [[["x"]]], "a"])
@pytest.mark.parametrize("item", ["q1", "q2", "q3", "q4"])
def test_wrong_answers_types_cost_no_attempt(block, item, answer):
    body = {"attempt_id": str(uuid.uuid4()), "answers": {block._ids().name(("item",), item): answer}}
    status, reply = call(block, "submit", body)
    assert status == 400
    assert str(answer) not in reply["message"] or answer in (1, "a")
    assert Attempt.objects.count() == 0


def test_another_learners_page_cannot_be_sent(block, django_user_model):
    other = again(block, user_id=django_user_model.objects.create(username="minh").pk)
    assert call(other, "submit", submission(block, RIGHT))[1]["code"] == "invalid_answer"
    assert call(other, "submit", submission(other, RIGHT))[0] == 200
    assert not again(block).has_attempted


def test_two_blocks_do_not_meet(user):
    one = block_from(OLX, user_id=user.pk)
    two = block_from(OLX.replace('url_name="tin-nhan"', 'url_name="khac"'), user_id=user.pk)
    call(one, "submit", submission(one, RIGHT))
    assert one.html_id != two.html_id
    assert again(two).attempts.used() == 0
    assert call(two, "submit", submission(one, RIGHT))[1]["code"] == "invalid_answer"


def test_after_the_due_date_answers_no_longer_count(block, monkeypatch):
    past = datetime.datetime.now(datetime.UTC) - datetime.timedelta(hours=1)
    monkeypatch.setattr(SkillsExerciseBlock, "due", past, raising=False)
    status, reply = call(block, "submit", submission(block, RIGHT))
    assert (status, reply["code"]) == (403, "closed")
    monkeypatch.setattr(SkillsExerciseBlock, "graceperiod", datetime.timedelta(hours=2), raising=False)
    assert call(again(block), "submit", submission(block, RIGHT))[0] == 200


@pytest.mark.parametrize("said", ["never", "never_but_include_grade", "whatever a later release adds"])
def test_results_are_kept_back_when_the_platform_says_so(block, monkeypatch, said):
    monkeypatch.setattr(SkillsExerciseBlock, "show_correctness", said, raising=False)
    _, reply = call(block, "submit", submission(block, WRONG))
    assert reply["score"] is None
    assert "phần cuối của tên miền" not in shown(reply)
    assert "Đã nhận bài làm" in shown(reply)
    assert "Chưa đúng" not in again(block).student_view({}).content


def test_staff_can_rescore_and_override(block):
    call(block, "submit", submission(block, RIGHT))
    again_block = again(block)
    assert again_block.has_submitted_answer()
    assert again_block.calculate_score().raw_earned == 5 / 8
    again_block.rescore(only_if_higher=False)
    assert grades(block)[-1] == 5 / 8


def test_hints_come_one_at_a_time_and_are_noted(block):
    item = block._ids().name(("item",), "q1")
    status, reply = call(block, "hint", {"item": item, "seen": 0})
    assert (status, reply["shown"], reply["left"]) == (200, 1, 0)
    assert "Đọc tên miền từ phải" in reply["html"]
    assert again(block).hints_used == {"q1": 1}
    assert call(again(block), "hint", {"item": item, "seen": 0})[1]["html"] == reply["html"]
    assert "Đọc tên miền từ phải" in again(block).student_view({}).content


@pytest.mark.parametrize(
    "body", [{}, {"item": "q1", "seen": 0}, {"item": 3, "seen": 0}, {"item": "x" * 999, "seen": 0}]
)
def test_an_unknown_hint_is_refused(block, body):
    status, reply = call(block, "hint", body)
    assert status == 400
    assert reply["message"]


@pytest.mark.parametrize("seen", [None, "0", 1.5, True, [], -5, 10**9])
def test_a_forged_count_of_hints_gives_nothing_more(block, seen):
    status, reply = call(block, "hint", {"item": block._ids().name(("item",), "q1"), "seen": seen})
    assert status in (200, 400)
    assert reply.get("shown", 1) == 1


def test_a_counted_attempt_that_the_state_has_lost_is_shown_again(user):
    """A late request of another tab writes the state it had read before: the platform keeps no lock."""
    block = block_from(OLX.replace('max_attempts="3"', 'max_attempts="1"'), user_id=user.pk)
    before = dict(block.runtime.learner.db_dict)
    call(block, "submit", everything_right(block))
    block.runtime.learner.db_dict.clear()
    block.runtime.learner.db_dict.update(before)
    page = again(block).student_view({}).content
    assert "đã dùng 1/1" in page
    assert "8/8 điểm" in page
    assert "data-dl-submit" not in page
