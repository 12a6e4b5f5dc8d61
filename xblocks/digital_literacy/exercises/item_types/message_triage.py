"""Message triage: is it a scam, what gives it away, what is the safe thing to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from lxml import etree

from digital_literacy.exercises.answers import Slot
from digital_literacy.exercises.ids import OpaqueIds
from digital_literacy.exercises.item_types import _options
from digital_literacy.exercises.item_types._base import COMMON_OPEN, COMMON_SECRETS, ItemType
from digital_literacy.exercises.item_types._clues import marked_up
from digital_literacy.exercises.item_types._message import CHANNELS, Message, read_message
from digital_literacy.exercises.item_types._options import Option
from digital_literacy.exercises.item_types.ordering import read_feedback
from digital_literacy.exercises.lures import real_addresses
from digital_literacy.exercises.measures import hits_less_false_alarms
from digital_literacy.exercises.model import Answer, Drawing, Item, Mark, Outcome, SolutionLine
from digital_literacy.exercises.reader import Reader
from digital_literacy.olx.markup import RichText
from digital_literacy.olx.messages import gettext_noop

VERDICTS: Mapping[str, str] = {
    "scam": gettext_noop("Suspicious message"),
    "genuine": gettext_noop("Genuine message"),
}
ACTION = "action"
PART = "part"
VERDICT = "verdict"


@dataclass(frozen=True, kw_only=True)
class MessageTriageItem(Item):
    """A message to be judged."""

    tag = "message_triage"
    message: Message
    verdict: str
    verdict_correct: RichText
    verdict_incorrect: RichText
    actions: tuple[Option, ...]
    shuffle: bool = True


class MessageTriage(ItemType[MessageTriageItem]):
    """Reads, shows and grades `message_triage`.

    Verdict, clues and action count alike; the clues fall out where nothing can be marked. Clues count
    hits less false alarms. Where there is no clue, leaving the decoys alone counts only together with the
    right verdict: doing nothing shows nothing.
    """

    tag = MessageTriageItem.tag
    place = 40
    has_style = True
    name = gettext_noop("Suspicious or genuine message")
    instruction = gettext_noop("Read the message, mark what looks suspicious, then answer the two questions.")
    headings = {
        VERDICT: gettext_noop("What kind of message it is"),
        PART: gettext_noop("Clues"),
        ACTION: gettext_noop("Safe action"),
    }
    secrets = COMMON_SECRETS | {"@when", "@clue", "@answer"}
    open = COMMON_OPEN | {"message", "part", "verdict", "action", "@channel", "@from", "@time", "@subject"}
    sample = """\
<message_triage id="q4" points="3">
  <prompt><p>Anh/chị nhận được tin nhắn sau. Tin này thật hay đáng ngờ?</p></prompt>
  <message channel="sms" from="Không rõ người gửi" time="14:05">
    <p>Tài khoản của quý khách
      <part id="c1" clue="true">sẽ bị khóa sau 2 giờ<reason><p>Kẻ gian dọa để ta vội.</p></reason></part>.
      Mở
      <part id="c2" clue="true">vneid-check.example<reason><p>Không phải trang .gov.vn.</p></reason></part>.
      <part id="d1">Trân trọng<reason><p>Lời chào không phải là dấu hiệu.</p></reason></part></p>
  </message>
  <verdict answer="scam">
    <feedback when="correct"><p>Đúng, đây là tin nhắn lừa đảo.</p></feedback>
    <feedback when="incorrect"><p>Chưa đúng: tin này có dấu hiệu lừa đảo.</p></feedback>
  </verdict>
  <action id="report" correct="true">
    <text>Không bấm, báo tin nhắn tới 156</text>
    <feedback><p>Đúng: 156 nhận phản ánh tin nhắn lừa đảo.</p></feedback>
  </action>
  <action id="tap">
    <text>Bấm vào đường dẫn để xem</text>
    <feedback><p>Không an toàn: trang giả có thể lấy mật khẩu.</p></feedback>
  </action>
  <hint><p>Hãy xem tin nhắn giục làm gì và địa chỉ kết thúc bằng gì.</p></hint>
  <explanation><p>Giục giã cùng với địa chỉ lạ là dấu hiệu thường gặp.</p></explanation>
