"""What a course must offer: every group its own story, feedback to every choice, and no way to pass by guessing."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from lxml import etree

from digital_literacy.blocks.course_check import check_course
from digital_literacy.exercises.drawing import Seed, drawn
from digital_literacy.exercises.grading import grade
from digital_literacy.exercises.item_types import item_types
from digital_literacy.exercises.reading import read_exercise
from digital_literacy.olx.variants import groups_named, resolve
from tests.unit.course_content.courses import GROUPS, courses, exercises, olx_files

COURSES = courses()
EXERCISES = exercises()
EVERYONE = ("", *GROUPS)


def tree(exercise, group):
    return resolve(exercise.element, (group,) if group else ())


def words(element):
    return " ".join("".join(element.itertext()).split())


def best_answer(item):
    """The fully right answer, from what the item itself knows."""
    if item.tag == "ordering":
        return list(item.ids)
    if item.tag == "message_triage":
        action = next(action.id for action in item.actions if action.correct)
        return {"verdict": item.verdict, "clues": sorted(item.message.clues), "action": action}
    if item.tag == "conversation":
        return [say.id for say in item.talk.best_path()[0]]
    if item.tag == "quick_deck":
        return {card.id: card.answer for card in item.cards}
    if item.tag == "screen_task":
        return (
            {"seen": True} if item.mode == "show" else {"actions": [list(step.action) for step in item.path]}
        )
    if item.tag == "short_answer":
        return item.gap.typed.accepts[0]
    if item.tag == "cloze":
        return {gap.id: best_value(gap) for gap in item.gaps}
    right = sorted(item.right)
    return right if item.tag == "multiple_choice" else right[0]


def best_value(gap):
    """What fills a gap of a text."""
    return gap.typed.accepts[0] if gap.typed else next(option.id for option in gap.options if option.correct)


@pytest.mark.parametrize("course", COURSES, ids=lambda path: path.name)
def test_a_course_has_no_fault(course):
    assert [fault.full() for fault in check_course(course)] == []


def test_all_blocks_and_item_types_are_used():
    used = Counter(str(e.tag) for path in olx_files() for e in etree.parse(str(path)).iter(etree.Element))
    for tag in ("skills_exercise", "service_practice", "vneid_certificate", *item_types()):
        assert used[tag], tag


@pytest.mark.parametrize("exercise", EXERCISES, ids=str)
def test_every_group_has_a_story_of_its_own(exercise):
    assert set(groups_named(exercise.element)) == set(GROUPS)
    assert len({words(tree(exercise, group).find("intro")) for group in EVERYONE}) == len(EVERYONE)


@pytest.mark.parametrize("exercise", EXERCISES, ids=str)
@pytest.mark.parametrize("group", EVERYONE)
def test_the_right_answers_of_every_variant_earn_everything(exercise, group):
    read, faults = read_exercise(tree(exercise, group))
    assert faults == []
    for number in range(5):
        mine = drawn(read, Seed(bytes([number]), bytes([number])))
        result = grade(mine, {item.id: best_answer(item) for item in mine.items})
        assert result.earned == result.possible == read.points > 0


@pytest.mark.parametrize("exercise", EXERCISES, ids=str)
@pytest.mark.parametrize("group", EVERYONE)
def test_every_choice_is_answered_with_feedback(exercise, group):
    for item in tree(exercise, group).iter(*item_types()):
        # What is chosen on a practice screen is answered by what happens there.
        chosen = ("option", "action", "say", "end", "choice", "wrong")
        for choice in item.iter(*chosen) if item.tag != "screen_task" else ():
            assert words(choice.find("feedback")), (item.get("id"), choice.get("id"))
        for asked in item.iter("verdict", "ordering", "card"):
            assert {each.get("when") for each in asked.findall("feedback")} == {"correct", "incorrect"}
        for part in item.iter("part"):
            assert words(part.find("reason")), (item.get("id"), part.get("id"))
        assert {"hint", "explanation"} <= {child.tag for child in item}, item.get("id")


@pytest.mark.parametrize("exercise", EXERCISES, ids=str)
def test_skills_are_named(exercise):
    assert re.fullmatch(r"(tt02:[1-6]\.[1-6] ?)+", exercise.element.get("skills"))


def test_every_group_meets_suspicious_and_genuine_messages():
    for group in EVERYONE:
        verdicts = Counter(e.get("answer") for x in EXERCISES for e in tree(x, group).iter("verdict"))
        assert verdicts["scam"] >= 2
        assert verdicts["genuine"] >= 2


def test_the_longest_option_is_not_the_safe_guess():
    longest = []
    for exercise in EXERCISES:
        for group in EVERYONE:
            for item in tree(exercise, group).iter("single_choice", "message_triage"):
                options = item.findall("option") or item.findall("action")
                longest.append(
                    max(options, key=lambda option: len(words(option.find("text")))).get("correct")
                )
    assert longest.count("true") <= 0.4 * len(longest)


@pytest.mark.parametrize("exercise", EXERCISES, ids=str)
@pytest.mark.parametrize("group", EVERYONE)
def test_texts_are_short(exercise, group):
    limits = {
        "text": 90,
        "feedback": 260,
        "reason": 160,
        "hint": 160,
        "prompt": 260,
        "intro": 260,
        "explanation": 260,
    }
    for element in tree(exercise, group).iter(*limits):
        if element.getparent().tag == "cloze" and element.tag == "text":
            continue  # a whole text; what stands in its gaps has limits of its own
        # What stands on a card or is said by somebody else is read, not chosen; so is content with paragraphs.
        told = element.tag == "text" and element.getparent().tag in ("turn", "end", "card")
        paragraphs = element.tag == "text" and element.find("p") is not None
        limit = 260 if paragraphs else 200 if told else limits[str(element.tag)]
        assert len(words(element)) <= limit, words(element)
        for sentence in re.split(r"[.?!:;]\s", words(element)):
            assert len(sentence.split()) <= 32, sentence


@pytest.mark.parametrize("exercise", EXERCISES, ids=str)
def test_each_group_is_addressed_as_it_is_used_to(exercise):
    for group in ("students", "citizens"):
        for variant in exercise.element.iter("variant"):
            if group in variant.get("group").split():
                assert "anh/chị" not in words(variant).lower(), words(variant)
    for variant in exercise.element.iter("variant"):
        for prompt in variant.iter("intro", "prompt"):
            assert "bạn nên" not in words(prompt).lower(), words(prompt)
