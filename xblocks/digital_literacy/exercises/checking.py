"""Questions told one by one, before the attempt they belong to is sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from digital_literacy.exercises.grading import ITEM_PATH, grade
from digital_literacy.exercises.ids import OpaqueIds
from digital_literacy.exercises.model import Answer, Exercise
from digital_literacy.exercises.reports import item_report
from digital_literacy.exercises.rules import Rules


def checked_reports(
    exercise: Exercise,
    ids: OpaqueIds,
    rules: Rules,
    answers: Mapping[str, Answer],
    *,
    hints: Mapping[str, int],
    used: int,
) -> dict[str, dict[str, Any]]:
    """Reports of the questions that are answered, by the names the page knows; of no other question anything.

    Args:
        answers: what was checked, by author's ids.
        hints: hints given, by item id; see `grading.grade`.
        used: attempts counted before the one that is running.
    """
    result = grade(exercise, answers, hints=hints, hint_cost=rules.hint_cost)
    reports = {}
    for item in exercise.items:
        if item.points and answers.get(item.id) is not None:
            outcome = result.outcomes[item.id]
            # A checked answer stays, so for this question the running attempt is already used.
            reveal = rules.reveals(correct=outcome.correct, used=used + 1)
            reports[ids.name(ITEM_PATH, item.id)] = item_report(item, ids, outcome, reveal=reveal)
    return reports
