"""Multiple choice: several right options, feedback to each one chosen, partial credit or all or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from lxml import etree

from digital_literacy.exercises.answers import Slot
from digital_literacy.exercises.ids import OpaqueIds
from digital_literacy.exercises.item_types import _options
from digital_literacy.exercises.item_types._base import COMMON_OPEN, ItemType
from digital_literacy.exercises.item_types._options import KIND, ChoiceItem
from digital_literacy.exercises.measures import hits_less_false_alarms
from digital_literacy.exercises.model import Answer, Outcome, SolutionLine
from digital_literacy.exercises.reader import Reader
from digital_literacy.olx.messages import gettext_noop

SCORING = ("partial", "right_less_wrong", "all_or_nothing")


@dataclass(frozen=True, kw_only=True)
class MultipleChoiceItem(ChoiceItem):
    """A question with one or more right options."""

    tag = "multiple_choice"
    scoring: str = "partial"


class MultipleChoice(ItemType[MultipleChoiceItem]):
    """Reads, shows and grades `multiple_choice`.

    `scoring="partial"` counts hits less false alarms (`measures.hits_less_false_alarms`): ticking everything
    earns nothing. `right_less_wrong` counts a wrong choice as much as a right one: it fits where one wrong
    choice would undo a right one. `all_or_nothing`: points only for a wholly right choice.
    """

    tag = MultipleChoiceItem.tag
    place = 20
    name = gettext_noop("Multiple choice")
    instruction = gettext_noop("Choose all answers that are right.")
    headings = {KIND: gettext_noop("Right answers")}
    open = COMMON_OPEN | {"option", "@scoring"}
    sample = """\
<multiple_choice id="q2" points="2" scoring="partial">
  <prompt><p>Khi nhận mã OTP, việc nào là an toàn?</p></prompt>
  <option id="a" correct="true">
    <text>Không đọc mã cho bất cứ ai</text>
    <feedback><p>Đúng: mã OTP chỉ dành cho người nhận.</p></feedback>
  </option>
  <option id="b" correct="true">
    <text>Đọc kỹ tin nhắn xem mã dùng để làm gì</text>
    <feedback><p>Đúng: tin nhắn nói rõ giao dịch nào đang chờ.</p></feedback>
  </option>
  <option id="c">
    <text>Gửi mã cho người tự xưng là cán bộ</text>
    <feedback><p>Chưa đúng: cán bộ không bao giờ hỏi mã OTP.</p></feedback>
  </option>
  <hint><p>Hãy nghĩ xem ai cần biết mã này.</p></hint>
  <explanation><p>Mã OTP như chữ ký: không đưa cho người khác.</p></explanation>
</multiple_choice>
"""

    def read(self, element: etree._Element, reader: Reader, taken: set[str]) -> MultipleChoiceItem:
        common = self.common(element, reader, taken, attributes=("shuffle", "scoring"), children=("option",))
        return MultipleChoiceItem(
            **common,
            options=_options.read_options(element, reader),
            shuffle=reader.flag(element, "shuffle", default=True),
            scoring=reader.word(element, "scoring", SCORING, SCORING[0]),
        )

    def read_answer(self, item: MultipleChoiceItem, raw: object, slot: Slot) -> Answer:
        return slot.many(KIND, raw, item.ids) or None

    def grade(self, item: MultipleChoiceItem, answer: list[str]) -> Outcome:
        chosen = [option for option in item.options if option.id in answer]
        return Outcome(
            fraction=_share(item, set(answer)),
            marks=tuple(_options.mark(option) for option in chosen),
            missed=len(item.right - set(answer)),
        )

    def view(self, item: MultipleChoiceItem, ids: OpaqueIds, answer: list[str] | None) -> dict[str, object]:
        options = _options.view_options(
            item.id, item.options, ids, kind=KIND, shuffle=item.shuffle, chosen=answer or ()
        )
        return {"options": options}

    def solution(self, item: MultipleChoiceItem) -> tuple[SolutionLine, ...]:
        return _options.solution(item.options)

    def words(self, item: MultipleChoiceItem) -> tuple[str, ...]:
        return tuple(option.text.text for option in item.options)


def _share(item: MultipleChoiceItem, chosen: set[str]) -> Fraction:
    hits, alarms = len(chosen & item.right), len(chosen - item.right)
    if item.scoring == "all_or_nothing":
        return Fraction(int(chosen == item.right))
    if item.scoring == "right_less_wrong":
        return Fraction(max(0, hits - alarms), len(item.right))
    return hits_less_false_alarms(chosen, item.right, set(item.ids) - item.right)


TYPE = MultipleChoice()
