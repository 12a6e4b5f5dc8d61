"""What a `<vneid_certificate>` says: the achievement, what must be passed, the level of identity. Pure."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any

from lxml import etree

from digital_literacy.certificates.skills import is_known
from digital_literacy.olx.faults import Fault
from digital_literacy.olx.markup import RichText, read_rich_text
from digital_literacy.olx.messages import gettext_noop
from digital_literacy.olx.parsing import describe

COURSE_GRADE, BLOCK_GRADE, DONE_ALONE = "course_grade", "block_grade", "done_alone"
_GRADED_TYPES = ("skills_exercise", "service_practice")
# Only an exercise asks who helped (`exercises.help`).
_ASKING_TYPES = ("skills_exercise",)
_ATTRIBUTES = {
    "achievement": {"skills"},
    "requirement": {"kind", "minimum", "block", "type"},
    "identity": {"level", "representative"},
}
_MAX_NAME = 200
_EMPTY = RichText()


@dataclass(frozen=True)
class Requirement:
    """One thing to pass.

    Attributes:
        kind: `course_grade`, `block_grade` or `done_alone`: the same, of attempts for which no helper was declared.
        minimum: share of the points, above 0 and up to 1.
        block: `url_name` of the block, for the last two.
        block_types: what type the block may have; several where the author does not say.
    """

    kind: str
    minimum: float
    block: str = ""
    block_types: tuple[str, ...] = ()


@dataclass(frozen=True)
class Definition:
    """What the author set.

    Attributes:
        representative: every learner needs the consent of a representative, as in a course for pupils.
    """

    name: str = ""
    description: RichText = _EMPTY
    criteria: RichText = _EMPTY
    skills: tuple[str, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    level: int = 2
    representative: bool = False


def read(element: etree._Element) -> tuple[Definition, list[Fault]]:
    """Read the element's content; with faults, the definition holds what could be read."""
    faults: list[Fault] = []
    faults.extend(
        _fault(
            child,
            gettext_noop("<%(tag)s> is not known here."),
            gettext_noop("Use achievement, requirement and identity."),
        )
        for child in element
        if isinstance(child.tag, str) and child.tag not in _ATTRIBUTES
    )
    faults.extend(_stray_attributes(element))
    achievement = _only(element, "achievement", faults)
    requirements = tuple(_requirement(child, faults) for child in element.findall("requirement"))
    if not requirements:
        faults.append(
            _fault(
                element,
                gettext_noop("Nothing must be passed for this certificate."),
                gettext_noop('Add <requirement kind="course_grade" minimum="0.6"/>.'),
            )
        )
    identity = _only(element, "identity", faults)
    definition = Definition(
        name=_name(achievement, faults),
        description=_text(achievement, "description", faults),
        criteria=_text(achievement, "criteria", faults),
        skills=_skills(achievement, faults),
        requirements=requirements,
        level=_level(identity, faults),
        representative=_representative(identity, faults),
    )
    return definition, faults


def to_json(requirements: tuple[Requirement, ...]) -> list[dict[str, Any]]:
    """Requirements as plain JSON."""
    return [asdict(requirement) for requirement in requirements]


def _stray_attributes(element: etree._Element) -> list[Fault]:
    problem, cure = gettext_noop("The attribute “%(name)s” is not known here."), gettext_noop("Remove it.")
    return [
        _fault(child, problem, cure, name=str(name))
        for tag, known in _ATTRIBUTES.items()
        for child in element.findall(tag)
        for name in child.attrib
        if name not in known
    ]


def _only(element: etree._Element, tag: str, faults: list[Fault]) -> etree._Element | None:
    found = element.findall(tag)
    if len(found) != 1:
        anchor = found[1] if found else element
        faults.append(
            _fault(
                anchor,
                gettext_noop("There must be exactly one <%(wanted)s>."),
                gettext_noop("Add the missing one, or remove the others."),
                wanted=tag,
            )
        )
    return found[0] if found else None


def _name(achievement: etree._Element | None, faults: list[Fault]) -> str:
    if achievement is None:
        return ""
    name = " ".join("".join(achievement.findtext("name", "")).split())
    if not 0 < len(name) <= _MAX_NAME:
        faults.append(
            _fault(
                achievement,
                gettext_noop("The achievement has no name, or one of more than %(limit)d characters."),
                gettext_noop("Write what the learner can do, such as <name>Kỹ năng số cơ bản</name>."),
                limit=_MAX_NAME,
            )
        )
    return name[:_MAX_NAME]


