"""Words explained."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from digital_literacy.exercises.content_types._base import ContentType, read_words
from digital_literacy.exercises.forms import Attribute, Form, Many, Text
from digital_literacy.exercises.model import Content
from digital_literacy.exercises.reader import MAX_PARTS, Reader
from digital_literacy.exercises.terms import key_of
from digital_literacy.olx.markup import RichText
from digital_literacy.olx.messages import gettext_noop


@dataclass(frozen=True)
class Term:
    """A word and what it means."""

    name: str
    meaning: RichText

    @property
    def key(self) -> str:
        """What a `<term ref>` in a text names it by."""
        return key_of(self.name)


@dataclass(frozen=True, kw_only=True)
class Glossary(Content):
    """Terms in the author's order."""

    tag = "glossary"
    terms: tuple[Term, ...]


class GlossaryType(ContentType[Glossary]):
    """Reads `glossary`."""

    tag = Glossary.tag
    place = 50
    scripts = ("exercise/terms.js",)
    name = gettext_noop("Words explained")
    sample = """\
<glossary>
  <term name="Mã OTP">Mã dùng một lần, gửi đến máy của mình để xác nhận một việc.</term>
  <term name="Tên miền">Địa chỉ của một trang, ví dụ <code>dichvucong.gov.vn</code>.</term>
</glossary>
"""
    form = Form(
        parts=(
            Many(
                tag="term",
                label=gettext_noop("Word"),
                fewest=1,
                title="name",
                sample='<term name=""></term>',
                parts=(
                    Attribute(name="name", label=gettext_noop("Word")),
                    Text(tag="", label=gettext_noop("Meaning"), required=True),
                ),
            ),
        )
    )

    def read(self, element: etree._Element, reader: Reader, taken: set[str]) -> Glossary:
        identifier = self.identifier(element, reader, taken, children=("term",))
        elements = element.findall("term")
        reader.limit(element, len(elements), MAX_PARTS, "term")
        if not elements:
            reader.fault(
                element,
                gettext_noop("Nothing is explained here."),
                gettext_noop('Add <term name="…">…</term>.'),
            )
        names: set[str] = set()
        return Glossary(id=identifier, terms=tuple(_read_term(each, reader, names) for each in elements))

    def words(self, content: Glossary) -> tuple[str, ...]:
        return tuple(text for term in content.terms for text in (term.name, term.meaning.text))


def _read_term(element: etree._Element, reader: Reader, names: set[str]) -> Term:
    name = read_words(element, reader, "name")
    meaning = reader.rich(element, attributes=("name",))
    if not meaning:
        reader.fault(
            element,
            gettext_noop("<%(tag)s> has no text."),
            gettext_noop("Write it: %(example)s"),
            tag="term",
            example='<term name="…">…</term>',
        )
    if name and name.casefold() in names:
        reader.fault(
            element,
            gettext_noop("“%(name)s” is explained twice."),
            gettext_noop("Keep one of them."),
            name=name[:80],
        )
    names.add(name.casefold())
    return Term(name, meaning)


TYPE = GlossaryType()
