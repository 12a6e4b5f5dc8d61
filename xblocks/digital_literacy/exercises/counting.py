"""What was chosen how often: counts of parts over many answers, for the author."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from digital_literacy.exercises.grading import grade, restore_answers
from digital_literacy.exercises.item_types import type_of
from digital_literacy.exercises.model import Exercise, Item, Mark
from digital_literacy.olx.messages import gettext_noop

FEWEST = 5
OTHER_WORDS = gettext_noop("Learners' own words")


class Chosen(NamedTuple):
    """One thing that can be chosen, and whether choosing it was right."""

    kind: str
    label: str
    correct: bool
    own_words: bool


@dataclass
class ItemCounts:
    """How one item was answered.

    Attributes:
        answered: learners who answered it.
        right: those who answered it fully right.
        chosen: how many of them chose each part.
    """

    item: Item
    answered: int = 0
    right: int = 0
    chosen: Counter[Chosen] = field(default_factory=Counter)


def count(attempts: Iterable[tuple[Exercise, str, object]]) -> dict[str, ItemCounts]:
    """Count what was chosen, by item id.

    Args:
        attempts: for each learner the exercise as his group sees it today, the words of its source, and the answers
            kept of him. What an edit has made meaningless is not counted.
    """
    counts: dict[str, ItemCounts] = {}
    for exercise, words, kept in attempts:
        outcomes = grade(exercise, restore_answers(exercise, kept)).outcomes
        for item in exercise.items:
            entry = counts.setdefault(item.id, ItemCounts(item))
            outcome = outcomes[item.id]
            entry.answered += outcome.answered
            entry.right += outcome.answered and outcome.correct
            entry.chosen.update({_chosen(mark, words) for mark in outcome.marks})
    return counts


def counts_page(counts: Mapping[str, ItemCounts]) -> list[dict[str, Any]]:
    """Template context: counts below `FEWEST` are told only as such, so that no single learner can be made out."""
    return [
        {
            "number": number,
            "prompt": entry.item.prompt,
            "enough": entry.answered >= FEWEST,
            "answered": shown(entry.answered),
            "right": shown(entry.right),
            "rows": [
                _row(entry.item, chosen, times) for chosen, times in sorted(entry.chosen.items(), key=_order)
            ],
        }
        for number, entry in enumerate(counts.values(), start=1)
    ]


def shown(times: int) -> str:
    """A count as it may be told."""
    return f"< {FEWEST}" if 0 < times < FEWEST else str(times)


def _chosen(mark: Mark, words: str) -> Chosen:
    """What a mark says, without anything a learner typed: only the author's own words are told."""
    if mark.own_words:
        return Chosen(mark.kind, mark.label, mark.correct, True)
    if mark.label in words:
        return Chosen(mark.kind, mark.label, mark.correct, False)
    return Chosen(mark.kind, OTHER_WORDS, mark.correct, True)


def _row(item: Item, chosen: Chosen, times: int) -> dict[str, Any]:
    heading = type_of(item).headings.get(chosen.kind, "")
    return {**chosen._asdict(), "heading": heading, "times": shown(times)}


def _order(entry: tuple[Chosen, int]) -> tuple[str, int, str]:
    chosen, times = entry
    return (chosen.kind, -times, chosen.label)
