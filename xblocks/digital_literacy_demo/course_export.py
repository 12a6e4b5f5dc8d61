"""Write a course back as OLX: the files as they were read, each block as its class writes it now."""

from __future__ import annotations

from typing import Any

from lxml import etree
from opaque_keys.edx.keys import CourseKey, UsageKey

from digital_literacy.blocks.course_build import pack
from digital_literacy_demo.course_source import LEVELS
from digital_literacy_demo.models import Block, Course
from digital_literacy_demo.runtime import DemoRuntime


def export_files(course: Course) -> dict[str, bytes]:
    """All files of the course by path. What nobody changed is the same in canonical form (C14N)."""
    return _Exporter(course).files()


def export_archive(course: Course) -> bytes:
    """The course as a `.tar.gz` that Studio imports; the same course gives the same bytes."""
    return pack(export_files(course))


class _Exporter:
    def __init__(self, course: Course) -> None:
        self._course = course
        self._key = CourseKey.from_string(course.key)
        self._runtime = DemoRuntime(course_key=self._key, user=None, studio=True)
        self._blocks = {block.usage_key: block for block in Block.objects.filter(course=course)}

    def files(self) -> dict[str, bytes]:
        files = {file.path: bytes(file.content) for file in self._course.files.all()}
        return {
            path: self._written(content) if _holds_blocks(path) else content
            for path, content in files.items()
        }

    def _written(self, content: bytes) -> bytes:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, strip_cdata=False)
        root = etree.fromstring(content, parser)
        for unit in [root] if root.tag == "vertical" else root.iter("vertical"):
            for element in list(unit.iterchildren(etree.Element)):
                self._replace(unit, element)
        return etree.tostring(
            root.getroottree(), encoding="utf-8", xml_declaration=content.startswith(b"<?xml")
        )

    def _replace(self, unit: etree._Element, element: etree._Element) -> None:
        key = self._key.make_usage_key(element.tag, element.get("url_name"))
        row = self._blocks[str(key)]
        if row.problem:
            return
        written = self._block_element(key)
        written.tail = element.tail
        unit.replace(element, written)

    def _block_element(self, key: UsageKey) -> etree._Element:
        node = etree.Element("unknown", url_name=key.block_id)
        self._runtime.get_block(key).add_xml_to_node(node)
        return _without_family(node)


def _without_family(node: etree._Element) -> Any:
    """XBlock's own writer marks every block; files of people do not."""
    for element in node.iter(etree.Element):
        if element.get("xblock-family") == "xblock.v1":
            del element.attrib["xblock-family"]
    return node


def _holds_blocks(path: str) -> bool:
    folder, _, name = path.rpartition("/")
    return folder in LEVELS and name.endswith(".xml")
