"""The content that is measured: real blocks of the course in `course_content/`."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

COURSE = Path(__file__).resolve().parent.parent / "course_content" / "ky-nang-so-co-ban"


def typical(tag: str, folder: Path = COURSE) -> etree._Element:
    """The block of middle length among all with this tag in a course, so that nobody picks a favourable one.

    Raises:
        LookupError: the course has no such block.
    """
    found = [
        element
        for path in sorted(folder.rglob("*.xml"))
        for element in etree.parse(path, etree.XMLParser(resolve_entities=False)).iter(tag)
        if len(element)
    ]
    if not found:
        raise LookupError(f"{folder} has no <{tag}>: write one, or measure another course.")
    by_length = sorted(found, key=lambda element: len(etree.tostring(element, with_tail=False)))
    return by_length[(len(found) - 1) // 2]
