"""Something to hear, with what is said in writing."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from digital_literacy.exercises.content_types._base import ContentType, read_address
from digital_literacy.exercises.forms import Attribute, Form, Text
from digital_literacy.exercises.model import Content
from digital_literacy.exercises.reader import Reader
from digital_literacy.olx.markup import RichText
from digital_literacy.olx.messages import gettext_noop


@dataclass(frozen=True, kw_only=True)
class Audio(Content):
    """A recording; it loads only when a learner starts it."""

    tag = "audio"
    src: str
    title: str
    transcript: RichText


class AudioType(ContentType[Audio]):
    """Reads `audio`."""

    tag = Audio.tag
    place = 30
    name = gettext_noop("Sound")
    sample = """\
<audio src="https://am-thanh.example/cuoc-goi.mp3" title="Cuộc gọi của người lạ">
  <transcript><p>– Alô, bác đọc giúp cháu mã vừa gửi đến máy bác.</p></transcript>
</audio>
"""
    form = Form(
        parts=(
            Attribute(
                name="src",
                label=gettext_noop("File"),
                help=gettext_noop("/static/… for a file of the course, or an https address."),
            ),
            Attribute(name="title", label=gettext_noop("Title")),
            Text(
                tag="transcript",
                label=gettext_noop("What is said, in writing"),
                help=gettext_noop("For those who cannot hear it, or have no sound where they are."),
                required=True,
            ),
        )
    )

    def read(self, element: etree._Element, reader: Reader, taken: set[str]) -> Audio:
        identifier = self.identifier(
            element, reader, taken, attributes=("src", "title"), children=("transcript",)
        )
        return Audio(
            id=identifier,
            src=read_address(element, reader, "src"),
            title=" ".join(element.get("title", "").split()),
            transcript=reader.required(element, "transcript"),
        )

    def words(self, content: Audio) -> tuple[str, ...]:
        return (content.title, content.transcript.text)


TYPE = AudioType()
