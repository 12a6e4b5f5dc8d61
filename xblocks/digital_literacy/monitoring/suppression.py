"""Hide numbers of few people, and those from which they could be worked out.

The rule of thumb of official statistics: a count from 1 to 4 is not shown, and where one row of a table is hidden
whose total is shown, one more must go, or the gap could be filled by subtraction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

SMALLEST = 5


@dataclass(frozen=True)
class Counts:
    """How many learners practised, reached the skill or passed, and so on: each at most `learners`."""

    learners: int
    reached: int = 0
    reached_alone: int = 0
    passed: int = 0
    certified: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(mine + its for mine, its in zip(self.as_tuple(), other.as_tuple(), strict=True)))

    def as_tuple(self) -> tuple[int, ...]:
        """The five counts in their order."""
        return self.learners, self.reached, self.reached_alone, self.passed, self.certified


# What may be read of a row: `None` in place of what is hidden.
Shown = tuple[int | None, ...]
HIDDEN: Shown = (None,) * 5


def shown_rows(rows: Sequence[Counts]) -> list[Shown]:
    """What may be read of each row of a table whose total is shown beside it.

    Rows of fewer than five learners are hidden. While what is hidden is one row, or fewer than five learners together,
    the smallest row that is left goes too. In a row that is shown, a count is hidden where it, or those whom it leaves
    out, are from 1 to 4; and never one alone in its column.

    Args:
        rows: disjoint groups of learners; the total is their sum.
    """
    by_size = sorted(range(len(rows)), key=lambda index: rows[index].learners)
    hidden = {index for index in by_size if rows[index].learners < SMALLEST}
    for index in by_size:
        if not hidden or (len(hidden) > 1 and sum(rows[each].learners for each in hidden) >= SMALLEST):
            break
        hidden.add(index)
    table = [HIDDEN if index in hidden else shown_total(row) for index, row in enumerate(rows)]
    columns = [_with_company(column, by_size) for column in zip(*table, strict=True)]
    return list(zip(*columns, strict=True))


def shown_total(row: Counts) -> Shown:
    """What may be read of a row by itself."""
    if row.learners < SMALLEST:
        return HIDDEN
    return tuple(None if _tells(count, row.learners) else count for count in row.as_tuple())


def _with_company(column: Shown, by_size: Sequence[int]) -> Shown:
    """A column in which no cell is hidden alone: the smallest row that is left keeps it company."""
    if column.count(None) != 1:
        return column
    companion = next((index for index in by_size if column[index] is not None), None)
    return tuple(None if index == companion else cell for index, cell in enumerate(column))


def _tells(count: int, learners: int) -> bool:
    return 0 < count < SMALLEST or 0 < learners - count < SMALLEST
