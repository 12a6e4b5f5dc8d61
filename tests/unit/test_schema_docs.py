"""What is written from the schemas is fresh, and says what they say."""

from __future__ import annotations

import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from digital_literacy.exercises.item_types import item_types

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "schema_docs"
PAGE = ROOT / "docs" / "authors" / "olx-schema.md"
SCHEMA = ROOT / "xblocks" / "digital_literacy" / "schema"
RNG = "{http://relaxng.org/ns/structure/1.0}"


@pytest.fixture
def tool(monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPT.parent))
    return runpy.run_path(str(SCRIPT))


@pytest.fixture
def grammar(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(SCRIPT.parent))
    from _schema import Grammar

    def write(pattern: str, extra: str = "") -> Grammar:
        path = tmp_path / "a.rng"
        start = f'<start><element name="a">{pattern}</element></start>'
        path.write_text(f'<grammar xmlns="{RNG[1:-1]}">{start}{extra}</grammar>', encoding="utf-8")
        return Grammar(path)

    return write


def test_page_and_include_lines_are_fresh():
    command = [sys.executable, str(SCRIPT), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_page_names_every_element_and_attribute_of_the_schemas():
    text = PAGE.read_text(encoding="utf-8")
    # The page is about blocks; files of scenarios are told in the OLX reference.
    for path in set(SCHEMA.rglob("*.rng")) - {SCHEMA / "scenarios.rng"}:
        for node in etree.parse(path).iter(f"{RNG}element", f"{RNG}attribute"):
            name = node.get("name")
            if name and name not in ("variant", "group", "href"):
                shape = f"`<{name}>`" if node.tag == f"{RNG}element" else f"`{name}`"
                assert shape in text or f"`{name}`" in text or f" {name}" in text, (path.name, shape)
    for tag in item_types():
        assert f"### `<{tag}>`" in text


def test_every_link_of_the_page_leads_somewhere():
    text = PAGE.read_text(encoding="utf-8")
    anchors = re.findall(r'<a id="([^"]+)">', text)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= set(anchors)


def test_a_new_item_type_needs_no_line_by_hand(tool):
    text = (SCHEMA / "skills_exercise.rng").read_text(encoding="utf-8")
    names = [path.name for path in (SCHEMA / "items").glob("*.rng")]
    assert tool["with_includes"](text, reversed(names)) == text
    assert '<include href="items/new_type.rng"/>' in tool["with_includes"](text, [*names, "new_type.rng"])


@pytest.mark.parametrize(
    ("pattern", "often"),
    [
        ("{b}", "needed"),
        ("<optional>{b}</optional>", "optional"),
        ("<zeroOrMore>{b}</zeroOrMore>", "any number"),
        ("<oneOrMore><group>{b}</group></oneOrMore>", "one or more"),
        ("<choice>{b}<empty/></choice>", "optional"),
        ("<choice>{b}<group>{b}</group></choice>", "needed"),
        ("<group>{b}<zeroOrMore>{b}</zeroOrMore></group>", "one or more"),
        ("<interleave><optional><group>{b}</group></optional><text/></interleave>", "optional"),
        ('<ref name="d"/>', "needed"),
    ],
)
def test_how_often_a_child_may_stand(grammar, pattern, often):
    from _schema import contents

    child = '<element name="b"><text/></element>'
    found = grammar(pattern.format(b=child), f'<define name="d">{child}</define>')
    inside = contents(found, found.start[0])
    assert inside["element", "b"].often() == often
