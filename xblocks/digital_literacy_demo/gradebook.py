"""Scores of learners, read from the grades and what was collected of each block."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from digital_literacy_demo.grading import (
    GradingPolicy,
    Score,
    course_fraction,
    is_passed,
    read_policy,
    weighted,
)
from digital_literacy_demo.models import Block, Completion, Course, Grade


@dataclass(frozen=True)
class BlockLine:
    """One block in a learner's gradebook. `raw` is `None` until he has tried."""

    block: Block
    raw: Score | None
    points: Score
    completion: float


@dataclass
class SubsectionLine:
    """One sequential: its units with their blocks, and its points."""

    block: Block
    lines: list[BlockLine] = field(default_factory=list)

    @property
    def graded(self) -> bool:
        return bool(self.block.fields.get("graded"))

    @property
    def format(self) -> str:
        return str(self.block.fields.get("format") or "")

    @property
    def points(self) -> Score:
        return sum((line.points for line in self.lines if line.block.has_score), Score())


@dataclass
class LearnerBook:
    """One learner in one course."""

    subsections: list[SubsectionLine]
    fraction: float
    passed: bool
    pass_cutoff: float

    @property
    def completed(self) -> int:
        """How many completable blocks are done."""
        return sum(line.completion >= 1 for line in self._completable())

    @property
    def completable(self) -> int:
        """How many blocks can be completed."""
        return len(self._completable())

    def _completable(self) -> list[BlockLine]:
        return [
            line
            for part in self.subsections
            for line in part.lines
            if line.block.completable and not line.block.problem
        ]


class CourseTree:
    """The blocks of a course by parent, read once."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self._below: dict[Any, list[Block]] = {}
        for block in Block.objects.filter(course=course).order_by("position"):
            self._below.setdefault(block.parent_id, []).append(block)

    def children(self, block: Block | None) -> list[Block]:
        """Blocks directly below, in order."""
        return self._below.get(block.pk if block else None, [])

    def root(self) -> Block | None:
        """The course's own block."""
        return next(iter(self.children(None)), None)

    def leaves(self, block: Block) -> Iterable[Block]:
        """Blocks below units, nested ones included."""
        for child in self.children(block):
            if child.block_type != "vertical":
                yield child
            yield from self.leaves(child)

    def of_type(self, block_type: str) -> list[Block]:
        """Blocks of a level, in the order of the course."""
        root = self.root()
        return [block for block in self._walk(root) if block.block_type == block_type] if root else []

    def _walk(self, block: Block) -> Iterable[Block]:
        yield block
        for child in self.children(block):
            yield from self._walk(child)


def policy_of(course: Course) -> GradingPolicy:
    """The course's grading policy; it was checked when the course was loaded."""
    return read_policy(course.grading_policy)


def learner_book(tree: CourseTree, user_id: int) -> LearnerBook:
    """All scores and completion of one learner."""
    grades = {grade.usage_key: grade for grade in Grade.objects.filter(user_id=user_id)}
    completion = dict(Completion.objects.filter(user_id=user_id).values_list("usage_key", "completion"))
    subsections = [
        SubsectionLine(part, [_line(block, grades, completion) for block in tree.leaves(part)])
        for part in tree.of_type("sequential")
    ]
    policy = policy_of(tree.course)
    fraction = course_fraction(policy, [(part.format, part.points) for part in subsections if part.graded])
    return LearnerBook(subsections, fraction, is_passed(policy, fraction), policy.pass_cutoff)


def _line(block: Block, grades: dict[str, Grade], completion: dict[str, float]) -> BlockLine:
    grade = grades.get(block.usage_key)
    raw = Score(grade.earned, grade.possible) if grade else None
    points = weighted(
        earned=raw.earned if raw else 0.0,
        possible=raw.possible if raw else block.max_score,
        weight=block.weight,
    )
    return BlockLine(block, raw, points, completion.get(block.usage_key, 0.0))