def _text(achievement: etree._Element | None, tag: str, faults: list[Fault]) -> RichText:
    if achievement is None:
        return RichText()
    text = read_rich_text(achievement.find(tag), faults)
    if not text:
        faults.append(
            _fault(
                achievement,
                gettext_noop("The achievement lacks <%(wanted)s>, or it is empty."),
                gettext_noop("Add it with at least one <p>: readers of the certificate see it."),
                wanted=tag,
            )
        )
    return text


def _skills(achievement: etree._Element | None, faults: list[Fault]) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys((achievement.get("skills", "") if achievement is not None else "").split()))
    for code in codes:
        if not is_known(code):
            faults.append(
                _fault(
                    achievement,
                    gettext_noop("The skill code “%(code)s” is not known."),
                    gettext_noop("Write codes such as tt02:4.2, with a space between them."),
                    code=code[:40],
                )
            )
    return tuple(code for code in codes if is_known(code))


def _requirement(element: etree._Element, faults: list[Fault]) -> Requirement:
    kind = element.get("kind", "")
    if kind not in (COURSE_GRADE, BLOCK_GRADE, DONE_ALONE):
        faults.append(
            _fault(
                element,
                gettext_noop("A requirement has the kind course_grade, block_grade or done_alone."),
                gettext_noop('Write kind="course_grade", kind="block_grade" or kind="done_alone".'),
            )
        )
    block, block_type = element.get("block", ""), element.get("type", "")
    if kind in (BLOCK_GRADE, DONE_ALONE) and not re.fullmatch(r"[\w.-]{1,200}", block):
        faults.append(
            _fault(
                element,
                gettext_noop("The requirement does not say which block."),
                gettext_noop('Write its url_name, such as block="tam-tru".'),
            )
        )
    types = (block_type,) if block_type else _GRADED_TYPES
    if kind == DONE_ALONE:
        if block_type and block_type not in _ASKING_TYPES:
            faults.append(
                _fault(
                    element,
                    gettext_noop("Only a skills_exercise asks who helped."),
                    gettext_noop('Name an exercise in block="…", or write kind="block_grade".'),
                )
            )
        types = _ASKING_TYPES
    minimum = _minimum(element, faults)
    return Requirement(kind, minimum) if kind == COURSE_GRADE else Requirement(kind, minimum, block, types)


def _minimum(element: etree._Element, faults: list[Fault]) -> float:
    try:
        minimum = float(element.get("minimum", ""))
    except ValueError:
        minimum = 0.0
    if not 0 < minimum <= 1:
        faults.append(
            _fault(
                element,
                gettext_noop("The minimum is a share above 0 and up to 1."),
                gettext_noop('Write minimum="0.6" for 60 percent.'),
            )
        )
        return 1.0
    return minimum


def _level(identity: etree._Element | None, faults: list[Fault]) -> int:
    if identity is None:
        return 2
    text = identity.get("level", "")
    if text not in ("1", "2"):
        faults.append(
            _fault(
                identity,
                gettext_noop("The level of identity is 1 or 2."),
                gettext_noop('Write level="2": only level 2 was seen in person by the police.'),
            )
        )
        return 2
    return int(text)


def _representative(identity: etree._Element | None, faults: list[Fault]) -> bool:
    text = identity.get("representative", "minors") if identity is not None else "minors"
    if text not in ("minors", "all"):
        faults.append(
            _fault(
                identity,
                gettext_noop("Whose representative must agree is not clear."),
                gettext_noop(
                    'Write representative="all" in a course for pupils, or leave it out: then only those whom '
                    "the login tells to be minors need it."
                ),
            )
        )
    return text == "all"


def _fault(element: etree._Element | None, problem: str, cure: str, **params: object) -> Fault:
    line = (element.sourceline or 0) if element is not None else 0
    name = describe(element) if element is not None else ""
    return Fault(
        line, name, problem, cure, {"tag": str(element.tag) if element is not None else "", **params}
    )
