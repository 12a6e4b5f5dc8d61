"""Questions told one by one: the first answer stays, nothing of other questions is told, the attempt counts them."""

from __future__ import annotations

import datetime
import json
import uuid

import pytest

from digital_literacy.exercises.grading import ITEM_PATH
from digital_literacy.learners.models import CheckedAnswer
from digital_literacy.skills_exercise_block import SkillsExerciseBlock
from tests.contract.runtime import again, block_from, call
from tests.contract.skills_exercise.samples import submission
from tests.contract.skills_exercise.test_canaries import (
    TYPES,
    an_answer,
    answer_to_the_other,
    found_in,
    planted_block,
    submit,
)
from tests.unit.exercises.samples import SINGLE, exercise_olx

pytestmark = pytest.mark.django_db
SECOND = SINGLE.replace('"q1"', '"q2"')
FIRST = SINGLE.replace("</single_choice>", "<explanation><p>Vì lẽ ấy</p></explanation></single_choice>")


def block_of(user, attributes='feedback="each"'):
    olx = exercise_olx(FIRST, SECOND, attributes=f'url_name="b" {attributes}')
    return block_from(olx, user_id=user.pk)


def check(block, item, option, **more):
    ids = block._ids()
    body = {"item": ids.name(ITEM_PATH, item), "answer": ids.name((item, "option"), option), **more}
    return call(block, "check_item", body)


def answer(block, **options):
    return call(block, "submit", submission(block, options))


def test_a_question_is_told_and_its_answer_stays_on_every_page(user):
    block = block_of(user)
    assert block.student_view({}).content.count("data-dl-check-actions") == 2
    status, reply = check(block, "q1", "b")
    assert (status, "dl-report-wrong" in reply["report"]) == (200, True)
    page = again(block).student_view({}).content
    assert page.count("data-dl-checked") == 1
    assert page.count("dl-report-wrong") == 1
    assert page.count("disabled data-dl-needs-script aria-describedby") == 2


def test_another_answer_to_a_checked_question_changes_nothing(user):
    block = block_of(user)
    first = check(block, "q1", "b")[1]
    assert check(again(block), "q1", "a")[1] == first
    _, reply = answer(again(block), q1="a", q2="a")
    assert (reply["score"], reply["possible"]) == (1.0, 2.0)


def test_what_was_not_checked_counts_as_sent_and_a_new_attempt_begins_afresh(user):
    block = block_of(user)
    check(block, "q1", "a")
    ids = block._ids()
    body = {
        "attempt_id": str(uuid.uuid4()),
        "answers": {ids.name(ITEM_PATH, "q2"): ids.name(("q2", "option"), "b")},
    }
    assert call(again(block), "submit", body)[1]["score"] == 1.0
    assert CheckedAnswer.objects.count() == 0
    _, reply = answer(again(block), q1="b", q2="b")
    assert reply["score"] == 0.0


def test_a_checked_question_gives_no_hint_that_would_only_cost(user):
    hinted = FIRST.replace("</single_choice>", "<hint><p>Một</p></hint></single_choice>")
    olx = exercise_olx(hinted, SECOND, attributes='url_name="b" feedback="each" hint_cost="0.5"')
    block = block_from(olx, user_id=user.pk)
    check(block, "q1", "a")
    status, reply = call(again(block), "hint", {"item": block._ids().name(ITEM_PATH, "q1"), "seen": 0})
    assert (status, reply["code"]) == (409, "checked")
    assert "hidden data-dl-hint" in again(block).student_view({}).content
    assert answer(again(block), q1="a", q2="a")[1]["score"] == 2.0


def test_the_solution_waits_for_the_rule(user):
    block = block_of(user, 'feedback="each" max_attempts="2"')
    assert "Vì lẽ ấy" not in check(block, "q1", "b")[1]["report"]
    answer(again(block), q1="b", q2="b")
    assert "Vì lẽ ấy" in check(again(block), "q1", "b")[1]["report"]


def test_a_right_answer_brings_its_explanation_unless_never(user):
    assert "Vì lẽ ấy" in check(block_of(user), "q1", "a")[1]["report"]
    assert (
        "Vì lẽ ấy" not in check(block_of(user, 'feedback="each" show_answer="never"'), "q1", "a")[1]["report"]
    )


@pytest.mark.parametrize("feedback", ["at_once", "at_end", "after_due"])
def test_only_where_the_author_says_so(user, feedback):
    block = block_of(user, f'feedback="{feedback}"')
    assert "data-dl-check-actions" not in block.student_view({}).content
    assert check(block, "q1", "a")[0] == 403


