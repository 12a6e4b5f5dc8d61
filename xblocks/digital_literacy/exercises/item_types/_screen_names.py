"""What the OLX of a screen task refers to by name: screens, states and their values, conditions on them."""

from __future__ import annotations

import re

from lxml import etree

from digital_literacy.exercises.item_types._screen_machine import Condition
from digital_literacy.exercises.reader import Reader, nearest
from digital_literacy.olx.messages import gettext_noop

OFF, ON = "off", "on"
_CONDITION = re.compile(r"([\w.-]+)(?:(!?=)([\w.-]+))?\Z")
_SETTING = re.compile(r"([\w.-]+)=([\w.-]+)\Z")


class Names:
    """What can be referred to: screens, and states with the values they can take (`None`: free text)."""

    def __init__(self, item: etree._Element, reader: Reader) -> None:
        self.reader = reader
        self.screens = [screen.get("id", "") for screen in item.findall("screen")]
        self.start: dict[str, str | None] = {
            each.get("id", ""): each.get("value") for each in item.findall("state")
        }
        self.values: dict[str, set[str] | None] = {
            state: None if value is None else {value} for state, value in self.start.items()
        }
        for element in item.findall("screen/*"):
            for state, value in _given_values(element):
                known = self.values.get(state)
                if known is not None:
                    known.add(value)

    def screen(self, element: etree._Element, name: str) -> str:
        """A screen that is named and must be there."""
        if name not in self.screens:
            self._unknown(element, "screen", name, self.screens)
        return name

    def state(self, element: etree._Element, name: str, *, free: bool) -> str:
        """A state that is named and must be there; a `free` one holds typed text."""
        if name not in self.values:
            self._unknown(element, "state", name, list(self.values))
        elif (self.values[name] is None) != free:
            self.reader.fault(element, *_WRONG_STATE[free], name=name)
        return name

    def setting(self, element: etree._Element, state: str, value: str) -> tuple[str, str]:
        """A state with one of the values that it can take."""
        known = self.values.get(self.state(element, state, free=False))
        if known is not None and value not in known:
            self.reader.fault(
                element,
                gettext_noop("The state “%(state)s” never has the value “%(value)s”."),
                gettext_noop("Write one of: %(known)s."),
                state=state,
                value=value[:40],
                known=", ".join(sorted(known)),
            )
        return state, value

    def _unknown(self, element: etree._Element, tag: str, name: str, known: list[str]) -> None:
        self.reader.fault(
            element,
            gettext_noop("There is no <%(tag)s> “%(name)s”."),
            gettext_noop("Name one of: %(known)s."),
            tag=tag,
            name=name[:40],
            known=nearest(name, known) or ", ".join(known),
        )


def read_when(element: etree._Element, names: Names) -> tuple[Condition, ...]:
    """The conditions in the attribute `when`."""
    conditions = []
    for text in element.get("when", "").split():
        match = _CONDITION.match(text)
        if match is None:
            names.reader.fault(element, *_BAD_CONDITION, text=text[:40])
        elif match[2]:
            state, value = names.setting(element, match[1], match[3])
            conditions.append(Condition(state, "is" if match[2] == "=" else "not", value))
        else:
            conditions.append(Condition(names.state(element, match[1], free=True), "filled"))
    return tuple(conditions)


def read_sets(element: etree._Element, names: Names) -> tuple[tuple[str, str], ...]:
    """What the attribute `set` sets."""
    settings = []
    for text in element.get("set", "").split():
        match = _SETTING.match(text)
        if match is None:
            names.reader.fault(element, *_BAD_SETTING, text=text[:40])
        else:
            settings.append(names.setting(element, match[1], match[2]))
    return tuple(settings)


def check_value(element: etree._Element, reader: Reader) -> str:
    """The attribute `value`, which can be set."""
    value = element.get("value", "")
    if not _SETTING.match(f"x={value}"):
        reader.fault(element, *_BAD_SETTING, text=value[:40])
    return value


def _given_values(element: etree._Element) -> list[tuple[str, str]]:
    state = element.get("state", "")
    if element.tag == "toggle":
        return [(state, OFF), (state, ON)]
    if element.tag == "choice":
        return [(state, option.get("value", "")) for option in element.findall("option")]
    found = (_SETTING.match(text) for text in element.get("set", "").split())
    return [(match[1], match[2]) for match in found if match]


_WRONG_STATE = {
    True: (
        gettext_noop("The state “%(name)s” has a value at the start, but here it must hold typed text."),
        gettext_noop('Write <state id="%(name)s"/> without a value, or name another state.'),
    ),
    False: (
        gettext_noop("The state “%(name)s” holds typed text; here it must have values."),
        gettext_noop('Write <state id="%(name)s" value="…"/>, or name another state.'),
    ),
}
_BAD_CONDITION = (
    gettext_noop("“%(text)s” is not a condition."),
    gettext_noop("Write state=value, state!=value, or the name of a state that holds typed text."),
)
_BAD_SETTING = (
    gettext_noop("“%(text)s” cannot be set."),
    gettext_noop("Write state=value with letters a-z, digits, - and _."),
)
