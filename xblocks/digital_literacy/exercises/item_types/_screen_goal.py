"""What is to be reached on a simulated device, the author's best way there, and what is risky on the way."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction

from lxml import etree

from digital_literacy.exercises.item_types._screen_machine import BACK, Action, Position
from digital_literacy.exercises.item_types._screen_names import Names
from digital_literacy.exercises.item_types._screen_parts import Part, Screen
from digital_literacy.exercises.reader import MAX_PARTS, Reader
from digital_literacy.olx.markup import RichText
from digital_literacy.olx.messages import gettext_noop

MAX_TYPED = 100
# A telephone number has ten digits, a citizen number twelve, a card sixteen: none of them fits.
MAX_DIGITS = 8


@dataclass(frozen=True)
class Goal:
    """One part of the goal: being on a screen, or a state with one of the accepted values."""

    kind: str
    name: str
    accepted: tuple[str, ...]
    text: RichText

    def holds(self, at: Position) -> bool:
        """Whether this part is reached; typed text may differ in case and blanks."""
        if self.kind == "on":
            return at.screen == self.name
        value = at.values.get(self.name)
        return value is not None and folded(value) in map(folded, self.accepted)


@dataclass(frozen=True)
class Step:
    """One step of the best path."""

    action: Action
    narration: RichText


@dataclass(frozen=True)
class Mistake:
    """A risky tap: what share of the points for safety it costs, and why."""

    part: str
    cost: Fraction
    reason: RichText


def folded(text: str) -> str:
    """Typed text for comparison: composed, without case, blanks folded."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def clean_typed(text: str) -> str | None:
    """Typed text as it is kept; `None` for what no page of ours sends: too long, or like a real number."""
    kept = "".join(each for each in text if each.isprintable() or each.isspace())
    kept = " ".join(unicodedata.normalize("NFC", kept).split())
    # Code units, as the browser's maxlength counts them.
    too_long = len(kept.encode("utf-16-le")) // 2 > MAX_TYPED
    return None if too_long or sum(each.isdecimal() for each in kept) > MAX_DIGITS else kept


def read_goals(item: etree._Element, reader: Reader, names: Names) -> tuple[Goal, ...]:
    """Read the `<goal>`, which must be there."""
    element = _needed(item, "goal", reader, '<goal><on screen="…">…</on></goal>')
    children = reader.children(element, ("is", "on")) if element is not None else []
    return tuple(_read_goal(child, reader, names) for child in children)


def read_path(item: etree._Element, reader: Reader, parts: dict[str, Part]) -> tuple[Step, ...]:
    """Read the `<path>`, which must be there."""
    element = _needed(
        item, "path", reader, '<path><step tap="…"><narration><p>…</p></narration></step></path>'
    )
    children = reader.children(element, ("step",)) if element is not None else []
    reader.limit(item, len(children), 2 * MAX_PARTS, "step")
    return tuple(_read_step(child, reader, parts) for child in children)


def read_mistakes(item: etree._Element, reader: Reader, parts: dict[str, Part]) -> tuple[Mistake, ...]:
    """Read all `<mistake>`."""
    mistakes = []
    for element in item.findall("mistake"):
        reader.attributes(element, ("tap", "cost"))
        reader.children(element, ("reason",))
        cost = reader.number(element, "cost", "1")
        if cost > 1:
            reader.fault(
                element,
                gettext_noop('%(name)s="%(value)s" is more than 1.'),
                gettext_noop("Write the share of the points for safety that it costs, such as 0.5 or 1."),
                name="cost",
                value=element.get("cost", "")[:40],
            )
        mistakes.append(Mistake(_part(element, reader, parts), cost, reader.required(element, "reason")))
    return tuple(mistakes)


def texts_of(screens: tuple[Screen, ...]) -> str:
    """All words of the screens, to look for addresses in them."""
    found: list[str] = []
    for screen in screens:
        found += [screen.title, screen.address]
        for part in screen.parts:
            # Where a line breaks, a word ends.
            found += [re.sub(r"<[^>]*>", " ", part.text.html), part.sender, part.done]
            found += [text.text for _, text in part.options]
    return " ".join(found)


def _read_goal(element: etree._Element, reader: Reader, names: Names) -> Goal:
    kind = str(element.tag)
    text = reader.inline(element, attributes=("screen",) if kind == "on" else ("state", "value"))
    if not text:
        reader.fault(
            element,
            gettext_noop("This part of the goal has no words."),
            gettext_noop("Write what the learner is told about it: <%(tag)s …>Đã bật …</%(tag)s>."),
            tag=kind,
        )
    if kind == "on":
        return Goal(kind, names.screen(element, element.get("screen", "")), (), text)
    state, value = element.get("state", ""), element.get("value", "")
    if state in names.values and names.values[state] is None:
        return Goal(kind, state, tuple(filter(None, map(str.strip, value.split("|")))), text)
    return Goal(kind, names.setting(element, state, value)[0], (value,), text)


def _read_step(element: etree._Element, reader: Reader, parts: dict[str, Part]) -> Step:
    reader.attributes(element, ("tap", "type", "choose"))
    reader.children(element, ("narration",))
    name = element.get("tap", "")
    given: tuple[str, ...] = ()
    if name != BACK:
        name = _part(element, reader, parts)
        given = tuple(element.get(each, "") for each in ("type", "choose") if each in element.attrib)
        _check_typed(element, reader, given)
    return Step((name, *given), reader.rich(reader.single(element, "narration")))


def _check_typed(element: etree._Element, reader: Reader, given: tuple[str, ...]) -> None:
    if any(clean_typed(text) != text for text in given):
        reader.fault(
            element,
            gettext_noop("“%(text)s” cannot be typed here."),
            gettext_noop("Write at most %(most)d characters, and no more than %(digits)d digits."),
            text=given[0][:40],
            most=MAX_TYPED,
            digits=MAX_DIGITS,
        )


def _part(element: etree._Element, reader: Reader, parts: dict[str, Part]) -> str:
    name = element.get("tap", "")
    if name not in parts:
        reader.fault(
            element,
            gettext_noop("There is nothing to tap with the id “%(name)s”."),
            gettext_noop("Name one of: %(known)s."),
            name=name[:40],
            known=", ".join(parts),
        )
    return name


def _needed(item: etree._Element, tag: str, reader: Reader, example: str) -> etree._Element | None:
    element = reader.single(item, tag)
    if element is None or not len(element):
        reader.fault(
            item,
            gettext_noop("<%(parent)s> has no <%(tag)s>."),
            gettext_noop("Add it: %(example)s"),
            parent=str(item.tag),
            tag=tag,
            example=example,
        )
    return element
