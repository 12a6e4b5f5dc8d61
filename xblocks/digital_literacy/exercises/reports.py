"""What may be told of an answer to one item, and its solution."""

from __future__ import annotations

from typing import Any

from digital_literacy.exercises.ids import OpaqueIds
from digital_literacy.exercises.item_types import type_of
from digital_literacy.exercises.model import Item, Mark, Outcome, SolutionLine


def item_report(item: Item, ids: OpaqueIds, outcome: Outcome, *, reveal: bool) -> dict[str, Any]:
    """What a learner may read about his answer to one item."""
    marks = [_mark(item, ids, mark) for mark in outcome.marks]
    return {
        "state": _state(outcome),
        "earned": float(item.points * outcome.credit),
        "points": float(item.points),
        "marks": marks,
        "by_token": {mark["token"]: mark for mark in marks},
        "missed": outcome.missed,
        "feedback": outcome.feedback,
        "solution": solution_page(item) if reveal else [],
        "explanation": item.explanation if reveal else None,
    }


def solution_page(item: Item) -> list[dict[str, Any]]:
    """The solution in groups with headings. For authors, and for learners when it may be shown."""
    kind = type_of(item)
    groups: dict[str, list[SolutionLine]] = {}
    for line in kind.solution(item):
        groups.setdefault(line.kind, []).append(line)
    drawings = kind.drawings(item)
    return [
        {"kind": name, "heading": kind.headings[name], "lines": lines, "drawing": drawings.get(name)}
        for name, lines in groups.items()
    ]


def _mark(item: Item, ids: OpaqueIds, mark: Mark) -> dict[str, Any]:
    return {
        "token": mark.part if mark.own_words else ids.name((item.id, mark.kind), mark.part),
        "kind": mark.kind,
        "label": mark.label,
        "own_words": mark.own_words,
        "correct": mark.correct,
        "almost": mark.almost,
        "notes": mark.notes,
        "feedback": mark.feedback,
    }


def _state(outcome: Outcome) -> str:
    if not outcome.answered:
        return "unanswered"
    if outcome.correct:
        return "right"
    return "partly" if outcome.fraction else "wrong"
