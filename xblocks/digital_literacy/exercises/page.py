"""What the templates show: items without answers, and reports of what was right as far as it may be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from digital_literacy.exercises.checking import checked_reports
from digital_literacy.exercises.grading import ITEM_PATH, grade, restore_answers
from digital_literacy.exercises.help import HELPERS
from digital_literacy.exercises.ids import OpaqueIds
from digital_literacy.exercises.item_types import type_of
from digital_literacy.exercises.model import (
    Answer,
    Content,
    Exercise,
    Item,
    Part,
    Pool,
    Result,
)
from digital_literacy.exercises.reports import item_report, solution_page
from digital_literacy.exercises.rules import Rules
from digital_literacy.olx.markup import RichText


@dataclass(frozen=True)
class Standing:
    """Where one learner stands at one exercise.

    Attributes:
        answers: what is kept of his last attempt at this variant; `None` where there is none.
        attempts_used: counted attempts.
        best_share: his best score so far, from 0 to 1.
        hints_used: how many hints of each item he has asked for.
        hints_counted: the same as it was when he made his last attempt.
        helper: code of who helped with it, empty for nobody; see `exercises.help`.
        checked: answers of the running attempt that were told one by one and stay; see `exercises.checking`.
        ended: whether the time of his last attempt ran out before he sent it.
        sees_all: whether he may see results whatever the rules say, as staff may.
    """

    answers: Mapping[str, object] | None = None
    attempts_used: int = 0
    best_share: float = 0.0
    hints_used: Mapping[str, int] = field(default_factory=dict)
    hints_counted: Mapping[str, int] = field(default_factory=dict)
    helper: str = ""
    checked: Mapping[str, Answer] = field(default_factory=dict)
    ended: bool = False
    sees_all: bool = False


def body_page(
    exercise: Exercise, ids: OpaqueIds, rules: Rules, standing: Standing, *, now: datetime
) -> dict[str, Any]:
    """Context of the exercise's body: items, attempts, and the last result as far as the rules allow."""
    answers = restore_answers(exercise, standing.answers)
    result = _graded(exercise, answers, rules, standing) if standing.answers is not None else None
    seen = _seen(result, rules, standing, now)
    items = item_pages(
        exercise, ids, answers={**answers, **standing.checked}, hints_shown=standing.hints_used
    )
    reports = {
        **_reports(exercise, ids, rules, standing, seen),
        **checked_reports(
            exercise, ids, rules, standing.checked, hints=standing.hints_used, used=standing.attempts_used
        ),
    }
    for page in items:
        page["report"] = reports.get(page["token"])
        page["locked"] = result is not None or page["report"] is not None
    head = _head(exercise, rules, standing, seen, now)
    return {
        "intro": exercise.intro,
        "items": items,
        "parts": part_pages(exercise.parts, iter(items)),
        "checks": head["can_answer"] and rules.checks_questions(now),
        **head,
    }


def reply_page(
    exercise: Exercise,
    ids: OpaqueIds,
    rules: Rules,
    standing: Standing,
    *,
    now: datetime,
    result: Result | None = None,
) -> dict[str, Any]:
    """What changes on the page after an attempt: the head, and `reports` by the items' names.

    Args:
        result: what grading the attempt gave, where it was graded just now.
    """
    if result is None and standing.answers is not None:
        result = _graded(exercise, restore_answers(exercise, standing.answers), rules, standing)
    seen = _seen(result, rules, standing, now)
    return {
        **_head(exercise, rules, standing, seen, now),
        "reports": _reports(exercise, ids, rules, standing, seen),
    }


@dataclass(frozen=True)
class _Seen:
    """The graded last attempt, and whether its result may be shown."""

    result: Result | None
    shows: bool


def _graded(exercise: Exercise, answers: Mapping[str, Answer], rules: Rules, standing: Standing) -> Result:
    return grade(exercise, answers, hints=standing.hints_counted, hint_cost=rules.hint_cost)


def _seen(result: Result | None, rules: Rules, standing: Standing, now: datetime) -> _Seen:
    if result is None:
        return _Seen(None, False)
    shows = rules.shows_results(now, all_right=result.correct, used=standing.attempts_used)
    return _Seen(result, standing.sees_all or shows)


