from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from digital_literacy.olx.faults import OlxError
from digital_literacy.olx.parsing import MAX_BYTES, inner_xml, parse, wrap


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "not well-formed"),
        ("<a><b></a>", "not well-formed"),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>', "document type"),
        ('<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>', "document type"),
        ("<!DOCTYPE html><a/>", "document type"),
        ("<a>&unknown;</a>", "not well-formed"),
        ("<a>" * 65 + "</a>" * 65, "nested more than"),
        (f"<a>{'x' * MAX_BYTES}</a>", "bytes"),
    ],
)
def test_unusable_text_is_refused_with_a_cure(text, problem):
    with pytest.raises(OlxError) as caught:
        parse(text)
    (fault,) = caught.value.faults
    assert problem in fault.text()
    assert fault.cure


def test_a_fault_names_the_line():
    with pytest.raises(OlxError) as caught:
        parse("<a>\n<b>\n</c>\n</a>")
    assert caught.value.faults[0].line == 3


def test_external_entities_are_never_read(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("bí mật")
    with pytest.raises(OlxError) as caught:
        parse(f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><a>&x;</a>')
    assert "bí mật" not in str(caught.value)


_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)


@given(before=_TEXT, inside=_TEXT, after=_TEXT)
def test_what_stands_inside_survives_a_round_trip(before, inside, after):
    element = etree.Element("a")
    element.text = before
    child = etree.SubElement(element, "b", title=inside)
    child.text, child.tail = inside, after
    again = parse(wrap("a", inner_xml(element)))
    assert etree.tostring(again, method="c14n") == etree.tostring(element, method="c14n")


def test_comments_and_blanks_are_kept():
    source = "<a>\n  <!-- ghi chú -->\n  <b/> \n</a>"
    assert inner_xml(parse(source)) == "\n  <!-- ghi chú -->\n  <b/> \n"
