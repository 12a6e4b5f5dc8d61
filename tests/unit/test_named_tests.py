"""Every test that a table of the developers' pages names is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "docs" / "developers"


def names_in(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize(("page", "least"), [("platform-contract.md", 50), ("threats.md", 45)])
def test_every_named_test_exists(page, least):
    named = re.findall(r"`([\w/.-]+\.py)::(test_\w+)`", (PAGES / page).read_text(encoding="utf-8"))
    assert len(named) >= least
    missing = []
    for file, name in named:
        path = ROOT / file if file.startswith("tutor-") else ROOT / "tests" / file
        if not path.exists() or name not in names_in(path):
            missing.append(f"{file}::{name}")
    assert missing == []
