"""What a learner must pass for one certificate, resolved to the platform's keys, and how far he is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from digital_literacy.certificates.requirements import COURSE_GRADE, DONE_ALONE
from digital_literacy.compat.platform import Platform
from digital_literacy.learners import attempts

PASSED, MISSING, COMPUTING = "passed", "missing", "computing"


@dataclass(frozen=True)
class Goal:
    """One requirement, with the key and title of what it is about (both empty for the course grade)."""

    kind: str
    minimum: float
    usage_key: str = ""
    title: str = ""


@dataclass(frozen=True)
class Plan:
    """A block's definition as it stands when the learner sets out; texts are plain.

    Attributes:
        representative: a representative's consent is needed of every learner, not only of known minors.
    """

    name: str
    description: str
    criteria: str
    skills: tuple[str, ...]
    goals: tuple[Goal, ...]
    level: int
    representative: bool = False

    def to_json(self) -> dict[str, Any]:
        """For the login's row."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Plan:
        """Back from the login's row."""
        goals = tuple(Goal(**goal) for goal in data["goals"])
        return cls(**{**data, "skills": tuple(data["skills"]), "goals": goals})


@dataclass(frozen=True)
class Progress:
    """How far the learner is with one goal. `fraction` is 0 for what was not attempted."""

    goal: Goal
    fraction: float
    state: str


def progress(goals: Sequence[Goal], *, platform: Platform, user_id: int, course_key: str) -> list[Progress]:
    """Read the platform's own grades, and our own rows for what was done alone; nothing a browser says counts."""
    return [_look(goal, platform=platform, user_id=user_id, course_key=course_key) for goal in goals]


def _look(goal: Goal, *, platform: Platform, user_id: int, course_key: str) -> Progress:
    if goal.kind == COURSE_GRADE:
        grade = platform.course_grade(user_id=user_id, course_key=course_key)
        if grade is None:
            return Progress(goal, 0.0, COMPUTING)
        fraction = grade.fraction
    elif goal.kind == DONE_ALONE:
        store = attempts.attempts_of(user_id=user_id, usage_key=goal.usage_key, fallback={})
        found = attempts.best(attempts.alone(store.all()))
        fraction = found.share if found else 0.0
    else:
        block = platform.block_grade(user_id=user_id, usage_key=goal.usage_key)
        fraction = block.fraction if block else 0.0
    return Progress(goal, fraction, PASSED if fraction + 1e-9 >= goal.minimum else MISSING)
