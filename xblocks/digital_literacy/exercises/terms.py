"""Words in a text that the exercise's glossary explains: `<term ref="Mã OTP">mã OTP</term>`.

They stand where every learner reads before he answers (introduction, texts, notes, prompts); `assets/public/exercise/
terms.js` opens the meaning in place. Without a script they are plain words, and the glossary is there to read.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from lxml import etree

from digital_literacy.exercises.reader import Reader, nearest
from digital_literacy.olx.markup import plain_text
from digital_literacy.olx.messages import gettext_noop

TERM = "term"
GLOSSARY = "glossary"


def key_of(name: str) -> str:
    """What makes two names of a word the same: case and blanks do not count."""
    return " ".join(name.split()).casefold()


def mark_term(child: etree._Element) -> str | None:
    """HTML of a `<term>` in a text; `None` for any other element. `check_terms` finds what is wrong with it."""
    if child.tag != TERM:
        return None
    words = escape(plain_text(child), quote=False)
    return f'<span class="dl-term" data-dl-term="{escape(key_of(child.get("ref", "")))}">{words}</span>'


def check_terms(exercise: etree._Element, reader: Reader) -> None:
    """Every `<term>` in a text must name a word that a glossary explains to the same learners.

    That is a glossary of the exercise itself, or one of the form the text stands in; a glossary in a pool may not be
    drawn.
    """
    for element in exercise.iter(TERM):
        parent = element.getparent()
        if parent is None or parent.tag == GLOSSARY:
            continue
        reader.attributes(element, ("ref",))
        known = {key_of(name): name for name in _explained(exercise, element)}
        ref = element.get("ref", "")
        if key_of(ref) not in known:
            near = nearest(ref, list(known.values()))
            reader.fault(element, *_UNKNOWN[bool(near)], name=ref[:80], near=near)
        elif not plain_text(element):
            reader.fault(
                element,
                gettext_noop("<%(tag)s> has no text."),
                gettext_noop("Write it: %(example)s"),
                tag=TERM,
                example=f'<term ref="{ref}">…</term>',
            )


def _explained(exercise: etree._Element, element: etree._Element) -> Iterator[str]:
    forms = [each for each in element.iterancestors("form") if each.getparent() is exercise]
    for place in (exercise, *forms):
        for term in place.iterfind(f"{GLOSSARY}/{TERM}"):
            yield term.get("name", "")


_UNKNOWN = {
    True: (
        gettext_noop("No glossary here explains “%(name)s”."),
        gettext_noop("Did you mean “%(near)s”?"),
    ),
    False: (
        gettext_noop("No glossary here explains “%(name)s”."),
        gettext_noop(
            'Add <glossary><term name="%(name)s">…</term></glossary> to the exercise, outside its pools.'
        ),
    ),
}
