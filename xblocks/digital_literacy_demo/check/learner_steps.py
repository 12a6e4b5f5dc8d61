"""Steps of learners at exercises."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from digital_literacy.olx.markup import plain_text
from digital_literacy_demo.check.client import Visitor, expect
from digital_literacy_demo.check.course import (
    COURSE_KEY,
    LEARNERS,
    Placed,
    blocks,
    exercise_with_variants,
    unit_path,
)
from digital_literacy_demo.check.exercise_answers import answers_for, feedback_of
from digital_literacy_demo.check.walk import Walk


def own_variant(walk: Walk) -> str:
    """Each learner sees the text written for his group, and not another group's."""
    placed = exercise_with_variants()
    own = {group: _texts(placed, group) for group in LEARNERS.values()}
    for username, group in LEARNERS.items():
        shown = _exercise(walk.person(username), placed).text_content()
        shown = " ".join(shown.split())
        missing = [text for text in own[group] if text not in shown]
        expect(not missing, f"{group} do not see “{missing[0] if missing else ''}”")
        others = set().union(*(own[other] for other in own if other != group)) - own[group]
        wrong = [text for text in others if text in shown]
        expect(not wrong, f"{group} see another group's “{wrong[0] if wrong else ''}”")
    return f"{len(LEARNERS)} groups, each with its own text in {placed.name}"


def _texts(placed: Placed, group: str) -> set[str]:
    resolved = placed.for_group(group)
    found = {plain_text(prompt) for prompt in resolved.iter("prompt")}
    found |= {plain_text(intro) for intro in resolved.findall("intro")}
    return {text for text in found if text}


def _exercise(visitor: Visitor, placed: Placed) -> Any:
    return visitor.get(unit_path(placed)).block(placed.name)


def wrong_answer(walk: Walk) -> str:
    """A wrong answer gets the feedback written for it, and counts as one attempt, even when sent twice."""
    placed, visitor = exercise_with_variants(), walk.person("citizen")
    resolved = placed.for_group("citizens")
    block = _exercise(visitor, placed)
    for secret in feedback_of(resolved, right=False):
        expect(
            secret not in " ".join(block.text_content().split()), "feedback is on the page before an answer"
        )
    body = {"attempt_id": str(uuid4()), "answers": answers_for(block, resolved, right=False)}
    status, reply = visitor.call(block, "submit", body)
    expect(status == 200, f"submit gave {status}: {reply.get('message')}")
    reports = _plain("".join(item["report"] for item in reply["items"].values()))
    for text in feedback_of(resolved, right=False):
        expect(text in reports, f"the feedback “{text}” is missing")
    again_status, again = visitor.call(block, "submit", body)
    expect(
        (again_status, again["attempt"]) == (200, reply["attempt"]),
        "the same attempt sent twice counted twice",
    )
    expect(reply["attempt"] == 1, f"this is attempt {reply['attempt']}, not 1")
    return f"own feedback shown, attempt 1 counted once though sent twice, score {reply['score']}"


def _plain(html: str) -> str:
    from lxml import html as parser

    return " ".join(parser.fragment_fromstring(html, create_parent="div").text_content().split())


def right_answer(walk: Walk) -> str:
    """A right answer reaches the gradebook that the author reads."""
    placed, visitor = exercise_with_variants(), walk.person("citizen")
    answer_right(visitor, placed, "citizens")
    book = walk.person("author").get(f"/courses/{COURSE_KEY}/gradebook/citizen/")
    title = placed.element.get("display_name", "")
    row = [" ".join(r.text_content().split()) for r in book.tree.xpath("//tr") if title in r.text_content()]
    expect(row, f"the gradebook has no row for {title}")
    expect(" 1/1 " in f" {row[0]} ", f"the gradebook says {row[0]}")
    return row[0]


def answer_right(visitor: Visitor, placed: Placed, group: str) -> dict[str, Any]:
    """Answer every question of an exercise right."""
    block = _exercise(visitor, placed)
    if block.xpath(".//*[@data-dl-start]"):
        status, reply = visitor.call(block, "start", {})
        expect(status == 200, f"{placed.name}: start gave {status}: {reply.get('message')}")
        block = _exercise(visitor, placed)
    answers = answers_for(block, placed.for_group(group), right=True)
    status, reply = visitor.call(block, "submit", {"attempt_id": str(uuid4()), "answers": answers})
    expect(status == 200, f"{placed.name}: submit gave {status}: {reply.get('message')}")
    expect(
        reply["score"] == reply["possible"], f"{placed.name}: {reply['score']} of {reply['possible']} points"
    )
    return reply


def forged_grade(walk: Walk) -> str:
    """A grade sent along by the browser changes nothing."""
    placed, visitor = exercise_with_variants(), walk.person("worker")
    block = _exercise(visitor, placed)
    answers = answers_for(block, placed.for_group("workers"), right=False)
    forged = {"score": 99, "grade": 1, "earned": 99, "value": 1, "result": {"q1": "right"}}
    status, reply = visitor.call(block, "submit", {"attempt_id": str(uuid4()), "answers": answers, **forged})
    expect(status == 200, f"submit gave {status}")
    expect(reply["score"] == 0, f"a forged grade gave {reply['score']} points")
    return "score 0, as graded on the server"


def finish_course(walk: Walk) -> str:
    """The learner answers every exercise of the course right."""
    visitor = walk.person("citizen")
    placed = blocks("skills_exercise")
    for each in placed:
        answer_right(visitor, each, "citizens")
    return f"{len(placed)} exercises, all right"
