"""What an exercise is made of, and what grading one gives."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
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


@dataclass(frozen=True, kw_only=True)
class Content:
    """Something to read, see, hear or fetch between items; each content type adds its own parts.

    Attributes:
        tag: OLX element, which names the content type.
        id: author's id, by which a variant replaces it; may be empty, never sent to a learner.
    """

    tag: ClassVar[str]
    id: str = ""


@dataclass(frozen=True)
class Pool:
    """Items of which each learner gets some.

    Attributes:
        draw: how many.
        entries: each ends with its item; the content before it belongs to that item and comes with it.
        shuffle: whether a learner gets them in an order of his own, and not in the author's.
    """

    id: str
    draw: int
    entries: tuple[tuple[Item | Content, ...], ...]
    shuffle: bool = False

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All items, drawn or not."""
        return _items_of(part for entry in self.entries for part in entry)

    @property
    def gives_all(self) -> bool:
        """Whether every learner gets every item."""
        return self.draw >= len(self.entries)

    @cached_property
    def points(self) -> Fraction:
        """What any draw is worth; the reader sees to it that all are worth the same."""
        all_points = [item.points for item in self.items]
        return sum(all_points if self.gives_all else all_points[:1] * self.draw, Fraction(0))


Part = Item | Content | Pool


@dataclass(frozen=True)
class AlternateForm:
    """One of several whole exercises, of which each learner gets one."""

    id: str
    parts: tuple[Part, ...]

    @property
    def points(self) -> Fraction:
        """What it is worth."""
        return _points_of(self.parts)


@dataclass(frozen=True)
class Exercise:
    """One exercise as one target group sees it, with all there is to draw from, or as drawn for one learner.

    Attributes:
        parts: what stands in it, in order; where there are forms, what all of them have before them.
        forms: the alternate forms; a drawn exercise has none, and no pool.
    """

    intro: RichText
    parts: tuple[Part, ...] = ()
    forms: tuple[AlternateForm, ...] = ()

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All items in order, those of every pool and form too."""
        return _items_of((*self.parts, *(part for form in self.forms for part in form.parts)))

    @cached_property
    def contents(self) -> tuple[Content, ...]:
        """All that stands between items, in every pool and form too."""
        return _contents_of((*self.parts, *(part for form in self.forms for part in form.parts)))

    @cached_property
    def common_parts(self) -> tuple[Item | Content, ...]:
        """What every learner gets, whatever is drawn for him."""
        found: list[Item | Content] = []
        for part in self.parts:
            if not isinstance(part, Pool):
                found.append(part)
            elif part.gives_all:
                found += [each for entry in part.entries for each in entry]
        return tuple(found)

    @cached_property
    def is_drawn(self) -> bool:
        """Whether every learner gets all of it."""
        return not self.forms and not any(isinstance(part, Pool) for part in self.parts)

    @cached_property
    def points(self) -> Fraction:
        """What the exercise is worth to every learner before the block's weight, whatever is drawn."""
        return _points_of(self.parts) + (self.forms[0].points if self.forms else 0)

    def item(self, identifier: str) -> Item | None:
        """The item with the author's id `identifier`, if there is one."""
        return next((item for item in self.items if item.id == identifier), None)


def _contents_of(parts: Iterable[Part]) -> tuple[Content, ...]:
    found: list[Content] = []
    for part in parts:
        if isinstance(part, Pool):
            found += _contents_of(each for entry in part.entries for each in entry)
        elif isinstance(part, Content):
            found.append(part)
    return tuple(found)


def _items_of(parts: Iterable[Part]) -> tuple[Item, ...]:
    found: list[Item] = []
    for part in parts:
        found += part.items if isinstance(part, Pool) else [part] if isinstance(part, Item) else []
    return tuple(found)


def _points_of(parts: Iterable[Part]) -> Fraction:
    return sum((part.points for part in parts if not isinstance(part, Content)), Fraction(0))


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
        cost: share of the points that hints have cost.
    """

    fraction: Fraction
    answered: bool = True
    marks: tuple[Mark, ...] = ()
    feedback: RichText = NO_TEXT
    missed: int = 0
    cost: Fraction = Fraction(0)

    @property
    def credit(self) -> Fraction:
        """The share of the points that is earned: what was right, less what hints have cost."""
        return max(Fraction(0), self.fraction - self.cost) if self.cost else self.fraction

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
class Drawing:
    """A group of the solution that is drawn by a template of its own; as secret as the solution.

    Attributes:
        template: its file.
        parts: what it shows, of values that compare by what they hold: a drawing is kept for all who see the same.
    """

    template: str
    parts: tuple[Hashable, ...]


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
    def counted(self) -> tuple[float, float]:
        """Points earned and possible, as they are counted: where nothing is graded, taking part is everything."""
        return (float(self.earned), float(self.possible)) if self.possible else (1.0, 1.0)

    @property
    def correct(self) -> bool:
        """Whether every item is fully right."""
        return all(outcome.correct for outcome in self.outcomes.values())
