"""Hosts of their own, for tests that need content of their own or change it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from digital_literacy_demo import launch

UNIT = "/units/block-v1:DLTEST+SMALL+2026+type@vertical+block@u/"


def write_course(folder: Path, code: str, chapters: str, files: Mapping[str, str] | None = None) -> None:
    """Write the course `DLTEST+<code>+2026` of `chapters` (OLX), with more `files` by their paths."""
    parts = {
        "course.xml": f'<course url_name="2026" org="DLTEST" course="{code}"/>',
        "course/2026.xml": f'<course display_name="Thử" language="vi">{chapters}</course>',
        "policies/2026/policy.json": json.dumps({"course/2026": {"display_name": "Thử"}}),
        "policies/2026/grading_policy.json": json.dumps({"GRADER": [], "GRADE_CUTOFFS": {"Pass": 0.5}}),
    }
    for name, text in {**parts, **(files or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def one_lesson(units: str) -> str:
    """A chapter with one lesson of `units`."""
    lesson = f'<sequential url_name="s" display_name="S">{units}</sequential>'
    return f'<chapter url_name="c" display_name="C">{lesson}</chapter>'


@contextmanager
def course_host(
    factory: pytest.TempPathFactory, code: str, chapters: str, files: Mapping[str, str] | None = None
) -> Iterator[str]:
    """Serve one course, written as `write_course` does; gives the host's address."""
    home, courses = factory.mktemp(f"{code}-home"), factory.mktemp(f"{code}-courses")
    write_course(courses / "course", code, chapters, files)
    with served(home, DIGITAL_LITERACY_DEMO_COURSES=str(courses)) as address:
        yield address


@contextmanager
def small_host(factory: pytest.TempPathFactory, blocks: str) -> Iterator[str]:
    """Serve one course whose only unit, at `UNIT`, holds `blocks` (OLX); gives the host's address."""
    unit = f'<vertical url_name="u" display_name="U">{blocks}</vertical>'
    with course_host(factory, "SMALL", one_lesson(unit)) as address:
        yield address


@contextmanager
def served(home: Path, **environment: str) -> Iterator[str]:
    """Serve a host whose database is in `home`: the courses of the project, unless `environment` says others."""
    port, simulator_port = launch._free_ports(2)
    # pytest-django has set its own settings, which the host's processes would inherit.
    environment["DJANGO_SETTINGS_MODULE"] = "digital_literacy_demo.settings"
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        with launch._servers(home, "127.0.0.1", port, simulator_port, False):
            yield f"http://127.0.0.1:{port}"
