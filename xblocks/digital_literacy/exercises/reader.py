"""Reads one resolved tree and collects every fault on the way: what is shared by all item types."""

from __future__ import annotations

import copy
import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches
from fractions import Fraction

from lxml import etree

from digital_literacy.olx.faults import Fault
from digital_literacy.olx.markup import Replace, RichText, read_rich_text
from digital_literacy.olx.messages import gettext_noop
from digital_literacy.olx.parsing import describe

MAX_ITEMS = 50
MAX_PARTS = 30
MAX_POINTS = 1000
INLINE_TAGS = frozenset({"strong", "em", "code", "br"})
_IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}\Z")
_NUMBER = re.compile(r"\d{1,6}(\.\d{1,4})?\Z")


class Reader:
    """Reads elements, adds a `Fault` for each thing wrong and goes on with a usable value.

    Attributes:
        faults: all faults so far.
    """

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def fault(self, element: etree._Element, problem: str, cure: str, **params: object) -> None:
        """Note one fault of `element`; see `Fault` for the parameters."""
        self.faults.append(Fault(element.sourceline or 0, describe(element), problem, cure, params))

    def attributes(self, element: etree._Element, known: Collection[str]) -> None:
        """Refuse attributes that are not in `known`, naming the nearest."""
        for name in element.attrib:
            if name not in known:
                near = nearest(str(name), known)
                self.fault(element, *_UNKNOWN_ATTRIBUTE[bool(near)], name=str(name), near=near)

    def children(
        self, element: etree._Element, known: Collection[str], *, text: bool = False
    ) -> list[etree._Element]:
        """The child elements with tags in `known`; others are faults, and so is text unless it may stand here."""
        if not text:
            self._refuse_text(element)
        found = []
        for child in element:
            if not isinstance(child.tag, str):
                continue
            if child.tag in known:
                found.append(child)
                continue
            near = nearest(child.tag, known)
            self.fault(
                child,
                *_UNKNOWN_ELEMENT[bool(near)],
                tag=child.tag,
                parent=str(element.tag),
                near=near,
                known=", ".join(sorted(known)),
            )
        return found

    def single(self, element: etree._Element, tag: str) -> etree._Element | None:
        """The only child `tag`; a second one is a fault."""
        found = element.findall(tag)
        for extra in found[1:]:
            self.fault(
                extra,
                gettext_noop("There is more than one <%(tag)s> here."),
                gettext_noop("Keep one of them."),
                tag=tag,
            )
        return found[0] if found else None

    def identifier(self, element: etree._Element, taken: set[str]) -> str:
        """The id of `element`, not used before; adds it to `taken`."""
        identifier = element.get("id", "")
        if not identifier:
            self.fault(
                element,
                gettext_noop("<%(tag)s> has no id."),
                gettext_noop('Give it one that is not used here yet, such as id="%(free)s".'),
                tag=str(element.tag),
                free=_free(str(element.tag), taken),
            )
        elif not _IDENTIFIER.match(identifier):
            self.fault(
                element,
                gettext_noop("The id “%(id)s” has characters that are not allowed."),
                gettext_noop("Use letters a-z, digits, - and _, at most 64 of them."),
                id=identifier[:80],
            )
        elif identifier in taken:
            self.fault(
                element,
                gettext_noop("The id “%(id)s” is used twice."),
                gettext_noop("Change one of them, for example to “%(free)s”."),
                id=identifier,
                free=_free(str(element.tag), taken),
            )
        taken.add(identifier)
        return identifier

    def number(self, element: etree._Element, name: str, default: str, *, most: int = MAX_POINTS) -> Fraction:
        """A number above 0 and up to `most`, written with a point, as an exact fraction."""
        text = element.get(name, default)
        if not _NUMBER.match(text) or not 0 < Fraction(text) <= most:
            self.fault(
                element,
                gettext_noop('%(name)s="%(value)s" is not a number above 0.'),
                gettext_noop("Write a number up to %(most)d with digits and a point, such as 2 or 0.5."),
                name=name,
                value=text[:40],
                most=most,
            )
            return Fraction(default)
        return Fraction(text)

    def word(
        self, element: etree._Element, name: str, known: Collection[str], default: str | None = None
    ) -> str:
        """One of a few words; without a `default` the attribute must be there."""
        text = element.get(name, default)
        if text in known and text is not None:
            return text
        self.fault(
            element, *_BAD_WORD[text is None], name=name, value=(text or "")[:40], known=", ".join(known)
        )
        return default if default is not None else next(iter(known))

    def flag(self, element: etree._Element, name: str, *, default: bool = False) -> bool:
        """An attribute that is `true` or `false`."""
        return self.word(element, name, ("true", "false"), "true" if default else "false") == "true"

    def rich(
        self,
        element: etree._Element | None,
        *,
        attributes: Collection[str] = (),
        replace: Replace | None = None,
    ) -> RichText:
        """Author's text in paragraphs; empty where there is no element. Attributes not named are faults."""
        if element is not None:
            self.attributes(element, attributes)
        return read_rich_text(element, self.faults, replace=replace)

    def required(self, parent: etree._Element, tag: str, *, replace: Replace | None = None) -> RichText:
        """The text of the child `tag`, which must be there and say something."""
        text = self.rich(self.single(parent, tag), replace=replace)
        if not text:
            self.fault(
                parent,
                gettext_noop("<%(parent)s> has no text in <%(tag)s>."),
                gettext_noop("Write it: <%(tag)s><p>…</p></%(tag)s>."),
                parent=str(parent.tag),
                tag=tag,
            )
        return text

    def inline(self, element: etree._Element, *, attributes: Collection[str] = ()) -> RichText:
        """Text that stands in one line: words, strong, em, code."""
        for child in element.iter(etree.Element):
            if child is not element and child.tag not in INLINE_TAGS:
                self.fault(
                    child,
                    gettext_noop("<%(tag)s> cannot stand in a single line of text."),
                    gettext_noop("Use only %(allowed)s."),
                    tag=str(child.tag),
                    allowed=", ".join(sorted(INLINE_TAGS)),
                )
                return RichText(html="", text="?")
        return self.rich(element, attributes=attributes)

    def label(self, parent: etree._Element) -> RichText:
        """The one-line `<text>` of an option, step or action, which must say something."""
        element = self.single(parent, "text")
        text = self.inline(element) if element is not None else RichText()
        if not text:
            self.fault(
                parent,
                gettext_noop("<%(tag)s> has no text."),
                gettext_noop("Write it: <text>…</text>."),
                tag=str(parent.tag),
            )
        return text

    def limit(self, element: etree._Element, count: int, most: int, tag: str) -> None:
        """Refuse more than `most` children `tag`."""
        if count > most:
            self.fault(
                element,
                gettext_noop("<%(parent)s> has %(count)d <%(tag)s>; the limit is %(most)d."),
                gettext_noop("Split it into several."),
                parent=str(element.tag),
                count=count,
                tag=tag,
                most=most,
            )

    def _refuse_text(self, element: etree._Element) -> None:
        tails = [child.tail for child in element]
        for text in (element.text, *tails):
            if text and text.strip():
                self.fault(
                    element,
                    gettext_noop("Text stands directly in <%(tag)s>: “%(text)s”."),
                    gettext_noop("Move it into an element, such as <prompt><p>…</p></prompt>."),
                    tag=str(element.tag),
                    text=" ".join(text.split())[:60],
                )


