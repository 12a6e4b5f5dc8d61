"""Follow a course from `course.xml` down to its blocks, with every fault of names and pointers on the way.

The layout is the one Studio exports: `course.xml` points to `course/<run>.xml`; chapters, sequentials and verticals
stand inline or in files of their own; blocks stand in verticals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from digital_literacy.blocks.course_blanks import check_blanks
from digital_literacy.blocks.course_faults import CourseFault, Faults
from digital_literacy.blocks.olx_check import BLOCK_TYPES, check_file
from digital_literacy.olx.messages import gettext_noop
from digital_literacy.olx.parsing import MAX_BYTES

LEVELS = ("course", "chapter", "sequential", "vertical")
# What Studio exports into files of their own, and what points to them by an element with nothing but a name.
_POINTED = frozenset({*LEVELS, "html", "problem", "video"})
# May stand in a course beside chapters; nothing of ours is in them.
_BESIDE_CHAPTERS = frozenset({"wiki", "textbook", "pdf_textbook"})
_NAME = re.compile(r"[A-Za-z0-9_.-]{1,200}\Z")
# Folders whose XML is no part of the tree: unpublished drafts and what learners download.
_OUTSIDE = ("static/", "drafts/")


@dataclass(frozen=True)
class Placed:
    """One element of the tree and the file it stands in."""

    file: str
    element: etree._Element
    url_name: str

    @property
    def tag(self) -> str:
        """Its block type."""
        return str(self.element.tag)


@dataclass
class CourseTree:
    """The course as read.

    Attributes:
        run: name of the run, which policies are filed under; empty where `course.xml` does not say.
        parts: all elements from the course to the blocks, in order.
    """

    run: str = ""
    parts: list[Placed] = field(default_factory=list)

    def of_type(self, *tags: str) -> Iterator[Placed]:
        """The parts with one of these tags."""
        return (part for part in self.parts if part.tag in tags)

    @property
    def blocks(self) -> Iterator[Placed]:
        """The parts below verticals."""
        return (part for part in self.parts if part.tag not in LEVELS)


def read_tree(files: Mapping[str, bytes], faults: Faults) -> CourseTree:
    """Check every XML file and follow the pointers."""
    reader = _TreeReader(files, faults)
    reader.read_course()
    reader.find_orphans()
    return reader.tree


class _TreeReader:
    def __init__(self, files: Mapping[str, bytes], faults: Faults) -> None:
        self.files, self.faults, self.tree = files, faults, CourseTree()
        self._used = {"course.xml"}
        self._taken: dict[tuple[str, str], Placed] = {}
        self._roots = {path: self._parse(path) for path in files if _is_olx(path)}

    def _parse(self, path: str) -> etree._Element | None:
        root, found = check_file(self.files[path])
        skipped = set() if root is None else {e.sourceline for e in root.iter(*BLOCK_TYPES) if _is_pointer(e)}
        self.faults.extend(CourseFault.of(path, fault) for fault in found if fault.line not in skipped)
        if root is not None:
            check_blanks(path, root, self.files[path], self.faults)
            for block in root.iter(*BLOCK_TYPES):
                self._check_own_block(path, block)
        return root

    def _check_own_block(self, path: str, block: etree._Element) -> None:
        if _is_pointer(block):
            self.faults.at(
                path,
                block,
                gettext_noop(
                    "<%(tag)s> has no content here; the platform does not read it from another file."
                ),
                gettext_noop("Write its content between <%(tag)s …> and </%(tag)s> in this place."),
                tag=str(block.tag),
            )
        size = len(etree.tostring(block, encoding="utf-8", with_tail=False))
        if size > MAX_BYTES:
            self.faults.at(
                path,
                block,
                gettext_noop("The text has %(size)d bytes; the limit is %(limit)d."),
                gettext_noop("Split it into several blocks."),
                size=size,
                limit=MAX_BYTES,
            )

    def read_course(self) -> None:
        pointer = self._roots.get("course.xml")
        if "course.xml" not in self.files or (pointer is not None and pointer.tag != "course"):
            self.faults.at(
                "course.xml",
                pointer,
                gettext_noop("The course's entry is missing here."),
                gettext_noop('Write one element: <course url_name="2026" org="…" course="…"/>.'),
            )
            return
        if pointer is None:
            return
        names = [pointer.get(name, "") for name in ("url_name", "org", "course")]
        if not all(map(_NAME.match, names)):
            self._bad_name("course.xml", pointer)
            return
        self.tree.run = names[0]
        self._course(pointer)

    def _course(self, pointer: etree._Element) -> None:
        path = f"course/{self.tree.run}.xml"
        if path in self.files:
            self._used.add(path)
            element = self._roots.get(path)
            if element is not None:
                self._part(path, element, 0, self.tree.run)
        elif len(pointer):
            self._part("course.xml", pointer, 0)
        else:
            self._missing("course.xml", pointer, path)

    def _part(self, file: str, element: etree._Element, level: int, named: str = "") -> None:
        expected = LEVELS[level]
        if element.tag != expected:
            self._unexpected(file, element, expected)
            return
        url_name = self._name(file, element, named)
        self.tree.parts.append(Placed(file, element, url_name))
        for child in element.iterchildren(etree.Element):
            if expected == "vertical":
                self._block(file, child)
            elif not (expected == "course" and child.tag in _BESIDE_CHAPTERS):
                self._child(file, child, level + 1)

    def _child(self, file: str, element: etree._Element, level: int) -> None:
        if not (_is_pointer(element) and element.tag == LEVELS[level]):
            self._part(file, element, level)
            return
        pointed = self._pointed(file, element)
        if pointed is not None:
            self._part(pointed[0], pointed[1], level, element.get("url_name", ""))

    def _block(self, file: str, element: etree._Element) -> None:
        if element.tag in LEVELS:
            self.faults.at(
                file,
                element,
                gettext_noop("A unit holds blocks, not <%(tag)s>."),
                gettext_noop("Move it one level up."),
                tag=str(element.tag),
            )
            return
        self.tree.parts.append(Placed(file, element, self._name(file, element)))
        if element.tag in _POINTED and _is_pointer(element):
            pointed = self._pointed(file, element)
            self._text_file(*(pointed or (file, element)))
        elif element.tag == "html":
            self._text_file(file, element)
        for below in element.iterdescendants(*BLOCK_TYPES):
            self.tree.parts.append(Placed(file, below, self._name(file, below)))

    def _text_file(self, file: str, element: etree._Element) -> None:
        # Studio keeps the text of an html block in a second file.
        name = element.get("filename")
        if name and f"html/{name}.html" not in self.files:
            self._missing(file, element, f"html/{name}.html")

    def _pointed(self, file: str, pointer: etree._Element) -> tuple[str, etree._Element] | None:
        path = f"{pointer.tag}/{pointer.get('url_name')}.xml"
        if path not in self.files:
            self._missing(file, pointer, path)
            return None
        self._used.add(path)
        element = self._roots.get(path)
        if element is not None and element.get("url_name", pointer.get("url_name")) != pointer.get(
            "url_name"
        ):
            self._bad_file_name(path, element)
        return None if element is None else (path, element)

    def _name(self, file: str, element: etree._Element, named: str = "") -> str:
        url_name = named or element.get("url_name", "")
        if not _NAME.match(url_name):
            self._bad_name(file, element)
            return url_name
        key = (str(element.tag), url_name)
        first = self._taken.setdefault(key, Placed(file, element, url_name))
        if first.element is not element:
            self.faults.at(
                file,
                element,
                gettext_noop("The url_name “%(name)s” is used twice; the first is at %(first)s."),
                gettext_noop("Change one of them, or the platform keeps only the last."),
                name=url_name,
                first=f"{first.file}:{first.element.sourceline or 0}",
            )
        return url_name

    def find_orphans(self) -> None:
        """XML files in a folder of the layout that nothing points to."""
        for path in self._roots:
            folder = path.partition("/")[0]
            if path not in self._used and folder in {*_POINTED, *BLOCK_TYPES} and path.count("/") == 1:
                self.faults.on_line(
                    path,
                    0,
                    gettext_noop("Nothing in the course points to this file, so learners never see it."),
                    gettext_noop(
                        'Write <%(tag)s url_name="%(name)s"/> where it belongs, or delete the file.'
                    ),
                    tag=folder,
                    name=path.rpartition("/")[2].removesuffix(".xml"),
                )

    def _bad_name(self, file: str, element: etree._Element) -> None:
        attributes = "url_name, org, course" if element.tag == "course" else "url_name"
        self.faults.at(
            file,
            element,
            gettext_noop("%(attributes)s must be set, in letters a-z, digits, - _ and . only."),
            gettext_noop("Write a short name that never changes: grades hang on it."),
            attributes=attributes,
        )

    def _bad_file_name(self, file: str, element: etree._Element) -> None:
        self.faults.at(
            file,
            element,
            gettext_noop("The url_name in this file is not the name of the file."),
            gettext_noop("Give both the same name."),
        )

    def _missing(self, file: str, element: etree._Element, path: str) -> None:
        self.faults.at(
            file,
            element,
            gettext_noop("It points to the file %(path)s, which is missing."),
            gettext_noop("Add the file, or remove this line."),
            path=path,
        )

    def _unexpected(self, file: str, element: etree._Element, expected: str) -> None:
        self.faults.at(
            file,
            element,
            gettext_noop("Here <%(expected)s> is expected, not <%(tag)s>."),
            gettext_noop("A course holds chapter, sequential, vertical and blocks, in this order."),
            expected=expected,
            tag=str(element.tag),
        )


def _is_olx(path: str) -> bool:
    return path.endswith(".xml") and not path.startswith(_OUTSIDE)


def _is_pointer(element: etree._Element) -> bool:
    return len(element) == 0 and not (element.text or "").strip() and set(element.attrib) == {"url_name"}