</message_triage>
"""

    def read(self, element: etree._Element, reader: Reader, taken: set[str]) -> MessageTriageItem:
        common = self.common(
            element, reader, taken, attributes=("shuffle",), children=("message", VERDICT, ACTION)
        )
        message = read_message(element, reader)
        verdict, correct, incorrect = _read_verdict(element, reader)
        _check_clues(element, reader, message, verdict)
        return MessageTriageItem(
            **common,
            message=message,
            verdict=verdict,
            verdict_correct=correct,
            verdict_incorrect=incorrect,
            actions=_options.read_options(element, reader, ACTION),
            shuffle=reader.flag(element, "shuffle", default=True),
        )

    def read_answer(self, item: MessageTriageItem, raw: object, slot: Slot) -> Answer:
        given = slot.keys(raw, ("verdict", "clues", "action"))
        verdict = slot.word(given.get("verdict"), tuple(VERDICTS))
        clues = slot.many(PART, given.get("clues"), [part.id for part in item.message.parts])
        action = slot.one(ACTION, given.get("action"), [action.id for action in item.actions])
        if not (verdict or clues or action):
            return None
        return {"verdict": verdict, "clues": clues, "action": action}

    def grade(self, item: MessageTriageItem, answer: Mapping[str, object]) -> Outcome:
        verdict_right = answer["verdict"] == item.verdict
        action = next((each for each in item.actions if each.id == answer["action"]), None)
        marked = set(answer["clues"])  # type: ignore[call-overload]
        shares = [Fraction(int(verdict_right)), Fraction(int(action is not None and action.correct))]
        if item.message.parts:
            shares.append(_clue_share(item.message, marked, verdict_right))
        return Outcome(
            fraction=sum(shares, Fraction(0)) / len(shares),
            marks=(
                *_verdict_mark(item, answer["verdict"]),
                *_part_marks(item.message, marked),
                *_action_mark(action),
            ),
            missed=len(item.message.clues - marked),
        )

    def view(
        self, item: MessageTriageItem, ids: OpaqueIds, answer: Mapping[str, object] | None
    ) -> dict[str, object]:
        given: Mapping[str, object] = answer or {"verdict": None, "clues": [], "action": None}
        marked = list(given["clues"])  # type: ignore[call-overload]
        return {
            "channel": CHANNELS[item.message.channel],
            **item.message.page(lambda part: ids.name((item.id, PART), part), marked),
            "has_parts": bool(item.message.parts),
            "verdicts": [
                {"value": value, "label": label, "chosen": value == given["verdict"]}
                for value, label in VERDICTS.items()
            ],
            "actions": _options.view_options(
                item.id, item.actions, ids, kind=ACTION, shuffle=item.shuffle, chosen=[str(given["action"])]
            ),
        }

    def solution(self, item: MessageTriageItem) -> tuple[SolutionLine, ...]:
        verdict = SolutionLine(
            VERDICT, item.verdict, VERDICTS[item.verdict], item.verdict_correct, own_words=True
        )
        clues = (
            SolutionLine(PART, part.id, part.text.text, part.reason)
            for part in item.message.parts
            if part.clue
        )
        return (verdict, *clues, *_options.solution(item.actions, ACTION))

    def drawings(self, item: MessageTriageItem) -> Mapping[str, Drawing]:
        return {PART: Drawing("skills_exercise/solutions/message_triage.html", marked_up(item.message))}

    def words(self, item: MessageTriageItem) -> tuple[str, ...]:
        return (item.message.body.text, *(action.text.text for action in item.actions))


def _read_verdict(element: etree._Element, reader: Reader) -> tuple[str, RichText, RichText]:
    verdict = reader.single(element, VERDICT)
    if verdict is None:
        reader.fault(
            element,
            gettext_noop("<%(parent)s> has no <%(tag)s>."),
            gettext_noop("Add it: %(example)s"),
            parent=str(element.tag),
            tag=VERDICT,
            example='<verdict answer="scam"/>',
        )
        return "scam", RichText(), RichText()
    reader.attributes(verdict, ("answer",))
    reader.children(verdict, ("feedback",))
    return (reader.word(verdict, "answer", tuple(VERDICTS)), *read_feedback(verdict, reader))


def _check_clues(element: etree._Element, reader: Reader, message: Message, verdict: str) -> None:
    if verdict == "scam" and not message.clues:
        reader.fault(
            element,
            gettext_noop("The suspicious message has no clue."),
            gettext_noop('Mark at least one: <part id="c1" clue="true">…<reason>…</reason></part>.'),
        )
    if verdict == "genuine" and message.clues:
        reader.fault(
            element,
            gettext_noop("The genuine message has clues."),
            gettext_noop('Remove clue="true", or write <verdict answer="scam">.'),
        )
    for host in real_addresses(message.text) if verdict == "scam" else ():
        reader.fault(
            element,
            gettext_noop("The suspicious message names “%(host)s”, which could be a real address."),
            gettext_noop("End it in .example or .test, which nobody can own."),
            host=host[:80],
        )


def _clue_share(message: Message, marked: set[str], verdict_right: bool) -> Fraction:
    clues = message.clues
    if not clues and not verdict_right:
        return Fraction(0)
    return hits_less_false_alarms(marked, clues, {part.id for part in message.parts} - clues)


def _verdict_mark(item: MessageTriageItem, given: object) -> tuple[Mark, ...]:
    if given is None:
        return ()
    correct = given == item.verdict
    feedback = item.verdict_correct if correct else item.verdict_incorrect
    return (Mark(VERDICT, str(given), VERDICTS[str(given)], correct, feedback, own_words=True),)


def _part_marks(message: Message, marked: set[str]) -> tuple[Mark, ...]:
    return tuple(
        Mark(PART, part.id, part.text.text, part.clue, part.reason)
        for part in message.parts
        if part.id in marked
    )


def _action_mark(action: Option | None) -> tuple[Mark, ...]:
    return (_options.mark(action, ACTION),) if action else ()


TYPE = MessageTriage()
