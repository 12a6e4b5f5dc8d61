"""Small declared conditions: when a field is shown, when it is needed, what must hold between fields.

Written in OLX as elements, kept as nested tuples, and sent to the browser as JSON arrays, where
`assets/public/service_rules.js` evaluates them alike (`tests/fixtures/conditions.json` holds both).

    <equals field="relation">head</equals>      <one_of field="count">1 2</one_of>      <filled field="email"/>
    <after field="to" than="from"/>             <days_between from="from" to="to" min="30" max="731"/>
    <under_age field="birth_date" years="18"/>  <not>…</not>  <all>…</all>  <any>…</any>
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from lxml import etree

from digital_literacy.olx.faults import Fault
from digital_literacy.olx.messages import gettext_noop
from digital_literacy.olx.parsing import describe

Condition = tuple[Any, ...]
Values = Mapping[str, str]

_ATTRIBUTES = {
    "equals": {"field"},
    "one_of": {"field"},
    "filled": {"field"},
    "after": {"field", "than"},
    "days_between": {"from", "to", "min", "max"},
    "under_age": {"field", "years"},
    "not": set(),
    "all": set(),
    "any": set(),
}
_JOINING = ("not", "all", "any")
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def holds(condition: Condition | None, values: Values, today: date) -> bool:
    """Whether `condition` is true for normalised `values` (dates as `YYYY-MM-DD`) on the day `today`.

    `None` holds always. A comparison with an empty or unreadable date does not hold.
    """
    if condition is None:
        return True
    kind, *parts = condition
    if kind == "not":
        return not holds(parts[0], values, today)
    if kind == "all":
        return all(holds(part, values, today) for part in parts)
    if kind == "any":
        return any(holds(part, values, today) for part in parts)
    return _simple(kind, parts, values, today)


def _simple(kind: str, parts: list[Any], values: Values, today: date) -> bool:
    value = values.get(parts[0], "")
    if kind == "equals":
        return value == parts[1]
    if kind == "one_of":
        return value in parts[1]
    if kind == "filled":
        return value != ""
    if kind == "under_age":
        born = _day(value)
        return born is not None and age_on(today, born) < parts[1]
    first, second = _day(value), _day(values.get(parts[1], ""))
    if first is None or second is None:
        return False
    if kind == "after":
        return first > second
    return bool(parts[2] <= (second - first).days <= parts[3])


def age_on(day: date, born: date) -> int:
    """Full years of age on `day`."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def fields_of(condition: Condition | None) -> set[str]:
    """Ids of the fields a condition looks at."""
    if condition is None:
        return set()
    kind, *parts = condition
    if kind in _JOINING:
        return set().union(*(fields_of(part) for part in parts))
    return {parts[0], parts[1]} if kind in ("after", "days_between") else {parts[0]}


def read_conditions(parent: etree._Element, faults: list[Fault]) -> Condition | None:
    """The conditions inside `parent`, joined by "all"; `None` where there are none or one cannot be read."""
    found = [_read(child, faults) for child in parent if isinstance(child.tag, str)]
    usable = [condition for condition in found if condition]
    if not found:
        faults.append(_fault(parent, gettext_noop("The condition is empty."), _CURE))
    return usable[0] if len(usable) == 1 else ("all", *usable) if usable else None


_CURE = gettext_noop(
    "Write one of equals, one_of, filled, after, days_between, under_age, not, all, any with its attributes."
)


def _read(element: etree._Element, faults: list[Fault]) -> Condition | None:
    kind = str(element.tag)
    if kind not in _ATTRIBUTES or set(element.attrib) != _ATTRIBUTES[kind]:
        faults.append(_fault(element, gettext_noop("This condition cannot be read."), _CURE))
        return None
    if kind in _JOINING:
        inner = read_conditions(element, faults)
        if inner is None:
            return None
        if kind == "not":
            return ("not", inner)
        parts = [_read(child, []) for child in element if isinstance(child.tag, str)]
        return (kind, *(part for part in parts if part))
    try:
        return _read_simple(kind, element)
    except ValueError:
        faults.append(_fault(element, gettext_noop("This condition needs whole numbers."), _CURE))
        return None


def _read_simple(kind: str, element: etree._Element) -> Condition:
    field, text = element.get("field", ""), " ".join((element.text or "").split())
    if kind == "equals":
        return ("equals", field, text)
    if kind == "one_of":
        return ("one_of", field, tuple(text.split()))
    if kind == "filled":
        return ("filled", field)
    if kind == "under_age":
        return ("under_age", field, int(element.get("years", "")))
    if kind == "after":
        return ("after", field, element.get("than", ""))
    return (
        "days_between",
        element.get("from", ""),
        element.get("to", ""),
        int(element.get("min", "")),
        int(element.get("max", "")),
    )


def _fault(element: etree._Element, problem: str, cure: str) -> Fault:
    return Fault(element.sourceline or 0, describe(element), problem, cure)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if _ISO_DAY.fullmatch(value) else None
    except ValueError:
        return None
