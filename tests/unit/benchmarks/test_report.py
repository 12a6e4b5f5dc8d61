import json

from benchmarks.budgets import checks
from benchmarks.report import table, text
from tests.unit.benchmarks.samples import results, row


def test_columns_stand_in_line() -> None:
    lines = table(("block", "ms"), [("a", "1.00"), ("longer", "10.00")]).splitlines()
    assert lines == ["block      ms", "------  -----", "a        1.00", "longer  10.00"]


def test_the_report_shows_figures_ratios_and_verdicts() -> None:
    found = results(row("skills_exercise", 2.5, 3.0))  # slower than one request of the peer
    shown = text(found, checks(found))
    line = next(line for line in shown.splitlines() if line.startswith("skills_exercise"))
    assert line.split()[1:] == [
        "fields",
        "2.50",
        "(5.00)",
        "0.50",
        "3.00",
        "(6.00)",
        "1.50",
        "–",
        "0/0",
        "0/1/0",
    ]
    assert (
        "pass  skills_exercise (fields): submit of a whole answer 3.00 ms, less than the peer's 8.00 ms"
        in shown
    )
    assert "pass  service_practice (fields): submit" in shown
    assert (
        "FAIL  skills_exercise (fields): the same beside one request 3.00 ms, less than the peer's 2.00 ms"
        in shown
    )


def test_a_block_without_a_submit_shows_none() -> None:
    found = results()
    line = next(line for line in text(found, []).splitlines() if line.startswith("vneid_certificate"))
    assert line.split()[5:7] == ["–", "–"]


def test_the_json_holds_the_same_figures() -> None:
    document = json.loads(json.dumps(results().as_json()))
    ours = next(one for one in document["blocks"] if one["name"] == "skills_exercise")
    assert (ours["view"]["p50"], ours["view_ratio"], ours["submit_ratio"]) == (3.0, 0.6, 0.75)
    assert document["front_end"][0]["js"] == {"raw": 30_000, "gzip": 10_000}
