"""Few people are never shown, and cannot be worked out from what is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digital_literacy.monitoring.suppression import HIDDEN, SMALLEST, Counts, shown_rows, shown_total


@st.composite
def counts(draw):
    learners = draw(st.integers(0, 40))
    return Counts(learners, *(draw(st.integers(0, learners)) for _ in range(4)))


tables = st.lists(counts(), max_size=8)


def test_small_rows_go_and_one_more_with_a_single_one():
    rows = [Counts(3), Counts(9), Counts(6), Counts(20)]
    assert [shown[0] for shown in shown_rows(rows)] == [None, 9, None, 20]


def test_two_small_rows_need_no_third_where_they_are_enough_people():
    assert [shown[0] for shown in shown_rows([Counts(3), Counts(4), Counts(9)])] == [None, None, 9]
    assert [shown[0] for shown in shown_rows([Counts(1), Counts(1), Counts(9), Counts(30)])] == [
        None,
        None,
        None,
        30,
    ]


def test_nothing_is_hidden_that_need_not_be():
    assert shown_rows([Counts(5, 5, 0, 5, 0), Counts(30, 20, 10, 25, 5)]) == [
        (5, 5, 0, 5, 0),
        (30, 20, 10, 25, 5),
    ]


@pytest.mark.parametrize(
    ("reached", "shown"), [(0, 0), (1, None), (4, None), (5, 5), (15, 15), (16, None), (20, 20)]
)
def test_a_count_that_points_at_few_is_hidden(reached, shown):
    assert shown_total(Counts(20, reached))[:2] == (20, shown)


@given(tables)
def test_no_few_are_shown(rows):
    for row, shown in zip(rows, shown_rows(rows), strict=True):
        if shown[0] is None:
            assert shown == HIDDEN
            continue
        assert row.learners >= SMALLEST
        for count, cell in zip(row.as_tuple(), shown, strict=True):
            if cell is not None:
                assert cell == count
                assert count == 0 or count >= SMALLEST
                assert row.learners == count or row.learners - count >= SMALLEST


@given(tables)
def test_nothing_is_left_over_from_the_total(rows):
    total = shown_total(sum(rows, Counts(0)))
    table = shown_rows(rows)
    for column, whole in enumerate(total):
        gaps = [
            row.as_tuple()[column] for row, shown in zip(rows, table, strict=True) if shown[column] is None
        ]
        if whole is None or not gaps:
            continue
        # At least two are hidden, so the difference from the total is no single row's.
        assert len(gaps) > 1 or len(rows) == 1
    hidden = [row.learners for row, shown in zip(rows, table, strict=True) if shown == HIDDEN]
    if total[0] is not None and hidden:
        assert sum(hidden) >= SMALLEST


@given(tables)
def test_the_same_rows_are_hidden_in_any_order(rows):
    both = [dict(zip(map(id, each), shown_rows(each), strict=True)) for each in (rows, list(reversed(rows)))]
    visible = [sum(1 for shown in one.values() if shown[0] is not None) for one in both]
    assert visible[0] == visible[1]
