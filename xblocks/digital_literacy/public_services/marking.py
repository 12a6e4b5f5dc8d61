"""Which answers are right. Expected answers follow from persona and scenario; nothing typed is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from digital_literacy.olx.messages import gettext_noop
from digital_literacy.public_services import formats
from digital_literacy.public_services.checking import read_form, source_value
from digital_literacy.public_services.conditions import holds
from digital_literacy.public_services.scenario import Expectation, Scenario
from digital_literacy.public_services.service import Field, Service
from digital_literacy.vietnamese.letters import clean, without_marks

RIGHT = ""
# Reasons for mistakes, by code, where the author gives none of his own.
REASONS = {
    "missing": gettext_noop("Nothing was entered here. Look at the persona card and the story."),
    "different": gettext_noop(
        "This does not agree with the persona card or the story. Compare them word by word."
    ),
    "no_marks": gettext_noop(
        "The words are right, but their Vietnamese marks are missing, so it is sent back."
    ),
    "other_person": gettext_noop(
        "This belongs to another person of the story. Look whose part of the form this is."
    ),
    "not_asked": gettext_noop("This should have stayed empty in this story."),
    "mention": gettext_noop("Something is missing in this text. Say what is asked for, where, and for whom."),
    "hidden": gettext_noop(
        "This part was never shown, because of an answer further up. Look at that answer first."
    ),
}


class Mark(NamedTuple):
    """How right one answer is: `share` from 0 to 1, and the code of the mistake, empty where there is none."""

    share: float
    code: str = RIGHT


FULL = Mark(1.0)


def expectation_of(item: Field, scenario: Scenario, service: Service) -> Expectation | None:
    """What a field should hold, or `None` where it is not graded."""
    given = scenario.expects.get(item.id)
    if given is not None and given.value.startswith("="):
        given = replace(given, value=scenario.value_of(given.value[1:]))
    if given is not None:
        return given
    if item.source and not item.locked:
        value = source_value(item.source, service, scenario, scenario.commune)
        return Expectation(value) if value else None
    return None


def golden_values(service: Service, scenario: Scenario) -> dict[str, str]:
    """Typed text of a faultless form: what the author's own scenario is checked with."""
    values: dict[str, str] = {}
    for item in service.fields():
        expected = expectation_of(item, scenario, service)
        if expected is not None:
            values[item.id] = expected.example or expected.value or " ".join(expected.mentions)
        elif item.kind == "yes_no" and item.required:
            values[item.id] = "yes"
        elif item.default:
            values[item.id] = item.default
    return values


def golden_choices(service: Service) -> dict[str, str]:
    """The first right answer to each question of the flow, by question id."""
    asked = [*service.eligibility, *([service.payment.question] if service.payment else [])]
    return {each.id: next(answer.id for answer in each.answers if answer.correct) for each in asked}


@lru_cache(maxsize=256)
def graded_fields(service: Service, scenario: Scenario) -> tuple[tuple[Field, Expectation], ...]:
    """The fields that count: shown in a faultless form, not locked, and with something expected, normalised."""
    return tuple(_graded_fields(service, scenario))


def _graded_fields(service: Service, scenario: Scenario) -> Iterator[tuple[Field, Expectation]]:
    golden = read_form(service, scenario, golden_values(service, scenario), commune=scenario.commune)
    for section in service.sections():
        if not holds(section.show, golden.values, scenario.today):
            continue
        for item in section.fields:
            expected = expectation_of(item, scenario, service)
            if expected is None or item.locked or not holds(item.show, golden.values, scenario.today):
                continue
            reading = formats.read(item.kind, expected.value, _options(item))
            yield item, replace(expected, value=reading.value or expected.value)


class Marked(NamedTuple):
    """Marks by field and by paper id."""

    fields: dict[str, Mark]
    papers: dict[str, Mark]


