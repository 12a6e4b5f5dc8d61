"""What the authors' pages show must work: the tutorial's course is built from its own text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.utils.translation import gettext
from lxml import etree

from digital_literacy.blocks.course_check import check_course
from digital_literacy.blocks.olx_check import BLOCK_TYPES
from digital_literacy.exercises.item_types import item_types
from digital_literacy.public_services.practice import read_practice

ROOT = Path(__file__).resolve().parents[3]
AUTHORS = ROOT / "docs" / "authors"


def xml_of(page):
    return re.findall(r"```xml\n(.*?)```", (AUTHORS / page).read_text(encoding="utf-8"), re.DOTALL)


@pytest.fixture
def tutorial(course):
    whole_course, chapter, variants, certificate = xml_of("tutorial.md")
    (course.folder / "chapter/mot.xml").unlink()
    course.write("course.xml", '<course url_name="2026" org="BDHVS" course="ATM01"/>')
    course.write("course/2026.xml", whole_course)
    course.write("chapter/mat-khau.xml", chapter.replace("</chapter>", f"{certificate}</chapter>"))
    return course, variants


def test_the_tutorials_course_has_no_fault(tutorial):
    course, _ = tutorial
    assert check_course(course.folder) == []


def test_the_tutorials_variants_fit(tutorial):
    course, variants = tutorial
    course.change("chapter/mat-khau.xml", "</skills_exercise>", f"{variants}</skills_exercise>")
    assert check_course(course.folder) == []


def test_the_tutorials_fault_is_the_one_told(tutorial):
    course, _ = tutorial
    course.change("chapter/mat-khau.xml", ' correct="true"', "")
    (fault,) = check_course(course.folder)
    text = (AUTHORS / "tutorial.md").read_text(encoding="utf-8")
    assert f"an-toan-tren-mang/{fault.full(gettext)}" in text


@pytest.mark.parametrize("page", ["tutorial.md", "olx-reference.md", "new-service.md"])
def test_examples_are_well_formed(page):
    for example in xml_of(page):
        etree.fromstring(f"<all>{example}</all>")


def test_the_service_of_the_new_authors_page_is_what_the_page_says():
    (text,) = xml_of("new-service.md")
    practice, faults = read_practice(etree.fromstring(f"<service_practice>{text}</service_practice>"))
    assert [fault.text() for fault in faults] == []
    service = practice.service
    fields = list(service.fields())
    assert (len(fields), sum(field.show is not None for field in fields)) == (10, 2)
    assert (len(service.papers), len(service.fees)) == (1, 1)


def test_the_reference_names_every_block_and_item_type():
    text = (AUTHORS / "olx-reference.md").read_text(encoding="utf-8")
    assert [name for name in (*BLOCK_TYPES, *item_types()) if name not in text] == []


def test_the_reference_names_everything_the_schemas_and_the_library_use():
    text = (AUTHORS / "olx-reference.md").read_text(encoding="utf-8")
    app = ROOT / "xblocks" / "digital_literacy"
    names = set()
    for path in (app / "schema").rglob("*.rng"):
        for element in etree.parse(str(path)).iter("{*}element", "{*}attribute"):
            names.add(element.get("name"))
    for path in (app / "public_services" / "library").glob("*.xml"):
        for element in etree.parse(str(path)).iter(etree.Element):
            names.update([str(element.tag), *map(str, element.attrib)])
    assert sorted(name for name in names - {None} if not re.search(rf"\b{name}\b", text)) == []


def test_links_lead_somewhere():
    for page in AUTHORS.glob("*.md"):
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            assert target.startswith("https://") or (page.parent / target).exists(), (page.name, target)
