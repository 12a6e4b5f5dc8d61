"""Turn a block's OLX element into its fields, in memory: the database is touched only when all is well."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from opaque_keys.edx.keys import CourseKey, UsageKey
from xblock.completable import XBlockCompletionMode
from xblock.core import XBlock
from xblock.plugin import PluginMissingError
from xblock.runtime import KvsFieldData

from digital_literacy_demo.field_data import MemoryRoom, RoomsStore, Row
from digital_literacy_demo.keys import scope_ids
from digital_literacy_demo.runtime import BaseRuntime
from digital_literacy_demo.services import services_for


@dataclass
class Scoring:
    """What the gradebook needs to know of a block before anyone has tried it."""

    has_score: bool = False
    max_score: float = 0.0
    weight: float | None = None
    completes_on_view: bool = False
    completable: bool = True


@dataclass
class ParsedBlock:
    """One block as read; `problem` says why it could not be read, and its source is kept all the same."""

    usage_key: UsageKey
    source: str
    fields: dict[str, Any] = field(default_factory=dict)
    scoring: Scoring = field(default_factory=Scoring)
    problem: str = ""
    children: list[ParsedBlock] = field(default_factory=list)


class ParsingRuntime(BaseRuntime):
    """Builds blocks into memory rooms."""

    def __init__(self, course_key: CourseKey) -> None:
        self.rooms = {name: MemoryRoom() for name in ("authored", "tree")}
        super().__init__(
            course_key=course_key,
            field_data=KvsFieldData(RoomsStore(dict(self.rooms))),
            services=services_for(user=None, course_key=course_key, studio=True),
        )
        self.user_id = None
        self.children: dict[UsageKey, list[ParsedBlock]] = {}

    def parse(self, element: etree._Element, usage_key: UsageKey) -> ParsedBlock:
        """Read one element. Never raises: a broken block must not hide the others."""
        parsed = ParsedBlock(usage_key, etree.tostring(element, encoding="unicode", with_tail=False))
        node = copy.deepcopy(element)
        node.tail = None
        node.attrib.pop("xblock-family", None)
        try:
            block_class = self.mixologist.mix(self.load_block_type(usage_key.block_type))
            block = block_class.parse_xml(node, self, scope_ids(usage_key, None))
            block.save()
            parsed.scoring = collect_scoring(block)
        except PluginMissingError:
            parsed.problem = f"No block type “{usage_key.block_type}” is installed."
        except Exception as error:  # any fault of a block's class is shown in the block's place
            parsed.problem = f"{type(error).__name__}: {error}"
        parsed.fields = self.rooms["authored"].read(Row("authored", str(usage_key)))
        if parsed.problem and element.get("display_name"):
            parsed.fields = {"display_name": element.get("display_name")}
        parsed.children = self.children.get(usage_key, [])
        return parsed

    def add_node_as_child(self, block: XBlock, node: etree._Element) -> None:
        """Read a nested block; its parent is known by the order of the tree."""
        usage_key = self.course_id.make_usage_key(
            str(node.tag), node.get("url_name") or _made_name(block, node)
        )
        self.children.setdefault(block.scope_ids.usage_id, []).append(self.parse(node, usage_key))


def collect_scoring(block: XBlock) -> Scoring:
    """Maximum and weight, collected when content is stored, as the platform's grades transformer does."""
    has_score = bool(getattr(block, "has_score", False))
    mode = XBlockCompletionMode.get_mode(block)
    return Scoring(
        has_score=has_score,
        max_score=float(block.max_score() or 0) if has_score else 0.0,
        weight=getattr(block, "weight", None) if has_score else None,
        completes_on_view=not has_score and not getattr(block, "has_custom_completion", False),
        completable=mode == XBlockCompletionMode.COMPLETABLE,
    )


def _made_name(block: XBlock, node: etree._Element) -> str:
    parent = node.getparent()
    return f"{block.scope_ids.usage_id.block_id}-{parent.index(node) if parent is not None else 0}"
