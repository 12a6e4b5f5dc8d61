"""Ordering: steps to be put in the right order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from digital_literacy.exercises.answers import Slot
from digital_literacy.exercises.ids import OpaqueIds
from digital_literacy.exercises.item_types._base import COMMON_OPEN, COMMON_SECRETS, ItemType
from digital_literacy.exercises.measures import order_agreement
from digital_literacy.exercises.model import NO_TEXT, Answer, Item, Mark, Outcome, SolutionLine
from digital_literacy.exercises.reader import MAX_PARTS, Reader
from digital_literacy.olx.markup import RichText
from digital_literacy.olx.messages import gettext_noop

KIND = "step"
FEWEST_STEPS = 3


@dataclass(frozen=True)
class Step:
    """One step; the author writes the steps in the right order."""

    id: str
    text: RichText


@dataclass(frozen=True, kw_only=True)
class OrderingItem(Item):
    """Steps in the right order, with one feedback for right and one for wrong."""

    tag = "ordering"
    steps: tuple[Step, ...]
    feedback_correct: RichText = NO_TEXT
    feedback_incorrect: RichText = NO_TEXT

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The steps' ids in the right order."""
        return tuple(step.id for step in self.steps)


class Ordering(ItemType[OrderingItem]):
    """Reads, shows and grades `ordering`; partial credit by `measures.order_agreement`."""

    tag = OrderingItem.tag
    place = 30
    name = gettext_noop("Ordering")
    instruction = gettext_noop("Put the steps in the right order with the buttons Up and Down.")
    headings = {KIND: gettext_noop("Right order")}
    secrets = COMMON_SECRETS | {"@when"}
    open = COMMON_OPEN | {"step"}
    sample = """\
<ordering id="q3" points="2">
  <prompt><p>Sắp xếp các bước cài ứng dụng VNeID cho đúng.</p></prompt>
  <step id="s1"><text>Mở App Store hoặc CH Play</text></step>
  <step id="s2"><text>Tìm “VNeID” và xem tên nhà phát triển</text></step>
  <step id="s3"><text>Bấm Cài đặt</text></step>
  <step id="s4"><text>Mở ứng dụng và đăng nhập</text></step>
  <feedback when="correct"><p>Đúng thứ tự.</p></feedback>
  <feedback when="incorrect"><p>Hãy nghĩ xem bước nào phải xong trước.</p></feedback>
  <hint><p>Ứng dụng chỉ cài từ kho chính thức.</p></hint>
  <explanation><p>Luôn xem nhà phát triển trước khi bấm Cài đặt.</p></explanation>
</ordering>
"""

    def read(self, element: etree._Element, reader: Reader, taken: set[str]) -> OrderingItem:
        common = self.common(element, reader, taken, children=("step", "feedback"))
        steps_taken: set[str] = set()
        steps = tuple(_read_step(step, reader, steps_taken) for step in element.findall("step"))
        reader.limit(element, len(steps), MAX_PARTS, "step")
        if len(steps) < FEWEST_STEPS:
            reader.fault(
                element,
                gettext_noop("An ordering needs at least %(fewest)d steps."),
                gettext_noop("Add a <step>, or write a <single_choice>."),
                fewest=FEWEST_STEPS,
            )
        correct, incorrect = read_feedback(element, reader)
        return OrderingItem(**common, steps=steps, feedback_correct=correct, feedback_incorrect=incorrect)

    def read_answer(self, item: OrderingItem, raw: object, slot: Slot) -> Answer:
        order = slot.many(KIND, raw, item.ids)
        if order and len(order) != len(item.steps):
            raise slot.wrong_shape()
        return order or None

    def grade(self, item: OrderingItem, answer: list[str]) -> Outcome:
        fraction = order_agreement(answer, item.ids)
        texts = {step.id: step.text.text for step in item.steps}
        marks = (
            Mark(KIND, given, texts[given], given == right)
            for given, right in zip(answer, item.ids, strict=True)
        )
        return Outcome(
            fraction=fraction,
            marks=tuple(marks),
            feedback=item.feedback_correct if fraction == 1 else item.feedback_incorrect,
        )

    def view(self, item: OrderingItem, ids: OpaqueIds, answer: list[str] | None) -> dict[str, object]:
        texts = {step.id: step.text for step in item.steps}
        order = answer or start_order(item, ids)
        steps = [{"token": ids.name((item.id, KIND), each), "text": texts[each]} for each in order]
        return {"steps": steps, "moved": answer is not None}

    def solution(self, item: OrderingItem) -> tuple[SolutionLine, ...]:
        return tuple(SolutionLine(KIND, step.id, step.text.text) for step in item.steps)

    def words(self, item: OrderingItem) -> tuple[str, ...]:
        # Sorted, so that an index does not give the order away.
        return tuple(sorted(step.text.text for step in item.steps))


def start_order(item: OrderingItem, ids: OpaqueIds) -> list[str]:
    """A shuffled order that earns nothing as it stands: of any order and its reverse, one always does."""
    order = ids.shuffled((item.id, KIND), item.ids)
    return order if order_agreement(order, item.ids) == 0 else order[::-1]


def read_feedback(element: etree._Element, reader: Reader) -> tuple[RichText, RichText]:
    """The `<feedback when="correct">` and `<feedback when="incorrect">` of `element`."""
    found: dict[str, RichText] = {}
    for feedback in element.findall("feedback"):
        when = reader.word(feedback, "when", ("correct", "incorrect"))
        if when in found:
            reader.fault(
                feedback,
                gettext_noop('There are two feedbacks for when="%(when)s".'),
                gettext_noop("Keep one of them."),
                when=when,
            )
        found[when] = reader.rich(feedback, attributes=("when",))
    return found.get("correct", NO_TEXT), found.get("incorrect", NO_TEXT)


def _read_step(element: etree._Element, reader: Reader, taken: set[str]) -> Step:
    reader.attributes(element, ("id",))
    reader.children(element, ("text",))
    return Step(id=reader.identifier(element, taken), text=reader.label(element))


TYPE = Ordering()
