from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from digital_literacy.olx.markup import TAGS, read_rich_text
from digital_literacy.olx.parsing import parse


def read(inner):
    faults = []
    return read_rich_text(parse(f"<prompt>{inner}</prompt>"), faults), faults


def test_allowed_markup_becomes_html_and_text():
    rich, faults = read("<p>Mở <strong>CH Play</strong></p><ul><li>một</li><li>hai</li></ul>")
    assert rich.html == "<p>Mở <strong>CH Play</strong></p><ul><li>một</li><li>hai</li></ul>"
    assert rich.text == "Mở CH Play một hai"
    assert not faults


@pytest.mark.parametrize(
    "inner",
    [
        "<script>alert(1)</script>",
        "<img src='x' onerror='alert(1)'/>",
        "<iframe src='https://x.example'/>",
        "<p onclick='alert(1)'>a</p>",
        "<a href='javascript:alert(1)'>a</a>",
        "<a href='//x.example'>a</a>",
        "<a href='https://[x'>a</a>",
        "<a>a</a>",
    ],
)
def test_what_is_not_allowed_is_a_fault_and_not_in_the_html(inner):
    rich, faults = read(inner)
    assert faults
    assert all(fault.line == 1 and fault.cure for fault in faults)
    for danger in ("script", "onerror", "onclick", "javascript", "<a", "<img", "<iframe"):
        assert danger not in rich.html


def test_a_link_opens_apart():
    rich, faults = read('<a href="https://dichvucong.gov.vn/?a=1&amp;b=2">cổng</a>')
    assert rich.html == (
        '<a href="https://dichvucong.gov.vn/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">cổng</a>'
    )
    assert not faults


def test_no_element_gives_an_empty_text():
    assert not read_rich_text(None, [])


@given(
    st.recursive(
        st.text(max_size=12),
        lambda inner: st.tuples(
            st.sampled_from([*TAGS, "b", "script", "style"]), st.lists(inner, max_size=3)
        ),
    )
)
def test_the_html_holds_only_allowed_elements(tree):
    root = etree.Element("prompt")
    _build(root, tree)
    rich = read_rich_text(root, [])
    found = {
        e.tag
        for e in html.fragment_fromstring(rich.html, create_parent="div").iter()
        if isinstance(e.tag, str)
    }
    assert found <= TAGS | {"div"}


def _build(parent, node):
    if isinstance(node, str):
        text = "".join(c for c in node if c.isprintable() and not "\ud800" <= c <= "\udfff")
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + text
        else:
            parent.text = (parent.text or "") + text
        return
    tag, children = node
    element = etree.SubElement(parent, tag)
    for child in children:
        _build(element, child)
