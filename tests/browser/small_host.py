"""A host of its own with one unit, for tests that need content of their own or change it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from digital_literacy_demo import launch

UNIT = "/units/block-v1:DLTEST+SMALL+2026+type@vertical+block@u/"


@contextmanager
def small_host(factory: pytest.TempPathFactory, blocks: str) -> Iterator[str]:
    """Serve one course whose only unit, at `UNIT`, holds `blocks` (OLX); gives the host's address."""
    home, courses = factory.mktemp("small-home"), factory.mktemp("small-courses")
    parts = (
        '<chapter url_name="c" display_name="C"><sequential url_name="s" display_name="S">'
        f'<vertical url_name="u" display_name="U">{blocks}</vertical></sequential></chapter>'
    )
    files = {
        "course.xml": '<course url_name="2026" org="DLTEST" course="SMALL"/>',
        "course/2026.xml": f'<course display_name="Thử" language="vi">{parts}</course>',
        "policies/2026/policy.json": json.dumps({"course/2026": {"display_name": "Thử"}}),
        "policies/2026/grading_policy.json": json.dumps({"GRADER": [], "GRADE_CUTOFFS": {"Pass": 0.5}}),
    }
    for name, text in files.items():
        path: Path = courses / "small" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    port, simulator_port = launch._free_ports(2)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DIGITAL_LITERACY_DEMO_COURSES", str(courses))
        # pytest-django has set its own, which the host's processes would inherit.
        patch.setenv("DJANGO_SETTINGS_MODULE", "digital_literacy_demo.settings")
        with launch._servers(home, "127.0.0.1", port, simulator_port, False):
            yield f"http://127.0.0.1:{port}"
