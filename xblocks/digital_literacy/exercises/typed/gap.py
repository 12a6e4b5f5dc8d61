"""A gap: what is accepted in it, what is a known mistake, and the tolerances of both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from digital_literacy.exercises.typed.tolerances import CREDITS, TOLERANCES
from digital_literacy.olx.markup import RichText

KINDS = ("text", "number", "date")
SIZES = ("short", "medium", "long")
MAX_TYPED = 300  # characters


@dataclass(frozen=True)
class Wrong:
    """A mistake the author has foreseen, with his answer to it."""

    text: str
    feedback: RichText = RichText()


@dataclass(frozen=True, kw_only=True)
class TypedGap:
    """A place to type in.

    Attributes:
        kind: `text`, `number` or `date`.
        accepts: the accepted answers as the author wrote them; the first is the one shown as solution.
        wrongs: foreseen mistakes; they win over every tolerance.
        levels: what the author set for tolerances, by name; others have their defaults.
        within: how far a number may be off.
    """

    kind: str = "text"
    accepts: tuple[str, ...] = ()
    wrongs: tuple[Wrong, ...] = ()
    levels: Mapping[str, str] = field(default_factory=dict)
    within: Fraction = Fraction(0)

    def credit(self, tolerance: str) -> Fraction:
        """What an answer earns that strays in the way `tolerance`."""
        return CREDITS[self.levels.get(tolerance) or TOLERANCES[self.kind][tolerance]]


@dataclass(frozen=True)
class Match:
    """How a typed answer compares.

    Attributes:
        credit: from 0 to 1.
        notes: keys of `tolerances.NOTES`: why it is not fully right.
        wrong: the foreseen mistake that it is.
    """

    credit: Fraction
    notes: tuple[str, ...] = ()
    wrong: Wrong | None = None


RIGHT = Match(Fraction(1))
NOT_RIGHT = Match(Fraction(0))
