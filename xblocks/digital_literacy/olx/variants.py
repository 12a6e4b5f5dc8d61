"""Group variants: one source, one tree for each target group."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence

from lxml import etree

VARIANT = "variant"


def groups_named(element: etree._Element) -> list[str]:
    """Codes of the groups that have a variant anywhere below `element`, in order of appearance."""
    found: dict[str, None] = {}
    for variant in element.iter(VARIANT):
        found.update(dict.fromkeys((variant.get("group") or "").split()))
    return list(found)


def variants_of(element: etree._Element) -> Iterable[etree._Element]:
    """All variant elements at or below `element`, for checks on their group codes."""
    return element.iter(VARIANT)


def resolve(element: etree._Element, lineage: Sequence[str] = ()) -> etree._Element:
    """Give the tree that one group sees.

    Each child of a fitting `<variant>` replaces the sibling of the variant with the same tag and id (same tag
    where it has no id), in place; where there is none it is added at the variant's place. Variants that do not fit
    are dropped. Of several fitting variants, the one named by the earliest code of `lineage` wins.

    Args:
        element: the source; it is not changed. Line numbers are kept.
        lineage: the group's code, then its parents' codes; empty for the common text.
    """
    tree = copy.deepcopy(element)
    _resolve_in_place(tree, tuple(lineage))
    return tree


def _resolve_in_place(element: etree._Element, lineage: tuple[str, ...]) -> None:
    fitting = [v for v in element.findall(VARIANT) if _rank(v, lineage) < len(lineage)]
    for variant in sorted(fitting, key=lambda v: _rank(v, lineage), reverse=True):
        for part in list(variant):
            if isinstance(part.tag, str):
                _put(element, variant, part)
    for variant in element.findall(VARIANT):
        _remove(variant)
    for child in element:
        if isinstance(child.tag, str):
            _resolve_in_place(child, lineage)


def _rank(variant: etree._Element, lineage: tuple[str, ...]) -> int:
    groups = (variant.get("group") or "").split()
    return min((lineage.index(g) for g in groups if g in lineage), default=len(lineage))


def _put(parent: etree._Element, variant: etree._Element, part: etree._Element) -> None:
    target = _counterpart(parent, part)
    part.tail = target.tail if target is not None else ""
    if target is not None:
        parent.replace(target, part)
    else:
        variant.addprevious(part)


def _counterpart(parent: etree._Element, part: etree._Element) -> etree._Element | None:
    for sibling in parent.findall(str(part.tag)):
        if sibling.get("id") == part.get("id"):
            return sibling
    return None


def _remove(variant: etree._Element) -> None:
    # lxml drops the tail with the element; text after a variant belongs to the parent.
    parent, tail = variant.getparent(), variant.tail or ""
    if parent is None:
        return
    previous = variant.getprevious()
    if previous is not None:
        previous.tail = (previous.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(variant)
