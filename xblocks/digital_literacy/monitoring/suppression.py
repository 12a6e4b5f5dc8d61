"""Hide numbers of few people, and those from which they could be worked out.

The rule of thumb of official statistics: a count from 1 to 4 is not shown, and where something of a table is hidden
whose total is shown, something larger must go too, or the gap could be filled by subtraction.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
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

    Rows of fewer than five learners are hidden, and with them the smallest that are left: of what is missing from
    the total nobody can then say which part is whose. In a row that is shown, a count is hidden where it, or those
    whom it leaves out, are from 1 to 4, and likewise with one more cell of its column.

    Args:
        rows: disjoint groups of learners; the total is their sum.

    Returns:
        A line for each row; none at all where small rows have no larger one to stand among, for then their number
        and the total would say how many each is.
    """
    large = [row.learners for row in rows if row.learners >= SMALLEST]
    if rows and not large:
        return []
    # All of that size: which of two equal rows was taken would tell something too.
    up_to = min(large) if len(large) < len(rows) else 0
    table = [HIDDEN if row.learners <= up_to else shown_total(row) for row in rows]
    columns = [_with_company(column, which, rows) for which, column in enumerate(zip(*table, strict=True))]
    return list(zip(*columns, strict=True)) if columns else []


def shown_total(row: Counts) -> Shown:
    """What may be read of a row by itself."""
    if row.learners < SMALLEST:
        return HIDDEN
    shown = [None if _tells(count, row.learners) else count for count in row.as_tuple()]
    # Who reached it alone are some of those who reached it, and who holds a certificate has passed: the difference
    # must not tell of few either.
    for whole, part in ((1, 2), (3, 4)):
        if shown[whole] is not None and 0 < abs(row.as_tuple()[whole] - row.as_tuple()[part]) < SMALLEST:
            shown[part] = None
    return tuple(shown)


def _with_company(column: Shown, which: int, rows: Sequence[Counts]) -> Shown:
    """A column in which what is missing from the total neither tells of few nor is all made of cells that are hidden
    for their own sake; where there is nothing to add, the whole column goes."""
    hidden = {index for index, cell in enumerate(column) if cell is None}
    by_count = sorted((cell, rows[index].as_tuple(), index) for index, cell in enumerate(column) if cell)
    while _needs_company(hidden, which, rows):
        if not by_count:
            return (None,) * len(column)
        hidden.add(by_count.pop(0)[-1])
    return tuple(None if index in hidden else cell for index, cell in enumerate(column))


def _needs_company(hidden: Collection[int], which: int, rows: Sequence[Counts]) -> bool:
    missing = sum(rows[index].as_tuple()[which] for index in hidden)
    learners = sum(rows[index].learners for index in hidden)
    if missing == 0:
        return False
    return _tells(missing, learners) or not any(shown_total(rows[index])[which] for index in hidden)


def _tells(count: int, learners: int) -> bool:
    return 0 < count < SMALLEST or 0 < learners - count < SMALLEST
