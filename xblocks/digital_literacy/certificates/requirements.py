"""What a `<vneid_certificate>` says: the achievement, what must be passed, the level of identity. Pure."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any

from lxml import etree

from digital_literacy.certificates.requirement_values import (
    fault_at,
    read_blocks,
    read_code,
    read_level,
    read_minimum,
    read_months,
    read_representative,
)
from digital_literacy.certificates.skills import is_known
from digital_literacy.olx.faults import Fault
from digital_literacy.olx.markup import RichText, read_rich_text
from digital_literacy.olx.messages import gettext_noop

COURSE_GRADE, BLOCK_GRADE, DONE_ALONE, SKILL = "course_grade", "block_grade", "done_alone", "skill"
KINDS = (COURSE_GRADE, BLOCK_GRADE, DONE_ALONE, SKILL)
_GRADED_TYPES = ("skills_exercise", "service_practice")
_ATTRIBUTES = {
    "achievement": {"skills", "valid_months"},
    "requirement": {"kind", "minimum", "block", "type", "code", "blocks"},
    "identity": {"level", "representative"},
}
_MAX_NAME = 200
_EMPTY = RichText()


@dataclass(frozen=True)
class Requirement:
    """One thing to pass.

    Attributes:
        kind: `course_grade`, `block_grade`, `done_alone`: the same, of attempts for which no helper was declared; or
            `skill`: the best attempts at all blocks of the course that practise a skill.
        minimum: share of the points, above 0 and up to 1.
        block: `url_name` of the block, for `block_grade` and `done_alone`.
        code: of the skill, for `skill`; `blocks` is how many blocks must have been attempted.
        block_types: what type the block may have; several where the author does not say.
    """

    kind: str
    minimum: float
    block: str = ""
    block_types: tuple[str, ...] = ()
    code: str = ""
    blocks: int = 1


@dataclass(frozen=True)
class Definition:
    """What the author set.

    Attributes:
        valid_months: how long the certificate counts; 0 for ever.
        representative: every learner needs the consent of a representative, as in a course for pupils.
    """

    name: str = ""
    description: RichText = _EMPTY
    criteria: RichText = _EMPTY
    skills: tuple[str, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    level: int = 2
    representative: bool = False
    valid_months: int = 0


def read(element: etree._Element) -> tuple[Definition, list[Fault]]:
    """Read the element's content; with faults, the definition holds what could be read."""
    faults: list[Fault] = []
    faults.extend(
        fault_at(
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
            fault_at(
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
        level=read_level(identity, faults),
        representative=read_representative(identity, faults),
        valid_months=read_months(achievement, faults),
    )
    return definition, faults


def to_json(requirements: tuple[Requirement, ...]) -> list[dict[str, Any]]:
    """Requirements as plain JSON."""
    return [asdict(requirement) for requirement in requirements]


def _stray_attributes(element: etree._Element) -> list[Fault]:
    problem, cure = gettext_noop("The attribute “%(name)s” is not known here."), gettext_noop("Remove it.")
    return [
        fault_at(child, problem, cure, name=str(name))
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
            fault_at(
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
            fault_at(
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
            fault_at(
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
                fault_at(
                    achievement,
                    gettext_noop("The skill code “%(code)s” is not known."),
                    gettext_noop("Write codes such as tt02:4.2, with a space between them."),
                    code=code[:40],
                )
            )
    return tuple(code for code in codes if is_known(code))


def _requirement(element: etree._Element, faults: list[Fault]) -> Requirement:
    kind = element.get("kind", "")
    minimum = read_minimum(element, faults)
    if kind == COURSE_GRADE:
        return Requirement(kind, minimum)
    if kind == SKILL:
        return Requirement(
            kind, minimum, code=read_code(element, faults), blocks=read_blocks(element, faults)
        )
    if kind not in KINDS:
        faults.append(
            fault_at(
                element,
                gettext_noop("A requirement has the kind course_grade, block_grade, done_alone or skill."),
                gettext_noop(
                    'Write kind="course_grade", kind="block_grade", kind="done_alone" or kind="skill".'
                ),
            )
        )
    block, block_type = element.get("block", ""), element.get("type", "")
    if kind in (BLOCK_GRADE, DONE_ALONE) and not re.fullmatch(r"[\w.-]{1,200}", block):
        faults.append(
            fault_at(
                element,
                gettext_noop("The requirement does not say which block."),
                gettext_noop('Write its url_name, such as block="tam-tru".'),
            )
        )
    return Requirement(kind, minimum, block, (block_type,) if block_type else _GRADED_TYPES)
