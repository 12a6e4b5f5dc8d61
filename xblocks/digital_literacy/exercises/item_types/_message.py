"""A message with parts that can be marked: clues and decoys, alike until they are judged."""

from __future__ import annotations

import copy
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import escape

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
MAX_LINES = 40
# What stands above the text, in the order in which it is read. Each is an attribute, or an element with parts.
HEADS = ("address", "from", "subject")
SPEAKERS = ("them", "me")
_ATTRIBUTES = ("channel", "time", *HEADS)


@dataclass(frozen=True)
class Part:
    """A stretch of the message that can be marked."""

    id: str
    text: RichText
    clue: bool
    reason: RichText


@dataclass(frozen=True)
class Line:
    """One line of a call or chat. Its HTML holds a seam for each part."""

    by: str
    text: RichText


@dataclass(frozen=True)
class Message:
    """The message as a learner reads it. The HTML of its texts holds a seam for each part: use `stretches`.

    Attributes:
        body: the text; for a transcript its plain text only, since `lines` hold it.
        heads: by the names in `HEADS`; empty texts where there is nothing.
    """

    channel: str
    time: str
    body: RichText
    parts: tuple[Part, ...]
    heads: Mapping[str, RichText] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()

    @cached_property
    def clues(self) -> frozenset[str]:
        """Ids of the parts that are clues."""
        return frozenset(part.id for part in self.parts if part.clue)

    @property
    def text(self) -> str:
        """All that can be read, without markup."""
        return " ".join([self.body.text, *(head.text for head in self.heads.values())])

    @property
    def spoken(self) -> tuple[Line, ...]:
        """The text line by line; a text that is no transcript is one line by nobody."""
        return self.lines or (Line("", self.body),)

    def stretches(self, text: RichText) -> list[RichText | Part]:
        """A text of this message in pieces: HTML as it is, and parts."""
        by_id = {part.id: part for part in self.parts}
        pieces: list[RichText | Part] = []
        for index, piece in enumerate(text.html.split(_SEAM)):
            if index % 2 == 0:
                pieces.append(RichText(html=piece, text=piece))
            elif piece in by_id:
                pieces.append(by_id[piece])
        return pieces

    def page(self, name: Callable[[str], str], chosen: Collection[str]) -> dict[str, object]:
        """What a learner sees of it.

        Args:
            name: the name of a part that the page may know.
            chosen: ids of the parts he has marked.
        """
        heads = {key: self._segments(text, name, chosen) for key, text in self.heads.items() if text}
        return {
            "time": self.time,
            "heads": [{"name": key, "segments": segments} for key, segments in heads.items()],
            "has_sender": "from" in heads,
            "lines": [
                {"by": line.by, "segments": self._segments(line.text, name, chosen)} for line in self.spoken
            ],
        }

    def _segments(
        self, text: RichText, name: Callable[[str], str], chosen: Collection[str]
    ) -> list[dict[str, object]]:
        return [
            {"token": name(piece.id), "text": piece.text, "chosen": piece.id in chosen}
            if isinstance(piece, Part)
            else {"text": piece}
            for piece in self.stretches(text)
        ]


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
        return Message("sms", "", RichText(), ())
    reader.attributes(element, _ATTRIBUTES)
    shown = _without_secrets(element, reader)
    lines = _read_lines(shown, reader)
    body = _read_body(shown, reader, lines)
    if not body:
        _no_text(element, reader, "<p>…</p>")
    return Message(
        channel=reader.word(element, "channel", tuple(CHANNELS), "sms"),
        time=element.get("time", ""),
        body=body,
        parts=_read_parts(element, reader),
        heads={name: _read_head(shown, reader, name) for name in HEADS},
        lines=lines,
    )


def _read_head(element: etree._Element, reader: Reader, name: str) -> RichText:
    plain, child = element.get(name, ""), reader.single(element, name)
    if child is None:
        return RichText(html=escape(plain, quote=False), text=plain)
    if plain:
        reader.fault(
            child,
            gettext_noop("“%(name)s” stands here twice, as an attribute and as an element."),
            gettext_noop("Keep one of them."),
            name=name,
        )
    reader.inline(without(child, "part"))
    return reader.rich(child, replace=_seam)


def _read_lines(element: etree._Element, reader: Reader) -> tuple[Line, ...]:
    found = element.findall("line")
    if found:
        reader.children(element, ("line", *HEADS))
    reader.limit(element, len(found), MAX_LINES, "line")
    return tuple(_read_line(line, reader) for line in found)


def _read_line(element: etree._Element, reader: Reader) -> Line:
    text = reader.rich(element, attributes=("by",), replace=_seam)
    if not text:
        _no_text(element, reader, "…")
    return Line(reader.word(element, "by", SPEAKERS), text)


def _no_text(element: etree._Element, reader: Reader, example: str) -> None:
    reader.fault(
        element,
        gettext_noop("<%(tag)s> has no text."),
        gettext_noop("Write it: %(example)s"),
        tag=str(element.tag),
        example=example,
    )


def _read_body(element: etree._Element, reader: Reader, lines: tuple[Line, ...]) -> RichText:
    if lines:
        return RichText(text=" ".join(line.text.text for line in lines))
    body = copy.deepcopy(element)
    body.attrib.clear()
    etree.strip_elements(body, *HEADS, with_tail=False)
    return reader.rich(body, replace=_seam)


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
        _no_text(element, reader, '<part id="c1">…<reason>…</reason></part>')
    if clue and not reason:
        reader.fault(
            element,
            gettext_noop("The clue does not say why it is one."),
            gettext_noop("Add <reason><p>…</p></reason> inside it."),
        )
    return Part(identifier, text, clue, reason)


def _without_secrets(element: etree._Element, reader: Reader) -> etree._Element:
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
