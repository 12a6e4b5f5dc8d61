"""Every setting is declared, checked and on the page."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core import checks as django_checks

from digital_literacy.settings import checks
from digital_literacy.settings.declared import PREFIX, SETTINGS

ROOT = Path(__file__).resolve().parents[3]
SOURCE = ROOT / "xblocks" / "digital_literacy"


def found():
    return {
        (message.id.rpartition(".")[2], message.msg.split()[0]) for message in checks.check_settings(None)
    }


def test_what_the_code_reads_is_declared_and_the_reverse():
    declared = {setting.name for setting in SETTINGS}
    read = set()
    for path in SOURCE.rglob("*.py"):
        if path.name != "declared.py":
            read |= set(re.findall(rf"{PREFIX}([A-Z]+(?:_[A-Z]+)*)\b", path.read_text(encoding="utf-8")))
    read -= {"REQUIREMENT", "NAME", "DEMO"}
    assert read - declared == set(), "declare it in settings/declared.py"
    assert declared - read == set(), "nothing reads it"


def test_the_page_is_fresh():
    done = subprocess.run([sys.executable, str(ROOT / "scripts" / "settings_docs"), "--check"], check=False)
    assert done.returncode == 0
    page = (ROOT / "docs" / "administrators" / "settings.md").read_text(encoding="utf-8")
    for target in set(re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page)):
        assert (ROOT / "docs" / "administrators" / target).exists(), target


def test_anchors_of_the_page_lead_somewhere():
    page = (ROOT / "docs" / "administrators" / "settings.md").read_text(encoding="utf-8")
    for file, anchor in set(re.findall(r"\]\(([^)#]+)#([^)]+)\)", page)):
        text = (ROOT / "docs" / "administrators" / file).read_text(encoding="utf-8")
        heads = {
            re.sub(r"[^\w\- ]", "", head.lower()).strip().replace(" ", "-")
            for head in re.findall(r"^#+ (.+)$", text, re.MULTILINE)
        }
        assert anchor in heads, (file, anchor)


def test_nothing_wrong_says_nothing(settings):
    assert found() == set()


@pytest.mark.parametrize(
    ("name", "value", "number"),
    [
        ("DIGITAL_LITERACY_BASE_ULR", "https://x.example", "W040"),
        ("DIGITAL_LITERACY_ADULT_AGE", "18", "E041"),
        ("DIGITAL_LITERACY_ADULT_AGE", True, "E041"),
        ("DIGITAL_LITERACY_PROCESS_EVIDENCE", "true", "E041"),
        ("DIGITAL_LITERACY_SKILL_FRAMEWORKS", "/one/path.csv", "E041"),
        ("DIGITAL_LITERACY_IDENTITY_PROVIDERS", [], "E041"),
    ],
)
def test_mistakes(settings, name, value, number):
    setattr(settings, name, value)
    assert found() == {(number, name)}


def test_a_name_typed_wrong_is_told_the_right_one(settings):
    settings.DIGITAL_LITERACY_BASE_ULR = "x"
    (message,) = checks.check_settings(None)
    assert message.hint == "Did you mean DIGITAL_LITERACY_BASE_URL?"


def test_the_check_runs_with_the_others(settings):
    settings.DIGITAL_LITERACY_BASE_ULR = "x"
    told = django_checks.run_checks(tags=["digital_literacy"])
    assert "digital_literacy.W040" in {message.id for message in told}
