"""OLX that other software or a slip of the hand can bring: never an exception, never a loss."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

import pytest
from lxml import etree

from tests.contract.blocks.test_olx_fields import GOOD, canonical, exported
from tests.contract.runtime import ContractRuntime, block_from, call, load

pytestmark = pytest.mark.django_db

ODD = [
    "[1",
    "%",
    "@x",
    "{a: b",
    "&a",
    "*a",
    "!x y",
    "`",
    "'",
    "\t1",
    "[" * 3000,
    ".nan",
    ".inf",
    "1e400",
    "null",
    "",
]


@pytest.mark.parametrize("text", ODD)
def test_an_odd_attribute_is_a_fault_and_the_source_is_kept(text):
    olx = GOOD.replace('weight="2.0"', f"weight={quoteattr(text)}")
    block = block_from(olx)
    assert block.weight == 1.0
    assert any(fault.line == 1 and fault.cure for fault in block.source_faults())
    assert exported(block) == canonical(olx)
    assert "đang được chuẩn bị" in block.student_view({}).content


def test_a_learners_field_is_no_attribute():
    olx = GOOD.replace('weight="2.0"', 'weight="2.0" counted_share="1.0"')
    block = block_from(olx)
    assert not block.has_attempted
    assert block.earned_share == 0.0
    assert exported(block) == canonical(olx)


@pytest.mark.parametrize(
    "content",
    ["<p>" * 70 + "</p>" * 70, f"<intro><p>{'x' * 600_000}</p></intro>", "<?php echo 1 ?>"],
)
def test_what_is_too_deep_too_large_or_strange_is_exported_unchanged(content):
    olx = f'<skills_exercise url_name="a" version="1">{content}</skills_exercise>'
    assert exported(block_from(olx)) == canonical(olx)


def test_a_rejected_block_keeps_what_the_platform_sets_on_it():
    block = block_from(GOOD.replace(' correct="true"', ""))
    author = load(ContractRuntime(author=True, authored=block.runtime.authored), block.scope_ids)
    author.display_name = "Tên mới"
    author.save()
    again = load(ContractRuntime(authored=block.runtime.authored), block.scope_ids)
    assert etree.fromstring(exported(again)).get("display_name") == "Tên mới"


def editor_of(olx):
    block = block_from(olx)
    return load(ContractRuntime(staff=True, author=True, authored=block.runtime.authored), block.scope_ids)


def saved_and_imported_again(editor, values, olx):
    status, reply = call(editor, "studio_submit", {"values": values, "olx": olx})
    assert status == 200, reply
    after = load(ContractRuntime(authored=editor.runtime.authored), editor.scope_ids)
    return block_from(exported(after))


def test_mending_the_version_in_the_whole_source_lasts():
    bad = GOOD.replace('version="1"', 'version="9"')
    assert not saved_and_imported_again(editor_of(bad), {}, GOOD).rejected_olx


def test_in_the_whole_source_the_source_wins_over_the_form():
    olx = GOOD.replace('weight="2.0"', 'weight="7"')
    values = {"weight": "2", "display_name": "Cũ"}
    again = saved_and_imported_again(editor_of(GOOD.replace(' correct="true"', "")), values, olx)
    assert (again.weight, again.display_name) == (7.0, "Tên miền")


def test_a_setting_that_an_import_would_refuse_is_refused_in_the_editor():
    editor = editor_of(GOOD)
    status, reply = call(editor, "studio_submit", {"values": {"skills": "không phải mã"}, "olx": editor.olx})
    assert status == 400
    assert reply["faults"]


@pytest.mark.parametrize("raw", [rb'{"values": {}, "olx": "\ud800"}', rb'{"values": {}, "olx": "a\u0000"}'])
def test_half_characters_are_refused(raw):
    status, reply = call(editor_of(GOOD), "studio_submit", raw=raw)
    assert (status, reply["code"]) == (400, "bad_json")