def _head(exercise: Exercise, rules: Rules, standing: Standing, seen: _Seen, now: datetime) -> dict[str, Any]:
    left, closed = rules.attempts_left(standing.attempts_used), rules.is_closed(now)
    return {
        "answered": seen.result is not None,
        "shows_results": seen.shows,
        "attempts_used": standing.attempts_used,
        "attempts_left": left,
        "closed": closed,
        "helper": HELPERS.get(standing.helper, "") if seen.result is not None else "",
        "ended": standing.ended and seen.result is not None,
        "can_answer": left != 0 and not closed,
        **_score(exercise, seen.result if seen.shows else None, standing.best_share),
    }


def _reports(
    exercise: Exercise, ids: OpaqueIds, rules: Rules, standing: Standing, seen: _Seen
) -> dict[str, dict[str, Any]]:
    if seen.result is None or not seen.shows:
        return {}
    reports = {}
    for item in exercise.items:
        if not item.points:
            continue
        outcome = seen.result.outcomes[item.id]
        reveal = rules.reveals(correct=outcome.correct, used=standing.attempts_used)
        reports[ids.name(ITEM_PATH, item.id)] = item_report(item, ids, outcome, reveal=reveal)
    return reports


def preview_page(exercise: Exercise, ids: OpaqueIds) -> dict[str, Any]:
    """Context of one variant for authors: everything that can be drawn, items with their solutions."""
    items = item_pages(exercise, ids, answers={})
    for shown, item in zip(items, exercise.items, strict=True):
        shown.update(solution=solution_page(item), all_hints=item.hints, explanation=item.explanation)
    left = iter(items)
    parts = part_pages(exercise.parts, left)
    for form in exercise.forms:
        parts += [{"form": form, "points": float(form.points)}, *part_pages(form.parts, left)]
    return {"intro": exercise.intro, "items": items, "parts": parts, "possible": float(exercise.points)}


def part_pages(parts: Iterable[Part], items: Iterator[dict[str, Any]]) -> list[dict[str, Any]]:
    """What stands on the page, in order: each an `item`, a `content` with its `template`, or the head of a `pool`.

    Args:
        items: contexts of the items, in order; those of `parts` are taken from it.
    """
    pages: list[dict[str, Any]] = []
    for part in parts:
        if isinstance(part, Pool):
            inside = [each for entry in part.entries for each in entry]
            pages += [
                {"pool": part, "count": len(part.entries)},
                *part_pages(inside, items),
                {"pool_end": part},
            ]
        elif isinstance(part, Content):
            pages.append({"content": part, "template": f"skills_exercise/content/{part.tag}.html"})
        else:
            pages.append({"item": next(items)})
    return pages


def item_pages(
    exercise: Exercise,
    ids: OpaqueIds,
    *,
    answers: Mapping[str, Answer],
    hints_shown: Mapping[str, int] | None = None,
) -> list[dict[str, Any]]:
    """Template contexts of all items.

    Args:
        ids: names of the parts for this learner.
        answers: what he chose last, in author's ids.
        hints_shown: how many hints of each item he has asked for.
    """
    shown = hints_shown or {}
    pages = []
    for number, item in enumerate(exercise.items, start=1):
        page = _item_page(item, ids, answers.get(item.id), shown.get(item.id, 0))
        page["number"] = number
        page["report"] = None
        pages.append(page)
    return pages


def next_hint(item: Item, seen: int) -> int:
    """How many hints are shown after a learner who has `seen` some asks for one more."""
    return min(max(seen, 0) + 1, len(item.hints))


def hint_at(item: Item, ids: OpaqueIds, place: object) -> tuple[str, RichText] | None:
    """The hint for where a learner says that he is in an item, and a name under which it is noted."""
    found = type_of(item).hint_at(item, place, ids) if isinstance(place, str) else None
    return (f"{item.id}@{found[0]}", found[1]) if found else None


def _item_page(item: Item, ids: OpaqueIds, answer: Answer, hints: int) -> dict[str, Any]:
    kind = type_of(item)
    shown = max(0, min(hints, len(item.hints)))
    return {
        "tag": item.tag,
        "template": f"skills_exercise/items/{item.tag}.html",
        "token": ids.name(ITEM_PATH, item.id),
        "prompt": item.prompt,
        "instruction": kind.instruction,
        "points": float(item.points),
        "hints": item.hints[:shown],
        "hints_left": len(item.hints) - shown,
        **kind.view(item, ids, answer),
    }


def _score(exercise: Exercise, result: Result | None, best_share: float) -> dict[str, Any]:
    possible = float(exercise.points)
    return {
        "possible": possible,
        "score": float(result.earned) if result else None,
        "best": best_share * possible if result else None,
        "all_right": bool(result and result.correct),
    }
