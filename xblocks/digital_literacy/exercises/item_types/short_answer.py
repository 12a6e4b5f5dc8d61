"""Short answer: one text, number or date to type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from digital_literacy.exercises.answers import Slot
from digital_literacy.exercises.ids import OpaqueIds
from digital_literacy.exercises.item_types import _gaps
from digital_literacy.exercises.item_types._base import COMMON_SECRETS, ItemType
from digital_literacy.exercises.item_types._gaps import Gap
from digital_literacy.exercises.model import NO_TEXT, Answer, Item, Outcome, SolutionLine
from digital_literacy.exercises.reader import Reader
from digital_literacy.exercises.typed.reading import ACCEPT, WRONG, typed_attributes
from digital_literacy.olx.markup import RichText
from digital_literacy.olx.messages import gettext_noop

_ONLY = "answer"


@dataclass(frozen=True, kw_only=True)
class ShortAnswerItem(Item):
    """A question with one gap; `feedback` by `correct`, `almost`, `incorrect`."""

    tag = "short_answer"
    gap: Gap
    feedback: Mapping[str, RichText]


class ShortAnswer(ItemType[ShortAnswerItem]):
    """Reads, shows and grades `short_answer`; the tolerances stand in `exercises.typed`."""

    tag = ShortAnswerItem.tag
    place = 50
    name = gettext_noop("Short answer")
    instruction = gettext_noop("Write your answer in the box.")
    headings = _gaps.HEADINGS
    secrets = COMMON_SECRETS | {"accept", "wrong", "@text", "@when"}
    scripts = _gaps.SCRIPTS
    sample = """\
<short_answer id="q5" points="1">
  <prompt><p>Tên đầy đủ của trang <code>dichvucong.gov.vn</code> là gì?</p></prompt>
  <accept>Cổng Dịch vụ công quốc gia</accept>
  <accept>Cổng dịch vụ công</accept>
  <wrong text="Cổng thông tin điện tử">
    <feedback><p>Chưa đúng: cổng thông tin để đọc tin, không phải để nộp hồ sơ.</p></feedback>
  </wrong>
  <feedback when="correct"><p>Đúng tên của trang nộp hồ sơ.</p></feedback>
  <feedback when="almost"><p>Gần đúng, hãy viết lại cho trọn vẹn.</p></feedback>
  <feedback when="incorrect"><p>Hãy nhìn lại địa chỉ của trang.</p></feedback>
  <hint><p>Ghép các chữ trong địa chỉ lại với nhau.</p></hint>
  <explanation><p>Người dân nộp hồ sơ trực tuyến ở trang này.</p></explanation>
</short_answer>
"""

    def read(self, element: etree._Element, reader: Reader, taken: set[str]) -> ShortAnswerItem:
        common = self.common(
            element,
            reader,
            taken,
            attributes=typed_attributes(element),
            children=(ACCEPT, WRONG, "feedback"),
        )
        gap = _gaps.read_gap(element, reader, _ONLY)
        return ShortAnswerItem(**common, gap=gap, feedback=_gaps.read_feedback(element, reader))

    def read_answer(self, item: ShortAnswerItem, raw: object, slot: Slot) -> Answer:
        return _gaps.read_value(item.gap, raw, slot)

    def grade(self, item: ShortAnswerItem, answer: str) -> Outcome:
        values = {_ONLY: answer}
        found = _gaps.grade_gaps((item.gap,), values)
        return Outcome(
            fraction=found[0].credit,
            marks=_gaps.marks((item.gap,), values, found, numbered=False),
            feedback=item.feedback.get(_gaps.outcome_word(found), NO_TEXT),
        )

    def view(self, item: ShortAnswerItem, ids: OpaqueIds, answer: str | None) -> dict[str, object]:
        return {"gap": _gaps.view_gap(item.id, item.gap, 1, ids, answer or "")}

    def solution(self, item: ShortAnswerItem) -> tuple[SolutionLine, ...]:
        return _gaps.solution((item.gap,), numbered=False)

    def words(self, _item: ShortAnswerItem) -> tuple[str, ...]:
        return ()


TYPE = ShortAnswer()
