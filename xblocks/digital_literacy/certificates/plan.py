"""What a learner must pass for one certificate, resolved to the platform's keys, and how far he is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from digital_literacy.certificates.requirements import COURSE_GRADE, DONE_ALONE, SKILL
from digital_literacy.compat.platform import Platform
from digital_literacy.learners import attempts

PASSED, MISSING, COMPUTING = "passed", "missing", "computing"


@dataclass(frozen=True)
class Goal:
    """One requirement, with the key and title of what it is about (both empty for the course grade).

    Attributes:
        title: for a skill, its number and name.
        code: of a skill; `blocks` is how many blocks that practise it must have been attempted.
    """

    kind: str
    minimum: float
    usage_key: str = ""
    title: str = ""
    code: str = ""
    blocks: int = 1


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
    valid_months: int = 0

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
    """How far the learner is with one goal. `fraction` is 0 for what was not attempted.

    Attributes:
        helped: whether a helper was declared at the best attempt; `None` where our rows do not say.
        form: which of two equal forms the best attempt was.
    """

    goal: Goal
    fraction: float
    state: str
    helped: bool | None = None
    form: str = ""


def progress(goals: Sequence[Goal], *, platform: Platform, user_id: int, course_key: str) -> list[Progress]:
    """Read the platform's own grades, and our own rows for skills and for what was done alone; nothing a browser says
    counts."""
    return [_look(goal, platform=platform, user_id=user_id, course_key=course_key) for goal in goals]


def _look(goal: Goal, *, platform: Platform, user_id: int, course_key: str) -> Progress:
    if goal.kind == COURSE_GRADE:
        grade = platform.course_grade(user_id=user_id, course_key=course_key)
        return Progress(goal, 0.0, COMPUTING) if grade is None else _seen(goal, grade.fraction)
    if goal.kind == SKILL:
        return _skill(goal, user_id=user_id, course_key=course_key)
    counted = attempts.attempts_of(user_id=user_id, usage_key=goal.usage_key, fallback={}).all()
    if goal.kind == DONE_ALONE:
        found = attempts.best(attempts.alone(counted))
        return _seen(goal, found.share if found else 0.0, found)
    block = platform.block_grade(user_id=user_id, usage_key=goal.usage_key)
    return _seen(goal, block.fraction if block else 0.0, attempts.best(counted))


def _skill(goal: Goal, *, user_id: int, course_key: str) -> Progress:
    """Each block that practises the skill weighs the same, by its best attempt."""
    tried = attempts.best_by_block(user_id=user_id, course_key=course_key).values()
    found = attempts.of_skill(tried, goal.code)
    share = sum(one.share for one in found) / len(found) if found else 0.0
    enough = len(found) >= goal.blocks
    helped = any(one.result.get("help") for one in found) if found else None
    return Progress(goal, share, PASSED if enough and _reaches(share, goal) else MISSING, helped)


def _seen(goal: Goal, fraction: float, attempt: attempts.CountedAttempt | None = None) -> Progress:
    state = PASSED if _reaches(fraction, goal) else MISSING
    if attempt is None:
        return Progress(goal, fraction, state)
    result = attempt.result
    return Progress(goal, fraction, state, bool(result.get("help")), str(result.get("form", "")))


def _reaches(fraction: float, goal: Goal) -> bool:
    return fraction + 1e-9 >= goal.minimum
