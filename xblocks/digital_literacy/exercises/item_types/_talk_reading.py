"""Reads a branching conversation, and checks that it can be walked and that walking it says something."""

from __future__ import annotations

import re
from fractions import Fraction

from lxml import etree

from digital_literacy.exercises.item_types._talk import OUTCOMES, End, Say, Talk, Turn, is_right
from digital_literacy.exercises.reader import MAX_PARTS, Reader, nearest
from digital_literacy.olx.messages import gettext_noop

MOST_SAYS = 8
_SHARE = re.compile(r"(0(\.\d{1,4})?|1(\.0{1,4})?)\Z")


def read_talk(element: etree._Element, reader: Reader) -> Talk:
    """Read the turns and ends of `element`, and check that the conversation can be walked."""
    places: set[str] = set()
    turns = tuple(_read_turn(turn, reader, places) for turn in element.findall("turn"))
    ends = tuple(_read_end(end, reader, places) for end in element.findall("end"))
    for tag, found in (("turn", turns), ("end", ends)):
        reader.limit(element, len(found), MAX_PARTS, tag)
        if not found:
            reader.fault(
                element,
                gettext_noop("<%(parent)s> has no <%(tag)s>."),
                gettext_noop("Add it: %(example)s"),
                parent=str(element.tag),
                tag=tag,
                example=_EXAMPLES[tag],
            )
    talk = Talk(turns, ends)
    if turns and ends and _goes_somewhere(element, reader, places):
        _check_ways(element, reader, talk)
    return talk


def _read_turn(element: etree._Element, reader: Reader, places: set[str]) -> Turn:
    reader.attributes(element, ("id", "who"))
    reader.children(element, ("text", "say"))
    identifier = reader.identifier(element, places)
    taken: set[str] = set()
    says = tuple(_read_say(say, reader, identifier, taken) for say in element.findall("say"))
    reader.limit(element, len(says), MOST_SAYS, "say")
    if not says:
        reader.fault(
            element,
            gettext_noop("Nothing can be said here: the conversation cannot go on."),
            gettext_noop("Add a <say>, or make this an <end>."),
        )
    return Turn(identifier, element.get("who", ""), reader.required(element, "text"), says)


def _read_say(element: etree._Element, reader: Reader, turn: str, taken: set[str]) -> Say:
    reader.attributes(element, ("id", "to", "cost"))
    reader.children(element, ("text", "feedback"))
    return Say(
        id=f"{turn}/{reader.identifier(element, taken)}",
        text=reader.label(element),
        feedback=reader.rich(reader.single(element, "feedback")),
        to=element.get("to", ""),
        cost=_share(element, reader, "cost", Fraction(0)),
    )


def _read_end(element: etree._Element, reader: Reader, places: set[str]) -> End:
    reader.attributes(element, ("id", "outcome", "worth"))
    reader.children(element, ("text", "feedback"))
    outcome = reader.word(element, "outcome", tuple(OUTCOMES))
    return End(
        id=reader.identifier(element, places),
        text=reader.rich(reader.single(element, "text")),
        feedback=reader.rich(reader.single(element, "feedback")),
        outcome=outcome,
        worth=_share(element, reader, "worth", OUTCOMES[outcome]),
    )


def _share(element: etree._Element, reader: Reader, name: str, default: Fraction) -> Fraction:
    text = element.get(name)
    if text is None:
        return default
    if _SHARE.match(text):
        return Fraction(text)
    reader.fault(
        element,
        gettext_noop('%(name)s="%(value)s" is not a share from 0 to 1.'),
        gettext_noop("Write it with a point, such as 0.25."),
        name=name,
        value=text[:40],
    )
    return default


def _goes_somewhere(element: etree._Element, reader: Reader, places: set[str]) -> bool:
    known = True
    for say in element.iter("say"):
        to = say.get("to", "")
        if to not in places:
            known = False
            near = nearest(to, places)
            reader.fault(
                say,
                gettext_noop("The answer leads to “%(to)s”, which is not here."),
                _LEADS[bool(near)],
                to=to[:40],
                near=near,
            )
    return known


def _check_ways(element: etree._Element, reader: Reader, talk: Talk) -> None:
    reached = _reached(talk)
    values = talk.values()
    for place in (*element.findall("turn"), *element.findall("end")):
        if place.get("id") not in reached:
            reader.fault(place, *_UNREACHED, id=place.get("id"))
        elif place.get("id") not in values:
            reader.fault(place, *_NO_WAY_OUT, id=place.get("id"))
    best = values.get(talk.turns[0].id, Fraction(0))
    if best <= 0:
        reader.fault(element, *_NOTHING_TO_EARN)
    elif all(is_right(turn, say, values) for turn in talk.turns for say in turn.says):
        reader.fault(element, *_NOTHING_TO_LOSE)


def _reached(talk: Talk) -> set[str]:
    reached, waiting = set(), [talk.turns[0].id]
    while waiting:
        place = waiting.pop()
        if place not in reached:
            reached.add(place)
            turn = talk.turn(place)
            waiting += [say.to for say in turn.says] if turn else []
    return reached


_EXAMPLES = {
    "turn": '<turn id="t1"><text><p>…</p></text><say id="a" to="…"><text>…</text></say></turn>',
    "end": '<end id="e1" outcome="safe"><text><p>…</p></text></end>',
}
_LEADS = {
    True: gettext_noop("Did you mean “%(near)s”?"),
    False: gettext_noop('Write to="…" with the id of a <turn> or an <end>.'),
}
_UNREACHED = (
    gettext_noop("Nothing leads to “%(id)s”."),
    gettext_noop('Let a <say> lead there with to="%(id)s", or remove it.'),
)
_NO_WAY_OUT = (
    gettext_noop("From “%(id)s” the conversation only goes in a circle."),
    gettext_noop("Let one <say> on the way lead to an <end>."),
)
_NOTHING_TO_EARN = (
    gettext_noop("No way through the conversation earns anything."),
    gettext_noop('Give it an <end outcome="safe">, and ask less cost on the way there.'),
)
_NOTHING_TO_LOSE = (
    gettext_noop("Every way through the conversation earns everything."),
    gettext_noop('Add a choice that leads to <end outcome="unsafe">, or give one a cost.'),
)
