"""Read a course's folder in the Open edX layout into a tree, with every fault by file and line. No database.

`course.xml` points to `course/<run>.xml`; chapters, sequentials and verticals stand inline or in a file of
their own (`chapter/<url_name>.xml`); everything below a vertical is a block and stands inline.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from lxml import etree
from opaque_keys import InvalidKeyError
from opaque_keys.edx.keys import CourseKey, UsageKey

from digital_literacy.blocks.olx_check import MAX_FILE_BYTES, check_file
from digital_literacy.olx.faults import Fault, OlxError
from digital_literacy.olx.parsing import parse
from digital_literacy_demo.grading import PolicyError, read_policy

log = logging.getLogger(__name__)

LEVELS = ("course", "chapter", "sequential", "vertical")
MAX_COURSE_BYTES = 50 * 1024 * 1024


@dataclass(frozen=True)
class FileFault:
    """One fault: `path` below the course's folder, `line` from 1 (0 where there is none)."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}" if self.line else f"{self.path}: {self.message}"


class CourseError(Exception):
    """A course that is not loaded; carries all faults found."""

    def __init__(self, faults: list[FileFault]) -> None:
        self.faults = faults
        super().__init__("\n".join(str(fault) for fault in faults))


@dataclass
class Node:
    """One element of the tree. Leaves (blocks) have no children here, whatever stands in their element."""

    usage_key: UsageKey
    element: etree._Element
    children: list[Node] = field(default_factory=list)

    @property
    def is_leaf(self) -> bool:
        return self.usage_key.block_type not in LEVELS

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass
class CourseSource:
    """A whole course as read."""

    key: CourseKey
    folder: str
    files: dict[str, bytes]
    root: Node
    policy: dict[str, Any]
    grading_policy: dict[str, Any]

    @property
    def title(self) -> str:
        """Display name, from the policy or the course element."""
        name = self.policy.get("display_name") or self.root.element.get("display_name")
        return str(name or self.key.course)

    @property
    def language(self) -> str:
        """Language of the course's content."""
        return str(self.policy.get("language") or "vi")


def read_course(folder: Path) -> CourseSource:
    """Read the course in `folder`.

    Raises:
        CourseError: it has faults; nothing of it should be used.
    """
    return _Reader(folder.name, _read_files(folder)).read()


def _read_files(folder: Path) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    total = 0
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink() or not path.is_file() or any(part.startswith(".") for part in name.split("/")):
            continue
        total += path.stat().st_size
        if total > MAX_COURSE_BYTES:
            raise CourseError(
                [FileFault(name, 0, _("The course has more than 50 MB. Take large files out."))]
            )
        files[name] = path.read_bytes()
    return files


def _check(content: bytes) -> tuple[etree._Element | None, list[Fault]]:
    try:
        return check_file(content)
    except OlxError as error:
        return None, list(error.faults)
    except Exception as error:  # a block's class that cannot be imported: it will show as broken in its place
        log.error("Blocks of a file could not be checked: %s", error)
        return parse(content, max_bytes=MAX_FILE_BYTES), []


