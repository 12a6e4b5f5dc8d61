"""Conversation: a call or a chat that goes on as the learner answers; what counts is the way through it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from lxml import etree

from digital_literacy.exercises.answers import Slot
from digital_literacy.exercises.ids import OpaqueIds
from digital_literacy.exercises.item_types._base import COMMON_OPEN, COMMON_SECRETS, ItemType
from digital_literacy.exercises.item_types._talk import Say, Talk, Turn, is_right
from digital_literacy.exercises.item_types._talk_reading import read_talk
from digital_literacy.exercises.model import Answer, Drawing, Item, Mark, Outcome, SolutionLine
from digital_literacy.exercises.reader import Reader
from digital_literacy.olx.markup import RichText
from digital_literacy.olx.messages import gettext_noop

CHANNELS: Mapping[str, str] = {"call": gettext_noop("Phone call"), "chat": gettext_noop("Chat")}
OUTCOMES: Mapping[str, str] = {
    "safe": gettext_noop("The conversation ended safely"),
    "risky": gettext_noop("The conversation ended with a risk"),
    "unsafe": gettext_noop("The conversation ended unsafely"),
}
SAY = "say"
END = "end"
PLACE = "place"
MOST_STEPS = 60


@dataclass(frozen=True, kw_only=True)
class ConversationItem(Item):
    """A conversation; `other` is the name of the other side."""

    tag = "conversation"
    channel: str
    other: str
    talk: Talk
    shuffle: bool = True


@dataclass(frozen=True)
class Line:
    """One line of a conversation as it is shown.

    Attributes:
        by: `me`; `them` for the other side, whose name is `who`; `told` for what happens at the end.
        token: of what the learner chose, the name that his page knows.
        reason: where the solution is shown, why the line is right.
    """

    by: str
    who: str
    text: RichText
    token: str = ""
    reason: RichText | None = None


class Conversation(ItemType[ConversationItem]):
    """Reads, shows and grades `conversation`.

    What the end is worth less the costs on the way, as a share of the best that can be had: full marks for
    exactly the ways that lose nothing. A conversation that was not brought to an end earns nothing.
    """

    tag = ConversationItem.tag
    place = 50
    name = gettext_noop("Conversation")
    instruction = gettext_noop("Choose your answers until the conversation ends. You can start again.")
    headings = {SAY: gettext_noop("How a safe conversation goes"), END: gettext_noop("End")}
    has_style = True
    secrets = COMMON_SECRETS | {"@cost", "@outcome"}
    open = COMMON_OPEN | {"turn", "say", "end", "@channel", "@with", "@to"}
    sample = """\
<conversation id="talk1" points="3" channel="call" with="Số lạ">
  <prompt><p>Điện thoại reo. Hãy trả lời như khi nghe máy thật.</p></prompt>
  <turn id="mo-dau">
    <text><p>Tôi gọi từ cơ quan chức năng. Anh/chị đang liên quan một vụ án.</p></text>
    <say id="hoi" to="ep"><text>Vụ án gì vậy ạ?</text>
      <feedback><p>Hỏi thêm là cho người gọi thời gian dọa tiếp.</p></feedback></say>
    <say id="cup" to="tu-goi"><text>Tôi sẽ tự gọi đến cơ quan để hỏi. Chào ông.</text>
      <feedback><p>Đúng: cúp máy, tự kiểm tra.</p></feedback></say>
  </turn>
  <turn id="ep">
    <text><p>Chuyển tiền vào tài khoản an toàn ngay, nếu không sẽ bị bắt.</p></text>
    <say id="chuyen" to="mat-tien"><text>Vâng, tôi chuyển ngay.</text>
      <feedback><p>Chưa an toàn: không cơ quan nào đòi chuyển tiền qua điện thoại.</p></feedback></say>
    <say id="cup" to="tu-goi" cost="0.25"><text>Tôi không chuyển. Chào ông.</text>
      <feedback><p>Tốt: dừng lúc nào cũng chưa muộn.</p></feedback></say>
  </turn>
  <end id="tu-goi" outcome="safe"><text><p>Cuộc gọi kết thúc.</p></text>
    <feedback><p>An toàn: không lộ thông tin, không mất tiền.</p></feedback></end>
  <end id="mat-tien" outcome="unsafe"><text><p>Cuộc gọi kết thúc sau hai mươi phút.</p></text>
    <feedback><p>Tiền chuyển đi rồi rất khó lấy lại.</p></feedback></end>
  <hint><p>Có ai cần anh/chị trả lời ngay trong điện thoại không?</p></hint>
  <explanation><p>Cúp máy, rồi tự tìm số chính thức để gọi.</p></explanation>
