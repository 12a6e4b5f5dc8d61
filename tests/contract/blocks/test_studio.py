from __future__ import annotations

from pathlib import Path

import pytest

import digital_literacy
from tests.contract.blocks.test_olx_fields import GOOD
from tests.contract.runtime import ContractRuntime, block_from, call, load

pytestmark = pytest.mark.django_db
SCENARIOS = Path(digital_literacy.__file__).parent / "scenarios"
BLOCK_TYPES = ("skills_exercise", "service_practice", "vneid_certificate")


def scenario(block_type):
    return (SCENARIOS / f"{block_type}.xml").read_text(encoding="utf-8")


@pytest.fixture
def editor():
    """The block as an author's Studio loads it."""
    block = block_from(GOOD)
    return load(ContractRuntime(staff=True, author=True, authored=block.runtime.authored), block.scope_ids)


def reloaded(block):
    return load(ContractRuntime(authored=block.runtime.authored), block.scope_ids)


def test_the_editor_shows_settings_and_source(editor):
    html = editor.studio_view({}).content
    assert 'value="Tên miền"' in html
    assert "&lt;single_choice id=&quot;q1&quot;" in html


def test_saving_changes_what_learners_get(editor):
    olx = editor.olx.replace("dichvucong.example", "dichvucong-moi.example")
    status, reply = call(
        editor, "studio_submit", {"values": {"display_name": "Mới", "weight": "1,5"}, "olx": olx}
    )
    assert (status, reply) == (200, {"status": "ok"})
    block = reloaded(editor)
    assert (block.display_name, block.weight) == ("Mới", 1.5)
    assert "dichvucong-moi.example" in block.student_view({}).content


@pytest.mark.parametrize(
    ("olx", "line"),
    [
        ("\n<single_choice id='q1'>\n<prompt>", 3),
        (
            "\n<single_choice id='q1'><prompt>Hỏi</prompt><option id='a'><text>a</text></option></single_choice>",
            2,
        ),
        ("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><intro>&e;</intro>", 0),
        ("<skills_exercise><single_choice/></skills_exercise>", 1),
    ],
)
def test_faults_are_answered_with_line_and_cure_and_nothing_is_saved(editor, olx, line):
    before = editor.olx
    status, reply = call(editor, "studio_submit", {"values": {"display_name": "Mới"}, "olx": olx})
    assert status == 400
    assert reply["faults"]
    assert all(fault["problem"] and fault["cure"] for fault in reply["faults"])
    assert not line or any(fault["line"] == line for fault in reply["faults"])
    assert (reloaded(editor).olx, reloaded(editor).display_name) == (before, "Tên miền")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("weight", "hai"),
        ("weight", -1),
        ("weight", "nan"),
        ("weight", True),
        ("weight", []),
        ("max_attempts", "2.5"),
        ("max_attempts", 10**9),
        ("show_answer", "always"),
        ("display_name", {"a": 1}),
    ],
)
def test_a_setting_that_does_not_fit_is_told_at_its_field(editor, name, value):
    status, reply = call(editor, "studio_submit", {"values": {name: value}, "olx": editor.olx})
    assert status == 400
    assert list(reply["fields"]) == [name]
    assert reply["fields"][name]


@pytest.mark.parametrize("body", [{}, {"values": [], "olx": ""}, {"values": {}}, {"values": {}, "olx": 3}])
def test_a_malformed_request_is_refused(editor, body):
    status, reply = call(editor, "studio_submit", body)
    assert status == 400
    assert reply["message"]


def test_the_author_may_paste_the_whole_element(editor):
    status, _ = call(
        editor, "studio_submit", {"values": {}, "olx": GOOD.replace('weight="2.0"', 'weight="4"')}
    )
    assert status == 200
    assert reloaded(editor).weight == 4.0


def test_mending_a_rejected_source_opens_the_block():
    block = block_from(GOOD.replace(' correct="true"', ""))
    editor = load(ContractRuntime(staff=True, author=True, authored=block.runtime.authored), block.scope_ids)
    assert "&lt;skills_exercise" in editor.studio_view({}).content
    status, _ = call(editor, "studio_submit", {"values": {}, "olx": GOOD})
    assert status == 200
    assert "đang được chuẩn bị" not in reloaded(editor).student_view({}).content


def test_a_learner_cannot_save(editor):
    learner = reloaded(editor)
    status, reply = call(learner, "studio_submit", {"values": {"display_name": "Lén"}, "olx": learner.olx})
    assert (status, reply["code"]) == (403, "forbidden")
    assert reloaded(editor).display_name == "Tên miền"


@pytest.mark.parametrize("character", ["\x07", "\x0b", "\x1f", "\ufffe", "\uffff"])
def test_a_setting_with_a_character_that_no_xml_holds_is_refused_at_its_field(character):
    for block_type in BLOCK_TYPES:
        block = block_from(scenario(block_type), user_id=None, staff=True)
        body = {"values": {"display_name": f"a{character}b"}, "olx": block.olx}
        status, reply = call(block, "studio_submit", body)
        assert (status, list(reply["fields"])) == (400, ["display_name"])


def test_a_wrong_minimum_of_a_certificate_is_told_in_vietnamese():
    olx = scenario("vneid_certificate")
    block = block_from(olx.replace('minimum="0.6"', 'minimum="60"'), user_id=None, staff=True)
    assert block.rejected_olx
    assert "60%." in block.studio_view({}).content
    assert any("60%" in str(message.text) for message in block.validate().messages)
