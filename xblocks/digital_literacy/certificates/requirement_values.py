"""The single values of a `<vneid_certificate>`: each is read, or replaced by a safe one with a fault. Pure."""

from __future__ import annotations

import re

from lxml import etree

from digital_literacy.certificates.skills import is_known
from digital_literacy.olx.faults import Fault
from digital_literacy.olx.messages import gettext_noop
from digital_literacy.olx.parsing import describe


def read_code(element: etree._Element, faults: list[Fault]) -> str:
    """The skill of a requirement."""
    code = element.get("code", "")
    if not is_known(code):
        faults.append(
            fault_at(
                element,
                gettext_noop("The skill code “%(code)s” is not known."),
                gettext_noop('Write one code, such as code="tt02:4.2".'),
                code=code[:40],
            )
        )
    return code


def read_blocks(element: etree._Element, faults: list[Fault]) -> int:
    """How many blocks must have been attempted."""
    text = element.get("blocks", "1")
    if not re.fullmatch(r"[1-9][0-9]?", text):
        faults.append(
            fault_at(
                element,
                gettext_noop("How many blocks must have been attempted is a number from 1 to 99."),
                gettext_noop('Write blocks="3", or leave it out for one.'),
            )
        )
        return 1
    return int(text)


def read_months(achievement: etree._Element | None, faults: list[Fault]) -> int:
    """How long the certificate counts; 0 for ever."""
    text = achievement.get("valid_months", "0") if achievement is not None else "0"
    if not re.fullmatch(r"[0-9]{1,3}", text):
        faults.append(
            fault_at(
                achievement,
                gettext_noop("How long the certificate counts is a number of months."),
                gettext_noop(
                    'Write valid_months="24" for two years, or leave it out: then it counts for ever.'
                ),
            )
        )
        return 0
    return int(text)


def read_minimum(element: etree._Element, faults: list[Fault]) -> float:
    """The share to reach; 1 where it cannot be read."""
    try:
        minimum = float(element.get("minimum", ""))
    except ValueError:
        minimum = 0.0
    if not 0 < minimum <= 1:
        faults.append(
            fault_at(
                element,
                gettext_noop("The minimum is a share above 0 and up to 1."),
                gettext_noop('Write minimum="0.6" for 60 percent.'),
            )
        )
        return 1.0
    return minimum


def read_level(identity: etree._Element | None, faults: list[Fault]) -> int:
    """The least level of identity."""
    if identity is None:
        return 2
    text = identity.get("level", "")
    if text not in ("1", "2"):
        faults.append(
            fault_at(
                identity,
                gettext_noop("The level of identity is 1 or 2."),
                gettext_noop('Write level="2": only level 2 was seen in person by the police.'),
            )
        )
        return 2
    return int(text)


def read_representative(identity: etree._Element | None, faults: list[Fault]) -> bool:
    """Whether every learner needs the consent of a representative."""
    text = identity.get("representative", "minors") if identity is not None else "minors"
    if text not in ("minors", "all"):
        faults.append(
            fault_at(
                identity,
                gettext_noop("Whose representative must agree is not clear."),
                gettext_noop(
                    'Write representative="all" in a course for pupils, or leave it out: then only those whom '
                    "the login tells to be minors need it."
                ),
            )
        )
    return text == "all"


def fault_at(element: etree._Element | None, problem: str, cure: str, **params: object) -> Fault:
    """A fault of an element, with its line and how authors know it."""
    line = (element.sourceline or 0) if element is not None else 0
    name = describe(element) if element is not None else ""
    return Fault(
        line, name, problem, cure, {"tag": str(element.tag) if element is not None else "", **params}
    )
