"""OLX in and out: readable, never lost, the same bytes again."""

from __future__ import annotations

import logging
from difflib import get_close_matches
from typing import Any, cast

from lxml import etree
from xblock.fields import Dict, Scope, String

from digital_literacy.olx.faults import Fault, OlxError
from digital_literacy.olx.messages import gettext_noop
from digital_literacy.olx.parsing import inner_xml, parse, wrap

log = logging.getLogger(__name__)

# Attributes the platform writes beside a block's fields.
_PLATFORM_ATTRIBUTES = frozenset({"url_name", "version", "xblock-family", "slug", "id"})
_OWN_FIELDS = frozenset({"olx", "rejected_olx", "olx_attributes"})
OLX_VERSION = "1"


class OlxFieldsMixin:
    """The fields that hold a block's source, and reading and writing them.

    A door gives `check_olx(element)`, which finds the faults of the content in every group's variant.
    """

    olx = String(scope=Scope.content, default="")
    rejected_olx = String(scope=Scope.content, default="")
    olx_attributes = Dict(scope=Scope.content, default={})

    @classmethod
    def check_olx(cls, element: etree._Element) -> list[Fault]:
        """Faults of the element's content. Doors implement it."""
        raise NotImplementedError

    @classmethod
    def faults_in(cls, element: etree._Element) -> list[Fault]:
        """All faults of a block's element: attributes and content."""
        return [
            *attribute_faults(cls, element),
            *unknown_attribute_faults(cls, element),
            *cls.check_olx(element),
        ]

    @classmethod
    def parse_xml(cls, node: etree._Element, runtime: Any, keys: Any) -> Any:
        """Build a block from OLX. Never raises for a fault in the content: the platform would drop the block."""
        block = runtime.construct_xblock_from_class(cls, keys)
        block.load_olx(node)
        return block

    def load_olx(self, node: etree._Element) -> None:
        """Take over an element: its attributes and its content, or the whole source where it has a fault."""
        source = _standalone(node)
        self.olx_attributes = {str(name): str(value) for name, value in node.attrib.items()}
        for name, value in readable_attributes(type(self), self.fields, node).items():
            setattr(self, name, value)
        try:
            element = parse(source)
            faults = [*attribute_faults(type(self), element), *self.check_olx(element)]
        except OlxError as error:
            faults = list(error.faults)
        except Exception:  # a slip of ours must not cost the author his block: the platform would drop it
            log.exception("The content of %s could not be checked", self.scope_ids.usage_id)
            faults = [_unchecked(node)]
        self.rejected_olx = source if faults else ""
        self.olx = "" if faults else inner_xml(node)

    def source_element(self) -> etree._Element:
        """The block's content as an element named after the block's type."""
        return parse(wrap(self.scope_ids.block_type, self.olx))

    def source_faults(self) -> list[Fault]:
        """Faults of the stored source; lines count within the block."""
        try:
            if self.rejected_olx:
                return self.faults_in(parse(self.rejected_olx))
            return self.check_olx(self.source_element())
        except OlxError as error:
            return list(error.faults)

    def add_xml_to_node(self, node: etree._Element) -> None:
        """Write the block as it was read: attributes in the author's own notation, content to the byte."""
        if self.rejected_olx:
            source = parse(self.rejected_olx)
            url_name = node.get("url_name")
            _copy(source, node)
            if url_name is not None:
                node.set("url_name", url_name)
            return
        node.tag = self.scope_ids.block_type
        for name, value in self._exported_attributes().items():
            node.set(name, value)
        content = self.source_element()
        node.text = content.text
        node.extend(list(content))

    def _exported_attributes(self) -> dict[str, str]:
        kept = {n: t for n, t in self.olx_attributes.items() if n not in self.fields and n != "url_name"}
        if not self.olx_attributes:  # made in Studio, not imported
            kept["version"] = OLX_VERSION
        for name, field in self.fields.items():
            if (
                name not in _OWN_FIELDS
                and field.scope in (Scope.settings, Scope.content)
                and field.is_set_on(self)
            ):
                kept[name] = self._attribute_text(name, field)
        return kept

    def _attribute_text(self, name: str, field: Any) -> str:
        value, written = getattr(self, name), self.olx_attributes.get(name)
        if written is not None:
            try:
                if field.from_string(written) == value:
                    return cast(str, written)
            except (TypeError, ValueError):
                pass
        if isinstance(value, float):
            return f"{value:g}"
        return value if isinstance(value, str) else str(field.to_string(value))


def readable_attributes(cls: Any, fields: Any, node: etree._Element) -> dict[str, Any]:
    """Values of the attributes that are fields and can be read; the others are left at their defaults."""
    found = {}
    for name, text in node.attrib.items():
        field = fields.get(name)
        if field is None or name in _OWN_FIELDS:
            continue
        try:
            found[str(name)] = field.from_string(text)
        except (TypeError, ValueError):
            continue
    return found


def attribute_faults(cls: Any, element: etree._Element) -> list[Fault]:
    """Attributes whose text does not fit their field, and a version this release cannot read."""
    faults = []
    for name, text in element.attrib.items():
        field = cls.fields.get(name)
        try:
            if field is not None:
                field.enforce_type(field.from_string(text))
        except (TypeError, ValueError):
            faults.append(_bad_value(element, str(name), str(text)))
    if element.get("version", OLX_VERSION) != OLX_VERSION:
        faults.append(_bad_version(element))
    return faults


def unknown_attribute_faults(cls: Any, element: etree._Element) -> list[Fault]:
    """Attributes nobody reads: a fault where an author can mend it, kept silently where the platform imports."""
    known = {*cls.fields, *_PLATFORM_ATTRIBUTES} - _OWN_FIELDS
    return [_unknown(element, str(name), known) for name in element.attrib if name not in known]


def _bad_value(element: etree._Element, name: str, text: str) -> Fault:
    return Fault(
        element.sourceline or 0,
        str(element.tag),
        gettext_noop("The value “%(value)s” does not fit the attribute %(name)s."),
        gettext_noop("Write a number such as 2 or 0.5, or true or false, or remove the attribute."),
        {"name": name, "value": text[:80]},
    )


def _bad_version(element: etree._Element) -> Fault:
    return Fault(
        element.sourceline or 0,
        str(element.tag),
        gettext_noop("This is written in version %(version)s; this release reads version %(known)s."),
        gettext_noop('Install a newer release of the suite, or write version="%(known)s".'),
        {"version": element.get("version", "")[:20], "known": OLX_VERSION},
    )


def _unknown(element: etree._Element, name: str, known: set[str]) -> Fault:
    near = get_close_matches(name, known, n=1)
    cure = gettext_noop("Did you mean %(near)s?") if near else gettext_noop("Remove it.")
    return Fault(
        element.sourceline or 0,
        str(element.tag),
        gettext_noop("The attribute “%(name)s” is not known here."),
        cure,
        {"name": name[:80], "near": near[0] if near else ""},
    )


def _unchecked(node: etree._Element) -> Fault:
    return Fault(
        0,
        str(node.tag),
        gettext_noop("The content could not be checked because of a fault in this software."),
        gettext_noop("Please report it; the content is kept as it is."),
    )


def _standalone(node: etree._Element) -> str:
    return etree.tostring(node, encoding="unicode", with_tail=False)


def _copy(source: etree._Element, node: etree._Element) -> None:
    node.tag, node.text = source.tag, source.text
    for name, value in source.attrib.items():
        node.set(name, value)
    node.extend(list(source))
