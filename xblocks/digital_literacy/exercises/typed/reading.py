"""Read from OLX what a gap accepts: `<accept>`, `<wrong>` and the attributes of its tolerances."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from lxml import etree

from digital_literacy.exercises.reader import MAX_PARTS, Reader
from digital_literacy.exercises.typed.folding import literal
from digital_literacy.exercises.typed.gap import KINDS, MAX_TYPED, TypedGap, Wrong
from digital_literacy.exercises.typed.tolerances import CREDITS, TOLERANCES
from digital_literacy.olx.messages import gettext_noop
from digital_literacy.vietnamese.dates import day_of
from digital_literacy.vietnamese.numbers import read_number
from digital_literacy.vietnamese.personal_data import find

ACCEPT, WRONG = "accept", "wrong"
WITHIN = "within"
MAX_WITHIN = 999_999


def typed_attributes(element: etree._Element) -> tuple[str, ...]:
    """The attributes that a gap of its kind can have."""
    kind = element.get("kind", KINDS[0])
    within = (WITHIN,) if kind == "number" else ()
    return ("kind", "size", "label", *within, *TOLERANCES.get(kind, {}))


def read_typed(element: etree._Element, reader: Reader) -> TypedGap:
    """Read what `element` accepts: its own words, if it has any, and those of each `<accept>`.

    Its attributes and the tags of its children are checked by the caller.
    """
    kind = reader.word(element, "kind", KINDS, KINDS[0])
    accepts = tuple(_read_accept(child, reader, kind) for child in element.findall(ACCEPT))
    own = own_words(element)
    if own:
        _check(element, reader, kind, own)
        accepts = (own, *accepts)
    reader.limit(element, len(accepts), MAX_PARTS, ACCEPT)
    if not accepts:
        reader.fault(
            element,
            gettext_noop("There is no accepted answer."),
            gettext_noop("Add at least one: <accept>…</accept>."),
        )
    near = kind == "number" and element.get(WITHIN) is not None
    return TypedGap(
        kind=kind,
        accepts=accepts,
        wrongs=_read_wrongs(element, reader, accepts),
        levels=_read_levels(element, reader, kind),
        within=reader.number(element, WITHIN, "1", most=MAX_WITHIN) if near else Fraction(0),
    )


def _read_levels(element: etree._Element, reader: Reader, kind: str) -> dict[str, str]:
    """What the author set of the tolerances that the kind has."""
    named = [name for name in TOLERANCES[kind] if element.get(name) is not None]
    return {name: reader.word(element, name, tuple(CREDITS)) for name in named}


def _read_accept(element: etree._Element, reader: Reader, kind: str) -> str:
    reader.attributes(element, ("id",))
    for child in element.iterchildren(etree.Element):
        reader.fault(
            child,
            gettext_noop("<%(tag)s> cannot stand in an accepted answer."),
            gettext_noop("Write plain text, as a learner types it."),
            tag=str(child.tag),
        )
    text = own_words(element)
    _check(element, reader, kind, text)
    return text


def own_words(element: etree._Element) -> str:
    """The words that stand directly in `element`, white space folded."""
    return " ".join("".join(element.xpath("text()")).split())


def _check(element: etree._Element, reader: Reader, kind: str, text: str) -> None:
    _check_text(element, reader, text)
    readers: dict[str, Callable[[str], object]] = {"number": read_number, "date": day_of}
    understood = readers.get(kind)
    if text and understood and understood(text) is None:
        reader.fault(
            element,
            _NOT_UNDERSTOOD[kind],
            gettext_noop('Write it as people do in Vietnam, or take kind="text".'),
            text=text[:40],
        )


def _check_text(element: etree._Element, reader: Reader, text: str) -> None:
    if not text or len(text) > MAX_TYPED:
        reader.fault(
            element,
            gettext_noop("<%(tag)s> must have from 1 to %(most)d characters."),
            gettext_noop("Write one answer as a learner types it."),
            tag=str(element.tag),
            most=MAX_TYPED,
        )
    elif find(text):
        reader.fault(
            element,
            gettext_noop("This looks like a number or an address that belongs to somebody."),
            gettext_noop(
                "Learners cannot send such a text. Use a practice value, such as 030 111 2211 or lan@example.com."
            ),
        )


def _read_wrongs(element: etree._Element, reader: Reader, accepts: Sequence[str]) -> tuple[Wrong, ...]:
    elements = element.findall(WRONG)
    reader.limit(element, len(elements), MAX_PARTS, WRONG)
    return tuple(_read_wrong(child, reader, accepts) for child in elements)


def _read_wrong(element: etree._Element, reader: Reader, accepts: Sequence[str]) -> Wrong:
    reader.attributes(element, ("id", "text"))
    reader.children(element, ("feedback",))
    text = " ".join(element.get("text", "").split())
    _check_text(element, reader, text)
    if literal(text) in map(literal, accepts):
        reader.fault(
            element,
            gettext_noop("“%(text)s” is both accepted and wrong."),
            gettext_noop("Keep it in one of the two."),
            text=text[:40],
        )
    return Wrong(text, reader.rich(reader.single(element, "feedback")))


_NOT_UNDERSTOOD = {
    "number": gettext_noop("“%(text)s” is not a number such as 1.234,5 or 50 nghìn."),
    "date": gettext_noop("“%(text)s” is not a date such as 31/12/2026."),
}
