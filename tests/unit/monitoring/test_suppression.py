"""Few people are never shown, and cannot be worked out from what is, not even by who knows the rules."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from digital_literacy.monitoring.suppression import HIDDEN, SMALLEST, Counts, shown_rows, shown_total


@st.composite
def counts(draw):
    learners = draw(st.integers(1, 40))
    reached = draw(st.integers(0, learners))
    passed = draw(st.integers(0, learners))
    alone, certified = draw(st.integers(0, reached)), draw(st.integers(0, passed))
    return Counts(learners, reached, alone, passed, certified)


tables = st.lists(counts(), max_size=8)


def learners(*numbers):
    return [Counts(number) for number in numbers]


def first(rows):
    return [shown[0] for shown in shown_rows(rows)]


def test_small_rows_go_with_the_smallest_that_is_left():
    assert first(learners(3, 9, 6, 20)) == [None, 9, None, 20]
    assert first(learners(3, 4, 9, 30)) == [None, None, None, 30]
    assert first(learners(1, 1, 1, 1, 1, 20)) == [None] * 6
    assert first(learners(5, 5, 1, 7)) == [
        None,
        None,
        None,
        7,
    ]  # which of the two fives goes would tell something


def test_small_rows_among_themselves_are_not_even_named():
    assert shown_rows(learners(4, 4, 4)) == []
    assert shown_rows([]) == []


def test_nothing_is_hidden_that_need_not_be():
    assert shown_rows([Counts(5, 5, 5, 5, 5), Counts(30, 20, 10, 25, 15)]) == [
        (5, 5, 5, 5, 5),
        (30, 20, 10, 25, 15),
    ]


@pytest.mark.parametrize(
    ("reached", "shown"), [(0, 0), (1, None), (4, None), (5, 5), (15, 15), (16, None), (20, 20)]
)
def test_a_count_that_points_at_few_is_hidden(reached, shown):
    assert shown_total(Counts(20, reached))[:2] == (20, shown)


def test_a_part_that_leaves_out_few_of_its_whole_is_hidden():
    assert shown_total(Counts(50, 20, 18, 30, 29)) == (50, 20, None, 30, None)
    assert shown_total(Counts(50, 20, 20, 30, 10)) == (50, 20, 20, 30, 10)
    # Where the whole is hidden there is nothing to take the part from.
    assert shown_total(Counts(50, 0, 0, 4, 0)) == (50, 0, 0, None, 0)


def test_two_hidden_cells_of_a_column_are_not_the_whole_gap():
    # 96 learners, 22 passed: with the last row shown, the two hidden ones could only be 1 and 1.
    rows = [Counts(6, passed=0), Counts(20, passed=1), Counts(30, passed=1), Counts(40, passed=20)]
    assert [shown[3] for shown in shown_rows(rows)] == [0, None, None, None]


@given(tables)
def test_no_few_are_shown(rows):
    for row, shown in zip(rows, shown_rows(rows) or [HIDDEN] * len(rows), strict=True):
        if shown[0] is None:
            assert shown == HIDDEN
            continue
        assert row.learners >= SMALLEST
        for count, cell in zip(row.as_tuple(), shown, strict=True):
            if cell is not None:
                assert cell == count
                assert count == 0 or count >= SMALLEST
                assert row.learners == count or row.learners - count >= SMALLEST
        for whole, part in ((1, 2), (3, 4)):
            if shown[whole] is not None and shown[part] is not None:
                difference = shown[whole] - shown[part]
                assert difference == 0 or difference >= SMALLEST


@given(tables)
def test_what_is_missing_from_a_total_tells_of_nobody(rows):
    total = shown_total(sum(rows, Counts(0)))
    table = shown_rows(rows)
    for column, whole in enumerate(total):
        gaps = [row for row, shown in zip(rows, table, strict=False) if shown[column] is None]
        missing = sum(row.as_tuple()[column] for row in gaps)
        if whole is None or not missing or len(gaps) == len(rows):
            continue
        left_out = sum(row.learners for row in gaps) - missing
        assert missing >= SMALLEST
        assert left_out == 0 or left_out >= SMALLEST
        # One of them at least is hidden for the others' sake only.
        assert any(shown_total(row)[column] for row in gaps)


def sums(total: int, parts: int) -> Iterator[tuple[int, ...]]:
    """All ways to share `total` among `parts` rows of at least one."""
    if parts == 1:
        yield (total,)
        return
    for one in range(1, total - parts + 2):
        for rest in sums(total - one, parts - 1):
            yield (one, *rest)


@given(st.lists(st.integers(1, 12), min_size=2, max_size=4))
@hypothesis_settings(max_examples=60)
def test_who_knows_the_rules_and_the_total_still_cannot_tell_how_many(numbers):
    table = first(learners(*numbers))
    hidden = [place for place, cell in enumerate(table) if cell is None]
    if not table or not hidden:
        return
    gap = sum(numbers) - sum(cell for cell in table if cell is not None)
    worlds = []
    for guess in sums(gap, len(hidden)):
        world = list(numbers)
        for place, number in zip(hidden, guess, strict=True):
            world[place] = number
        if first(learners(*world)) == table:
            worlds.append(world)
    for place in hidden:
        if numbers[place] < SMALLEST:
            assert len({world[place] for world in worlds}) > 1, (numbers, table)


@given(tables, st.randoms())
def test_the_order_of_rows_does_not_matter(rows, chance):
    mixed = list(rows)
    chance.shuffle(mixed)
    both = [
        sorted(zip(map(Counts.as_tuple, each), map(str, shown_rows(each)), strict=False))
        for each in (rows, mixed)
    ]
    assert both[0] == both[1]
