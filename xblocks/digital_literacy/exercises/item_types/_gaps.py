"""What short answer and cloze share: gaps that are typed in or chosen, their view, marks and feedback."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from html import escape

from lxml import etree

from digital_literacy.exercises.answers import Slot
from digital_literacy.exercises.ids import OpaqueIds
from digital_literacy.exercises.item_types._options import Option, read_options, view_options
from digital_literacy.exercises.model import NO_TEXT, Mark, SolutionLine
from digital_literacy.exercises.reader import Reader
from digital_literacy.exercises.typed.any_order import assign
from digital_literacy.exercises.typed.gap import MAX_TYPED, NOT_RIGHT, SIZES, Match, TypedGap
from digital_literacy.exercises.typed.matching import find_wrong, match
from digital_literacy.exercises.typed.reading import ACCEPT, WRONG, own_words, read_typed, typed_attributes
from digital_literacy.exercises.typed.tolerances import EMPTY, NOTES, USED_TWICE
from digital_literacy.olx.markup import RichText
from digital_literacy.olx.messages import gettext_noop

GAP = "gap"
CHOICE = "choice"
_OWN_WORDS = "="  # the id of the choice that a gap's own words are; no author's id looks so
WHEN = ("correct", "almost", "incorrect")
HEADINGS: Mapping[str, str] = {GAP: gettext_noop("Right answer")}
# The scripts that a typed answer needs beside its type's own: what looks real, and how gaps are read.
SCRIPTS = ("personal_data.js", "exercise/gaps.js")


@dataclass(frozen=True, kw_only=True)
class Gap:
    """One gap.

    Attributes:
        label: words that say what belongs here, for who cannot see the text around; may be empty.
        typed: what may be typed; `None` where `options` are chosen from.
        any_order: gaps with the same word here share their solutions; empty for a gap on its own.
    """

    id: str
    label: str = ""
    size: str = "medium"
    typed: TypedGap | None = None
    options: tuple[Option, ...] = ()
    any_order: str = ""


def read_gap(element: etree._Element, reader: Reader, identifier: str, own: Sequence[str] = ()) -> Gap:
    """Read a gap to type in.

    Args:
        element: the gap, or the item that is one.
        own: attributes that the caller reads itself.
    """
    short = element.get("kind") in ("number", "date")
    return Gap(
        id=identifier,
        label=element.get("label", "").strip(),
        size=reader.word(element, "size", SIZES, "short" if short else "medium"),
        typed=read_typed(element, reader),
        any_order=element.get("any_order", "").strip() if "any_order" in own else "",
    )


def read_inline_gap(element: etree._Element, reader: Reader, taken: set[str]) -> Gap:
    """Read a `<gap>`: typed, or with `<choice>` children a drop-down. Its own words are right in both."""
    identifier = reader.identifier(element, taken)
    if element.find(CHOICE) is not None:
        return _read_choices(element, reader, identifier)
    own = ("id", "any_order")
    reader.attributes(element, (*own, *typed_attributes(element)))
    reader.children(element, (ACCEPT, WRONG), text=True)
    return read_gap(element, reader, identifier, own)


def _read_choices(element: etree._Element, reader: Reader, identifier: str) -> Gap:
    reader.attributes(element, ("id", "label", "size"))
    reader.children(element, (CHOICE,), text=True)
    words = own_words(element)
    own = Option(_OWN_WORDS, RichText(html=escape(words), text=words), correct=True, feedback=NO_TEXT)
    return Gap(
        id=identifier,
        label=element.get("label", "").strip(),
        size=reader.word(element, "size", SIZES, SIZES[1]),
        options=read_options(element, reader, CHOICE, first=(own,) if words else ()),
    )


def read_feedback(element: etree._Element, reader: Reader) -> dict[str, RichText]:
    """The `<feedback when="correct|almost|incorrect">` of an item."""
    found: dict[str, RichText] = {}
    for feedback in element.findall("feedback"):
        when = reader.word(feedback, "when", WHEN)
        if when in found:
            reader.fault(
                feedback,
                gettext_noop('There are two feedbacks for when="%(when)s".'),
                gettext_noop("Keep one of them."),
                when=when,
            )
        found[when] = reader.rich(feedback, attributes=("when",))
    return found


def read_value(gap: Gap, raw: object, slot: Slot) -> str | None:
    """Check what was sent for one gap."""
    if gap.typed is None:
        return slot.one(_path(gap), raw, [option.id for option in gap.options])
    return slot.typed(raw, MAX_TYPED)


def grade_gaps(gaps: Sequence[Gap], values: Mapping[str, str]) -> list[Match]:
    """How the value of each gap compares; gaps of one `any_order` are held against each other's solutions."""
    found = [_compare(gap, values.get(gap.id, "")) for gap in gaps]
    for group in {gap.any_order: None for gap in gaps if gap.any_order}:
        places = [place for place, gap in enumerate(gaps) if gap.any_order == group]
        for place, better in zip(places, _share([gaps[p] for p in places], values), strict=True):
            found[place] = better
    return found


