"""From answers to points: validates what came, grades item by item, adds up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from digital_literacy.exercises.answers import NOT_AN_OBJECT, UNKNOWN_ITEM, InvalidAnswer, Slot
from digital_literacy.exercises.ids import Ids, PlainIds
from digital_literacy.exercises.item_types import type_of
from digital_literacy.exercises.model import Answer, Exercise, Outcome, Result

ITEM_PATH = ("item",)
NOT_ANSWERED = Outcome(fraction=Fraction(0), answered=False)
# An item without points is only shown: leaving it out is no mistake.
NOT_GRADED = Outcome(fraction=Fraction(1), answered=False)


def read_answers(exercise: Exercise, raw: object, ids: Ids) -> dict[str, Answer]:
    """Check what a browser sent and put it in terms of the author's ids.

    Args:
        raw: the JSON value as it came: an object from item name to answer.
        ids: the names that the page was given.

    Returns:
        The answer to every item; `None` where there is none.

    Raises:
        InvalidAnswer: a wrong type, an unknown item or part, or too many of them.
    """
    if not isinstance(raw, dict) or len(raw) > len(exercise.items):
        raise InvalidAnswer(NOT_AN_OBJECT)
    by_name = {ids.name(ITEM_PATH, item.id): item for item in exercise.items}
    if not set(raw) <= set(by_name):
        raise InvalidAnswer(UNKNOWN_ITEM)
    answers: dict[str, Answer] = {}
    for number, (name, item) in enumerate(by_name.items(), start=1):
        value = raw.get(name)
        slot = Slot(item.id, number, ids)
        answers[item.id] = None if value is None else type_of(item).read_answer(item, value, slot)
    return answers


def restore_answers(exercise: Exercise, stored: object) -> dict[str, Answer]:
    """Read answers kept on the server; what an author's edit has made meaningless counts as not answered."""
    kept = stored if isinstance(stored, Mapping) else {}
    answers: dict[str, Answer] = {}
    for number, item in enumerate(exercise.items, start=1):
        value = kept.get(item.id)
        slot = Slot(item.id, number, PlainIds())
        try:
            answers[item.id] = None if value is None else type_of(item).read_answer(item, value, slot)
        except InvalidAnswer:
            answers[item.id] = None
    return answers


def grade(
    exercise: Exercise,
    answers: Mapping[str, Answer],
    *,
    hints: Mapping[str, int] | None = None,
    hint_cost: Fraction = Fraction(0),
) -> Result:
    """Grade every item: an item without an answer earns nothing, others a share of their points.

    Args:
        hints: how many hints were given, by item id, or by `item@place` for those of one place in it.
        hint_cost: share of an item's points that each of its hints costs.
    """
    outcomes: dict[str, Outcome] = {}
    earned = Fraction(0)
    for item in exercise.items:
        answer = answers.get(item.id)
        missing = NOT_ANSWERED if item.points else NOT_GRADED
        outcome = missing if answer is None else type_of(item).grade(item, answer)
        cost = hint_cost * hints_given(hints or {}, item.id) if hint_cost else Fraction(0)
        outcomes[item.id] = replace(outcome, cost=cost) if cost else outcome
        earned += item.points * outcomes[item.id].credit
    return Result(outcomes=outcomes, earned=earned, possible=exercise.points)


def hints_given(hints: Mapping[str, int], item_id: str) -> int:
    """How many hints of an item are counted in `hints`."""
    return sum(count for name, count in hints.items() if name.partition("@")[0] == item_id)
