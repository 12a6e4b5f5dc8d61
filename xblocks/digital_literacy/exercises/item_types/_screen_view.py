"""A simulated device as a learner's page may know it: words, machine and names; no goal, no path, no costs."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from digital_literacy.exercises.item_types._screen_goal import Step
from digital_literacy.exercises.item_types._screen_machine import RESERVED, Action, Machine, Position
from digital_literacy.exercises.item_types._screen_names import ON
from digital_literacy.exercises.item_types._screen_parts import Part, Screen

# Gives the outside name of a `screen`, `part`, `state` or `value`.
Name = Callable[[str, str], str]


def view_device(
    machine: Machine, screens: Sequence[Screen], actions: Sequence[Action], name: Name
) -> dict[str, object]:
    """The machine for the script, and all screens as they stand after `actions`."""
    at = machine.replay(actions) or machine.first
    parts = {part.element.id: part for screen in screens for part in screen.parts}
    return {
        "machine": json.dumps(machine.as_data(name), ensure_ascii=False),
        "log": json.dumps([outside(action, parts, name) for action in actions], ensure_ascii=False),
        "screens": [_view_screen(screen, machine, at, name) for screen in screens],
        "can_go_back": machine.can_go_back(at),
    }


def view_walk(path: Sequence[Step], parts: dict[str, Part], name: Name) -> list[dict[str, object]]:
    """The steps of the best path with their narrations, for a task that is shown."""
    return [
        {"action": json.dumps(outside(step.action, parts, name)), "narration": step.narration}
        for step in path
    ]


def outside(action: Action, parts: dict[str, Part], name: Name) -> list[str]:
    """An action as the page writes it."""
    part, *given = action
    if part in RESERVED:
        return [part]
    if parts[part].element.kind == "choice":
        given = [name("value", value) for value in given]
    return [name("part", part), *given]


def _view_screen(screen: Screen, machine: Machine, at: Position, name: Name) -> dict[str, object]:
    return {
        "token": name("screen", screen.id),
        "title": screen.title,
        "address": screen.address,
        "present": screen.id == at.screen,
        "parts": [_view_part(part, at, name) for part in screen.parts],
    }


def _view_part(part: Part, at: Position, name: Name) -> dict[str, Any]:
    element = part.element
    now = at.values.get(element.state)
    return {
        "token": name("part", element.id),
        "kind": part.look if element.kind == "text" else element.kind,
        "look": part.look,
        "text": part.text,
        "sender": part.sender,
        "time": part.time,
        "done": part.done,
        "there": all(each.holds(at.values) for each in element.when),
        "on": now == ON,
        "typed": (now or "") if element.kind == "field" else "",
        "options": [
            {"token": name("value", value), "text": text, "chosen": value == now}
            for value, text in part.options
        ],
    }
