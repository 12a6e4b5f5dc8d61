from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from digital_literacy.certificates import requirements
from digital_literacy.certificates.requirements import read

GOOD = """<vneid_certificate>
  <achievement skills="tt02:1.1 tt02:4.2"><name>Kỹ năng số</name>
    <description><p>Mô tả.</p></description>
    <criteria><p>60%.</p></criteria></achievement>
  <requirement kind="course_grade" minimum="0.6"/>
  <requirement kind="block_grade" block="tam-tru" minimum="0.5"/>
  <identity level="2"/>
</vneid_certificate>"""


def faults(olx: str):
    return read(etree.fromstring(olx))[1]


def test_a_whole_definition():
    definition, found = read(etree.fromstring(GOOD))
    assert found == []
    assert (definition.name, definition.level, definition.skills) == (
        "Kỹ năng số",
        2,
        ("tt02:1.1", "tt02:4.2"),
    )
    assert [(r.kind, r.minimum, r.block) for r in definition.requirements] == [
        ("course_grade", 0.6, ""),
        ("block_grade", 0.5, "tam-tru"),
    ]
    assert definition.criteria.text == "60%."


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("<name>Kỹ năng số</name>", "", "no name"),
        ("<name>Kỹ năng số</name>", f"<name>{'x' * 201}</name>", "no name"),
        ("<criteria><p>60%.</p></criteria>", "", "<criteria>"),
        ("tt02:4.2", "tt02:9.9", "tt02:9.9"),
        ('kind="course_grade"', 'kind="course_grade" minimun="1"', "minimun"),
        ('kind="course_grade"', 'kind="luck"', "course_grade, block_grade, done_alone or skill"),
        ('kind="block_grade" block="tam-tru"', 'kind="done_alone"', "which block"),
        ('minimum="0.6"', 'minimum="60"', "above 0"),
        ('minimum="0.6"', 'minimum="nan"', "above 0"),
        ('minimum="0.6"', "", "above 0"),
        ('block="tam-tru"', "", "which block"),
        ('<identity level="2"/>', "", "<identity>"),
        ('<identity level="2"/>', '<identity level="3"/>', "1 or 2"),
        ('<identity level="2"/>', '<identity level="2"/><identity level="1"/>', "<identity>"),
        ('<identity level="2"/>', '<identity level="2"/><prize/>', "<prize>"),
    ],
)
def test_faults_name_line_and_cure(old, new, words):
    found = faults(GOOD.replace(old, new))
    assert len(found) == 1
    assert found[0].line > 0
    assert words in found[0].text()
    assert found[0].cure


def test_an_empty_block_lists_everything_missing():
    assert len(faults("<vneid_certificate/>")) == 3


SCHEMA_DIR = Path(requirements.__file__).resolve().parent.parent / "schema"


def test_the_published_schema_agrees():
    schema = etree.RelaxNG(etree.parse(str(SCHEMA_DIR / "vneid_certificate.rng")))
    assert schema.validate(etree.fromstring(GOOD)), schema.error_log
    for old, new in (
        ('kind="course_grade"', 'kind="luck"'),
        ('level="2"', 'level="3"'),
        ("<name>Kỹ năng số</name>", ""),
    ):
        assert not schema.validate(etree.fromstring(GOOD.replace(old, new)))


def test_what_must_be_done_alone_may_be_an_exercise_or_a_practice():
    definition, found = read(etree.fromstring(GOOD.replace("block_grade", "done_alone")))
    assert found == []
    assert definition.requirements[1].kind == "done_alone"
    assert "service_practice" in definition.requirements[1].block_types


SKILL = '<requirement kind="skill" code="tt02:4.2" blocks="3" minimum="0.6"/>'


def with_skill(**changes):
    text = SKILL
    for name, value in changes.items():
        text = re.sub(rf'{name}="[^"]*"', f'{name}="{value}"', text)
    return GOOD.replace("<identity", f"{text}<identity")


def test_a_skill_may_be_required_and_the_certificate_may_end():
    source = etree.fromstring(with_skill().replace("<achievement", '<achievement valid_months="24"'))
    definition, found = read(source)
    assert found == []
    assert definition.requirements[-1] == requirements.Requirement("skill", 0.6, code="tt02:4.2", blocks=3)
    assert definition.valid_months == 24
    schema = etree.RelaxNG(etree.parse(str(SCHEMA_DIR / "vneid_certificate.rng")))
    assert schema.validate(source), schema.error_log


@pytest.mark.parametrize(
    ("olx", "words"),
    [
        (with_skill(code="tt02:9.9"), "tt02:9.9"),
        (with_skill(blocks="0"), "from 1 to 99"),
        (with_skill(blocks="many"), "from 1 to 99"),
        (GOOD.replace("<achievement", '<achievement valid_months="two"'), "number of months"),
        (GOOD.replace('level="2"', 'level="2" representative="some"'), "representative"),
    ],
)
def test_faults_of_the_further_values(olx, words):
    (fault,) = faults(olx)
    assert words in fault.text()
    assert fault.cure
