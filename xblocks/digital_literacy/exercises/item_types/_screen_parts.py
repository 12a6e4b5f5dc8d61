"""What stands on the screens of a simulated device, and how it is read."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from digital_literacy.exercises.item_types._screen_machine import BACK, RESERVED, Element, Machine
from digital_literacy.exercises.item_types._screen_names import (
    OFF,
    ON,
    Names,
    check_value,
    read_sets,
    read_when,
)
from digital_literacy.exercises.reader import MAX_PARTS, Reader
from digital_literacy.olx.markup import RichText
from digital_literacy.olx.messages import gettext_noop

PARTS = ("text", "message", "button", "toggle", "choice", "field")
LOOKS = ("row", "button", "link")


@dataclass(frozen=True)
class Part:
    """One part of a screen: what the machine knows of it, and its words.

    Attributes:
        options: the values of a choice and their words.
        done: words on the button that ends typing.
    """

    element: Element
    text: RichText
    look: str = LOOKS[0]
    sender: str = ""
    time: str = ""
    options: tuple[tuple[str, RichText], ...] = ()
    done: str = ""


@dataclass(frozen=True)
class Screen:
    """One screen; `hint` is for who is there and asks."""

    id: str
    title: str
    address: str
    parts: tuple[Part, ...]
    hint: RichText
    back: bool


def read_screens(item: etree._Element, reader: Reader, names: Names) -> tuple[Screen, ...]:
    """Read the children `<screen>`; ids of parts are unique in the whole item."""
    taken: set[str] = set()
    screens_taken: set[str] = set()
    elements = item.findall("screen")
    reader.limit(item, len(elements), MAX_PARTS, "screen")
    return tuple(_read_screen(each, reader, names, screens_taken, taken) for each in elements)


def machine_of(screens: tuple[Screen, ...], start: str, states: dict[str, str | None]) -> Machine:
    """The machine that these screens make."""
    return Machine(
        start=start,
        values=states,
        screens={screen.id: tuple(part.element for part in screen.parts) for screen in screens},
        no_back=frozenset(screen.id for screen in screens if not screen.back),
    )


def _read_screen(
    element: etree._Element, reader: Reader, names: Names, screens_taken: set[str], taken: set[str]
) -> Screen:
    reader.attributes(element, ("id", "title", "address", "back"))
    children = [each for each in reader.children(element, (*PARTS, "hint")) if each.tag != "hint"]
    reader.limit(element, len(children), MAX_PARTS, "…")
    if not element.get("title", "").strip():
        reader.fault(
            element,
            gettext_noop("The screen has no title."),
            gettext_noop('Write title="…"; it is read out when the screen opens.'),
        )
    return Screen(
        id=_identifier(element, reader, screens_taken),
        title=element.get("title", "").strip(),
        address=element.get("address", "").strip(),
        parts=tuple(_read_part(child, reader, names, taken) for child in children),
        hint=reader.rich(reader.single(element, "hint")),
        back=reader.flag(element, "back", default=True),
    )


def _read_part(element: etree._Element, reader: Reader, names: Names, taken: set[str]) -> Part:
    if element.tag in ("text", "message"):
        return _read_words(element, reader, names, taken)
    own = {
        "button": ("go", "set", "look"),
        "toggle": ("state",),
        "choice": ("state",),
        "field": ("state", "go", "done"),
    }
    tag = str(element.tag)
    reader.attributes(element, ("id", "when", *own[tag]))
    reader.children(element, ("text", "option") if tag == "choice" else ("text",))
    options = (
        tuple(_read_option(each, reader) for each in element.findall("option")) if tag == "choice" else ()
    )
    state = "" if tag == "button" else names.state(element, element.get("state", ""), free=tag == "field")
    go = element.get("go", "")
    return Part(
        element=Element(
            id=_identifier(element, reader, taken),
            kind=tag,
            when=read_when(element, names),
            sets=read_sets(element, names),
            go=go if go in ("", BACK) else names.screen(element, go),
            state=state,
            values=(OFF, ON) if tag == "toggle" else tuple(value for value, _ in options),
        ),
        text=reader.label(element),
        look=reader.word(element, "look", LOOKS, LOOKS[0]),
        options=options,
        done=element.get("done", "").strip(),
    )


def _read_words(element: etree._Element, reader: Reader, names: Names, taken: set[str]) -> Part:
    known = ("when",) if element.tag == "text" else ("when", "from", "time")
    for link in element.iter("a"):
        reader.fault(
            link,
            gettext_noop("A link in a practice screen could be followed."),
            gettext_noop('Write the address as plain text, or a <button look="link">.'),
        )
    text = reader.rich(element, attributes=known, replace=lambda each: "" if each.tag == "a" else None)
    if not text:
        reader.fault(
            element,
            gettext_noop("<%(tag)s> has no text."),
            gettext_noop("Write it, or remove it."),
            tag=str(element.tag),
        )
    identifier = f"t.{len(taken)}"
    taken.add(identifier)
    return Part(
        element=Element(id=identifier, kind="text", when=read_when(element, names)),
        text=text,
        look=str(element.tag),
        sender=element.get("from", "").strip(),
        time=element.get("time", "").strip(),
    )


def _read_option(element: etree._Element, reader: Reader) -> tuple[str, RichText]:
    reader.attributes(element, ("value",))
    reader.children(element, ("text",))
    return check_value(element, reader), reader.label(element)


def _identifier(element: etree._Element, reader: Reader, taken: set[str]) -> str:
    identifier = reader.identifier(element, taken)
    if identifier in RESERVED or identifier.startswith("t."):
        reader.fault(
            element,
            gettext_noop("The id “%(id)s” has a meaning of its own here."),
            gettext_noop("Give it another name."),
            id=identifier,
        )
    return identifier
