"""Single choice: one right option, a feedback to each."""

from __future__ import annotations

from fractions import Fraction

from lxml import etree

from digital_literacy.exercises.answers import Slot
from digital_literacy.exercises.ids import OpaqueIds
from digital_literacy.exercises.item_types import _options
from digital_literacy.exercises.item_types._base import COMMON_OPEN, ItemType
from digital_literacy.exercises.item_types._options import KIND, ChoiceItem
from digital_literacy.exercises.model import Answer, Outcome, SolutionLine
from digital_literacy.exercises.reader import Reader
from digital_literacy.olx.messages import gettext_noop


class SingleChoiceItem(ChoiceItem):
    """A question with one right option."""

    tag = "single_choice"


class SingleChoice(ItemType[SingleChoiceItem]):
    """Reads, shows and grades `single_choice`."""

    tag = SingleChoiceItem.tag
    place = 10
    name = gettext_noop("Single choice")
    instruction = gettext_noop("Choose one answer.")
    headings = _options.HEADINGS
    open = COMMON_OPEN | {"option"}
    sample = """\
<single_choice id="q1" points="1">
  <prompt><p>Trang nào là trang của cơ quan nhà nước?</p></prompt>
  <option id="a" correct="true">
    <text>dichvucong.gov.vn</text>
    <feedback><p>Đúng: tên miền kết thúc bằng .gov.vn.</p></feedback>
  </option>
  <option id="b">
    <text>dichvucong-gov.example</text>
    <feedback><p>Chưa đúng: phần cuối của tên miền không phải là .gov.vn.</p></feedback>
  </option>
  <hint><p>Đọc tên miền từ phải sang trái.</p></hint>
  <explanation><p>Trang của cơ quan nhà nước có tên miền kết thúc bằng .gov.vn.</p></explanation>
</single_choice>
"""

    def read(self, element: etree._Element, reader: Reader, taken: set[str]) -> SingleChoiceItem:
        common = self.common(element, reader, taken, attributes=("shuffle",), children=("option",))
        options = _options.read_options(element, reader)
        if sum(option.correct for option in options) > 1:
            reader.fault(
                element,
                gettext_noop("More than one <option> is right in a single choice."),
                gettext_noop('Leave correct="true" at one option, or write <multiple_choice>.'),
            )
        return SingleChoiceItem(
            **common, options=options, shuffle=reader.flag(element, "shuffle", default=True)
        )

    def read_answer(self, item: SingleChoiceItem, raw: object, slot: Slot) -> Answer:
        return slot.one(KIND, raw, item.ids)

    def grade(self, item: SingleChoiceItem, answer: str) -> Outcome:
        chosen = next(option for option in item.options if option.id == answer)
        return Outcome(fraction=Fraction(int(chosen.correct)), marks=(_options.mark(chosen),))

    def view(self, item: SingleChoiceItem, ids: OpaqueIds, answer: str | None) -> dict[str, object]:
        chosen = {answer} - {None}
        return {
            "options": _options.view_options(
                item.id, item.options, ids, kind=KIND, shuffle=item.shuffle, chosen=[c for c in chosen if c]
            )
        }

    def solution(self, item: SingleChoiceItem) -> tuple[SolutionLine, ...]:
        return _options.solution(item.options)

    def words(self, item: SingleChoiceItem) -> tuple[str, ...]:
        return tuple(option.text.text for option in item.options)


TYPE = SingleChoice()