def _share(gaps: Sequence[Gap], values: Mapping[str, str]) -> list[Match]:
    """The matches of gaps that share their solutions, each used once."""
    texts = [values.get(gap.id, "") for gap in gaps]
    table = [[_compare(solution, text) for solution in gaps] for text in texts]
    chosen = assign([[each.credit for each in row] for row in table])
    return [
        _shared(gaps, text, row, row[place]) for text, row, place in zip(texts, table, chosen, strict=True)
    ]


def _shared(gaps: Sequence[Gap], text: str, row: Sequence[Match], own: Match) -> Match:
    if own.credit or not text:
        return own
    if any(each.credit for each in row):
        return replace(NOT_RIGHT, notes=(USED_TWICE,))
    wrongs = (find_wrong(gap.typed, text) for gap in gaps if gap.typed)
    return replace(own, wrong=next(filter(None, wrongs), None))


def _compare(gap: Gap, value: str) -> Match:
    if not value:
        return replace(NOT_RIGHT, notes=(EMPTY,))
    if gap.typed is not None:
        return match(gap.typed, value)
    return Match(Fraction(int(any(option.id == value and option.correct for option in gap.options))))


def marks(
    gaps: Sequence[Gap], values: Mapping[str, str], found: Sequence[Match], *, numbered: bool
) -> tuple[Mark, ...]:
    """One mark a gap. Its label is the gap's number: what a learner typed stands in no mark."""
    return tuple(
        Mark(
            GAP,
            gap.id,
            f"({number})" if numbered else "",
            each.credit == 1,
            _feedback(gap, values.get(gap.id, ""), each),
            almost=0 < each.credit < 1,
            notes=tuple(NOTES[note] for note in each.notes),
        )
        for number, (gap, each) in enumerate(zip(gaps, found, strict=True), start=1)
    )


def _feedback(gap: Gap, value: str, found: Match) -> RichText:
    if found.wrong:
        return found.wrong.feedback
    return next((option.feedback for option in gap.options if option.id == value), NO_TEXT)


def outcome_word(found: Sequence[Match]) -> str:
    """Which feedback of the item fits: all right, all at least almost, or not."""
    if all(each.credit == 1 for each in found):
        return "correct"
    return "almost" if all(each.credit for each in found) else "incorrect"


def view_gap(item_id: str, gap: Gap, number: int, ids: OpaqueIds, value: str) -> dict[str, object]:
    """A gap as a learner may see it: with what he entered last, without what is right."""
    chosen = (value,) if value else ()
    return {
        "token": ids.name((item_id, GAP), gap.id),
        "number": number,
        "kind": gap.typed.kind if gap.typed else CHOICE,
        "label": gap.label,
        "size": gap.size,
        "value": value,
        "longest": MAX_TYPED,
        "options": view_options(item_id, gap.options, ids, kind=_path(gap), shuffle=True, chosen=chosen),
    }


def solution(gaps: Sequence[Gap], *, numbered: bool) -> tuple[SolutionLine, ...]:
    """The accepted answers or right options of each gap."""
    lines = []
    for number, gap in enumerate(gaps, start=1):
        start = f"({number}) " if numbered else ""
        right = [option for option in gap.options if option.correct]
        words = gap.typed.accepts if gap.typed else [option.text.text for option in right]
        reason = right[0].feedback if right else NO_TEXT
        lines.append(SolutionLine(GAP, gap.id, start + " / ".join(words), reason))
    return tuple(lines)


def _path(gap: Gap) -> str:
    return f"{CHOICE}.{gap.id}"