@pytest.mark.parametrize("correctness", ["never", "past_due"])
def test_not_where_the_platform_hides_what_is_right(user, monkeypatch, correctness):
    block = block_of(user)
    due = datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=1)
    monkeypatch.setattr(SkillsExerciseBlock, "due", due, raising=False)
    monkeypatch.setattr(SkillsExerciseBlock, "show_correctness", correctness, raising=False)
    assert "data-dl-check-actions" not in block.student_view({}).content
    status, reply = check(block, "q1", "a")
    assert (status, reply["code"]) == (403, "not_here")


def test_what_was_checked_in_time_counts_when_the_rest_comes_late(user, monkeypatch):
    block = block_of(user)
    check(block, "q1", "a")
    past = datetime.datetime.now(datetime.UTC) - datetime.timedelta(hours=1)
    monkeypatch.setattr(SkillsExerciseBlock, "due", past, raising=False)
    assert check(again(block), "q2", "a")[1]["code"] == "closed"
    _, reply = answer(again(block), q1="b", q2="a")
    assert (reply["score"], bool(reply["note"])) == (1.0, True)


def test_no_attempt_left_no_check(user):
    block = block_of(user, 'feedback="each" max_attempts="1"')
    answer(block, q1="a", q2="b")
    assert check(again(block), "q1", "a")[1]["code"] == "attempts_used"


def test_looking_at_another_groups_variant_gives_no_second_try(user):
    variant = '<variant group="workers"><prompt><p>Ca làm</p></prompt></variant>'
    olx = exercise_olx(
        FIRST.replace("<prompt>", f"{variant}<prompt>", 1), attributes='url_name="b" feedback="each"'
    )
    block = block_from(olx, user_id=user.pk)
    check(block, "q1", "b")
    call(again(block), "choose_group", {"group": "workers"})
    check(again(block), "q1", "b")
    call(again(block), "choose_group", {"group": "students"})
    call(again(block), "choose_group", {"group": "workers"})
    assert "dl-report-wrong" in check(again(block), "q1", "a")[1]["report"]


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"item": 7},
        {"item": "k0"},
        {"item": "x" * 50, "answer": "a"},
        {"answer": None},
        {"answer": ""},
        {"answer": {"a": 1}},
        {"answer": "knothing"},
        {"binding": "stale"},
    ],
)
def test_what_no_page_sends_is_refused_and_keeps_nothing(user, body):
    block = block_of(user)
    ids = block._ids()
    good = {"item": ids.name(ITEM_PATH, "q1"), "answer": ids.name(("q1", "option"), "a")}
    status, reply = call(block, "check_item", {**good, **body} if body else {})
    assert 400 <= status < 500
    assert reply["message"]
    assert CheckedAnswer.objects.count() == 0


def test_an_edit_of_the_content_forgets_what_was_checked_before(user):
    block = block_of(user)
    check(block, "q1", "b")
    changed = again(block)
    changed.olx = changed.olx.replace("Vì lẽ ấy", "Vì lẽ khác")
    assert "data-dl-checked" not in changed.student_view({}).content


@pytest.mark.parametrize("tag", TYPES)
def test_nothing_secret_of_another_question_comes_out(tag, user):
    block, canaries = planted_block(tag, user, 'show_answer="never" feedback="each"')
    ((name, sent),) = answer_to_the_other(block).items()
    reply = call(block, "check_item", {"item": name, "answer": sent})[1]
    assert reply["status"] == "ok"
    assert found_in(canaries, reply, again(block).student_view({}).content) == []


@pytest.mark.parametrize("tag", TYPES)
def test_every_type_can_be_checked_and_counts_the_same(tag, user):
    block, _canaries = planted_block(tag, user, 'show_answer="never" feedback="each"')
    ((name, sent),) = an_answer(block).items()
    status, reply = call(again(block), "check_item", {"item": name, "answer": sent})
    assert (status, reply["answer"]) == (200, sent)
    page = again(block).student_view({}).content
    assert "data-dl-checked" in page
    told = submit(again(block), {name: sent})
    assert json.dumps(told["items"][name]["report"]) == json.dumps(reply["report"])


def test_a_reset_by_staff_forgets_what_was_checked(user):
    block = block_of(user)
    check(block, "q1", "b")
    block.attempts.reset()
    assert "data-dl-checked" not in again(block).student_view({}).content


def test_without_the_app_the_state_holds_what_was_checked():
    olx = exercise_olx(FIRST, SECOND, attributes='url_name="b" feedback="each"')
    block = block_from(olx, user_id=None)
    first = check(block, "q1", "b")[1]
    assert check(again(block), "q1", "a")[1] == first
    assert answer(again(block), q1="a", q2="a")[1]["score"] == 1.0
    assert "data-dl-checked" not in again(block).student_view({}).content