def without(element: etree._Element, tag: str) -> etree._Element:
    """A copy of `element` without the elements `tag` below it; the text around them stays."""
    kept = copy.deepcopy(element)
    kept.tail = None
    etree.strip_elements(kept, tag, with_tail=False)
    return kept


def nearest(name: str, known: Iterable[str]) -> str:
    return next(iter(get_close_matches(name, list(known), n=1, cutoff=0.6)), "")


def _free(tag: str, taken: Collection[str]) -> str:
    number = 1
    while f"{tag[0]}{number}" in taken:
        number += 1
    return f"{tag[0]}{number}"


_UNKNOWN_ATTRIBUTE = {
    True: (
        gettext_noop("The attribute “%(name)s” is not known here."),
        gettext_noop("Did you mean “%(near)s”?"),
    ),
    False: (gettext_noop("The attribute “%(name)s” is not known here."), gettext_noop("Remove it.")),
}
_UNKNOWN_ELEMENT = {
    True: (
        gettext_noop("<%(tag)s> is not known in <%(parent)s>."),
        gettext_noop("Did you mean <%(near)s>?"),
    ),
    False: (
        gettext_noop("<%(tag)s> is not known in <%(parent)s>."),
        gettext_noop("Known here: %(known)s."),
    ),
}
_BAD_WORD = {
    True: (gettext_noop("The attribute “%(name)s” is missing."), gettext_noop("Write one of: %(known)s.")),
    False: (
        gettext_noop('%(name)s="%(value)s" is not allowed.'),
        gettext_noop("Write one of: %(known)s."),
    ),
}
