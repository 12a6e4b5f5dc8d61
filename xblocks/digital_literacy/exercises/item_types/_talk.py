"""A branching conversation as a graph: where it leads, and what it is worth from every place on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from digital_literacy.olx.markup import RichText

# What an end is worth unless the author says otherwise.
OUTCOMES: Mapping[str, Fraction] = {"safe": Fraction(1), "risky": Fraction(1, 2), "unsafe": Fraction(0)}


@dataclass(frozen=True)
class Say:
    """One thing the learner can say or do.

    Attributes:
        id: names the turn as well, since authors use the same short ids in every turn.
        to: id of the turn or end that follows.
        cost: the share of the points it takes away.
    """

    id: str
    text: RichText
    feedback: RichText
    to: str
    cost: Fraction


@dataclass(frozen=True)
class Turn:
    """What the other side says, and what can be said to it."""

    id: str
    who: str
    text: RichText
    says: tuple[Say, ...]


@dataclass(frozen=True)
class End:
    """Where a conversation ends. `text` is what happens, `feedback` what to think of it."""

    id: str
    text: RichText
    feedback: RichText
    outcome: str
    worth: Fraction


@dataclass(frozen=True)
class Talk:
    """The whole conversation; it begins with the first turn."""

    turns: tuple[Turn, ...]
    ends: tuple[End, ...]

    @property
    def says(self) -> tuple[Say, ...]:
        """Everything that can be said, in the author's order."""
        return tuple(say for turn in self.turns for say in turn.says)

    def turn(self, identifier: str) -> Turn | None:
        """The turn `identifier`; `None` for an end."""
        return next((turn for turn in self.turns if turn.id == identifier), None)

    def end(self, identifier: str) -> End | None:
        """The end `identifier`; `None` for a turn."""
        return next((end for end in self.ends if end.id == identifier), None)

    def walk(self, path: Sequence[str]) -> tuple[list[Say], str] | None:
        """What was said along `path`, and the place it leads to; `None` where it cannot be walked."""
        place, said = self.turns[0].id, []
        for step in path:
            turn = self.turn(place)
            say = next((each for each in turn.says if each.id == step), None) if turn else None
            if say is None:
                return None
            said.append(say)
            place = say.to
        return said, place

    def values(self) -> dict[str, Fraction]:
        """The best share that can still be had from each place on; places without a way to an end are left out.

        Costs are never negative, so going in circles never pays, and as many rounds as there are turns are enough.
        """
        values = {end.id: end.worth for end in self.ends}
        for _round in self.turns:
            for turn in self.turns:
                reached = [values[say.to] - say.cost for say in turn.says if say.to in values]
                if reached:
                    values[turn.id] = max(reached)
        return values

    def best_path(self) -> tuple[list[Say], str]:
        """The shortest of the ways that lose nothing, and the end it leads to."""
        values = self.values()
        ways: list[tuple[list[Say], str]] = [([], self.turns[0].id)]
        seen = {self.turns[0].id}
        for said, place in ways:
            turn = self.turn(place)
            if turn is None:
                return said, place
            for say in turn.says:
                if say.to not in seen and is_right(turn, say, values):
                    seen.add(say.to)
                    ways.append(([*said, say], say.to))
        return ways[-1]


def is_right(turn: Turn, say: Say, values: Mapping[str, Fraction]) -> bool:
    """Whether nothing is lost by `say`, and there was something to lose."""
    return values.get(turn.id, Fraction(0)) > 0 and values.get(say.to, 0) - say.cost == values[turn.id]
