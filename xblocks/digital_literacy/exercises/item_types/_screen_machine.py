"""A simulated device as a machine: screens, what each tap does, settings that change.

The browser runs the same machine (`assets/public/exercise/screen_task.js`); `tests/fixtures/screen_machine.json`
holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

BACK = "back"
RESTART = "restart"
RESERVED = (BACK, RESTART)
# What can be acted on; the other parts of a screen are only read.
ACTIVE = ("button", "toggle", "choice", "field")

# ("part",) for a tap, ("part", "value") for a choice or a typed text, ("back",) or ("restart",).
Action = tuple[str, ...]


@dataclass(frozen=True)
class Condition:
    """One thing that must hold of a state: `is` or `not` a value, or `filled` at all."""

    state: str
    test: str
    value: str = ""

    def holds(self, values: Mapping[str, str | None]) -> bool:
        """Whether it holds of these states."""
        now = values.get(self.state)
        if self.test == "filled":
            return now is not None
        return (now == self.value) == (self.test == "is")


@dataclass(frozen=True)
class Element:
    """One part of a screen, as far as the machine is concerned.

    Attributes:
        kind: one of `ACTIVE`, or `text`.
        when: it is there only while all of these hold.
        sets: states and the values a tap gives them.
        go: screen that opens, `back`, or nothing.
        state: what a toggle, choice or field writes.
        values: off and on of a toggle, or what can be chosen.
    """

    id: str
    kind: str
    when: tuple[Condition, ...] = ()
    sets: tuple[tuple[str, str], ...] = ()
    go: str = ""
    state: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Position:
    """Where one is: the screens that led here (a simple path, the present one last), and all states."""

    trail: tuple[str, ...]
    values: Mapping[str, str | None]

    @property
    def screen(self) -> str:
        """The present screen."""
        return self.trail[-1]

    @property
    def key(self) -> tuple[object, ...]:
        """The same for equal positions."""
        return (self.trail, tuple(sorted(self.values.items(), key=lambda pair: pair[0])))


@dataclass(frozen=True)
class Machine:
    """All screens by id, the first one, and the states at the start (`None`: nothing typed yet).

    Attributes:
        no_back: screens that one cannot leave by going back.
    """

    start: str
    values: Mapping[str, str | None]
    screens: Mapping[str, tuple[Element, ...]]
    no_back: frozenset[str] = frozenset()

    @property
    def first(self) -> Position:
        """The position at the start."""
        return Position((self.start,), self.values)

    def elements(self) -> dict[str, Element]:
        """All elements that can be acted on, by id."""
        return {each.id: each for screen in self.screens.values() for each in screen if each.kind in ACTIVE}

    def can_go_back(self, at: Position) -> bool:
        """Whether there is a way back from here."""
        return len(at.trail) > 1 and at.screen not in self.no_back

    def here(self, at: Position) -> tuple[Element, ...]:
        """The elements of the present screen that are there now."""
        return tuple(
            each
            for each in self.screens.get(at.screen, ())
            if all(part.holds(at.values) for part in each.when)
        )

    def step(self, at: Position, action: Action) -> Position | None:
        """The position after one action; `None` where it is not possible."""
        name, *given = action
        if name == RESTART:
            return None if given else self.first
        if name == BACK:
            return Position(at.trail[:-1], at.values) if not given and self.can_go_back(at) else None
        element = next((each for each in self.here(at) if each.id == name and each.kind in ACTIVE), None)
        if element is None or len(given) != (element.kind in ("choice", "field")):
            return None
        if element.kind == "choice" and given[0] not in element.values:
            return None
        return Position(_trail(at.trail, element.go), {**at.values, **_changes(element, at, given)})

    def replay(self, actions: Iterable[Action]) -> Position | None:
        """The position after all actions; `None` where one of them is not possible."""
        at = self.first
        for action in actions:
            after = self.step(at, action)
            if after is None:
                return None
            at = after
        return at

    def as_data(self, name: Callable[[str, str], str]) -> dict[str, Any]:
        """The machine as plain values for the browser.

        Args:
            name: gives the outside name of a `screen`, `part`, `state` or `value`.
        """

        def value(state: str | None) -> str | None:
            return None if state is None else name("value", state)

        return {
            "start": name("screen", self.start),
            "values": {name("state", each): value(now) for each, now in self.values.items()},
            "screens": {
                name("screen", each): {
                    "back": each not in self.no_back,
                    "parts": [_element_data(part, name) for part in parts],
                }
                for each, parts in self.screens.items()
            },
        }


def _trail(trail: tuple[str, ...], go: str) -> tuple[str, ...]:
    if not go:
        return trail
    if go == BACK:
        return trail[:-1] or trail
    # A screen that is open already is returned to, so that a trail never grows without end.
    return trail[: trail.index(go) + 1] if go in trail else (*trail, go)


def _changes(element: Element, at: Position, given: list[str]) -> dict[str, str]:
    changed = dict(element.sets)
    if element.kind == "toggle":
        off, on = element.values
        changed[element.state] = on if at.values.get(element.state) == off else off
    elif given:
        changed[element.state] = given[0]
    return changed


def _element_data(element: Element, name: Callable[[str, str], str]) -> dict[str, Any]:
    go = element.go if element.go in ("", BACK) else name("screen", element.go)
    return {
        "id": name("part", element.id),
        "kind": element.kind,
        "when": [
            [name("state", each.state), each.test, name("value", each.value) if each.value else ""]
            for each in element.when
        ],
        "set": [[name("state", state), name("value", value)] for state, value in element.sets],
        "go": go,
        "state": name("state", element.state) if element.state else "",
        "values": [name("value", value) for value in element.values],
    }
