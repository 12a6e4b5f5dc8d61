"""People, a small course, and clients."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from digital_literacy_demo.course_store import load_course
from digital_literacy_demo.people import seed_people

SMALL = Path(__file__).parents[1] / "courses" / "small"
KEY = "course-v1:BDHVS+THU01+2026"


@pytest.fixture(autouse=True)
def _blocks(settings):
    here = "tests.contract.demo.inside.blocks"
    settings.DEMO_BLOCKS = {
        **settings.DEMO_BLOCKS,
        "counter": f"{here}.CounterBlock",
        "exploding": f"{here}.ExplodingBlock",
    }


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


@pytest.fixture
def course(db):
    seed_people()
    return load_course(SMALL).course


def usage(block_type: str, name: str) -> str:
    return f"block-v1:BDHVS+THU01+2026+type@{block_type}+block@{name}"


class Visitor(Client):
    """A browser of one person."""

    def __init__(self, username: str | None = None) -> None:
        super().__init__()
        if username:
            assert self.post(reverse("become", args=[username])).status_code == 302

    def call(self, key: str, handler: str, body=None, *, route="handler", query="", **more):
        data = json.dumps(body if body is not None else {})
        url = reverse(route, args=[key, handler, ""]) + query
        return self.post(url, data, content_type="application/json", **more)


@pytest.fixture
def student(course):
    return Visitor("student")


@pytest.fixture
def author(course):
    return Visitor("author")
