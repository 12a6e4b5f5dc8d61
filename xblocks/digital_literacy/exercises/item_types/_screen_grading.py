"""What a screen task is, and how what somebody did in it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from digital_literacy.exercises.item_types._screen_goal import Goal, Mistake, Step
from digital_literacy.exercises.item_types._screen_machine import BACK, RESERVED, RESTART, Action, Machine
from digital_literacy.exercises.item_types._screen_parts import Part, Screen
from digital_literacy.exercises.model import NO_TEXT, Item, Mark, Outcome, SolutionLine
from digital_literacy.olx.markup import RichText
from digital_literacy.olx.messages import gettext_noop

SHOW, TRY, TEST = "show", "try", "test"
# Of the points: for the goal, for no risky tap, for not going far round.
GOAL_SHARE, SAFE_SHARE, DIRECT_SHARE = Fraction(6, 10), Fraction(3, 10), Fraction(1, 10)


@dataclass(frozen=True, kw_only=True)
class ScreenTaskItem(Item):
    """A task on a simulated device; shown, it has no points."""

    tag = "screen_task"
    mode: str
    device: str
    scoring: str
    screens: tuple[Screen, ...]
    machine: Machine
    goals: tuple[Goal, ...]
    path: tuple[Step, ...]
    mistakes: tuple[Mistake, ...]
    feedback_correct: RichText = NO_TEXT
    feedback_incorrect: RichText = NO_TEXT

    @property
    def parts(self) -> dict[str, Part]:
        """All parts of all screens by id."""
        return {part.element.id: part for screen in self.screens for part in screen.parts}


@dataclass(frozen=True)
class Process:
    """How somebody went about it.

    Attributes:
        taps: actions since the last start.
        back_steps, restarts: of the whole answer.
        risky: risky parts tapped, each once, in order; in a `try` since the last start, in a `test` at any time.
        goal: share of the goal that is reached at the end, from 0 to 1.
    """

    taps: int
    back_steps: int
    restarts: int
    risky: tuple[str, ...]
    goal: Fraction


def process(item: ScreenTaskItem, answer: Mapping[str, Any]) -> Process:
    """How an answer came about, from its replay: counts only, and the author's ids of risky parts.

    Args:
        answer: a checked answer of a task that is not shown.
    """
    actions = actions_of(answer)
    starts = [number for number, action in enumerate(actions) if action[0] == RESTART]
    last = actions[starts[-1] + 1 :] if starts else actions
    risky = {mistake.part for mistake in item.mistakes}
    tapped = [action[0] for action in (actions if item.mode == TEST else last) if action[0] in risky]
    return Process(
        taps=len(last),
        back_steps=sum(action[0] == BACK for action in actions),
        restarts=len(starts),
        risky=tuple(dict.fromkeys(tapped)),
        goal=_goal_reached(item, actions),
    )


def outcome(item: ScreenTaskItem, answer: Mapping[str, Any]) -> Outcome:
    """Grade a checked answer."""
    run = process(item, answer)
    good = run.goal == 1 and not run.risky
    return Outcome(
        fraction=_fraction(item, run),
        marks=(*_goal_marks(item, answer), *_risk_marks(item, run), *_way_mark(item, run)),
        feedback=item.feedback_correct if good else item.feedback_incorrect,
    )


def _goal_reached(item: ScreenTaskItem, actions: list[Action]) -> Fraction:
    # What holds at the start is no merit, but losing it is a loss.
    first, end = item.machine.first, item.machine.replay(actions) or item.machine.first
    given = sum(goal.holds(first) for goal in item.goals)
    gained = sum(goal.holds(end) for goal in item.goals) - given
    return max(Fraction(0), Fraction(gained, len(item.goals) - given))


def _fraction(item: ScreenTaskItem, run: Process) -> Fraction:
    if item.scoring == "goal":
        return run.goal
    costs = {mistake.part: mistake.cost for mistake in item.mistakes}
    safe = max(Fraction(0), 1 - sum((costs[part] for part in run.risky), Fraction(0)))
    direct = min(Fraction(1), Fraction(_direct_limit(item), max(run.taps, 1)))
    return run.goal * (GOAL_SHARE + SAFE_SHARE * safe + DIRECT_SHARE * direct)


def _direct_limit(item: ScreenTaskItem) -> int:
    return len(item.path) + len(item.path) // 2


def _goal_marks(item: ScreenTaskItem, answer: Mapping[str, Any]) -> tuple[Mark, ...]:
    end = item.machine.replay(actions_of(answer)) or item.machine.first
    label = gettext_noop("Part of the goal:")
    return tuple(
        Mark("goal", f"goal-{number}", label, goal.holds(end), goal.text, own_words=True)
        for number, goal in enumerate(item.goals)
    )


def _risk_marks(item: ScreenTaskItem, run: Process) -> tuple[Mark, ...]:
    reasons = {mistake.part: mistake.reason for mistake in item.mistakes}
    return tuple(Mark("risk", part, item.parts[part].text.text, False, reasons[part]) for part in run.risky)


def _way_mark(item: ScreenTaskItem, run: Process) -> tuple[Mark, ...]:
    if item.scoring == "goal" or run.goal < 1 or run.taps <= _direct_limit(item):
        return ()
    label = gettext_noop("The goal was reached, but in a very roundabout way. There is a much shorter one.")
    return (Mark("way", "way", label, False, own_words=True),)


def solution_line(item: ScreenTaskItem, number: int, step: Step) -> SolutionLine:
    """One step of the best path, in the words of the screen."""
    name, *given = step.action
    if name in RESERVED:
        return SolutionLine("step", str(number), gettext_noop("Back"), step.narration, own_words=True)
    part = item.parts[name]
    words = [dict(part.options)[each].text if part.options else f"“{each}”" for each in given]
    return SolutionLine("step", str(number), ": ".join([part.text.text, *words]), step.narration)


def actions_of(answer: Mapping[str, Any] | None) -> list[Action]:
    """The actions of a checked answer."""
    return [tuple(action) for action in (answer or {}).get("actions", ())]
