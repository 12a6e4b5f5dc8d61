"""What surrounds the questions: when results are told, what hints cost, who helped, and scoring again."""

from __future__ import annotations

import datetime
import json
import uuid

import pytest
from lxml import etree
from lxml import html as lxml_html

from digital_literacy.skills_exercise_block import SkillsExerciseBlock
from tests.contract.runtime import again, block_from, call
from tests.contract.skills_exercise.samples import submission
from tests.unit.exercises.samples import SINGLE, exercise_olx, problems

pytestmark = pytest.mark.django_db
HINTED = SINGLE.replace("</single_choice>", "<hint><p>Một</p></hint><hint><p>Hai</p></hint></single_choice>")


def block_of(user, *items, attributes=""):
    return block_from(exercise_olx(*items, attributes=f'url_name="b" {attributes}'), user_id=user.pk)


def answer(block, option, **more):
    return call(block, "submit", {**submission(block, {"q1": option}), **more})


def ask(block):
    token = block._ids().name(("item",), "q1")
    return call(block, "hint", {"item": token, "seen": 9})[1]


def events(block, name):
    return [data for event, data in block.runtime.published if event.endswith(name)]


def test_each_hint_costs_its_share_from_the_next_attempt_on(user):
    block = block_of(user, HINTED, attributes='hint_cost="0.25"')
    assert "Mỗi gợi ý trừ 25 % điểm" in block.student_view({}).content
    ask(block)
    _, reply = answer(again(block), "a")
    assert reply["score"] == 0.75
    assert "dl-report-right" in json.dumps(reply)
    ask(again(block))
    _, reply = answer(again(block), "a")
    assert reply["score"] == 0.5
    assert again(block).get_score().raw_earned == 0.75
    assert "0,5/1" in again(block).student_view({}).content


def test_a_hint_costs_nothing_unless_the_author_says_so(user):
    block = block_of(user, HINTED)
    ask(block)
    assert answer(again(block), "a")[1]["score"] == 1.0


def test_at_the_end_nothing_is_told_before(user):
    block = block_of(user, SINGLE, attributes='feedback="at_end" max_attempts="2"')
    _, reply = answer(block, "b")
    assert (reply["score"], reply["items"]) == (None, {})
    assert "dl-report" not in again(block).student_view({}).content
    _, reply = answer(again(block), "b")
    assert reply["score"] == 0.0
    assert reply["items"]


def test_after_the_due_date(user, monkeypatch):
    block = block_of(user, SINGLE, attributes='feedback="after_due"')
    now = datetime.datetime.now(datetime.UTC)
    monkeypatch.setattr(SkillsExerciseBlock, "due", now + datetime.timedelta(hours=1), raising=False)
    assert answer(block, "a")[1]["score"] is None
    monkeypatch.setattr(SkillsExerciseBlock, "due", now - datetime.timedelta(hours=1), raising=False)
    assert "dl-report-right" in again(block).student_view({}).content


def test_help_is_kept_shown_and_never_counts_as_alone(user):
    block = block_of(user, SINGLE)
    assert "Ai làm bài này?" in block.student_view({}).content
    _, reply = answer(block, "a", help="community_team")
    assert "tổ công nghệ số cộng đồng" in reply["head"]
    assert "không tính là tự làm" in again(block).student_view({}).content
    assert again(block).get_score().raw_earned == 1.0
    assert again(block).independent_share is None
    answer(again(block), "b", help="nobody knows this")
    assert again(block).independent_share == 0.0
    assert [event["helper"] for event in events(block, "submitted")] == ["community_team", ""]


def test_who_is_not_asked_cannot_declare(user):
    block = block_of(user, SINGLE, attributes='ask_help="false"')
    assert "Ai làm bài này?" not in block.student_view({}).content
    assert "helper" not in answer(block, "a", help="family")[1]
    assert again(block).independent_share == 1.0


def test_events_hold_no_evidence_unless_the_platform_allows_it(user, settings):
    block = block_of(user, HINTED, attributes='skills="tt02:4.2"')
    told = {"first_action_ms": 900, "total_ms": 5000, "errors": 1}
    ask(block)
    answer(again(block), "b", evidence=told)
    settings.DIGITAL_LITERACY_PROCESS_EVIDENCE = True
    answer(again(block), "a", evidence=told)
    first, second = events(block, "submitted")
    assert (first["attempt"], first["score"], first["hints"], first["skills"]) == (1, 0.0, 1, ["tt02:4.2"])
    assert "evidence" not in first
    assert second["evidence"] == {**told, "hints": 1}
    assert [event["number"] for event in events(block, "hint_given")] == [1]