def mark_form(
    service: Service,
    scenario: Scenario,
    values: Mapping[str, str],
    chosen: Mapping[str, str],
    given: Mapping[str, str] = MappingProxyType({}),
) -> Marked:
    """Mark normalised values and papers.

    What only stood there already is worth as much as the learner's own work: doing nothing earns nothing.

    Args:
        given: papers that lay there already, by paper id.
    """
    fields, points = _mark_fields(service, scenario, values)
    papers = mark_papers(service, scenario, chosen)
    kept = [key for key in given if key in papers and not papers[key].code and chosen.get(key) == given[key]]
    done = sum(points.values())
    earned = sum(fields[key].share * points[key] for key in points)
    if given:
        own = [mark.share for key, mark in papers.items() if key not in kept]
        done, earned = done + len(own), earned + sum(own)
    standing = Mark(earned / (done or 1))
    fields.update({key: standing for key in fields if key not in points})
    papers.update(dict.fromkeys(kept, standing))
    return Marked(fields, papers)


def _mark_fields(
    service: Service, scenario: Scenario, values: Mapping[str, str]
) -> tuple[dict[str, Mark], dict[str, int]]:
    """Marks by field id, and the points of those that the learner did himself."""
    marks, points = {}, {}
    for item, expected in graded_fields(service, scenario):
        value = values.get(item.id, "")
        # An optional field may stay empty and then does not count; what is written there must be right.
        if value or item.required or item.kind == "yes_no":
            marks[item.id] = _mark(item, expected, scenario, values)
            untouched = bool(item.default) and _is_default(item, value)
            if untouched and marks[item.id].code:
                marks[item.id] = Mark(0.0, marks[item.id].code)
            if not (untouched and marks[item.id].code == RIGHT):
                points[item.id] = item.points
    return marks, points


def _is_default(item: Field, value: str) -> bool:
    return value == item.default or value == formats.read(item.kind, item.default, _options(item)).value


def _mark(item: Field, expected: Expectation, scenario: Scenario, values: Mapping[str, str]) -> Mark:
    value = values.get(item.id, "")
    if not value:
        return Mark(0.0, "hidden" if item.required else "missing")
    if value == expected.value and not expected.traps and not expected.mentions:
        return FULL
    text = _folded(value) if expected.traps else ""
    for number, trap in enumerate(expected.traps):
        if _holds(text, trap.words):
            return Mark(0.0, f"trap:{number}")
    if expected.mentions:
        return _mark_mentions(expected.mentions, value)
    return _mark_value(item, expected.value, value, scenario)


def _mark_value(item: Field, right: str, value: str, scenario: Scenario) -> Mark:
    if _same(item.kind, value, right):
        return FULL
    if item.kind in ("person_name", "text") and without_marks(value) == without_marks(right):
        return Mark(0.5, "no_marks")
    if item.kind in ("person_name", "date", "identity_number", "phone") and any(
        _same(item.kind, value, detail.value) for person in scenario.people for detail in person.details
    ):
        return Mark(0.0, "other_person")
    return Mark(0.0, "different")


def _mark_mentions(mentions: tuple[str, ...], value: str) -> Mark:
    text = _folded(value)
    found = [_holds(text, words) for words in mentions]
    if all(found):
        return FULL
    plain = without_marks(text)
    if all(_holds(plain, without_marks(words)) for words in mentions):
        return Mark(0.5, "no_marks")
    return Mark(sum(found) / len(found), "mention")


def _same(kind: str, first: str, second: str) -> bool:
    return first == second or (kind in ("person_name", "text") and _folded(first) == _folded(second))


def _holds(text: str, words: str) -> bool:
    """Whether the folded `text` holds `words` as whole words: 8 does not stand in 18."""
    return f" {_folded(words)} " in f" {text} "


def _folded(text: str) -> str:
    # Commas and full stops of an address do not make it another address.
    return " ".join(clean(text).casefold().replace(",", " ").replace(".", " ").split())


def _options(item: Field) -> formats.FormatOptions:
    return formats.FormatOptions(
        choices=tuple(option.id for option in item.choices), maximum=formats.MAX_TYPED
    )


def mark_papers(service: Service, scenario: Scenario, chosen: Mapping[str, str]) -> dict[str, Mark]:
    """Mark the papers by paper id; those that are neither asked for nor chosen do not count."""
    marks: dict[str, Mark] = {}
    for paper in service.papers:
        right, item = scenario.attach.get(paper.id, ()), chosen.get(paper.id, "")
        if not right and not item:
            continue
        if item in right:
            marks[paper.id] = FULL
        elif not item:
            marks[paper.id] = Mark(0.0, "missing")
        else:
            marks[paper.id] = Mark(0.0, f"item:{item}" if scenario.item(item) else "not_asked")
    return marks
