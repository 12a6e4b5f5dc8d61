from dataclasses import replace

import pytest

from benchmarks.budgets import MAX_CSS, MAX_JS, checks
from benchmarks.results import Results
from tests.unit.benchmarks.samples import results, row


def _failed(found: Results) -> list[str]:
    return [check.text for check in checks(found) if not check.kept]


def test_a_run_within_its_budgets_fails_nothing() -> None:
    assert _failed(results(js=MAX_JS, css=MAX_CSS)) == []


@pytest.mark.parametrize(
    ("found", "named"),
    [
        (results(js=MAX_JS + 1), "JavaScript"),
        (results(css=MAX_CSS + 1), "CSS"),
        (results(row("skills_exercise", 5.0, 1.0)), "skills_exercise (fields): view"),
        (
            results(row("service_practice", 1.0, 2.0)),
            "service_practice (fields): the same beside one request",
        ),
    ],
)
def test_each_budget_fails_alone_and_is_named(found: Results, named: str) -> None:
    (failed,) = _failed(found)
    assert named in failed


def test_the_peers_fastest_row_counts_and_a_whole_answer_is_held_against_a_whole_answer() -> None:
    found = results(row("peer: slow", 90.0, 90.0), row("skills_exercise", 4.9, 1.9))
    assert _failed(found) == []
    slower = _failed(results(row("skills_exercise", 4.9, 8.1)))
    assert ["whole answer" in text for text in slower] == [True, False]


def test_one_request_of_ours_is_also_held_against_one_request_of_the_peer() -> None:
    (failed,) = _failed(results(row("skills_exercise", 3.0, 2.5)))
    assert "the same beside one request 2.50 ms, less than the peer's 2.00 ms" in failed


def test_the_row_with_the_database_is_told_but_not_compared() -> None:
    slow = row("skills_exercise", 50.0, 50.0, keeps="app")
    found = results()
    assert _failed(replace(found, rows=(*found.rows, slow))) == []


@pytest.mark.parametrize("writes", [{"attempt_rows": 2}, {"state_rows": 2}, {"other_rows": 1}])
def test_a_submit_that_writes_more_rows_fails(writes: dict[str, int]) -> None:
    one = row("skills_exercise", 3.0, 1.5)
    (failed,) = _failed(results(replace(one, writes=replace(one.writes, **writes))))
    assert "submit writes" in failed


def test_a_block_that_could_not_be_measured_fails_and_the_others_are_judged() -> None:
    found = results(js=MAX_JS + 1)
    rows = tuple(one for one in found.rows if one.name != "service_practice")
    found = replace(found, rows=rows, missing={"service_practice": "LookupError: no such block"})
    first, second = _failed(found)
    assert "service_practice could not be measured: LookupError: no such block" in first
    assert "JavaScript" in second


def test_a_figure_that_was_not_measured_is_an_error_and_not_a_pass() -> None:
    found = results()
    rows = tuple(one for one in found.rows if one.name != "service_practice")
    with pytest.raises(LookupError, match="service_practice"):
        list(checks(replace(found, rows=rows)))
    with pytest.raises(LookupError, match="No submit of skills_exercise"):
        list(checks(results(row("skills_exercise", 3.0, None))))
