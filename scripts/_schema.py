"""What a RELAX NG grammar allows in each element: its attributes, children and text, and how often."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

RNG = "{http://relaxng.org/ns/structure/1.0}"
# Definitions that are texts to an author: named, not taken apart.
TEXTS = {"rich": "rich text", "inline": "one line of text", "plain": "plain text"}
UNLIMITED = math.inf


def tag(node: etree._Element) -> str:
    """The pattern's name without its namespace; empty for a comment."""
    return str(node.tag).removeprefix(RNG) if isinstance(node.tag, str) else ""


def patterns(node: etree._Element) -> list[etree._Element]:
    """The child elements, without comments."""
    return [child for child in node if tag(child)]


def comment(node: etree._Element) -> str:
    """The comment right before a node, or before the lone wrapper around it."""
    before = node.getprevious()
    if isinstance(before, etree._Comment):
        return " ".join(str(before.text).split())
    parent = node.getparent()
    wrapped = parent is not None and tag(parent) in ("optional", "define") and patterns(parent)[0] is node
    return comment(parent) if wrapped else ""


class Grammar:
    """The definitions of one schema file and all it includes, by name."""

    def __init__(self, path: Path) -> None:
        self.defines: dict[str, list[etree._Element]] = {}
        self.start: etree._Element | None = None
        self._read(path)

    def _read(self, path: Path) -> None:
        root = etree.parse(str(path)).getroot()
        for node in patterns(root):
            if tag(node) == "include":
                self._read(path.parent / node.get("href"))
                for own in patterns(node):
                    self._define(own, replace=True)
            else:
                self._define(node)

    def _define(self, node: etree._Element, *, replace: bool = False) -> None:
        if tag(node) == "start":
            self.start = node
        elif replace:
            self.defines[node.get("name")] = [node]
        else:
            self.defines.setdefault(node.get("name"), []).append(node)


@dataclass
class Part:
    """An attribute, a child element or text: how often it stands there, and the nodes that declare it."""

    least: float = 1
    most: float = 1
    nodes: list[etree._Element] = field(default_factory=list)

    def often(self) -> str:
        """In words."""
        if self.most <= 1:
            return "needed" if self.least else "optional"
        return "one or more" if self.least else "any number"


Key = tuple[str, str]  # ("attribute" | "element" | "text", name)


def content(grammar: Grammar, node: etree._Element) -> dict[Key, Part]:
    """What a pattern allows, without taking child elements apart."""
    kind = tag(node)
    if kind == "attribute":
        return {("attribute", name): Part(nodes=[node]) for name in names_of(node)}
    if kind in ("text", "data", "value", "list"):
        return {("text", "text"): Part(least=0)}
    if kind == "ref":
        name = node.get("name")
        if name in TEXTS:
            return {("text", TEXTS[name]): Part(least=0)}
        return either(contents(grammar, define) for define in grammar.defines[name])
    return contents(grammar, node)


def contents(grammar: Grammar, node: etree._Element) -> dict[Key, Part]:
    """The same for what stands inside a pattern: in an element, its attributes, children and text."""
    found = [
        {("element", name): Part(nodes=[child]) for name in names_of(child)}
        if tag(child) == "element"
        else content(grammar, child)
        for child in patterns(node)
        if tag(child) not in ("name", "anyName", "param")
    ]
    kind = tag(node)
    merged = either(found) if kind == "choice" else together(found)
    if kind == "mixed":
        merged[("text", "text")] = Part(least=0)
    for part in merged.values():
        part.least = 0 if kind in ("optional", "zeroOrMore") else part.least
        part.most = UNLIMITED if kind in ("zeroOrMore", "oneOrMore") else part.most
    return merged


def together(found: Iterable[dict[Key, Part]]) -> dict[Key, Part]:
    """All of them stand there."""
    merged: dict[Key, Part] = {}
    for each in found:
        for key, part in each.items():
            old = merged.get(key)
            merged[key] = part if old is None else _added(old, part)
    return merged


def _added(one: Part, other: Part) -> Part:
    return Part(one.least + other.least, one.most + other.most, [*one.nodes, *other.nodes])


def either(found: Iterable[dict[Key, Part]]) -> dict[Key, Part]:
    """One of them stands there."""
    branches = list(found)
    merged: dict[Key, Part] = {}
    for key in dict.fromkeys(key for branch in branches for key in branch):
        parts = [branch.get(key, Part(0, 0)) for branch in branches]
        nodes = [node for part in parts for node in part.nodes]
        merged[key] = Part(min(p.least for p in parts), max(p.most for p in parts), nodes)
    return merged


def names_of(node: etree._Element) -> list[str]:
    """The names an `element` or `attribute` pattern stands for; none for `anyName`."""
    if node.get("name"):
        return [node.get("name")]
    classes = [child for child in patterns(node) if tag(child) in ("name", "choice")][:1]
    return [str(name.text).strip() for child in classes for name in child.iter(f"{RNG}name")]
