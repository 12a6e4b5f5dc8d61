import json
from dataclasses import replace

import pytest
from lxml import etree

from benchmarks.parsing import Parsing, course_of, measure_parsing, validate
from benchmarks.report import text
from digital_literacy.exercises.item_types import item_types
from tests.unit.benchmarks.samples import results

FOUND = replace(results(), parsing=Parsing(exercises=1000, bytes=2_048_000, ours=400.0, lxml=10_000.0))


def test_the_course_is_the_same_each_time_and_has_every_item_type() -> None:
    course = course_of(60)
    assert course == course_of(60)
    assert len(set(course)) == 60
    used = {element.tag for text in course for element in etree.fromstring(text)}
    assert set(item_types()) <= used


def test_a_course_without_faults_is_measured_and_one_with_a_fault_is_not() -> None:
    found = measure_parsing(exercises=5, rounds=1)
    assert found.exercises == 5
    assert found.ratio > 1
    with pytest.raises(ValueError, match="not known"):
        validate(course_of(1)[0].replace(b"<intro>", b'<intro id="x">', 1))


def test_the_report_shows_both_and_the_ratio() -> None:
    lines = text(FOUND, []).splitlines()
    ours = next(line for line in lines if line.startswith("ours: parsed"))
    assert ours.split()[-4:] == ["1000", "2000", "400", "25.0"]
    assert any(line.startswith("lxml: parsed") and "10000" in line for line in lines)
    assert not any(line.startswith("lxml: parsed") for line in text(results(), []).splitlines())


def test_the_json_holds_both_and_the_ratio() -> None:
    document = json.loads(json.dumps(FOUND.as_json()))
    assert (document["parsing"]["ours"], document["parsing"]["ratio"]) == (400.0, 25.0)
    assert results().as_json()["parsing"] is None
