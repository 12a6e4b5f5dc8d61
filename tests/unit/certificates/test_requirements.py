from __future__ import annotations

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
        ('kind="course_grade"', 'kind="luck"', "course_grade, block_grade or done_alone"),
        ('kind="block_grade" block="tam-tru"', 'kind="done_alone"', "which block"),
        ('kind="block_grade"', 'kind="done_alone" type="service_practice"', "asks who helped"),
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


def test_what_must_be_done_alone_is_an_exercise():
    definition, found = read(etree.fromstring(GOOD.replace("block_grade", "done_alone")))
    assert found == []
    assert definition.requirements[1] == requirements.Requirement(
        "done_alone", 0.5, "tam-tru", ("skills_exercise",)
    )
