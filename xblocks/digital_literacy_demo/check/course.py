"""What the course says, read from its OLX: the walk looks for it on the pages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import etree

from digital_literacy.learners.groups import lineage
from digital_literacy.olx.variants import groups_named, resolve
from digital_literacy_demo.check.client import StepFailed
from digital_literacy_demo.paths import REPOSITORY

COURSE = REPOSITORY / "course_content" / "ky-nang-so-co-ban"
# The host's people and their groups.
LEARNERS = {"student": "students", "citizen": "citizens", "official": "officials", "worker": "workers"}


@dataclass(frozen=True)
class Placed:
    """A block of the course and the unit it stands in."""

    unit: str
    name: str
    element: etree._Element

    def for_group(self, group: str) -> etree._Element:
        """The block as one target group sees it."""
        return resolve(self.element, lineage(group))


@cache
def blocks(tag: str) -> tuple[Placed, ...]:
    """All blocks of one type, in the course's order."""
    outline = etree.parse(str(COURSE / "course" / "2026.xml")).getroot()
    found: list[Placed] = []
    for pointer in outline.findall("chapter"):
        chapter = etree.parse(str(COURSE / "chapter" / f"{pointer.get('url_name')}.xml")).getroot()
        for unit in chapter.iter("vertical"):
            found.extend(
                Placed(unit.get("url_name", ""), block.get("url_name", ""), block)
                for block in unit.findall(tag)
            )
    return tuple(found)


def exercise_with_variants() -> Placed:
    """An exercise with a variant for each of the four groups and a single choice."""
    for placed in blocks("skills_exercise"):
        named = set(groups_named(placed.element))
        if set(LEARNERS.values()) <= named and placed.element.find("single_choice") is not None:
            return placed
    raise StepFailed("the course has no exercise with a variant for each of the four groups")


def course_files() -> dict[str, bytes]:
    """All files of the course by relative path."""
    return {
        str(path.relative_to(COURSE)): path.read_bytes()
        for path in sorted(Path(COURSE).rglob("*"))
        if path.is_file()
    }


COURSE_KEY = "course-v1:BDHVS+KNS01+2026"


def unit_path(placed: Placed) -> str:
    """The page of the unit."""
    return f"/units/block-v1:BDHVS+KNS01+2026+type@vertical+block@{placed.unit}/"
