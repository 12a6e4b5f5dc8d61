"""What an exercise is made of, and what grading one gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from digital_literacy.olx.markup import RichText

NO_TEXT = RichText()

# What is kept of a learner's answer to one item: author ids in plain JSON shapes, or None for "not answered".
Answer = str | list[str] | dict[str, object] | None


@dataclass(frozen=True, kw_only=True)
class Item:
    """What every item has; each item type adds its own parts.

    Attributes:
        tag: OLX element, which names the item type.
        id: author's id, unique in the exercise; never sent to a learner.
        points: what a fully right answer is worth.
        hints: given one at a time, when asked for.
        explanation: shown together with the solution.
    """

    tag: ClassVar[str]
    id: str
    points: Fraction
    prompt: RichText
    hints: tuple[RichText, ...] = ()
    explanation: RichText = NO_TEXT


@dataclass(frozen=True)
class Exercise:
    """One exercise as one target group sees it."""

    intro: RichText
    items: tuple[Item, ...]

    @property
    def points(self) -> Fraction:
        """What the whole exercise is worth before the block's weight."""
        return sum((item.points for item in self.items), Fraction(0))

    def item(self, identifier: str) -> Item | None:
        """The item with the author's id `identifier`, if there is one."""
        return next((item for item in self.items if item.id == identifier), None)


@dataclass(frozen=True)
class Mark:
    """One thing the learner chose, and whether it was right.

    Attributes:
        kind: what it is (`option`, `step`, `verdict`, `part`, `action`); the item type's headings name it.
        part: author's id of the part.
        label: the part's own words.
        feedback: the author's answer to this choice; may be empty.
        own_words: whether the label is a message id of ours and not author's text.
        almost: whether it earns something though it is not right.
        notes: message ids of ours that say why it is not right.
    """

    kind: str
    part: str
    label: str
    correct: bool
    feedback: RichText = NO_TEXT
    own_words: bool = False
    almost: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What grading one item gives.

    Attributes:
        fraction: from 0 to 1.
        marks: one for each thing chosen, in the learner's order.
        feedback: the author's answer to the whole item.
        missed: how many right parts were not chosen; says how many, not which.
    """

    fraction: Fraction
    answered: bool = True
    marks: tuple[Mark, ...] = ()
    feedback: RichText = NO_TEXT
    missed: int = 0

    @property
    def correct(self) -> bool:
        """Whether nothing is missing and nothing is wrong."""
        return self.fraction == 1


@dataclass(frozen=True)
class SolutionLine:
    """One line of what would have been right, and why; secret until the block's rules reveal it."""

    kind: str
    part: str
    label: str
    reason: RichText = NO_TEXT
    own_words: bool = False


@dataclass(frozen=True)
class Result:
    """What grading a whole exercise gives."""

    outcomes: Mapping[str, Outcome]
    earned: Fraction
    possible: Fraction

    @property
    def fraction(self) -> Fraction:
        """The score from 0 to 1."""
        return self.earned / self.possible if self.possible else Fraction(0)

    @property
    def correct(self) -> bool:
        """Whether every item is fully right."""
        return all(outcome.correct for outcome in self.outcomes.values())
