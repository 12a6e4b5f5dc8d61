"""OLX in and out: readable, never lost, the same bytes again."""

from __future__ import annotations

import logging
import math
from difflib import get_close_matches
from typing import Any, cast

from lxml import etree
from xblock.fields import Dict, Scope, String

from digital_literacy.blocks.source_field import SourceField
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

    olx = SourceField(scope=Scope.content, default="")
    rejected_olx = String(scope=Scope.content, default="")
    olx_attributes = Dict(scope=Scope.content, default={})

    @property
    def is_rejected(self) -> bool:
        """Whether the source has a fault and is kept whole; where there is content, it has none."""
        return not self.olx and bool(self.rejected_olx)

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
    def import_faults(cls, element: etree._Element) -> list[Fault]:
        """Faults for which an import refuses a block; an attribute of a newer platform is none."""
        return [*attribute_faults(cls, element), *cls.check_olx(element)]

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
        for name, value in readable_attributes(type(self), node).items():
            setattr(self, name, value)
        faults = self._faults_at_import(source, node)
        self.rejected_olx = source if faults else ""
        self.olx = "" if faults else inner_xml(node)

    def _faults_at_import(self, source: str, node: etree._Element) -> list[Fault]:
        try:
            return self.import_faults(parse(source))
        except OlxError as error:
            return list(error.faults)
        except Exception:  # a slip of ours must not cost the author his block: the platform would drop it
            log.exception("The content of %s could not be checked", self.scope_ids.usage_id)
            return [_unchecked(node)]

    def source_element(self) -> etree._Element:
        """The block's content as an element named after the block's type."""
        return parse(wrap(self.scope_ids.block_type, self.olx))

    def source_faults(self) -> list[Fault]:
        """Faults of the stored source; lines count within the block."""
        try:
            if self.rejected_olx:
                return self.faults_in(parse(self.rejected_olx))
            element = self.source_element()
            for name, value in self.exported_attributes().items():
                element.set(name, value)
            return self.import_faults(element)
        except OlxError as error:
            return list(error.faults)

    def add_xml_to_node(self, node: etree._Element) -> None:
        """Write the block as it was read: attributes in the author's own notation, content to the byte."""
        url_name = node.get("url_name")
        if self.rejected_olx:
            _copy(_tolerant(self.rejected_olx), node)
        else:
            node.tag = self.scope_ids.block_type
            content = self.source_element()
            node.text = content.text
            node.extend(list(content))
        for name, value in self.exported_attributes().items():
            node.set(name, value)
        if url_name is not None:
            node.set("url_name", url_name)

    def exported_attributes(self) -> dict[str, str]:
        """The attributes an export writes, without `url_name`."""
        fields = authored_fields(type(self))
        kept = {n: t for n, t in self.olx_attributes.items() if n not in fields and n != "url_name"}
        if not self.olx_attributes:  # made in Studio, not imported
            kept["version"] = OLX_VERSION
        for name, field in fields.items():
            # The platform sets fields to None to empty them: written out it would be read as the word "None".
            if field.is_set_on(self) and (value := getattr(self, name)) is not None:
                kept[name] = self.attribute_text(name, value)
        return kept

    def attribute_text(self, name: str, value: Any) -> str:
        """A field's value as an attribute: as the author wrote it, if that means the same."""
        field, written = self.fields[name], self.olx_attributes.get(name)
        if written is not None:
            try:
                if read_attribute(field, written) == value:
                    return cast(str, written)
            except ValueError:
                pass
        if isinstance(value, float):
            return f"{value:g}"
        return value if isinstance(value, str) else str(field.to_string(value))


def authored_fields(cls: Any) -> dict[str, Any]:
    """The fields an author sets: attributes of the element. Never a learner's."""
    return {
        name: field
        for name, field in cls.fields.items()
        if field.scope in (Scope.settings, Scope.content) and name not in _OWN_FIELDS
    }


def read_attribute(field: Any, text: str) -> Any:
    """The value of an attribute's text.

    Raises:
        ValueError: it does not fit. Fields read YAML, whose faults are classes of their own, so all are caught.
    """
    try:
        value = field.enforce_type(field.from_string(text))
    except Exception:
        raise ValueError(text[:80]) from None
    if (isinstance(value, float) and not math.isfinite(value)) or (
        value is None and field.default is not None
    ):
        raise ValueError(text[:80])
    return value


def readable_attributes(cls: Any, node: etree._Element) -> dict[str, Any]:
    """Values of the attributes that are fields and can be read; the others are left at their defaults."""
    fields, found = authored_fields(cls), {}
    for name, text in node.attrib.items():
        if name in fields:
            try:
                found[str(name)] = read_attribute(fields[name], str(text))
            except ValueError:
                continue
    return found


def attribute_faults(cls: Any, element: etree._Element) -> list[Fault]:
    """Attributes whose text does not fit their field, and a version this release cannot read."""
    fields, faults = authored_fields(cls), []
    for name, text in element.attrib.items():
        if name in fields:
            try:
                read_attribute(fields[name], str(text))
            except ValueError:
                faults.append(_bad_value(element, str(name), str(text)))
    if element.get("version", OLX_VERSION) != OLX_VERSION:
        faults.append(_bad_version(element))
    return faults


def unknown_attribute_faults(cls: Any, element: etree._Element) -> list[Fault]:
    """Attributes nobody reads: a fault where an author can mend it, kept silently where the platform imports."""
    known = {*authored_fields(cls), *_PLATFORM_ATTRIBUTES}
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


def _tolerant(source: str) -> etree._Element:
    """Parse a refused source to write it back: whatever was wrong with it, it must not break the export."""
    options = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": True}
    try:
        return etree.fromstring(source.encode(), etree.XMLParser(**options))
    except etree.XMLSyntaxError:
        return etree.fromstring(source.encode(), etree.XMLParser(recover=True, **options))


def _copy(source: etree._Element, node: etree._Element) -> None:
    node.tag, node.text = source.tag, source.text
    for name, value in source.attrib.items():
        node.set(name, value)
    node.extend(list(source))
