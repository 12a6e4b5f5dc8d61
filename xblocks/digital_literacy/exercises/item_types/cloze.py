"""Cloze: a text with gaps to type in or to choose from."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from lxml import etree

from digital_literacy.exercises.answers import Slot
from digital_literacy.exercises.ids import OpaqueIds
from digital_literacy.exercises.item_types import _gaps
from digital_literacy.exercises.item_types._base import COMMON_OPEN, COMMON_SECRETS, ItemType
from digital_literacy.exercises.item_types._gaps import GAP, Gap
from digital_literacy.exercises.model import NO_TEXT, Answer, Item, Outcome, SolutionLine
from digital_literacy.exercises.reader import MAX_PARTS, Reader
from digital_literacy.exercises.typed.any_order import MOST
from digital_literacy.olx.markup import RichText
from digital_literacy.olx.messages import gettext_noop

# Stands in the HTML for a gap; XML cannot hold this character, so no author's text can forge one.
_SEAM = "\x00"


@dataclass(frozen=True, kw_only=True)
class ClozeItem(Item):
    """A text with gaps. `text.html` holds a seam for each gap: use `segments`."""

    tag = "cloze"
    text: RichText
    gaps: tuple[Gap, ...]
    feedback: Mapping[str, RichText]

    def segments(self) -> list[RichText | Gap]:
        """The text in pieces: HTML as it is, and gaps."""
        by_id = {gap.id: gap for gap in self.gaps}
        pieces: list[RichText | Gap] = []
        for index, piece in enumerate(self.text.html.split(_SEAM)):
            if index % 2 == 0:
                pieces.append(RichText(html=piece, text=piece))
            elif piece in by_id:
                pieces.append(by_id[piece])
        return pieces


class Cloze(ItemType[ClozeItem]):
    """Reads, shows and grades `cloze`; every gap counts alike."""

    tag = ClozeItem.tag
    place = 60
    name = gettext_noop("Text with gaps")
    instruction = gettext_noop("Fill in every gap.")
    headings = _gaps.HEADINGS
    secrets = COMMON_SECRETS | {"gap", "wrong", "@text", "@when"}
    open = COMMON_OPEN | {"choice", "@kind", "@label"}
    scripts = _gaps.SCRIPTS
    sample = """\
<cloze id="q6" points="2">
  <prompt><p>Điền vào chỗ trống.</p></prompt>
  <text>
    <p>Gặp tin nhắn lừa đảo, anh/chị báo tới đầu số
      <gap id="g1" kind="number" label="đầu số báo tin nhắn lừa đảo">156
        <wrong text="113"><feedback><p>Chưa đúng: 113 là số gọi công an khi khẩn cấp.</p></feedback></wrong>
      </gap>.
      Việc này
      <gap id="g2">
        <choice id="a" correct="true"><text>miễn phí</text><feedback><p>Đúng.</p></feedback></choice>
        <choice id="b"><text>mất tiền</text><feedback><p>Chưa đúng: không mất tiền.</p></feedback></choice>
      </gap>.</p>
  </text>
  <feedback when="correct"><p>Anh/chị đã biết nơi báo tin.</p></feedback>
  <feedback when="incorrect"><p>Hãy xem lại ô chưa đúng.</p></feedback>
  <hint><p>Đầu số này có ba chữ số.</p></hint>
  <explanation><p>Đầu số nhận phản ánh giúp chặn kẻ gian sớm hơn.</p></explanation>
</cloze>
"""

    def read(self, element: etree._Element, reader: Reader, taken: set[str]) -> ClozeItem:
        common = self.common(element, reader, taken, children=("text", "feedback"))
        source = reader.single(element, "text")
        if source is None or not source.xpath(".//gap"):
            reader.fault(
                element,
                gettext_noop("The text has no gap."),
                gettext_noop('Write it: <text><p>… <gap id="g1">…</gap> …</p></text>.'),
            )
        gaps, text = _read_text(source, reader) if source is not None else ((), RichText())
        return ClozeItem(**common, gaps=gaps, text=text, feedback=_gaps.read_feedback(element, reader))

    def read_answer(self, item: ClozeItem, raw: object, slot: Slot) -> Answer:
        sent = slot.named(GAP, raw, [gap.id for gap in item.gaps])
        values = {gap.id: _gaps.read_value(gap, sent.get(gap.id), slot) for gap in item.gaps}
        return {name: value for name, value in values.items() if value} or None

    def grade(self, item: ClozeItem, answer: Mapping[str, str]) -> Outcome:
        found = _gaps.grade_gaps(item.gaps, answer)
        return Outcome(
            fraction=sum((each.credit for each in found), Fraction(0)) / len(found),
            marks=_gaps.marks(item.gaps, answer, found, numbered=True),
            feedback=item.feedback.get(_gaps.outcome_word(found), NO_TEXT),
        )

    def view(self, item: ClozeItem, ids: OpaqueIds, answer: Mapping[str, str] | None) -> dict[str, object]:
        given, number, pieces = answer or {}, 0, []
        for piece in item.segments():
            if isinstance(piece, Gap):
                number += 1
                pieces.append(_gaps.view_gap(item.id, piece, number, ids, given.get(piece.id, "")))
            else:
                pieces.append({"text": piece})
        return {"segments": pieces}

    def solution(self, item: ClozeItem) -> tuple[SolutionLine, ...]:
        return _gaps.solution(item.gaps, numbered=True)

    def words(self, item: ClozeItem) -> tuple[str, ...]:
        return (item.text.text,)


def _read_text(source: etree._Element, reader: Reader) -> tuple[tuple[Gap, ...], RichText]:
    taken: set[str] = set()
    gaps = tuple(_gaps.read_inline_gap(gap, reader, taken) for gap in source.iter(GAP))
    reader.limit(source, len(gaps), MAX_PARTS, GAP)
    for word, count in Counter(gap.any_order for gap in gaps if gap.any_order).items():
        if not 2 <= count <= MOST:
            reader.fault(
                source,
                gettext_noop('any_order="%(word)s" stands at %(count)d gaps; it needs from 2 to %(most)d.'),
                gettext_noop("Write the same word at gaps whose answers may be exchanged, and at no other."),
                word=word[:40],
                count=count,
                most=MOST,
            )
    _refuse_links(source, reader)
    return gaps, reader.rich(_hollow(source), replace=_seam)


def _refuse_links(source: etree._Element, reader: Reader) -> None:
    for link in source.iter("a"):
        if link.find(f".//{GAP}") is not None:
            reader.fault(
                link,
                gettext_noop("A gap stands in a link, where nobody can write."),
                gettext_noop("Close the link before the gap."),
            )


def _hollow(source: etree._Element) -> etree._Element:
    """A copy whose gaps hold nothing but dots: no answer can get from there into a text."""
    kept = copy.deepcopy(source)
    for gap in kept.iter(GAP):
        for child in list(gap):
            gap.remove(child)
        gap.text = "…"
    return kept


def _seam(element: etree._Element) -> str | None:
    return f"{_SEAM}{element.get('id', '')}{_SEAM}" if element.tag == GAP else None


TYPE = Cloze()
