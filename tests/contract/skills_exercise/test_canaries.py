"""A crawler for every item type: nothing secret leaves the server before the rules reveal it.

A new item type is crawled without a change here, unless its answers have a shape of their own: then `ANSWERS` says how
one is sent.
"""

from __future__ import annotations

import json
import re
import uuid

import pytest
from lxml import html as lxml_html

from digital_literacy.exercises.answers import InvalidAnswer
from digital_literacy.exercises.grading import ITEM_PATH, grade, read_answers, restore_answers
from digital_literacy.exercises.item_types import item_types
from digital_literacy.olx.parsing import parse
from digital_literacy.skills_exercise_block import SkillsExerciseBlock
from tests.contract.runtime import again, block_from, call
from tests.contract.skills_exercise.canaries import exercise_of, mutations, plant, undeclared

pytestmark = pytest.mark.django_db

TYPES = list(item_types())
# How an answer is sent whose shape cannot be guessed: from the names in the item's part of the page.
ANSWERS = {
    "message_triage": lambda names: {"verdict": "genuine", "clues": names[:1], "action": names[-1]},
    "quick_deck": lambda names: dict.fromkeys(names, "first"),
    "cloze": lambda names: {names[0]: "sai"},
}


def planted_block(tag, user, attributes='show_answer="never"'):
    planted = plant(tag, attributes)
    return block_from(planted.olx, user_id=user.pk), planted.canaries


def found_in(canaries, *shown):
    text = "\n".join(
        each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in shown
    )
    return [place for place, canary in canaries.items() if canary in text]


def item_under_test(block):
    return next(item for item in block._drawn("")[0].items if item.id != "other")


def names_in(block):
    """The names that the item's part of the page uses, in order."""
    token = block._ids().name(ITEM_PATH, item_under_test(block).id)
    tree = lxml_html.fromstring(block.student_view({}).content)
    section = tree.xpath(f'//*[@data-dl-item="{token}"]')[0]
    found = re.findall(r'="(k[0-9a-f]{14})"', lxml_html.tostring(section, encoding="unicode"))
    return token, [name for name in dict.fromkeys(found) if name != token]


def an_answer(block):
    """An answer to the item that its type accepts, found by trying the shapes that answers have."""
    exercise, _ = block._drawn("")
    item = item_under_test(block)
    token, names = names_in(block)
    shapes = [
        *names,
        *([name] for name in names),
        names,
        names[::-1],
        "sai",
        "1",
        ["sai"],
        dict.fromkeys(names, "sai"),
    ]
    # A tap on a practice screen: one that is there.
    shapes += [{"actions": [[name]]} for name in names]
    own = ANSWERS.get(item.tag)
    for shape in [own(names)] if own else shapes:
        try:
            answers = read_answers(exercise, {token: shape}, block._ids())
        except InvalidAnswer:
            continue
        if answers[item.id] is not None:
            return {token: shape}
    return pytest.fail(f"No answer to <{item.tag}> could be guessed: say in ANSWERS how one is sent.")


def submit(block, answers):
    return call(block, "submit", {"attempt_id": str(uuid.uuid4()), "answers": answers})[1]


def answer_to_the_other(block):
    ids = block._ids()
    return {ids.name(ITEM_PATH, "other"): ids.name(("other", "option"), "y")}


@pytest.mark.parametrize("tag", TYPES)
def test_a_type_says_of_everything_in_its_sample_whether_it_is_secret(tag):
    missing = undeclared(item_types()[tag])
    assert missing == [], f"<{tag}>: put {missing} into `secrets` or `open` of its ItemType"


@pytest.mark.parametrize("tag", TYPES)
def test_canaries_are_in_the_source_and_nowhere_before_the_answer(tag, user):
    block, canaries = planted_block(tag, user)
    assert len(canaries) >= 4
    assert all(canary in block.olx for canary in canaries.values())
    assert not block.rejected_olx
    views = (block.student_view({}).content, block.public_view({}).content)
    assert found_in(canaries, *views, block.student_view_data(), block.index_dictionary()) == []
    resources = [resource.data for resource in block.student_view({}).resources]
    assert found_in(canaries, *resources) == []


@pytest.mark.parametrize("tag", TYPES)
def test_the_page_is_the_same_whatever_is_right(tag, user):
    def page(olx):
        content = block_from(olx, user_id=user.pk).student_view({}).content
        return re.sub(r'data-dl-binding="\w+"', "", content)

    plain = page(plant_nothing(tag))
    for olx in mutations(tag):
        assert page(olx) == plain


def plant_nothing(tag):
    return exercise_of(parse(item_types()[tag].sample))


@pytest.mark.parametrize("tag", TYPES)
def test_nothing_comes_out_through_another_question(tag, user):
    block, canaries = planted_block(tag, user)
    other = block._ids().name(ITEM_PATH, "other")
    hint = call(block, "hint", {"item": other, "seen": 0})[1]
    assert "Gợi ý của câu khác" in hint["html"]
    reply = submit(again(block), answer_to_the_other(block))
    assert reply["status"] == "ok"
    assert found_in(canaries, hint, reply, again(block).student_view({}).content) == []


@pytest.mark.parametrize("tag", TYPES)
def test_an_answer_brings_out_its_own_feedback_and_no_more(tag, user):
    block, canaries = planted_block(tag, user)
    reply = submit(block, an_answer(block))
    assert reply["status"] == "ok"
    later = again(block)
    item, exercise = item_under_test(later), later._drawn("")[0]
    outcome = grade(exercise, restore_answers(exercise, later.last_answers["answers"])).outcomes[item.id]
    told = " ".join(
        [outcome.feedback.html, *(f"{mark.label} {mark.feedback.html}" for mark in outcome.marks)]
    )
    may = set(found_in(canaries, told))
    assert set(found_in(canaries, reply, later.student_view({}).content)) <= may
    assert not [place for place in may if re.search("<(hint|explanation)>", place)]
    assert len(may) < len(canaries)


@pytest.mark.parametrize("tag", TYPES)
def test_refusals_and_hidden_results_tell_nothing(tag, user, monkeypatch):
    block, canaries = planted_block(tag, user)
    token, _ = names_in(block)
    shapes = ("x", ["x"], {"x": "x"}, 1, [[1]])
    replies = [submit(again(block), {token: shape}) for shape in shapes]
    refused = [reply for reply in replies if reply["status"] == "error"]
    assert len(refused) >= 3
    monkeypatch.setattr(SkillsExerciseBlock, "show_correctness", "never", raising=False)
    hidden = submit(again(block), an_answer(block))
    assert hidden["status"] == "ok"
    assert found_in(canaries, *refused, hidden, again(block).student_view({}).content) == []


def test_a_crawler_that_finds_nothing_would_find_something(user):
    block, canaries = planted_block("single_choice", user, 'show_answer="after_attempts" max_attempts="1"')
    reply = submit(block, an_answer(block))
    assert any("explanation" in place for place in found_in(canaries, reply))
    assert found_in(canaries, block_from(block_olx(block), staff=True).author_view({}).content)


def block_olx(block):
    return f'<skills_exercise url_name="b" version="1">{block.olx}</skills_exercise>'
