"""Find the blanks that the platform's importer drops, so that no two words of an author grow together."""

from __future__ import annotations

from lxml import etree

from digital_literacy.blocks.course_faults import Faults
from digital_literacy.olx.messages import gettext_noop

_INLINE = frozenset({"a", "b", "code", "em", "i", "part", "span", "strong", "sub", "sup", "u"})


def check_blanks(path: str, root: etree._Element, content: bytes, faults: Faults) -> None:
    """Compare the file as written with the file as the platform reads it.

    Source: `edx_xml_parser` of openedx-platform (xmodule/modulestore/xml.py) parses with
    `remove_blank_text=True`, which takes a blank between two elements out where their parent begins with an element.

    Args:
        root: the file as it was parsed with its blanks.
        content: the same file, known to be safe to parse.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True, remove_blank_text=True
    )
    imported = etree.fromstring(content, parser)
    for written, read in zip(root.iter(etree.Element), imported.iter(etree.Element), strict=True):
        following = written.getnext()
        if not (written.tag in _INLINE and following is not None and following.tag in _INLINE):
            continue
        if written.tail and not read.tail:
            faults.at(
                path,
                written,
                gettext_noop("The platform drops the blank between <%(first)s> and <%(second)s> at import."),
                gettext_noop("Put a word between them, or write &#160; for the blank."),
                first=str(written.tag),
                second=str(following.tag),
            )
