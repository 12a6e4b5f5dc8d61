"""Whether a simulated task can be done: its screens can be reached, its best path leads to its goal."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from digital_literacy.exercises.item_types._screen_goal import Goal, Mistake, Step
from digital_literacy.exercises.item_types._screen_machine import BACK, Action, Machine, Position
from digital_literacy.exercises.reader import Reader
from digital_literacy.olx.messages import gettext_noop

# So many positions are looked at; what has not been seen by then is not complained of.
MOST_POSITIONS = 3000


def check_path(
    item: etree._Element, reader: Reader, machine: Machine, path: Sequence[Step], goals: Sequence[Goal]
) -> None:
    """Follow the best path: every step must be possible, and the last one reach the goal."""
    at = machine.first
    if all(goal.holds(at) for goal in goals):
        reader.fault(
            item,
            gettext_noop("The goal is reached at the start, without doing anything."),
            gettext_noop("Change the values of <state>, or the <goal>."),
        )
    for element, step in zip(item.findall("path/step"), path, strict=True):
        after = machine.step(at, step.action)
        if after is None:
            reader.fault(
                element,
                gettext_noop("This step is not possible on the screen “%(screen)s”."),
                gettext_noop("Possible are there: %(known)s. A field needs type, a choice needs choose."),
                screen=at.screen,
                known=", ".join(_possible(machine, at)),
            )
            return
        at = after
    for goal in goals:
        if not goal.holds(at):
            reader.fault(
                _one(item, "path"),
                gettext_noop("The path does not reach the goal “%(goal)s”; it ends on “%(screen)s”."),
                gettext_noop("Add the steps that are missing."),
                goal=goal.text.text,
                screen=at.screen,
            )


def check_mistakes(
    item: etree._Element, reader: Reader, path: Sequence[Step], mistakes: Sequence[Mistake]
) -> None:
    """The best path must be free of risky taps."""
    tapped = {step.action[0] for step in path}
    for element, mistake in zip(item.findall("mistake"), mistakes, strict=True):
        if mistake.part in tapped:
            reader.fault(
                element,
                gettext_noop("“%(part)s” is a mistake, but the best path taps it."),
                gettext_noop("Change the path, or remove the <mistake>."),
                part=mistake.part,
            )


def check_reach(
    item: etree._Element,
    reader: Reader,
    machine: Machine,
    goals: Sequence[Goal],
    typed: Mapping[str, Sequence[str]],
) -> None:
    """Search all that can be done: screens nobody can open, dead ends, a goal that cannot be reached.

    Args:
        typed: texts to try, by state.
    """
    positions, whole = _explore(machine, typed)
    seen = {at.screen for at in positions}
    for element in item.findall("screen") if whole else ():
        if element.get("id") not in seen:
            reader.fault(
                element,
                gettext_noop("No tap opens this screen."),
                gettext_noop('Write go="%(id)s" at a button or field, or remove the screen.'),
                id=element.get("id", ""),
            )
    stuck = {
        at.screen
        for at in positions
        if not _possible(machine, at) and not all(goal.holds(at) for goal in goals)
    }
    for element in item.findall("screen"):
        if element.get("id") in stuck:
            reader.fault(
                element,
                gettext_noop(
                    "This screen can be a dead end: nothing can be done on it and nothing leads back."
                ),
                gettext_noop('Remove back="false", or add a <button go="…">.'),
            )
    if whole and not any(all(goal.holds(at) for goal in goals) for at in positions):
        reader.fault(
            _one(item, "goal"),
            gettext_noop("Whatever is tapped, the goal cannot be reached."),
            gettext_noop("Look at the conditions “when” and at what the buttons set."),
        )


def _explore(machine: Machine, typed: Mapping[str, Sequence[str]]) -> tuple[list[Position], bool]:
    found = {machine.first.key: machine.first}
    waiting = deque(found.values())
    while waiting:
        at = waiting.popleft()
        for action in _actions(machine, at, typed):
            after = machine.step(at, action)
            if after is None or after.key in found:
                continue
            if len(found) >= MOST_POSITIONS:
                return list(found.values()), False
            found[after.key] = after
            waiting.append(after)
    return list(found.values()), True


def _actions(machine: Machine, at: Position, typed: Mapping[str, Sequence[str]]) -> Iterator[Action]:
    for each in machine.here(at):
        if each.kind == "choice":
            yield from ((each.id, value) for value in each.values)
        elif each.kind == "field":
            yield from ((each.id, text) for text in typed.get(each.state) or ("…",))
        elif each.kind != "text":
            yield (each.id,)
    if machine.can_go_back(at):
        yield (BACK,)


def _possible(machine: Machine, at: Position) -> list[str]:
    names = [each.id for each in machine.here(at) if each.kind != "text"]
    return [*names, BACK] if machine.can_go_back(at) else names


def _one(item: etree._Element, tag: str) -> etree._Element:
    element = item.find(tag)
    return item if element is None else element
