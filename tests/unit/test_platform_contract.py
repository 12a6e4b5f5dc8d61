"""Every test that the table of platform demands names is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "developers" / "platform-contract.md"


def names_in(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def test_every_named_test_exists():
    named = re.findall(r"`([\w/.-]+\.py)::(test_\w+)`", PAGE.read_text(encoding="utf-8"))
    assert len(named) > 40
    missing = []
    for file, name in named:
        path = ROOT / file if file.startswith("tutor-") else ROOT / "tests" / file
        if not path.exists() or name not in names_in(path):
            missing.append(f"{file}::{name}")
    assert missing == []
