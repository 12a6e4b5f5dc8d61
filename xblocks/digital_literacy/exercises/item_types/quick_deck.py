"""Quick deck: cards with a situation each, and the same two answers for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from lxml import etree

from digital_literacy.exercises.answers import Slot
from digital_literacy.exercises.ids import OpaqueIds
from digital_literacy.exercises.item_types._base import COMMON_OPEN, COMMON_SECRETS, ItemType
from digital_literacy.exercises.item_types.ordering import read_feedback
from digital_literacy.exercises.model import Answer, Item, Mark, Outcome, SolutionLine
from digital_literacy.exercises.reader import Reader
from digital_literacy.olx.markup import RichText
from digital_literacy.olx.messages import gettext_noop

SCORING = ("per_card", "less_guessing")
SIDES = ("first", "second")
KIND = "card"
FEWEST_CARDS, MOST_CARDS = 2, 20


@dataclass(frozen=True)
class Card:
    """One card; `answer` is one of `SIDES`, `labels` are the words of both."""

    id: str
    text: RichText
    labels: Mapping[str, str]
    answer: str
    feedback_correct: RichText
    feedback_incorrect: RichText

    def said(self, side: str) -> str:
        """The card and one of its answers, in one line."""
        return f"{self.text.text} → {self.labels[side]}"


@dataclass(frozen=True, kw_only=True)
class QuickDeckItem(Item):
    """A deck of cards."""

    tag = "quick_deck"
    cards: tuple[Card, ...]
    scoring: str = SCORING[0]
    shuffle: bool = True


class QuickDeck(ItemType[QuickDeckItem]):
    """Reads, shows and grades `quick_deck`.

    `scoring="per_card"`: the share of cards answered right. `less_guessing`: right ones less wrong ones, never
    below 0, so that the toss of a coin earns about nothing.
    """

    tag = QuickDeckItem.tag
    place = 25
    name = gettext_noop("Quick cards")
    instruction = gettext_noop("Choose one of the two answers on every card.")
    headings = {KIND: gettext_noop("Right answers")}
    secrets = COMMON_SECRETS | {"@when", "@answer"}
    open = COMMON_OPEN | {"card", "@first", "@second"}
    has_style = True
    sample = """\
<quick_deck id="deck1" points="2" first="An toàn" second="Nguy hiểm">
  <prompt><p>Việc nào an toàn, việc nào nguy hiểm?</p></prompt>
  <card id="the-1" answer="first">
    <text><p>Tự gõ địa chỉ của cổng dịch vụ công.</p></text>
    <feedback when="correct"><p>Đúng: tự đi đường mình biết.</p></feedback>
    <feedback when="incorrect"><p>Chưa đúng: tự gõ địa chỉ thì không lạc sang trang giả.</p></feedback>
  </card>
  <card id="the-2" answer="second">
    <text><p>Cho người lạ mượn điện thoại đang mở khóa.</p></text>
    <feedback when="correct"><p>Đúng: máy đang mở thì ai cũng đọc được tin.</p></feedback>
    <feedback when="incorrect"><p>Chưa đúng: người cầm máy có thể lấy mã OTP.</p></feedback>
  </card>
  <hint><p>Ai sẽ thấy thông tin của anh/chị?</p></hint>
  <explanation><p>An toàn là khi mình tự chọn đường đi và tự giữ máy.</p></explanation>
</quick_deck>
"""

    def read(self, element: etree._Element, reader: Reader, taken: set[str]) -> QuickDeckItem:
        common = self.common(
            element, reader, taken, attributes=("scoring", "shuffle", *SIDES), children=(KIND,)
        )
        cards_taken: set[str] = set()
        cards = tuple(_read_card(card, element, reader, cards_taken) for card in element.findall(KIND))
        _check_cards(element, reader, cards)
        return QuickDeckItem(
            **common,
            cards=cards,
            scoring=reader.word(element, "scoring", SCORING, SCORING[0]),
            shuffle=reader.flag(element, "shuffle", default=True),
        )

    def read_answer(self, item: QuickDeckItem, raw: object, slot: Slot) -> Answer:
        return dict(slot.words(KIND, raw, [card.id for card in item.cards], SIDES)) or None

    def grade(self, item: QuickDeckItem, answer: Mapping[str, str]) -> Outcome:
        by_id = {card.id: card for card in item.cards}
        answered = [by_id[each] for each in answer]
        right = sum(answer[card.id] == card.answer for card in answered)
        points = right if item.scoring == "per_card" else max(0, 2 * right - len(answered))
        return Outcome(
            fraction=Fraction(points, len(item.cards)),
            marks=tuple(_mark(card, answer[card.id]) for card in answered),
        )

    def view(
        self, item: QuickDeckItem, ids: OpaqueIds, answer: Mapping[str, str] | None
    ) -> dict[str, object]:
        by_id = {card.id: card for card in item.cards}
        order = ids.shuffled((item.id, KIND), list(by_id)) if item.shuffle else list(by_id)
        cards = [
            {
                "token": ids.name((item.id, KIND), card.id),
                "text": card.text,
                "sides": [
                    {"value": side, "label": card.labels[side], "chosen": (answer or {}).get(card.id) == side}
                    for side in SIDES
                ],
            }
            for card in (by_id[each] for each in order)
        ]
        return {"cards": cards}

    def solution(self, item: QuickDeckItem) -> tuple[SolutionLine, ...]:
        return tuple(SolutionLine(KIND, c.id, c.said(c.answer), c.feedback_correct) for c in item.cards)

    def words(self, item: QuickDeckItem) -> tuple[str, ...]:
        return tuple(card.text.text for card in item.cards)


def _read_card(element: etree._Element, deck: etree._Element, reader: Reader, taken: set[str]) -> Card:
    reader.attributes(element, ("id", "answer", *SIDES))
    reader.children(element, ("text", "feedback"))
    labels = {side: (element.get(side) or deck.get(side) or "").strip() for side in SIDES}
    if not all(labels.values()) or labels["first"] == labels["second"]:
        reader.fault(
            element,
            gettext_noop("The card does not have two different answers."),
            gettext_noop('Name them once for the deck: first="…" second="…".'),
        )
    return Card(
        reader.identifier(element, taken),
        reader.required(element, "text"),
        labels,
        reader.word(element, "answer", SIDES),
        *read_feedback(element, reader),
    )


def _check_cards(element: etree._Element, reader: Reader, cards: tuple[Card, ...]) -> None:
    reader.limit(element, len(cards), MOST_CARDS, KIND)
    if len(cards) < FEWEST_CARDS:
        reader.fault(
            element,
            gettext_noop("A deck needs at least %(fewest)d cards."),
            gettext_noop("Add a <card>, or write a <single_choice>."),
            fewest=FEWEST_CARDS,
        )
    elif len({card.answer for card in cards}) == 1:
        reader.fault(
            element,
            gettext_noop("Every card of the deck has the same answer."),
            gettext_noop("Add a card on which the other answer is right."),
        )


def _mark(card: Card, side: str) -> Mark:
    correct = side == card.answer
    feedback = card.feedback_correct if correct else card.feedback_incorrect
    return Mark(KIND, card.id, card.said(side), correct, feedback)


TYPE = QuickDeck()
