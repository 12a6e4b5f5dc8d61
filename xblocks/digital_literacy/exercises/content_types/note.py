"""A note that opens when a learner wants to know more."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from digital_literacy.exercises.content_types._base import ContentType
from digital_literacy.exercises.forms import Form, Text
from digital_literacy.exercises.model import Content
from digital_literacy.exercises.reader import Reader
from digital_literacy.exercises.terms import mark_term
from digital_literacy.olx.markup import RichText
from digital_literacy.olx.messages import gettext_noop


@dataclass(frozen=True, kw_only=True)
class Note(Content):
    """A line that is always there, and text that opens below it."""

    tag = "note"
    summary: RichText
    text: RichText


class NoteType(ContentType[Note]):
    """Reads `note`."""

    tag = Note.tag
    place = 40
    name = gettext_noop("Note to open")
    sample = """\
<note>
  <summary>Vì sao phải xem tên miền?</summary>
  <text><p>Trang giả có thể trông giống hệt trang thật. Chỉ tên miền là không giả được.</p></text>
</note>
"""
    form = Form(
        parts=(
            Text(
                tag="summary", label=gettext_noop("Line that is always there"), kind="inline", required=True
            ),
            Text(tag="text", label=gettext_noop("Text that opens"), required=True),
        )
    )

    def read(self, element: etree._Element, reader: Reader, taken: set[str]) -> Note:
        identifier = self.identifier(element, reader, taken, children=("summary", "text"))
        summary = reader.single(element, "summary")
        line = reader.inline(summary) if summary is not None else RichText()
        if not line:
            reader.fault(
                element,
                gettext_noop("The note has no line to open it by."),
                gettext_noop("Write it: <summary>…</summary>."),
            )
        return Note(id=identifier, summary=line, text=reader.required(element, "text", replace=mark_term))

    def words(self, content: Note) -> tuple[str, ...]:
        return (content.summary.text, content.text.text)


TYPE = NoteType()
