"""Nothing in a course may be real that could hurt somebody: no numbers, no links that lead out."""

from __future__ import annotations

import re
import unicodedata

import pytest
from lxml import etree

from digital_literacy.exercises.lures import real_addresses
from digital_literacy.vietnamese.personal_data import find
from tests.unit.course_content.courses import courses, olx_files, text_files

HOST = re.compile(r"(?:https?:)?//([^\s/\"'<>?#]+)", re.IGNORECASE)
ALLOWED = re.compile(r"(^|\.)(gov\.vn|example|example\.com|test|w3\.org)$", re.IGNORECASE)


def every_text(path):
    if path.suffix != ".xml":
        yield path.read_text(encoding="utf-8")
        return
    for element in etree.parse(str(path)).iter(etree.Element):
        yield from (element.text or "", element.tail or "", *element.attrib.values())


@pytest.mark.parametrize("path", text_files(), ids=lambda path: path.name)
def test_no_number_or_address_that_could_be_somebodys(path):
    assert [(text, find(text)) for text in every_text(path) if find(text)] == []


@pytest.mark.parametrize("path", text_files(), ids=lambda path: path.name)
def test_links_and_addresses_lead_to_the_state_or_nowhere(path):
    for text in every_text(path):
        assert [host for host in HOST.findall(text) if not ALLOWED.search(host)] == []
        assert real_addresses(text) == []


@pytest.mark.parametrize("path", olx_files(), ids=lambda path: path.name)
def test_canonical_form_is_stable(path):
    once = etree.tostring(etree.parse(str(path)), method="c14n")
    assert etree.tostring(etree.fromstring(once), method="c14n") == once


@pytest.mark.parametrize("path", text_files(), ids=lambda path: path.name)
def test_texts_are_composed_unicode_without_strange_characters(path):
    text = path.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert not set("\t\r") & set(text)
    assert not re.search("[\u00ad\u200b-\u200f\ufeff]", text)


@pytest.mark.parametrize("course", courses(), ids=lambda path: path.name)
def test_accents_are_placed_in_one_way(course):
    # Both “khóa” and “khoá” are in use; a course keeps to the first.
    newer = re.compile(r"\b\w*(?:oá|oà|oả|oã|oạ|uý|uỳ|uỷ|uỹ|uỵ|oé|oè|oẻ|oẽ|oẹ)\b", re.IGNORECASE)
    for path in course.rglob("*.xml"):
        found = [
            word
            for word in newer.findall(path.read_text(encoding="utf-8"))
            if not word.lower().startswith("qu")
        ]
        assert found == [], path
