"""The courses of this repository, file by file and exercise by exercise."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lxml import etree

COURSES = Path(__file__).resolve().parents[3] / "course_content"
GROUPS = ("students", "citizens", "officials", "workers")


@dataclass(frozen=True)
class Exercise:
    """One skills_exercise as written."""

    name: str
    element: etree._Element

    def __str__(self) -> str:
        return self.name


def courses() -> list[Path]:
    return sorted(path.parent for path in COURSES.glob("*/course.xml"))


def olx_files() -> list[Path]:
    return sorted(path for course in courses() for path in course.rglob("*.xml"))


def text_files() -> list[Path]:
    return sorted(
        path
        for course in courses()
        for path in course.rglob("*")
        if path.suffix in (".xml", ".html", ".json")
    )


def exercises() -> list[Exercise]:
    found = []
    for path in olx_files():
        root = etree.parse(str(path)).getroot()
        found.extend(
            Exercise(str(element.get("url_name")), element) for element in root.iter("skills_exercise")
        )
    return found
