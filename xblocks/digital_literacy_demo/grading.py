"""Course grade by a grading policy, as Open edX computes it. Pure.

Source: lms/djangoapps/grades (openedx-platform): a score counts `earned * weight / possible`; an assignment
type averages its graded subsections, padded with zeros up to `min_count`, without the `drop_count` lowest;
the course percent is the weighted sum, rounded to whole percent; the lowest positive cut-off passes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


class PolicyError(ValueError):
    """A grading policy that cannot be used."""


@dataclass(frozen=True)
class AssignmentType:
    """One entry of `GRADER`."""

    name: str
    weight: float
    min_count: int = 0
    drop_count: int = 0


@dataclass(frozen=True)
class GradingPolicy:
    """How a course is graded. Without assignment types all graded points count alike."""

    assignment_types: tuple[AssignmentType, ...] = ()
    pass_cutoff: float = 0.5


@dataclass(frozen=True)
class Score:
    """Weighted points: what a learner has of what there is."""

    earned: float = 0.0
    possible: float = 0.0

    def __add__(self, other: Score) -> Score:
        return Score(self.earned + other.earned, self.possible + other.possible)

    @property
    def fraction(self) -> float:
        """Share of the points, from 0 to 1."""
        return self.earned / self.possible if self.possible else 0.0


def read_policy(data: Mapping[str, Any]) -> GradingPolicy:
    """Read `grading_policy.json`.

    Raises:
        PolicyError: a value is missing or has the wrong type; the message says which.
    """
    grader = data.get("GRADER", [])
    if not isinstance(grader, list):
        raise PolicyError("GRADER must be a list of assignment types")
    return GradingPolicy(tuple(_assignment_type(entry) for entry in grader), _pass_cutoff(data))


def weighted(*, earned: float, possible: float, weight: float | None) -> Score:
    """A raw score in points of the block's weight; without a weight the raw points count."""
    if weight is None or not possible:
        return Score(earned, possible)
    return Score(earned * weight / possible, weight)


def course_fraction(policy: GradingPolicy, subsections: Iterable[tuple[str, Score]]) -> float:
    """The course grade, from 0 to 1.

    Args:
        policy: the course's policy.
        subsections: (assignment type, points) of each graded subsection; those without points do not count.
    """
    counted = [(name, score) for name, score in subsections if score.possible > 0]
    if not policy.assignment_types:
        return sum((score for _, score in counted), Score()).fraction
    total = sum(
        kind.weight * _average(kind, [score.fraction for name, score in counted if name == kind.name])
        for kind in policy.assignment_types
    )
    return round(total * 100 + 0.05) / 100


def is_passed(policy: GradingPolicy, fraction: float) -> bool:
    """Whether the course's cut-off is reached."""
    return fraction >= policy.pass_cutoff


def _average(kind: AssignmentType, fractions: list[float]) -> float:
    padded = fractions + [0.0] * (kind.min_count - len(fractions))
    kept = sorted(padded, reverse=True)[: max(len(padded) - kind.drop_count, 0)]
    return sum(kept) / len(kept) if kept else 0.0


def _assignment_type(entry: Any) -> AssignmentType:
    if not isinstance(entry, dict) or not isinstance(entry.get("type"), str):
        raise PolicyError("each entry of GRADER needs a type")
    return AssignmentType(
        name=entry["type"],
        weight=_number(entry, "weight", 0.0, 1.0),
        min_count=int(_number({"min_count": 0, **entry}, "min_count", 0, 1000)),
        drop_count=int(_number({"drop_count": 0, **entry}, "drop_count", 0, 1000)),
    )


def _pass_cutoff(data: Mapping[str, Any]) -> float:
    cutoffs = data.get("GRADE_CUTOFFS", {"Pass": 0.5})
    if not isinstance(cutoffs, dict):
        raise PolicyError('GRADE_CUTOFFS must be an object such as {"Pass": 0.5}')
    values = [_number(cutoffs, name, 0.0, 1.0) for name in cutoffs]
    return min((value for value in values if value > 0), default=0.5)


def _number(entry: Mapping[str, Any], name: str, low: float, high: float) -> float:
    value = entry.get(name)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not low <= value <= high:
        raise PolicyError(f"{name} must be a number from {low:g} to {high:g}")
    return float(value)
