"""Guided screen task: something is to be done on a simulated device; counted by what is reached, and how."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from lxml import etree

from digital_literacy.exercises.answers import Slot
from digital_literacy.exercises.ids import OpaqueIds
from digital_literacy.exercises.item_types import _screen_checks as checks
from digital_literacy.exercises.item_types import _screen_goal as goal_reading
from digital_literacy.exercises.item_types._base import COMMON_OPEN, COMMON_SECRETS, ItemType
from digital_literacy.exercises.item_types._screen_grading import (
    SHOW,
    TEST,
    TRY,
    Process,
    ScreenTaskItem,
    actions_of,
    outcome,
    process,
    solution_line,
)
from digital_literacy.exercises.item_types._screen_machine import RESERVED, Action, Element
from digital_literacy.exercises.item_types._screen_names import Names
from digital_literacy.exercises.item_types._screen_parts import machine_of, read_screens
from digital_literacy.exercises.item_types._screen_sample import SAMPLE
from digital_literacy.exercises.item_types._screen_view import view_device, view_walk
from digital_literacy.exercises.item_types.ordering import read_feedback
from digital_literacy.exercises.lures import real_addresses
from digital_literacy.exercises.model import Answer, Outcome, SolutionLine
from digital_literacy.exercises.reader import MAX_PARTS, Reader
from digital_literacy.olx.markup import RichText
from digital_literacy.olx.messages import gettext_noop

__all__ = ["TYPE", "Process", "ScreenTaskItem", "process"]

MODES = (TRY, TEST, SHOW)
DEVICES = ("phone", "web")
SCORINGS = ("goal_and_path", "goal")
MAX_ACTIONS = 200
_INSTRUCTIONS = {
    SHOW: gettext_noop(
        "Watch how it is done, step by step, with the buttons Next and Previous. This is not graded."
    ),
    TRY: gettext_noop("Do it on the practice screen, then submit. Hints are there when you want them."),
    TEST: gettext_noop("Do it on the practice screen, then submit. There are no hints here."),
}


class ScreenTask(ItemType[ScreenTaskItem]):
    """Reads, shows and grades `screen_task`."""

    tag = ScreenTaskItem.tag
    place = 50
    name = gettext_noop("Task on a practice screen")
    instruction = _INSTRUCTIONS[TRY]
    headings = {
        "goal": gettext_noop("Goal"),
        "risk": gettext_noop("Risky taps"),
        "way": gettext_noop("Way"),
        "step": gettext_noop("Best way"),
    }
    secrets = COMMON_SECRETS | {
        "goal",
        "is",
        "path",
        "step",
        "@tap",
        "narration",
        "mistake",
        "@cost",
        "@when",
    }
    open = COMMON_OPEN | {
        *("state", "screen", "button", "toggle"),
        *("@mode", "@device", "@start", "@value", "@title", "@go", "@state", "@look"),
    }
    sample = SAMPLE
    has_style = True
    scripts = ("exercise/screen_machine.js",)

    def read(self, element: etree._Element, reader: Reader, taken: set[str]) -> ScreenTaskItem:
        before = len(reader.faults)
        common = self.common(
            element,
            reader,
            taken,
            attributes=("mode", "device", "start", "scoring"),
            children=("state", "screen", "goal", "path", "mistake", "feedback"),
        )
        mode = reader.word(element, "mode", MODES, TRY)
        if mode == SHOW:
            common["points"] = Fraction(0)
        if mode != TRY:
            common["hints"] = ()
        item = _read_task(element, reader, common, mode)
        if len(reader.faults) == before:
            _check(element, reader, item)
        return item

    def read_answer(self, item: ScreenTaskItem, raw: object, slot: Slot) -> Answer:
        if item.mode == SHOW:
            return {"seen": True} if slot.keys(raw, ("seen",)).get("seen") is True else None
        rows = slot.rows(slot.keys(raw, ("actions",)).get("actions"), most=MAX_ACTIONS, widest=2)
        elements = item.machine.elements()
        actions = [_inside(elements, row, slot) for row in rows]
        if item.machine.replay(actions) is None:
            raise slot.impossible()
        return {"actions": [list(action) for action in actions]} if actions else None

    def grade(self, item: ScreenTaskItem, answer: Mapping[str, Any]) -> Outcome:
        if item.mode == SHOW:
            return Outcome(fraction=Fraction(1))
        return outcome(item, answer)

    def view(
        self, item: ScreenTaskItem, ids: OpaqueIds, answer: Mapping[str, Any] | None
    ) -> dict[str, object]:
        def name(kind: str, identifier: str) -> str:
            return ids.name((item.id, kind), identifier)

        return {
            "instruction": _INSTRUCTIONS[item.mode],
            "mode": item.mode,
            "device": item.device,
            "asks_here": item.mode == TRY and any(screen.hint for screen in item.screens),
            "max_actions": MAX_ACTIONS,
            "walk": view_walk(item.path, item.parts, name) if item.mode == SHOW else [],
            **view_device(item.machine, item.screens, actions_of(answer), name),
        }

    def hint_at(self, item: ScreenTaskItem, place: str, ids: OpaqueIds) -> tuple[str, RichText] | None:
        if item.mode != TRY:
            return None
        for screen in item.screens:
            if ids.name((item.id, "screen"), screen.id) == place:
                return screen.id, screen.hint
        return None

    def solution(self, item: ScreenTaskItem) -> tuple[SolutionLine, ...]:
        return tuple(solution_line(item, number, step) for number, step in enumerate(item.path))

    def words(self, item: ScreenTaskItem) -> tuple[str, ...]:
        return tuple(screen.title for screen in item.screens)


def _inside(elements: Mapping[str, Element], row: list[str], slot: Slot) -> Action:
    if row[0] in RESERVED:
        return tuple(row)
    part = slot.one("part", row[0], list(elements))
    if part is None:
        raise slot.wrong_shape()
    given: list[str | None] = list(row[1:])
    if given and elements[part].kind == "choice":
        given = [slot.one("value", row[1], elements[part].values)]
    elif given:
        given = [goal_reading.clean_typed(row[1])]
    if None in given:
        raise slot.wrong_shape()
    return (part, *map(str, given))


def _read_task(element: etree._Element, reader: Reader, common: dict[str, Any], mode: str) -> ScreenTaskItem:
    names = Names(element, reader)
    _read_states(element, reader)
    screens = read_screens(element, reader, names)
    parts = {
        part.element.id: part for screen in screens for part in screen.parts if part.element.kind != "text"
    }
    start = names.screen(element, element.get("start") or next(iter(names.screens), ""))
    correct, incorrect = read_feedback(element, reader)
    return ScreenTaskItem(
        **common,
        mode=mode,
        device=reader.word(element, "device", DEVICES, DEVICES[0]),
        scoring=reader.word(element, "scoring", SCORINGS, SCORINGS[0]),
        screens=screens,
        machine=machine_of(screens, start, names.start),
        goals=goal_reading.read_goals(element, reader, names),
        path=goal_reading.read_path(element, reader, parts),
        mistakes=goal_reading.read_mistakes(element, reader, parts),
        feedback_correct=correct,
        feedback_incorrect=incorrect,
    )


def _read_states(element: etree._Element, reader: Reader) -> None:
    taken: set[str] = set()
    states = element.findall("state")
    reader.limit(element, len(states), MAX_PARTS, "state")
    for state in states:
        reader.attributes(state, ("id", "value"))
        reader.children(state, ())
        reader.identifier(state, taken)


def _check(element: etree._Element, reader: Reader, item: ScreenTaskItem) -> None:
    typed: dict[str, list[str]] = {goal.name: list(goal.accepted) for goal in item.goals if goal.kind == "is"}
    checks.check_path(element, reader, item.machine, item.path, item.goals)
    checks.check_mistakes(element, reader, item.path, item.mistakes)
    checks.check_reach(element, reader, item.machine, item.goals, typed)
    for host in real_addresses(goal_reading.texts_of(item.screens)):
        reader.fault(
            element,
            gettext_noop("A practice screen names “%(host)s”, which could be a real address."),
            gettext_noop("End it in .example or .test, which nobody can own."),
            host=host[:80],
        )
    for child, step in zip(element.findall("path/step"), item.path, strict=True) if item.mode == SHOW else ():
        if not step.narration:
            reader.fault(
                child,
                gettext_noop("A task that is shown needs words for every step."),
                gettext_noop("Add <narration><p>…</p></narration> to this step."),
            )


TYPE = ScreenTask()
