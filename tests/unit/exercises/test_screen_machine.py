"""One set of fixtures holds the server's and the browser's machine to the same screens."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from digital_literacy.exercises.item_types._screen_machine import Condition, Element, Machine

HERE = Path(__file__).parent
FIXTURES = json.loads((HERE.parents[1] / "fixtures" / "screen_machine.json").read_text(encoding="utf-8"))
RUNS = [(fixture["machine"], run) for fixture in FIXTURES for run in fixture["runs"]]


def machine_from(data) -> Machine:
    """The machine that plain values describe: the way back of `Machine.as_data`."""

    def element(each):
        return Element(
            id=each["id"],
            kind=each["kind"],
            when=tuple(Condition(*condition) for condition in each["when"]),
            sets=tuple((state, value) for state, value in each["set"]),
            go=each["go"],
            state=each["state"],
            values=tuple(each["values"]),
        )

    return Machine(
        start=data["start"],
        values=data["values"],
        screens={name: tuple(map(element, screen["parts"])) for name, screen in data["screens"].items()},
        no_back=frozenset(name for name, screen in data["screens"].items() if not screen["back"]),
    )


@pytest.mark.parametrize(("data", "run"), RUNS, ids=lambda value: json.dumps(value)[:60])
def test_the_server_goes_where_the_fixtures_say(data, run):
    at = machine_from(data).replay([tuple(action) for action in run["actions"]])
    assert (at.screen if at else None) == run["screen"]
    if at:
        assert dict(at.values) == run["values"]


def test_what_the_browser_gets_is_the_same_machine():
    for fixture in FIXTURES:
        assert machine_from(fixture["machine"]).as_data(lambda _, name: name) == fixture["machine"]


def test_the_browser_goes_where_the_fixtures_say():
    node = shutil.which("node")
    if node is None:
        pytest.fail("Node is needed: the browser's machine is tested with it. Install: apt install nodejs")
    done = subprocess.run(
        [node, "--test", str(HERE / "screen_machine.test.js")],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
