"""Reads elements of a service or scenario and notes every fault on the way, with a usable value instead."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from difflib import get_close_matches

from lxml import etree

from digital_literacy.olx.faults import Fault
from digital_literacy.olx.markup import RichText, plain_text, read_rich_text
from digital_literacy.olx.messages import gettext_noop
from digital_literacy.olx.parsing import describe
from digital_literacy.public_services.service import TRAP_COSTS
from digital_literacy.vietnamese import personal_data

_IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_MOST = 200  # of one kind in one element: more is no form for people


class Elements:
    """Reading with a memory for faults."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def fault(self, element: etree._Element, problem: str, cure: str, **params: object) -> None:
        """Note one fault of `element`."""
        self.faults.append(Fault(element.sourceline or 0, describe(element), problem, cure, params))

    def known(self, element: etree._Element, *, attributes: str = "", children: str = "") -> None:
        """Note attributes and children that are not in the two lists of names."""
        for name in element.attrib:
            if name not in attributes.split():
                self._unknown(
                    element,
                    gettext_noop("The attribute “%(name)s” is not known here."),
                    str(name),
                    attributes,
                )
        for child in element:
            if isinstance(child.tag, str) and child.tag not in children.split():
                self._unknown(child, gettext_noop("<%(name)s> cannot stand here."), child.tag, children)

    def each(self, element: etree._Element, tag: str) -> Iterator[etree._Element]:
        """The children with this tag, up to a number no form for people exceeds."""
        found = element.findall(tag)
        if len(found) > _MOST:
            self.fault(
                element,
                gettext_noop("There are %(count)d <%(tag)s> here; the limit is %(most)d."),
                gettext_noop("Remove some."),
                count=len(found),
                tag=tag,
                most=_MOST,
            )
        yield from found[:_MOST]

    def one(self, element: etree._Element, tag: str, *, needed: bool = True) -> etree._Element | None:
        """The only child with this tag."""
        found = element.findall(tag)
        if (needed and not found) or len(found) > 1:
            self.fault(
                element if not found else found[1],
                gettext_noop("There must be one <%(tag)s> in <%(parent)s>."),
                gettext_noop("Write it once."),
                tag=tag,
                parent=str(element.tag),
            )
        return found[0] if found else None

    def text(self, element: etree._Element, tag: str, *, needed: bool = True) -> str:
        """Plain text of the only child `tag`."""
        child = self.one(element, tag, needed=needed)
        value = self.own_text(child) if child is not None else ""
        if child is not None and needed and not value:
            self._empty(child)
        return value

    def own_text(self, element: etree._Element) -> str:
        """Plain text of `element`, which must hold nothing real-looking."""
        value = plain_text(element)
        self.refuse_real(element, value)
        return value

    def rich(self, element: etree._Element, tag: str, *, needed: bool = False) -> RichText:
        """Rich text of the only child `tag`."""
        child = self.one(element, tag, needed=needed)
        value = read_rich_text(child, self.faults)
        if child is not None:
            self.refuse_real(child, value.text)
            if needed and not value:
                self._empty(child)
        return value

    def refuse_real(self, element: etree._Element, text: str) -> None:
        """Note a value that could be a real person's; the value itself is not repeated."""
        if personal_data.find(text):
            self.fault(
                element,
                gettext_noop("This text holds a number or an address that could be a real person's."),
                gettext_noop(
                    "Use practice values: a citizen number that starts with 003, a telephone that starts with "
                    "030, 040 or 050, an e-mail at example.com."
                ),
            )

    def identifier(self, element: etree._Element, taken: set[str], *, name: str = "id") -> str:
        """The id of `element`, new among `taken`."""
        value = element.get(name, "")
        if not _IDENTIFIER.fullmatch(value) or value in taken:
            self.fault(
                element,
                gettext_noop("The id “%(id)s” is missing, used twice or not well written."),
                gettext_noop("Give each its own id of small letters, digits, _ and -."),
                id=value[:60],
            )
        taken.add(value)
        return value

    def attribute(
        self, element: etree._Element, name: str, *, among: Collection[str] = (), default: str | None = None
    ) -> str:
        """The text of an attribute; needed where there is no default, one of `among` where these are given."""
        value = element.get(name, default)
        if value is None or (among and value not in among):
            self.fault(
                element,
                gettext_noop('The attribute %(name)s="%(value)s" is missing or does not fit.'),
                gettext_noop("Write one of: %(known)s.") if among else gettext_noop("Write it."),
                name=name,
                value=(value or "")[:60],
                known=", ".join(among),
            )
            return next(iter(among), "")
        return value

    def trap(self, element: etree._Element) -> str:
        """The name of a trap of the rubric, or empty."""
        return self.attribute(element, "trap", among=("", *TRAP_COSTS), default="")

    def flag(self, element: etree._Element, name: str, *, default: bool = False) -> bool:
        """`true` or `false`."""
        return self.attribute(element, name, among=("true", "false"), default=str(default).lower()) == "true"

    def number(
        self, element: etree._Element, name: str, *, default: int | None = None, most: int = 100_000_000
    ) -> int:
        """A whole number from 0 to `most`."""
        value = element.get(name, "" if default is None else str(default))
        if not re.fullmatch(r"[0-9]{1,9}", value) or int(value) > most:
            self.fault(
                element,
                gettext_noop('The attribute %(name)s="%(value)s" is not a whole number up to %(most)d.'),
                gettext_noop("Write digits only."),
                name=name,
                value=value[:60],
                most=most,
            )
            return default or 0
        return int(value)

    def day(self, element: etree._Element, name: str) -> date | None:
        """A date as `2026-11-23`."""
        value = element.get(name, "")
        try:
            return (
                date.fromisoformat(value) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value) else _no_day()
            )
        except ValueError:
            self.fault(
                element,
                gettext_noop('The attribute %(name)s="%(value)s" is not a date.'),
                gettext_noop("Write year-month-day, such as 2026-11-23."),
                name=name,
                value=value[:60],
            )
            return None

    def _unknown(self, element: etree._Element, problem: str, name: str, known: str) -> None:
        near = get_close_matches(name, known.split(), n=1)
        cure = (
            gettext_noop("Did you mean %(near)s?")
            if near
            else gettext_noop("Remove it. Known here: %(known)s.")
        )
        self.fault(
            element,
            problem,
            cure,
            name=name[:60],
            near=near[0] if near else "",
            known=", ".join(known.split()) or "-",
        )

    def _empty(self, element: etree._Element) -> None:
        self.fault(
            element,
            gettext_noop("<%(tag)s> is empty."),
            gettext_noop("Write its text."),
            tag=str(element.tag),
        )


def _no_day() -> date:
    raise ValueError
