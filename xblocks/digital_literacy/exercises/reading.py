"""From OLX to exercises: one for the common text and one for each target group that has variants."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from lxml import etree

from digital_literacy.exercises.drawing import ROLES
from digital_literacy.exercises.model import Exercise
from digital_literacy.exercises.reader import Reader
from digital_literacy.exercises.structure import FORM, read_structure
from digital_literacy.frameworks import skills
from digital_literacy.olx import variants
from digital_literacy.olx.faults import Fault
from digital_literacy.olx.messages import gettext_noop

TAG = "skills_exercise"
FEEDBACK = ("at_once", "each", "at_end", "after_due")
SHOW_ANSWER = ("after_attempts", "after_pass", "never")
_SET = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}\Z")
_SHARE = re.compile(r"(0(\.\d{1,4})?|1(\.0{1,4})?)\Z")
_TIME = re.compile(r"\d{1,3}\Z")
MAX_TIME = 600  # minutes of a limit, seconds of grace
NO_FRAMEWORKS: skills.Frameworks = {}

Lineage = Callable[[str], Sequence[str]]


def read_exercise(element: etree._Element) -> tuple[Exercise, list[Fault]]:
    """Read one resolved tree.

    Args:
        element: `skills_exercise` after `olx.variants.resolve`.

    Returns:
        The exercise with all that could be read, and all faults; it is fit for use only without faults.
    """
    reader = Reader()
    return read_structure(element, reader), reader.faults


def find_faults(
    source: etree._Element,
    *,
    groups: Collection[str],
    lineage: Lineage,
    frameworks: skills.Frameworks = NO_FRAMEWORKS,
) -> list[Fault]:
    """Check a whole source, variants included, and name every fault once.

    Args:
        source: `skills_exercise` as the author wrote it.
        groups: codes of the target groups of this platform.
        lineage: gives a group's code and its parents' codes.
        frameworks: the skill frameworks of this platform; empty to accept any.
    """
    reader = Reader()
    _check_settings(source, reader, frameworks)
    _check_form_set(source, reader)
    faults = reader.faults + _check_variants(source, groups) + read_exercise(variants.resolve(source))[1]
    for group in variants.groups_named(source):
        faults += read_exercise(variants.resolve(source, lineage(group)))[1]
    once: list[Fault] = []
    for fault in faults:
        if fault not in once:
            once.append(fault)
    return sorted(once, key=lambda fault: fault.line)


def _check_settings(source: etree._Element, reader: Reader, frameworks: skills.Frameworks) -> None:
    # Types, version and unknown attributes are checked where the block's fields are read (blocks.olx_fields).
    reader.word(source, "show_answer", SHOW_ANSWER, SHOW_ANSWER[0])
    reader.word(source, "feedback", FEEDBACK, FEEDBACK[0])
    _check_hint_cost(source, reader)
    for name in ("time_limit", "time_grace"):
        _check_time(source, name, reader)
    for name in ("max_attempts", "weight"):
        if source.get(name, "").strip().startswith("-"):
            reader.fault(
                source,
                gettext_noop('%(name)s="%(value)s" is below 0.'),
                gettext_noop("Write 0 or more."),
                name=name,
                value=source.get(name, "")[:40],
            )
    for found in skills.check(source.get("skills", ""), frameworks):
        reader.fault(source, found.problem, found.cure, **found.params)


def _check_time(source: etree._Element, name: str, reader: Reader) -> None:
    written = source.get(name, "0").strip()
    if not _TIME.match(written) or int(written) > MAX_TIME:
        reader.fault(
            source,
            gettext_noop('%(name)s="%(value)s" is not a whole number up to %(most)d.'),
            gettext_noop("Write digits only."),
            name=name,
            value=written[:40],
            most=MAX_TIME,
        )


def _check_hint_cost(source: etree._Element, reader: Reader) -> None:
    written = source.get("hint_cost", "0").strip()
    if not _SHARE.match(written):
        reader.fault(
            source,
            gettext_noop('hint_cost="%(value)s" is not a share of a question\'s points.'),
            gettext_noop("Write a number from 0 to 1 with a point, such as 0.1."),
            value=written[:40],
        )


def _check_form_set(source: etree._Element, reader: Reader) -> None:
    named = source.get("form_set", "").strip()
    role = reader.word(source, "form_role", ROLES, ROLES[0])
    if named and not _SET.match(named):
        reader.fault(
            source,
            gettext_noop("“%(name)s” is not a name for a set of forms."),
            gettext_noop("Use letters a-z, digits, - and _, at most 64 of them."),
            name=named[:80],
        )
    if named and next(source.iter(FORM), None) is None:
        reader.fault(
            source,
            gettext_noop("A set of forms is named, but the exercise has no forms."),
            gettext_noop(
                'Write the exercise in two forms or more: <form id="A">…</form>. Or remove form_set.'
            ),
        )
    if role != ROLES[0] and not named:
        reader.fault(
            source,
            gettext_noop("It says which part of a set of forms it is, but not of which set."),
            gettext_noop('Write form_set="…" with the name the other exercise has, or remove form_role.'),
        )


def _check_variants(source: etree._Element, groups: Collection[str]) -> list[Fault]:
    reader = Reader()
    for variant in variants.variants_of(source):
        reader.attributes(variant, ("group",))
        named = (variant.get("group") or "").split()
        if not named:
            reader.fault(
                variant,
                gettext_noop("The variant names no target group."),
                gettext_noop('Write group="…" with one or more of: %(known)s.'),
                known=", ".join(groups),
            )
        for code in named:
            if code not in groups:
                reader.fault(
                    variant,
                    gettext_noop("“%(code)s” is not a target group of this platform."),
                    gettext_noop("Write one of: %(known)s."),
                    code=code[:40],
                    known=", ".join(groups),
                )
        if not len(variant):
            reader.fault(
                variant,
                gettext_noop("The variant is empty."),
                gettext_noop("Put into it what this group sees instead, or remove it."),
            )
    return reader.faults
