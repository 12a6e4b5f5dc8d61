"""Authors' rich text: a small, safe set of elements, read from OLX and written as HTML."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

from lxml import etree

from digital_literacy.olx.faults import Fault
from digital_literacy.olx.messages import gettext_noop
from digital_literacy.olx.parsing import describe

TAGS = frozenset({"p", "ul", "ol", "li", "strong", "em", "br", "code", "a"})
_BLOCK_TAGS = frozenset({"p", "ul", "ol", "li", "br"})


@dataclass(frozen=True)
class RichText:
    """Author's text in two shapes.

    Attributes:
        html: safe HTML, made only of the allowed elements.
        text: the same without markup, for speech, indexes and events.
    """

    html: str = ""
    text: str = ""

    def __bool__(self) -> bool:
        return bool(self.text)


Replace = Callable[[etree._Element], "str | None"]


def read_rich_text(
    element: etree._Element | None, faults: list[Fault], *, replace: Replace | None = None
) -> RichText:
    """Read the content of `element`.

    Args:
        element: the element whose content is rich text; `None` gives an empty text.
        faults: faults found are added here; an element that is not allowed is left out of the HTML.
        replace: gives the HTML of an element of the caller's own (such as a clue), or `None` to treat it as usual.
    """
    if element is None:
        return RichText()
    html = _inner(element, faults, replace).strip()
    return RichText(html=html, text=plain_text(element))


def plain_text(element: etree._Element) -> str:
    """The text of `element` and all below it, white space folded."""
    pieces: list[str] = []
    _collect(element, pieces)
    return " ".join("".join(pieces).split())


def _collect(element: etree._Element, pieces: list[str]) -> None:
    pieces.append(element.text or "")
    for child in element:
        if isinstance(child.tag, str):
            if child.tag in _BLOCK_TAGS:
                pieces.append(" ")
            _collect(child, pieces)
            if child.tag in _BLOCK_TAGS:
                pieces.append(" ")
        pieces.append(child.tail or "")


def _inner(element: etree._Element, faults: list[Fault], replace: Replace | None) -> str:
    parts = [escape(element.text or "", quote=False)]
    for child in element:
        if isinstance(child.tag, str):
            own = replace(child) if replace else None
            parts.append(own if own is not None else _element(child, faults, replace))
        parts.append(escape(child.tail or "", quote=False))
    return "".join(parts)


def _element(child: etree._Element, faults: list[Fault], replace: Replace | None) -> str:
    if child.tag not in TAGS:
        faults.append(_not_allowed(child))
        return ""
    if child.tag == "br":
        return "<br>"
    inner = _inner(child, faults, replace)
    if child.tag == "a":
        return _link(child, inner, faults)
    faults.extend(_stray_attribute(child, name) for name in child.attrib)
    return f"<{child.tag}>{inner}</{child.tag}>"


def _link(child: etree._Element, inner: str, faults: list[Fault]) -> str:
    href = child.get("href", "")
    faults.extend(_stray_attribute(child, name) for name in child.attrib if name != "href")
    if not _safe_href(href):
        faults.append(
            Fault(
                child.sourceline or 0,
                describe(child),
                gettext_noop("The link “%(href)s” is not a web address."),
                gettext_noop('Write href="https://…".'),
                {"href": href[:200]},
            )
        )
        return inner
    return f'<a href="{escape(href)}" target="_blank" rel="noopener noreferrer">{inner}</a>'


def _safe_href(href: str) -> bool:
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and href == href.strip()


def _not_allowed(child: etree._Element) -> Fault:
    return Fault(
        child.sourceline or 0,
        describe(child),
        gettext_noop("<%(tag)s> cannot stand in text."),
        gettext_noop("Use only %(allowed)s."),
        {"tag": str(child.tag), "allowed": ", ".join(sorted(TAGS))},
    )


def _stray_attribute(child: etree._Element, name: str) -> Fault:
    return Fault(
        child.sourceline or 0,
        describe(child),
        gettext_noop("The attribute “%(name)s” is not known here."),
        gettext_noop("Remove it."),
        {"name": str(name)},
    )
