"""The clock of an attempt: pure rules, whatever the numbers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from digital_literacy.exercises.timing import time_limit

START = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
SECONDS = st.integers(0, 100_000)
limits = st.builds(
    time_limit,
    minutes=st.integers(1, 600),
    grace_seconds=st.integers(0, 600),
    extra_percent=st.integers(0, 900),
    latest=st.none() | st.builds(lambda s: START + timedelta(seconds=s), SECONDS),
)


def test_no_minutes_no_limit():
    assert time_limit(minutes=0, grace_seconds=30) is None


def test_an_example_with_half_as_long_again():
    limit = time_limit(minutes=20, grace_seconds=30, extra_percent=50)
    assert limit.remaining(START, START) == 30 * 60
    assert not limit.is_over(START, START + timedelta(minutes=30, seconds=30))
    assert limit.is_over(START, START + timedelta(minutes=30, seconds=31))
    assert limit.remaining(START, START + timedelta(minutes=30, seconds=10)) == 0


def test_the_exercise_may_close_before():
    limit = time_limit(minutes=20, grace_seconds=30, latest=START + timedelta(minutes=5))
    assert limit.is_cut(START)
    assert not limit.is_cut(START - timedelta(minutes=15))
    assert limit.remaining(START, START) == 300
    assert limit.is_over(START, START + timedelta(minutes=5, seconds=1))


@given(limits, SECONDS)
def test_while_time_is_left_it_is_not_over(limit, seconds):
    moment = START + timedelta(seconds=seconds)
    if limit.remaining(START, moment) > 0:
        assert not limit.is_over(START, moment)
    if limit.is_over(START, moment):
        assert limit.remaining(START, moment) == 0


@given(limits, SECONDS, SECONDS)
def test_what_is_over_stays_over_and_time_only_runs_down(limit, first, more):
    early, late = START + timedelta(seconds=first), START + timedelta(seconds=first + more)
    assert limit.remaining(START, late) <= limit.remaining(START, early)
    assert limit.is_over(START, late) or not limit.is_over(START, early)


@given(st.integers(1, 600), st.integers(0, 900), SECONDS)
def test_more_time_is_never_less(minutes, extra, seconds):
    moment = START + timedelta(seconds=seconds)
    plain = time_limit(minutes=minutes, grace_seconds=0)
    longer = time_limit(minutes=minutes, grace_seconds=0, extra_percent=extra)
    assert longer.remaining(START, moment) >= plain.remaining(START, moment)
