"""One set of fixtures holds the server's and the browser's rules to the same answers."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from digital_literacy.public_services import conditions, formats
from digital_literacy.vietnamese import personal_data

HERE = Path(__file__).parent
FIXTURES = HERE.parents[1] / "fixtures"


def fixtures(name):
    return json.loads((FIXTURES / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "case", fixtures("personal_data.json"), ids=lambda c: f"{c['why']}: {c['text']}"[:60]
)
def test_real_looking_data_is_recognised(case):
    assert personal_data.find(case["text"]) == case["kind"]


@pytest.mark.parametrize("case", fixtures("formats.json"), ids=lambda c: f"{c['kind']}: {c['typed']}"[:60])
def test_formats(case):
    options = dict(case["options"])
    if "today" in options:
        options["today"] = date.fromisoformat(options["today"])
    reading = formats.read(case["kind"], case["typed"], formats.FormatOptions(**options))
    assert (reading.value, reading.fault) == (case["value"], case["fault"])


def test_every_format_and_fault_has_a_case():
    cases = fixtures("formats.json")
    assert {case["kind"] for case in cases} == set(formats.FORMATS)
    unmet = set(formats.FAULTS) - {case["fault"] for case in cases}
    assert unmet == {"required", "choose", "must_agree"}


def test_there_are_as_many_cases_as_were_promised():
    assert len(fixtures("formats.json")) + len(fixtures("conditions.json")) >= 300


def as_condition(value):
    return tuple(as_condition(part) for part in value) if isinstance(value, list) else value


@pytest.mark.parametrize("case", fixtures("conditions.json"), ids=lambda c: str(c["condition"])[:60])
def test_conditions(case):
    today = date.fromisoformat(case["today"])
    assert conditions.holds(as_condition(case["condition"]), case["values"], today) is case["holds"]


def test_the_browser_gives_the_same_answers():
    node = shutil.which("node")
    if node is None:
        pytest.fail(
            "Node is needed: the browser's rules are tested with it. Install it with: apt install nodejs"
        )
    done = subprocess.run(
        [node, "--test", str(HERE / "service_rules.test.js")],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
