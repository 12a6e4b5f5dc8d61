"""A time limit: nothing shows before the start, the server's clock decides, nothing kept in time is lost."""

from __future__ import annotations

import datetime
import uuid

import pytest

from digital_literacy.blocks import exercise_keeping, exercise_timing
from digital_literacy.exercises.grading import ITEM_PATH
from digital_literacy.learners.models import Attempt, AttemptStart, TimeAllowance
from digital_literacy.skills_exercise_block import SkillsExerciseBlock
from tests.contract.runtime import ContractRuntime, again, block_from, call, load
from tests.contract.skills_exercise.samples import submission
from tests.unit.exercises.samples import SINGLE, exercise_olx, problems

pytestmark = pytest.mark.django_db
START = datetime.datetime(2026, 11, 25, 8, 0, tzinfo=datetime.UTC)
HINTED = SINGLE.replace("</single_choice>", "<hint><p>Một gợi ý</p></hint></single_choice>")


@pytest.fixture
def clock(monkeypatch):
    """The server's time; `clock(minutes)` sets it to so many minutes after the start."""
    moment = [START]
    for module in (exercise_timing, exercise_keeping):
        monkeypatch.setattr(module, "now", lambda: moment[0])

    def at(minutes):
        moment[0] = START + datetime.timedelta(minutes=minutes)

    return at


def block_of(user, attributes='time_limit="20"'):
    return block_from(exercise_olx(HINTED, attributes=f'url_name="b" {attributes}'), user_id=user.pk)


def page(block):
    return again(block).student_view({}).content


def keep(block, option):
    ids = block._ids()
    answers = {ids.name(ITEM_PATH, "q1"): ids.name(("q1", "option"), option)}
    return call(again(block), "keep", {"answers": answers, "binding": block.binding("")})[1]


def answer(block, option, **more):
    return call(again(block), "submit", {**submission(block, {"q1": option}), **more})


def start(block):
    return call(again(block), "start", {})


def test_no_question_shows_before_the_start_anywhere(user, clock):
    block = block_of(user)
    shown = page(block) + again(block).public_view({}).content
    assert "data-dl-item" not in shown
    assert "20 phút" in shown
    assert "data-dl-start" in page(block)
    assert again(block).student_view_data()["items"] == []
    assert "Câu hỏi" not in str(again(block).index_dictionary())
    assert start(block) == (200, {"status": "ok", "remaining": 1200})
    assert page(block).count("data-dl-item") == 1
    assert 'data-dl-clock="1200"' in page(block)


def test_a_second_start_goes_on_with_the_first(user, clock):
    block = block_of(user)
    start(block)
    clock(5)
    assert start(block)[1]["remaining"] == 900
    assert call(again(block), "clock", {})[1]["remaining"] == 900
    assert AttemptStart.objects.count() == 1


@pytest.mark.parametrize(("name", "body"), [("hint", {"item": "k0", "seen": 0}), ("submit", None)])
def test_nothing_is_answered_or_hinted_before_the_start(user, clock, name, body):
    block = block_of(user)
    status, reply = call(block, name, body or submission(block, {"q1": "a"}))
    assert (status, reply["code"]) == (403, "not_started")
    assert keep(block, "a")["kept_at"] == ""
    assert Attempt.objects.count() == 0


def test_in_time_it_counts_and_the_next_attempt_has_a_clock_of_its_own(user, clock):
    block = block_of(user)
    start(block)
    clock(20.4)  # within the grace
    assert answer(block, "a")[1]["score"] == 1.0
    assert "data-dl-clock" not in page(block)
    assert "data-dl-start" in page(block)
    assert answer(block, "b")[1]["code"] == "not_started"
    assert start(block)[1]["remaining"] == 1200
    shown = page(block)
    assert "dl-report" not in shown
    assert "data-dl-item" in shown


def test_what_was_kept_in_time_counts_in_place_of_what_comes_late(user, clock):
    block = block_of(user)
    start(block)
    clock(19)
    assert keep(block, "a")["kept_at"]
    clock(21)
    status, reply = answer(block, "b")
    assert (status, reply["score"], bool(reply["note"])) == (200, 1.0, True)
    assert Attempt.objects.count() == 1
    assert answer(block, "b")[1]["score"] == 1.0  # another window, as late
    assert Attempt.objects.count() == 1


@pytest.mark.parametrize("call_again", ["view", "clock", "start", "keep", "hint"])
def test_who_never_sends_is_counted_once_at_the_next_sight(user, clock, call_again):
    block = block_of(user)
    start(block)
    keep(block, "a")
    clock(30)
    for _ in range(2):
        if call_again == "view":
            assert "Lần này đã hết giờ" in page(block)
        elif call_again == "keep":
            assert keep(block, "b")["kept_at"] == ""
        else:
            call(again(block), call_again, {"item": "k0", "seen": 0})
    page(block)
    assert [attempt.earned for attempt in Attempt.objects.all()] == [1.0]
    assert again(block).get_score().raw_earned == 1.0


def test_nothing_kept_is_an_attempt_with_nothing(user, clock):
    block = block_of(user, 'time_limit="20" max_attempts="1"')
    start(block)
    clock(30)
    page(block)
    assert [attempt.earned for attempt in Attempt.objects.all()] == [0.0]
    assert start(block)[1]["code"] == "attempts_used"


