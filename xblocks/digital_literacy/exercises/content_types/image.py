"""A picture with words for those who do not see it."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from digital_literacy.exercises.content_types._base import ContentType, read_address, read_pixels
from digital_literacy.exercises.forms import Attribute, Form, Text
from digital_literacy.exercises.model import NO_TEXT, Content
from digital_literacy.exercises.reader import Reader
from digital_literacy.olx.markup import RichText
from digital_literacy.olx.messages import gettext_noop


@dataclass(frozen=True, kw_only=True)
class Image(Content):
    """A picture; `alt` is empty only where it is decorative. Sizes in pixels, 0 where not said."""

    tag = "image"
    src: str
    alt: str
    caption: RichText = NO_TEXT
    width: int = 0
    height: int = 0


class ImageType(ContentType[Image]):
    """Reads `image`."""

    tag = Image.tag
    place = 20
    name = gettext_noop("Picture")
    sample = """\
<image src="https://hinh.example/thanh-dia-chi.png" alt="Thanh địa chỉ ghi dichvucong.gov.vn">
  <caption>Phần cuối của tên miền nằm ngay trước dấu gạch chéo.</caption>
</image>
"""
    form = Form(
        parts=(
            Attribute(
                name="src",
                label=gettext_noop("File"),
                help=gettext_noop("/static/… for a file of the course, or an https address."),
            ),
            Attribute(
                name="alt",
                label=gettext_noop("In words"),
                help=gettext_noop("What the picture shows, for those who do not see it."),
            ),
            Attribute(
                name="decorative",
                label=gettext_noop("It is decoration and says nothing"),
                kind="flag",
                default="false",
            ),
            Text(tag="caption", label=gettext_noop("Caption"), kind="inline"),
            Attribute(
                name="width",
                label=gettext_noop("Width in pixels"),
                kind="number",
                help=gettext_noop("With width and height the page does not jump while the picture loads."),
            ),
            Attribute(name="height", label=gettext_noop("Height in pixels"), kind="number"),
        )
    )

    def read(self, element: etree._Element, reader: Reader, taken: set[str]) -> Image:
        attributes = ("src", "alt", "decorative", "width", "height")
        identifier = self.identifier(element, reader, taken, attributes=attributes, children=("caption",))
        caption = reader.single(element, "caption")
        return Image(
            id=identifier,
            src=read_address(element, reader, "src"),
            alt=_read_alt(element, reader),
            caption=reader.inline(caption) if caption is not None else NO_TEXT,
            width=read_pixels(element, reader, "width"),
            height=read_pixels(element, reader, "height"),
        )

    def words(self, content: Image) -> tuple[str, ...]:
        return (content.alt, content.caption.text)


def _read_alt(element: etree._Element, reader: Reader) -> str:
    alt = " ".join(element.get("alt", "").split())
    decorative = reader.flag(element, "decorative")
    if not alt and not decorative:
        reader.fault(
            element,
            gettext_noop("The picture has no words for those who do not see it."),
            gettext_noop('Write alt="…", or decorative="true" where it says nothing.'),
        )
    if alt and decorative:
        reader.fault(
            element,
            gettext_noop("The picture is called decoration, but has words."),
            gettext_noop('Remove decorative="true", or the words in alt.'),
        )
    return alt


TYPE = ImageType()
