"""Text between items."""

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
class TextContent(Content):
    """Paragraphs and lists."""

    tag = "text"
    text: RichText


class TextType(ContentType[TextContent]):
    """Reads `text`."""

    tag = TextContent.tag
    place = 10
    name = gettext_noop("Text")
    sample = "<text><p>Đọc tình huống sau rồi trả lời các câu bên dưới.</p></text>\n"
    form = Form(parts=(Text(tag="", label=gettext_noop("Text"), required=True),))

    def read(self, element: etree._Element, reader: Reader, taken: set[str]) -> TextContent:
        identifier = self.identifier(element, reader, taken, children=None)
        text = reader.rich(element, attributes=("id",), replace=mark_term)
        if not text:
            reader.fault(
                element,
                gettext_noop("<%(tag)s> has no text."),
                gettext_noop("Write it: %(example)s"),
                tag=self.tag,
                example="<p>…</p>",
            )
        return TextContent(id=identifier, text=text)

    def words(self, content: TextContent) -> tuple[str, ...]:
        return (content.text.text,)


TYPE = TextType()
