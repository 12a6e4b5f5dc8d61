"""Check a whole course before it is built or loaded: every fault of every file at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from digital_literacy.blocks.course_faults import CourseFault, Faults
from digital_literacy.blocks.course_files import read_files
from digital_literacy.blocks.course_forms import check_form_sets
from digital_literacy.blocks.course_policy import check_policies
from digital_literacy.blocks.course_tree import CourseTree, read_tree
from digital_literacy.exercises.reader import nearest
from digital_literacy.olx.messages import gettext_noop

__all__ = ["CourseFault", "check_course", "check_files"]

_CERTIFICATE = "vneid_certificate"
_GRADED_TYPES = ("skills_exercise", "service_practice")
_STATIC = re.compile(r"/static/([^\s\"'<>()?#]+)")
_TEXT_FILES = (".xml", ".html", ".htm", ".md", ".json")


def check_course(path: Path) -> list[CourseFault]:
    """All faults of the course in the folder `path`, in order of file and line; an empty list if there is none."""
    faults = Faults()
    if not path.is_dir():
        faults.on_line(
            path.name,
            0,
            gettext_noop("This is not a folder."),
            gettext_noop("Name the folder that holds course.xml."),
        )
        return list(faults)
    files = read_files(path, faults)
    return sorted([*faults, *check_files(files)], key=lambda fault: (fault.file, fault.line))


def check_files(files: Mapping[str, bytes]) -> list[CourseFault]:
    """The same for files in memory, by their path below the course's folder."""
    faults = Faults()
    tree = read_tree(files, faults)
    check_policies(files, tree, faults)
    check_form_sets(tree, faults)
    _check_requirements(tree, faults)
    _check_static_links(files, faults)
    return sorted(_once(faults), key=lambda fault: (fault.file, fault.line))


def _check_requirements(tree: CourseTree, faults: Faults) -> None:
    """A certificate can ask only for blocks that are in the course, and for a grade that something adds to."""
    graded = any(part.element.get("graded", "").lower() == "true" for part in tree.of_type("sequential"))
    for certificate in tree.of_type(_CERTIFICATE):
        for requirement in certificate.element.iter("requirement"):
            if requirement.get("kind") == "course_grade" and not graded:
                faults.at(
                    certificate.file,
                    requirement,
                    gettext_noop("It asks for a course grade, but nothing in the course is graded."),
                    gettext_noop('Write graded="true" and a format at a sequential.'),
                )
            if requirement.get("block"):
                _check_wanted_block(certificate.file, requirement, tree, faults)


def _check_wanted_block(file: str, requirement: etree._Element, tree: CourseTree, faults: Faults) -> None:
    wanted, block_type = requirement.get("block", ""), requirement.get("type")
    known = {part.url_name for part in tree.of_type(*((block_type,) if block_type else _GRADED_TYPES))}
    if wanted in known:
        return
    near = nearest(wanted, known)
    faults.at(
        file,
        requirement,
        gettext_noop("No block of the course has the url_name “%(name)s”."),
        gettext_noop("Did you mean “%(near)s”?")
        if near
        else gettext_noop("Write the url_name of a skills_exercise or service_practice of this course."),
        name=wanted[:80],
        near=near,
    )


def _check_static_links(files: Mapping[str, bytes], faults: Faults) -> None:
    for path, content in files.items():
        if path.startswith("static/") or not path.endswith(_TEXT_FILES):
            continue
        for line, name in _static_links(content):
            if f"static/{name}" not in files:
                faults.on_line(
                    path,
                    line,
                    gettext_noop("It uses the file static/%(name)s, which is missing."),
                    gettext_noop("Add the file to the folder static, or correct its name."),
                    name=name[:200],
                )


def _static_links(content: bytes) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(content.decode(errors="replace").splitlines(), 1):
        for match in _STATIC.finditer(line):
            yield number, unquote(unescape(match[1]))


def _once(faults: Faults) -> list[CourseFault]:
    kept: list[CourseFault] = []
    for fault in faults:
        if fault not in kept:
            kept.append(fault)
    return kept