def test_a_repeated_request_is_told_once(user):
    block = block_of(user, SINGLE)
    body = submission(block, {"q1": "a"})
    for _ in range(3):
        call(again(block), "submit", body)
    assert len(events(block, "submitted")) == 1


def test_scoring_again_after_a_key_was_corrected_changes_the_grades_it_should(django_user_model):
    """The author had marked `a`; `b` is right. Who chose a or b gets another grade, who chose c the same."""
    olx = SINGLE.replace("</single_choice>", '<option id="c"><text>Ba</text></option></single_choice>')
    users = [django_user_model.objects.create(username=f"u{n}") for n in range(4)]
    blocks = [block_of(user, olx) for user in users]
    for block, chosen in zip(blocks, "abc", strict=False):
        answer(block, chosen)
    answer(blocks[3], "b")
    answer(again(blocks[3]), "a")
    corrected = olx.replace(' correct="true"', "").replace('id="b"', 'id="b" correct="true"')
    inner = etree.tostring(etree.fromstring(exercise_olx(corrected))[0], encoding="unicode")
    for block in blocks:
        for key in block.runtime.authored.db_dict:
            if key.field_name == "olx":
                block.runtime.authored.db_dict[key] = inner
    grades = []
    for block in blocks:
        later = again(block)
        later.rescore(only_if_higher=False)
        later.save()
        grades.append(again(block).get_score().raw_earned)
    assert grades == [0.0, 1.0, 0.0, 1.0]


@pytest.mark.parametrize("value", ["-1", "2", "10 %", "1,5", "x"])
def test_a_cost_that_is_no_share_is_refused(value):
    assert any(
        "hint_cost" in problem
        for problem in problems(exercise_olx(SINGLE, attributes=f'hint_cost="{value}"'))
    )


def test_an_attempt_id_of_another_learner_is_another_attempt(user, django_user_model):
    block, other = block_of(user, SINGLE), django_user_model.objects.create(username="khac")
    attempt = str(uuid.uuid4())
    call(block, "submit", submission(block, {"q1": "b"}, attempt))
    theirs = again(block, user_id=other.pk)
    assert call(theirs, "submit", submission(theirs, {"q1": "a"}, attempt))[1]["score"] == 1.0


def keep(block, option, **more):
    sent = submission(block, {"q1": option})["answers"] if option else {}
    body = {"answers": sent, "binding": block.binding(""), **more}
    status, reply = call(block, "keep", body)
    assert status == 200
    return reply["kept_at"]


def kept_on(block):
    page = lxml_html.fromstring(again(block).student_view({}).content)
    return json.loads(page.xpath("string(//@data-kept)") or "null")


def test_another_device_goes_on_where_the_first_stopped(user):
    block = block_of(user, SINGLE)
    at = keep(block, "b")
    assert kept_on(block) == {"sent": submission(block, {"q1": "b"})["answers"], "at": at}
    keep(again(block), "")
    assert kept_on(block) is None


def test_what_is_sent_is_no_longer_unfinished(user):
    block = block_of(user, SINGLE)
    keep(block, "b")
    answer(again(block), "a")
    assert kept_on(block) is None


def test_what_cannot_be_sent_is_not_kept_and_not_complained_about(user):
    block = block_of(user, SINGLE, attributes='max_attempts="1"')
    at = keep(block, "b")
    assert keep(again(block), "a", binding="another page") == at
    assert keep(again(block), "a", answers={"x": "y"}) == at
    assert call(again(block), "keep", {"answers": 1})[0] == 400
    answer(again(block), "b")
    assert keep(again(block), "a") == ""
    assert kept_on(block) is None


def late(monkeypatch, hours):
    due = datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=hours)
    monkeypatch.setattr(SkillsExerciseBlock, "due", due, raising=False)


def test_what_was_kept_in_time_counts_for_what_comes_too_late(user, monkeypatch):
    block = block_of(user, SINGLE)
    keep(block, "a")
    late(monkeypatch, -1)  # so it was kept an hour after the end: it does not count either
    assert answer(again(block), "b")[1]["code"] == "closed"
    late(monkeypatch, 1)
    keep(again(block), "a")
    after = datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=2)
    monkeypatch.setattr("digital_literacy.blocks.exercise_attempts.now", lambda: after)
    status, reply = answer(again(block), "b")
    assert (status, reply["score"]) == (200, 1.0)
    assert "sau khi hết giờ" in reply["note"]
    assert again(block).get_score().raw_earned == 1.0


def test_what_comes_too_late_with_nothing_kept_does_not_count(user, monkeypatch):
    block = block_of(user, SINGLE)
    late(monkeypatch, -1)
    assert answer(block, "a")[1]["code"] == "closed"
    assert keep(again(block), "a") == ""
