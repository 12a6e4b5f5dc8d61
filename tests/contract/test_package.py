"""What the wheel holds: everything the suite needs at run time, nothing of the demo."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "xblocks" / "digital_literacy"


@pytest.fixture(scope="module")
def wheel_path(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--wheel-dir",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(command, check=True, capture_output=True)
    (path,) = folder.glob("digital_literacy_xblocks-*.whl")
    return path


@pytest.fixture(scope="module")
def wheel(wheel_path):
    with zipfile.ZipFile(wheel_path) as archive:
        yield archive


def test_every_file_of_the_package_is_in_the_wheel(wheel):
    inside = set(wheel.namelist())
    wanted = {
        str(path.relative_to(SOURCE.parent))
        for path in SOURCE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert wanted - inside == set()


def test_the_parts_people_forget_are_there(wheel):
    names = wheel.namelist()
    for part in (
        "assets/public/core.js",
        "locale/vi/LC_MESSAGES/django.mo",
        "locale/en/LC_MESSAGES/django.mo",
    ):
        assert f"digital_literacy/{part}" in names
    for folder, ending in (("templates", ".html"), ("schema", ".rng"), ("public_services/library", ".xml")):
        assert any(n.startswith(f"digital_literacy/{folder}/") and n.endswith(ending) for n in names)


def test_the_demo_and_the_tests_are_not(wheel):
    assert not [n for n in wheel.namelist() if n.startswith(("digital_literacy_demo", "tests", "benchmarks"))]


def test_the_entry_points(wheel):
    (name,) = [n for n in wheel.namelist() if n.endswith("entry_points.txt")]
    text = wheel.read(name).decode()
    for block in ("skills_exercise", "service_practice", "vneid_certificate"):
        assert f"{block} = digital_literacy.{block}_block:" in text
    assert "[lms.djangoapp]" in text
    assert "[cms.djangoapp]" in text
    assert "web-fragments" not in wheel.read(name.replace("entry_points.txt", "METADATA")).decode().lower()


PINS = ROOT / "tests" / "fixtures" / "verawood-pins.txt"
# What a platform gets beside what it has. A new name here is a decision (docs/decisions/0003-dependencies.md).
BROUGHT = {"digital-literacy-xblocks", "joserfc", "pyld", "frozendict", "reportlab", "segno", "setuptools"}
BROUGHT_BY = {"": set(), "names": {"uharfbuzz"}, "spreadsheet": {"openpyxl", "et-xmlfile"}}


@pytest.mark.parametrize("extra", BROUGHT_BY)
def test_installing_beside_the_platforms_pins_changes_none_of_them(wheel_path, tmp_path, extra):
    done, chosen = resolved(wheel_path, tmp_path, extra)
    assert done.returncode == 0, done.stderr[-2000:]
    pins = dict(line.split("==") for line in PINS.read_text().splitlines() if "==" in line)
    assert {name: version for name, version in chosen.items() if pins.get(name, version) != version} == {}
    assert set(chosen) - set(pins) <= BROUGHT | BROUGHT_BY[extra]


def test_a_signature_in_the_pdf_does_not_fit_beside_the_pins_as_its_page_says(wheel_path, tmp_path):
    """Once this fails, `pades` fits: move it to the extras above, and say so in docs/administrators/certificates.md."""
    done, _chosen = resolved(wheel_path, tmp_path, "pades")
    assert "ResolutionImpossible" in done.stderr
    page = (ROOT / "docs" / "administrators" / "certificates.md").read_text(encoding="utf-8")
    assert "does not fit beside Verawood's pins" in page


def resolved(wheel_path, tmp_path, extra):
    """As the platform's image installs it: Python 3.12, wheels, its own pins as constraints."""
    report = tmp_path / "report.json"
    command = [sys.executable, "-m", "pip", "install", "--dry-run", "--quiet", "--ignore-installed"]
    command += ["--python-version", "3.12", "--only-binary", ":all:", "--target", str(tmp_path / "nowhere")]
    command += ["--constraint", str(PINS), "--report", str(report)]
    command += [f"digital-literacy-xblocks[{extra}] @ {wheel_path.as_uri()}" if extra else str(wheel_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = json.loads(report.read_text(encoding="utf-8"))["install"] if done.returncode == 0 else []
    return done, {canonical(each["metadata"]["name"]): each["metadata"]["version"] for each in found}


def canonical(name):
    return re.sub(r"[-_.]+", "-", name).lower()
