import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.figures import Size, percentile, ratio, size_of, timing

samples = st.lists(st.floats(min_value=0, max_value=1e6), min_size=1, max_size=400)


def test_timing_gives_median_and_95th_percentile() -> None:
    found = timing([float(n) for n in range(100, 0, -1)])
    assert (found.p50, found.p95) == (50.5, 95.0)


def test_one_slow_sample_of_many_does_not_move_the_figures() -> None:
    assert timing([1.0] * 99 + [500.0]) == timing([1.0] * 100)


@given(samples)
def test_percentiles_are_samples_and_stand_in_order(values: list[float]) -> None:
    found = timing(values)
    assert min(values) <= found.p50 <= max(values)
    assert found.p95 in values
    assert sum(value <= found.p95 for value in values) >= 0.95 * len(values)
    assert percentile(values, 1.0) == max(values)


def test_no_sample_is_an_error_and_not_a_zero() -> None:
    with pytest.raises(ValueError, match="no sample"):
        timing([])


def test_ratio_is_ours_by_the_peers() -> None:
    assert ratio(3.0, 6.0) == 0.5
    with pytest.raises(ValueError, match="above 0"):
        ratio(3.0, 0.0)


def test_size_is_of_the_file_and_of_what_a_server_sends() -> None:
    data = b"a { color: red }\n" * 200
    found = size_of(data)
    assert found.raw == len(data)
    assert found.gzip < found.raw / 10
    assert found.gzip == len(gzip.compress(data, 9))
    assert found + Size(1, 2) == Size(found.raw + 1, found.gzip + 2)