class _Reader:
    """Reads one course, collecting faults."""

    def __init__(self, folder: str, files: dict[str, bytes]) -> None:
        self.folder, self.files = folder, files
        self.faults: list[FileFault] = []
        self.seen: set[UsageKey] = set()

    def read(self) -> CourseSource:
        pointer = self._parse("course.xml")
        if pointer is None or pointer.tag != "course":
            self._fault(
                "course.xml", pointer, _('It must be one element: <course url_name="…" org="…" course="…"/>.')
            )
            raise CourseError(self.faults)
        key = self._course_key(pointer)
        policy = self._json(f"policies/{key.run}/policy.json").get(f"course/{key.run}", {})
        grading_policy = self._json(f"policies/{key.run}/grading_policy.json")
        self._check_policy(f"policies/{key.run}/grading_policy.json", grading_policy)
        path = f"course/{key.run}.xml"
        element = self._parse(path) if path in self.files else None
        root = (
            self._node(key, "course.xml", pointer)
            if element is None
            else self._node(key, path, element, key.run)
        )
        if self.faults or root is None:
            raise CourseError(self.faults)
        return CourseSource(key, self.folder, self.files, root, policy, grading_policy)

    def _course_key(self, pointer: etree._Element) -> CourseKey:
        parts = [pointer.get(name) or "" for name in ("org", "course", "url_name")]
        try:
            return CourseKey.from_string("course-v1:" + "+".join(parts))
        except InvalidKeyError:
            self._fault(
                "course.xml",
                pointer,
                _("org, course and url_name must be set, in letters, digits, - _ and ."),
            )
            raise CourseError(self.faults) from None

    def _node(
        self, key: CourseKey, path: str, element: etree._Element, url_name: str | None = None, level: int = 0
    ) -> Node | None:
        usage_key = self._usage_key(key, path, element, url_name)
        if usage_key is None:
            return None
        node = Node(usage_key, element)
        if level == len(LEVELS):
            return node
        for child in element.iterchildren(etree.Element):
            below = self._child(key, path, child, level + 1)
            if below is not None:
                node.children.append(below)
        return node

    def _child(self, key: CourseKey, path: str, element: etree._Element, level: int) -> Node | None:
        expected = LEVELS[level] if level < len(LEVELS) else None
        if expected and element.tag != expected:
            if level == 1 and element.tag in ("wiki", "textbook"):
                return None
            self._fault(path, element, _("Here <%(expected)s> is expected.") % {"expected": expected})
            return None
        if not expected and element.tag in LEVELS:
            self._fault(path, element, _("A unit holds blocks, not <%(tag)s>.") % {"tag": element.tag})
            return None
        target = f"{element.tag}/{element.get('url_name')}.xml"
        if expected and set(element.keys()) == {"url_name"} and len(element) == 0:
            if target not in self.files:
                self._fault(path, element, _("The file %(file)s is missing.") % {"file": target})
                return None
            return self._pointed(key, target, element, level)
        return self._node(key, path, element, level=level)

    def _pointed(self, key: CourseKey, path: str, pointer: etree._Element, level: int) -> Node | None:
        element = self._parse(path)
        if element is not None and element.tag != pointer.tag:
            self._fault(path, element, _("Here <%(expected)s> is expected.") % {"expected": pointer.tag})
            return None
        return None if element is None else self._node(key, path, element, pointer.get("url_name"), level)

    def _usage_key(
        self, key: CourseKey, path: str, element: etree._Element, url_name: str | None
    ) -> UsageKey | None:
        try:
            usage_key = key.make_usage_key(str(element.tag), url_name or element.get("url_name") or "")
        except InvalidKeyError:
            self._fault(path, element, _("url_name must be set, in letters, digits, - _ and . only."))
            return None
        if usage_key in self.seen:
            self._fault(path, element, _("This url_name is used twice for the same kind. Choose another."))
            return None
        self.seen.add(usage_key)
        return usage_key

    def _parse(self, path: str) -> etree._Element | None:
        if path not in self.files:
            self.faults.append(FileFault(path, 0, _("The file is missing.")))
            return None
        root, faults = _check(self.files[path])
        self.faults.extend(FileFault(path, fault.line, fault.text(_)) for fault in faults)
        return root

    def _json(self, path: str) -> dict[str, Any]:
        if path not in self.files:
            return {}
        try:
            data = json.loads(self.files[path])
        except json.JSONDecodeError as error:
            self.faults.append(FileFault(path, error.lineno, error.msg))
            return {}
        except ValueError as error:
            self.faults.append(FileFault(path, 0, str(error)))
            return {}
        if isinstance(data, dict):
            return data
        self.faults.append(FileFault(path, 1, _("It must be a JSON object.")))
        return {}

    def _check_policy(self, path: str, data: dict[str, Any]) -> None:
        try:
            read_policy(data)
        except PolicyError as error:
            self.faults.append(FileFault(path, 0, str(error)))

    def _fault(self, path: str, element: etree._Element | None, message: str) -> None:
        line = (element.sourceline or 0) if element is not None else 0
        tag = f"<{element.tag}> " if element is not None else ""
        self.faults.append(FileFault(path, line, tag + message))
