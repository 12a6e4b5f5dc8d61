"""Put a course into the database: all of it or nothing, as often as wanted, learners' work untouched."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path

from django.db import transaction
from lxml import etree

from digital_literacy_demo.block_parsing import ParsedBlock, ParsingRuntime
from digital_literacy_demo.course_source import CourseSource, Node, read_course
from digital_literacy_demo.models import Block, Course, CourseFile
from digital_literacy_demo.structure_block import StructureBlock


@dataclass
class LoadReport:
    """What loading did. `kept` names blocks whose edits in Studio stand although the file changed as well."""

    course: Course
    changed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    broken: dict[str, str] = field(default_factory=dict)


def load_course(folder: Path, *, overwrite: bool = False) -> LoadReport:
    """Read the course in `folder` and store it.

    Args:
        folder: a folder in the Open edX layout.
        overwrite: take the files' version even of blocks that were edited in Studio.

    Raises:
        CourseError: the course has faults; what was loaded before stays.
    """
    source = read_course(folder)
    with transaction.atomic():
        return _Store(source, overwrite=overwrite).store()


class _Store:
    """Stores one course."""

    def __init__(self, source: CourseSource, *, overwrite: bool) -> None:
        self._source, self._overwrite = source, overwrite
        self._runtime = ParsingRuntime(source.key)
        self._seen: set[str] = set()

    def store(self) -> LoadReport:
        source = self._source
        course, _ = Course.objects.update_or_create(
            key=str(source.key),
            defaults={
                "folder": source.folder,
                "title": source.title,
                "language": source.language,
                "grading_policy": source.grading_policy,
            },
        )
        self._report = LoadReport(course)
        self._known = {block.usage_key: block for block in Block.objects.filter(course=course)}
        self._store_files(course)
        self._node(source.root, None, 0)
        self._remove()
        return self._report

    def _store_files(self, course: Course) -> None:
        CourseFile.objects.filter(course=course).delete()
        CourseFile.objects.bulk_create(
            CourseFile(course=course, path=path, content=content)
            for path, content in self._source.files.items()
        )

    def _node(self, node: Node, parent: Block | None, position: int) -> None:
        parsed = self._runtime.parse(_own_element(node), node.usage_key)
        if node.usage_key.block_type == "course":
            parsed.fields["display_name"] = self._source.title
        row = self._block(parsed, parent, position)
        for index, child in enumerate(node.children):
            self._node(child, row, index)

    def _block(self, parsed: ParsedBlock, parent: Block | None, position: int) -> Block:
        key = str(parsed.usage_key)
        self._seen.add(key)
        row = self._known.get(key) or Block(usage_key=key, version=0)
        row.course, row.parent, row.position = self._report.course, parent, position
        row.block_type, row.name = parsed.usage_key.block_type, parsed.usage_key.block_id
        self._take(row, parsed)
        row.save()
        for index, child in enumerate(parsed.children):
            self._block(child, row, index)
        return row

    def _take(self, row: Block, parsed: ParsedBlock) -> None:
        """Take the file's version, unless an author changed the block here."""
        if parsed.problem:
            self._report.broken[row.usage_key] = parsed.problem
        moved_on = row.source != parsed.source
        if row.edited and not self._overwrite:
            if moved_on:
                self._report.kept.append(row.usage_key)
            return
        if row.version == 0 or moved_on or row.fields != parsed.fields or row.problem != parsed.problem:
            row.version += 1
            self._report.changed.append(row.usage_key)
        row.fields, row.source, row.problem, row.edited = parsed.fields, parsed.source, parsed.problem, False
        for name, value in asdict(parsed.scoring).items():
            setattr(row, name, value)

    def _remove(self) -> None:
        gone = [key for key in self._known if key not in self._seen]
        Block.objects.filter(usage_key__in=gone).delete()
        self._report.removed.extend(gone)


def _own_element(node: Node) -> etree._Element:
    """A leaf's whole element; of a part of the tree, the tag and attributes alone."""
    if node.is_leaf:
        return node.element
    kept = {name: value for name, value in node.element.items() if name in StructureBlock.fields}
    return etree.Element(node.element.tag, kept)