def test_after_an_attempt_that_ran_out_the_next_one_counts(user, clock):
    block = block_of(user)
    start(block)
    clock(30)
    assert "Lần này đã hết giờ" in page(block)
    start(block)
    clock(35)
    status, reply = answer(block, "a")
    assert (status, reply["attempt"], reply["score"], reply["note"]) == (200, 2, 1.0, "")
    assert [attempt.earned for attempt in Attempt.objects.order_by("number")] == [0.0, 1.0]


def test_what_an_earlier_attempt_left_behind_does_not_count_in_the_next_one(user, clock):
    block = block_of(user)
    start(block)
    assert 'data-dl-attempt="1"' in page(block)
    clock(30)
    page(block)
    start(block)
    status, reply = answer(block, "a", number=1)  # waited on a device without a connection
    assert (status, reply["attempt"], bool(reply["note"])) == (200, 1, True)
    ids = block._ids()
    late = {ids.name(ITEM_PATH, "q1"): ids.name(("q1", "option"), "a")}
    kept = call(again(block), "keep", {"answers": late, "binding": block.binding(""), "number": 1})[1]
    assert kept["kept_at"] == ""
    assert Attempt.objects.count() == 1
    assert answer(block, "b", number=2)[1]["attempt"] == 2
    start(block)
    assert answer(block, "a", number=2)[1]["code"] == "already_sent"
    assert Attempt.objects.count() == 2


def test_what_was_checked_one_by_one_counts_too(user, clock):
    block = block_of(user, 'time_limit="20" feedback="each"')
    ids = block._ids()
    body = {"item": ids.name(ITEM_PATH, "q1"), "answer": ids.name(("q1", "option"), "a")}
    assert call(block, "check_item", body)[1]["code"] == "not_started"
    start(block)
    call(again(block), "check_item", body)
    clock(30)
    page(block)
    assert [attempt.earned for attempt in Attempt.objects.all()] == [1.0]


def test_the_page_that_ends_by_itself_may_send_nothing(user, clock):
    block = block_of(user)
    start(block)
    body = {"attempt_id": str(uuid.uuid4()), "answers": {}}
    assert call(again(block), "submit", body)[1]["code"] == "nothing_answered"
    assert call(again(block), "submit", {**body, "ended": True})[1]["score"] == 0.0


def test_more_time_also_for_an_attempt_that_runs(user, clock):
    block = block_of(user)
    start(block)
    clock(15)
    course = again(block).course_key
    TimeAllowance.objects.create(user=user, course_key=course, percent=50)
    assert call(again(block), "clock", {})[1]["remaining"] == 900
    TimeAllowance.objects.create(user=user, course_key=course, usage_key="block-v1:other", percent=900)
    clock(29)
    assert answer(block, "a")[1]["score"] == 1.0


def test_never_past_the_due_date(user, clock, monkeypatch):
    block = block_of(user)
    due = START + datetime.timedelta(minutes=10)
    monkeypatch.setattr(SkillsExerciseBlock, "due", due, raising=False)
    monkeypatch.setattr("digital_literacy.blocks.exercise_attempts.now", lambda: START)
    monkeypatch.setattr("digital_literacy.skills_exercise_block.now", lambda: START)
    assert "Bài đóng lúc" in page(block)
    assert start(block)[1]["remaining"] == 600
    keep(block, "a")
    clock(11)
    page(block)
    assert [attempt.earned for attempt in Attempt.objects.all()] == [1.0]
    assert start(block)[1]["code"] == "closed"


def test_two_windows_send_one_attempt(user, clock):
    block = block_of(user)
    start(block)
    first, second = again(block), again(block)
    second.attempts.used()
    assert call(first, "submit", submission(block, {"q1": "a"}))[1]["score"] == 1.0
    assert call(second, "submit", submission(block, {"q1": "b"}))[0] in (403, 409)
    assert Attempt.objects.count() == 1


def test_a_reset_by_staff_stops_the_clock(user, clock):
    block = block_of(user)
    start(block)
    block.attempts.reset()
    assert AttemptStart.objects.count() == 0
    assert "data-dl-item" not in page(block)


def test_without_the_app_the_state_holds_the_clock(clock):
    block = block_from(exercise_olx(HINTED, attributes='url_name="b" time_limit="20"'), user_id=None)
    assert start(block)[1]["remaining"] == 1200
    clock(5)
    assert start(block)[1]["remaining"] == 900
    assert answer(block, "a")[1]["score"] == 1.0
    assert "data-dl-start" in page(block)


def test_where_there_is_no_limit_there_is_no_clock(user):
    block = block_of(user, "")
    assert call(block, "start", {})[0] == 400
    assert call(again(block), "clock", {})[1]["remaining"] is None
    assert "data-dl-clock" not in page(block)


@pytest.mark.parametrize("value", ["-1", "601", "20m", "1.5", "9999"])
@pytest.mark.parametrize("name", ["time_limit", "time_grace"])
def test_a_limit_that_is_none_is_a_fault(name, value):
    found = problems(exercise_olx(SINGLE, attributes=f'{name}="{value}"'))
    assert any(name in each for each in found)


def test_staff_who_look_start_nothing(user, clock):
    block = block_of(user)
    staff = load(ContractRuntime(user_id=None, staff=True, authored=block.runtime.authored), block.scope_ids)
    assert "Một" in staff.author_view({}).content
    assert AttemptStart.objects.count() == 0
