"""What a content type does, and the reading that all of them share."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar
from urllib.parse import urlsplit

from lxml import etree

from digital_literacy.exercises.forms import Form
from digital_literacy.exercises.model import Content
from digital_literacy.exercises.reader import Reader
from digital_literacy.olx.messages import gettext_noop

C = TypeVar("C", bound=Content)

# A file of the course, as the platform writes it; `replace_urls` turns it into an address.
_COURSE_FILE = re.compile(r"/static/(?!\.)[^\s\"'<>()?#\\]+\Z")
_UNSAFE = re.compile(r"[\s\"'<>\\]")


class ContentType(ABC, Generic[C]):
    """One kind of content between items: how it is read. Its template shows it.

    Attributes:
        tag: the OLX element.
        place: where it stands among the types offered to authors.
        name: message id of its name.
        sample: a valid OLX element for authors to start from.
        form: Studio's form of it.
        scripts: files of `assets/public/` that its page needs.
    """

    tag: ClassVar[str]
    place: ClassVar[int]
    name: ClassVar[str]
    sample: ClassVar[str]
    form: ClassVar[Form]
    scripts: ClassVar[tuple[str, ...]] = ()

    @abstractmethod
    def read(self, element: etree._Element, reader: Reader, taken: set[str]) -> C:
        """Read one element; faults go to `reader`, its id, if it has one, to `taken`."""

    @abstractmethod
    def words(self, content: C) -> tuple[str, ...]:
        """Its texts for a search index."""

    def identifier(
        self,
        element: etree._Element,
        reader: Reader,
        taken: set[str],
        *,
        attributes: Sequence[str] = (),
        children: Sequence[str] | None = (),
    ) -> str:
        """The id, which may be missing; refuses other attributes and children (`None`: any children)."""
        reader.attributes(element, ("id", *attributes))
        if children is not None:
            reader.children(element, children)
        return reader.identifier(element, taken) if "id" in element.attrib else ""


def read_address(element: etree._Element, reader: Reader, name: str) -> str:
    """The address in the attribute `name`: a file of the course, or a page of the web by https.

    Nothing else can be meant: other schemes run code (`javascript:`, `data:`) or are blocked on an https page.
    """
    address = element.get(name, "")
    if not address:
        reader.fault(
            element,
            gettext_noop("The attribute “%(name)s” is missing."),
            gettext_noop('Write %(name)s="/static/…" with a file of the course, or %(name)s="https://…".'),
            name=name,
        )
    elif not (_COURSE_FILE.match(address) and ".." not in address) and not _is_https(address):
        reader.fault(
            element,
            gettext_noop('%(name)s="%(value)s" is neither a file of the course nor an https address.'),
            gettext_noop('Write %(name)s="/static/…" with a file of the course, or %(name)s="https://…".'),
            name=name,
            value=address[:200],
        )
        return ""
    return address


def read_words(element: etree._Element, reader: Reader, name: str) -> str:
    """The text of the attribute `name`, which must be there and say something."""
    text = " ".join(element.get(name, "").split())
    if not text:
        reader.fault(
            element,
            gettext_noop("<%(tag)s> does not say its %(name)s."),
            gettext_noop('Write it: %(name)s="…".'),
            tag=str(element.tag),
            name=name,
        )
    return text


def read_pixels(element: etree._Element, reader: Reader, name: str) -> int:
    """A whole number of pixels; 0 where the attribute is missing."""
    text = element.get(name, "")
    if text and not re.match(r"[1-9]\d{0,3}\Z", text):
        reader.fault(
            element,
            gettext_noop('%(name)s="%(value)s" is not a number of pixels.'),
            gettext_noop("Write a whole number up to 9999, or remove the attribute."),
            name=name,
            value=text[:40],
        )
        return 0
    return int(text or 0)


def _is_https(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme == "https" and bool(parts.hostname) and not _UNSAFE.search(address)
    except ValueError:
        return False