</conversation>
"""

    def read(self, element: etree._Element, reader: Reader, taken: set[str]) -> ConversationItem:
        common = self.common(
            element, reader, taken, attributes=("channel", "with", "shuffle"), children=("turn", END)
        )
        return ConversationItem(
            **common,
            channel=reader.word(element, "channel", tuple(CHANNELS), "call"),
            other=element.get("with", ""),
            talk=read_talk(element, reader),
            shuffle=reader.flag(element, "shuffle", default=True),
        )

    def read_answer(self, item: ConversationItem, raw: object, slot: Slot) -> Answer:
        path = slot.path(SAY, raw, [say.id for say in item.talk.says], most=MOST_STEPS)
        if item.talk.walk(path) is None:
            raise slot.wrong_shape()
        return path or None

    def grade(self, item: ConversationItem, answer: Sequence[str]) -> Outcome:
        talk, values = item.talk, item.talk.values()
        said, place = talk.walk(answer) or ([], talk.turns[0].id)
        marks = {say.id: _mark(talk, say, values) for say in said}
        end = talk.end(place)
        if end is None:
            return Outcome(fraction=Fraction(0), marks=tuple(marks.values()))
        cost = sum((say.cost for say in said), Fraction(0))
        ended = Mark(
            END, end.outcome, OUTCOMES[end.outcome], end.outcome == "safe", end.feedback, own_words=True
        )
        return Outcome(
            fraction=max(Fraction(0), (end.worth - cost) / values[talk.turns[0].id]),
            marks=(*marks.values(), ended),
        )

    def view(self, item: ConversationItem, ids: OpaqueIds, answer: Sequence[str] | None) -> dict[str, object]:
        said, place = item.talk.walk(answer or ()) or ([], item.talk.turns[0].id)
        places = [
            *(_turn_page(item, ids, turn) for turn in item.talk.turns),
            *(
                {"place": _place(item, ids, end.id), "by": "told", "text": end.text, "says": []}
                for end in item.talk.ends
            ),
        ]
        return {
            "channel": CHANNELS[item.channel],
            "is_call": item.channel == "call",
            "other": item.other,
            "lines": _lines(item, said, ids),
            "my_line": Line("me", "", RichText()),
            "here": _place(item, ids, place),
            "begin": _place(item, ids, item.talk.turns[0].id),
            # By name: the author's order would tell which ways are long and which are short.
            "places": sorted(places, key=lambda page: str(page["place"])),
        }

    def solution(self, item: ConversationItem) -> tuple[SolutionLine, ...]:
        said, _end = item.talk.best_path()
        return tuple(SolutionLine(SAY, say.id, say.text.text, say.feedback) for say in said)

    def drawings(self, item: ConversationItem) -> Mapping[str, Drawing]:
        said, _end = item.talk.best_path()
        return {SAY: Drawing("skills_exercise/solutions/conversation.html", tuple(_lines(item, said)))}

    def words(self, item: ConversationItem) -> tuple[str, ...]:
        # What can be said is sorted, so that an index does not tell which way is the author's first.
        return (
            *(turn.text.text for turn in item.talk.turns),
            *sorted(say.text.text for say in item.talk.says),
        )


def _mark(talk: Talk, say: Say, values: Mapping[str, Fraction]) -> Mark:
    turn = next(turn for turn in talk.turns if say in turn.says)
    return Mark(SAY, say.id, say.text.text, is_right(turn, say, values), say.feedback)


def _place(item: ConversationItem, ids: OpaqueIds, place: str) -> str:
    return ids.name((item.id, PLACE), place)


def _turn_page(item: ConversationItem, ids: OpaqueIds, turn: Turn) -> dict[str, object]:
    by_id = {say.id: say for say in turn.says}
    order = ids.shuffled((item.id, SAY), list(by_id)) if item.shuffle else list(by_id)
    says = [
        {
            "token": ids.name((item.id, SAY), each),
            "to": _place(item, ids, by_id[each].to),
            "text": by_id[each].text,
        }
        for each in order
    ]
    return {
        "place": _place(item, ids, turn.id),
        "by": "them",
        "who": turn.who or item.other,
        "text": turn.text,
        "says": says,
    }


def _lines(item: ConversationItem, said: Sequence[Say], ids: OpaqueIds | None = None) -> list[Line]:
    """What was said on both sides; for a learner's page with `ids`, else with the reasons."""
    lines, place = [_other_line(item, item.talk.turns[0].id)], ""
    for say in said:
        token = ids.name((item.id, SAY), say.id) if ids else ""
        lines.append(Line("me", "", say.text, token, None if ids else say.feedback))
        place = say.to
        lines.append(_other_line(item, place))
    return [line for line in lines if line.text]


def _other_line(item: ConversationItem, place: str) -> Line:
    turn, end = item.talk.turn(place), item.talk.end(place)
    if turn is not None:
        return Line("them", turn.who or item.other, turn.text)
    return Line("told", "", end.text if end else RichText())


TYPE = Conversation()
