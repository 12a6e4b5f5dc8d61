"""A file to fetch."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from digital_literacy.exercises.content_types._base import ContentType, read_address, read_words
from digital_literacy.exercises.forms import Attribute, Form
from digital_literacy.exercises.model import Content
from digital_literacy.exercises.reader import Reader
from digital_literacy.olx.messages import gettext_noop

_ENDING = re.compile(r"/[^/?#]+\.([A-Za-z0-9]{2,5})(?:[?#]|\Z)")


@dataclass(frozen=True, kw_only=True)
class Download(Content):
    """A file, its name for people, and how large it is in the author's words."""

    tag = "download"
    href: str
    name: str
    size: str = ""

    @property
    def kind(self) -> str:
        """What the file is, by its ending, such as `PDF`; empty where it has none."""
        found = _ENDING.search(self.href)
        return found[1].upper() if found else ""

    @property
    def is_course_file(self) -> bool:
        """Whether it is a file of the course and no address elsewhere."""
        return self.href.startswith("/static/")


class DownloadType(ContentType[Download]):
    """Reads `download`."""

    tag = Download.tag
    place = 60
    name = gettext_noop("File to download")
    sample = '<download href="https://tai-lieu.example/so-tay.pdf" name="Sổ tay an toàn trên mạng" size="120 KB"/>\n'
    form = Form(
        parts=(
            Attribute(
                name="href",
                label=gettext_noop("File"),
                help=gettext_noop("/static/… for a file of the course, or an https address."),
            ),
            Attribute(name="name", label=gettext_noop("Name")),
            Attribute(
                name="size",
                label=gettext_noop("Size"),
                help=gettext_noop("Such as 120 KB: many learners pay for what they load."),
            ),
        )
    )

    def read(self, element: etree._Element, reader: Reader, taken: set[str]) -> Download:
        identifier = self.identifier(element, reader, taken, attributes=("href", "name", "size"))
        return Download(
            id=identifier,
            href=read_address(element, reader, "href"),
            name=read_words(element, reader, "name"),
            size=" ".join(element.get("size", "").split()),
        )

    def words(self, content: Download) -> tuple[str, ...]:
        return (content.name,)


TYPE = DownloadType()
