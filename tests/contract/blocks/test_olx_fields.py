from __future__ import annotations

import pytest
from lxml import etree
from xblock.core import XBlock, XBlockMixin
from xblock.fields import DateTime, Integer, Scope, String

from tests.contract.runtime import ContractRuntime, block_from, scope_ids

pytestmark = pytest.mark.django_db

GOOD = """<skills_exercise url_name="a" display_name="Tên miền" version="1" weight="2.0" max_attempts="3">
  <!-- giữ lại -->
  <single_choice id="q1" points="1">
    <prompt><p>Trang nào của nhà nước?</p></prompt>
    <option id="a" correct="true"><text>dichvucong.gov.vn</text></option>
    <option id="b"><text>dichvucong.example</text></option>
  </single_choice>
</skills_exercise>"""


def exported(block):
    node = etree.Element("unknown", url_name="a")
    block.add_xml_to_node(node)
    return etree.tostring(node, method="c14n").decode()


def canonical(olx):
    return etree.tostring(etree.fromstring(olx), method="c14n").decode()


def test_export_gives_what_was_imported():
    assert exported(block_from(GOOD)) == canonical(GOOD)


def test_export_import_export_gives_the_same_bytes():
    once = exported(block_from(GOOD))
    assert exported(block_from(once)) == once


def test_attributes_become_fields():
    block = block_from(GOOD)
    assert (block.display_name, block.weight, block.max_attempts) == ("Tên miền", 2.0, 3)


@pytest.mark.parametrize(
    ("broken", "line", "words"),
    [
        (GOOD.replace('weight="2.0"', 'weight="hai"'), 1, "hai"),
        (GOOD.replace('version="1"', 'version="9"'), 1, "9"),
        (GOOD.replace(' correct="true"', ""), 3, ""),
        (GOOD.replace("single_choice", "single_choise"), 3, "single_choice"),
    ],
)
def test_a_fault_keeps_the_source_and_names_the_line(broken, line, words):
    block = block_from(broken)
    faults = block.source_faults()
    assert any(fault.line == line and words in fault.text() for fault in faults)
    assert exported(block) == canonical(broken)


@pytest.mark.parametrize(
    "broken", [GOOD.replace(' correct="true"', ""), GOOD.replace('weight="2.0"', 'weight="x"')]
)
def test_learners_see_a_calm_notice_and_staff_see_the_fault(broken):
    learner = block_from(broken).student_view({}).content
    assert "đang được chuẩn bị" in learner
    assert "dl-faults" not in learner
    assert "dl-faults" in block_from(broken, staff=True).student_view({}).content


def test_studio_shows_each_fault_as_a_message():
    messages = block_from(GOOD.replace(' correct="true"', "")).validate().messages
    assert any(message.text.startswith("Dòng ") for message in messages)


def test_unknown_attributes_of_a_newer_platform_are_kept_silently():
    olx = GOOD.replace('version="1"', 'version="1" upstream_data="x"')
    block = block_from(olx)
    assert not block.rejected_olx
    assert exported(block) == canonical(olx)


def test_a_slip_in_our_own_reader_never_costs_the_block(monkeypatch):
    block_class = type(block_from(GOOD)).unmixed_class

    def slip(element):
        raise TypeError("a slip")

    monkeypatch.setattr(block_class, "check_olx", slip)
    block = block_from(GOOD)
    assert block.rejected_olx
    assert exported(block) == canonical(GOOD)


class EmptiedMixin(XBlockMixin):
    """Fields as the platform mixes them into every block; to empty one it sets it to None."""

    upstream = String(default=None, scope=Scope.settings)
    upstream_version = Integer(default=None, scope=Scope.settings)
    start = DateTime(default=None, scope=Scope.settings)


def test_a_field_that_the_platform_emptied_is_not_exported_as_a_word():
    plain = XBlock.load_class("skills_exercise")
    mixed = type("Mixed", (plain, EmptiedMixin), {"unmixed_class": plain})
    keys = scope_ids("skills_exercise", user_id=1, url_name="b")
    author = ContractRuntime(author=True)
    block = mixed.parse_xml(etree.fromstring(GOOD), author, keys)
    for name in ("upstream", "upstream_version", "start"):
        setattr(block, name, None)
    node = etree.Element("x")
    block.add_xml_to_node(node)
    assert {"upstream", "upstream_version", "start"} & set(node.attrib) == set()
    assert not mixed.parse_xml(node, author, keys).is_rejected
    block.upstream = "lb:BDHVS:thu-vien:skills_exercise:b"
    block.add_xml_to_node(node)
    assert node.get("upstream") == block.upstream
