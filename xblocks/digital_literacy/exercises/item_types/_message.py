"""A message with parts that can be marked: clues and decoys, alike until they are judged."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from digital_literacy.exercises.reader import MAX_PARTS, Reader, without
from digital_literacy.olx.markup import RichText
from digital_literacy.olx.messages import gettext_noop

CHANNELS: Mapping[str, str] = {
    "sms": gettext_noop("Text message"),
    "email": gettext_noop("E-mail"),
    "chat": gettext_noop("Chat message"),
    "call": gettext_noop("Phone call"),
    "post": gettext_noop("Post on a social network"),
    "web": gettext_noop("Web page"),
}
# Stands in the HTML for a part; XML cannot hold this character, so no author's text can forge one.
_SEAM = "\x00"
_ATTRIBUTES = ("channel", "from", "time", "subject")


@dataclass(frozen=True)
class Part:
    """A stretch of the message that can be marked."""

    id: str
    text: RichText
    clue: bool
    reason: RichText


@dataclass(frozen=True)
class Message:
    """The message as a learner reads it. `body.html` holds a seam for each part: use `segments`."""

    channel: str
    sender: str
    time: str
    subject: str
    body: RichText
    parts: tuple[Part, ...]

    @cached_property
    def clues(self) -> frozenset[str]:
        """Ids of the parts that are clues."""
        return frozenset(part.id for part in self.parts if part.clue)

    def segments(self, name: Callable[[str], str], chosen: Collection[str]) -> list[dict[str, object]]:
        """The body in pieces: HTML as it is, and parts with the name that the page may know."""
        by_id = {part.id: part for part in self.parts}
        pieces: list[dict[str, object]] = []
        for index, piece in enumerate(self.body.html.split(_SEAM)):
            if index % 2 == 0:
                pieces.append({"text": RichText(html=piece, text=piece)})
            elif piece in by_id:
                part = by_id[piece]
                pieces.append({"token": name(part.id), "text": part.text, "chosen": part.id in chosen})
        return pieces


def read_message(item: etree._Element, reader: Reader) -> Message:
    """Read the `<message>` of `item`."""
    element = reader.single(item, "message")
    if element is None:
        reader.fault(
            item,
            gettext_noop("<%(parent)s> has no <%(tag)s>."),
            gettext_noop("Add it: %(example)s"),
            parent=str(item.tag),
            tag="message",
            example='<message channel="sms" from="…"><p>…</p></message>',
        )
        return Message("sms", "", "", "", RichText(), ())
    parts = _read_parts(element, reader)
    body = reader.rich(_body(element, reader), attributes=_ATTRIBUTES, replace=_seam)
    if not body:
        reader.fault(
            element,
            gettext_noop("<%(tag)s> has no text."),
            gettext_noop("Write it: %(example)s"),
            tag="message",
            example="<p>…</p>",
        )
    return Message(
        channel=reader.word(element, "channel", tuple(CHANNELS), "sms"),
        sender=element.get("from", ""),
        time=element.get("time", ""),
        subject=element.get("subject", ""),
        body=body,
        parts=parts,
    )


def _read_parts(element: etree._Element, reader: Reader) -> tuple[Part, ...]:
    taken: set[str] = set()
    parts = tuple(_read_part(part, reader, taken) for part in element.iter("part"))
    reader.limit(element, len(parts), MAX_PARTS, "part")
    return parts


def _read_part(element: etree._Element, reader: Reader, taken: set[str]) -> Part:
    identifier = reader.identifier(element, taken)
    clue = reader.flag(element, "clue")
    reason = reader.rich(reader.single(element, "reason"))
    text = reader.inline(without(element, "reason"), attributes=("id", "clue"))
    if not text:
        reader.fault(
            element,
            gettext_noop("<%(tag)s> has no text."),
            gettext_noop("Write it: %(example)s"),
            tag="part",
            example='<part id="c1">…<reason>…</reason></part>',
        )
    if clue and not reason:
        reader.fault(
            element,
            gettext_noop("The clue does not say why it is one."),
            gettext_noop("Add <reason><p>…</p></reason> inside it."),
        )
    return Part(identifier, text, clue, reason)


def _body(element: etree._Element, reader: Reader) -> etree._Element:
    for reason in element.iter("reason"):
        parent = reason.getparent()
        if parent is not None and parent.tag != "part":
            reader.fault(
                reason,
                gettext_noop("<%(tag)s> is not known in <%(parent)s>."),
                gettext_noop("Put it inside the <part> it explains."),
                tag="reason",
                parent=str(parent.tag),
            )
    for link in element.iter("a"):
        reader.fault(
            link,
            gettext_noop("A link in a practice message could be followed."),
            gettext_noop("Write the address as plain text."),
        )
    return without(element, "reason")


def _seam(element: etree._Element) -> str | None:
    if element.tag == "part":
        return f"{_SEAM}{element.get('id', '')}{_SEAM}"
    return "" if element.tag == "a" else None
