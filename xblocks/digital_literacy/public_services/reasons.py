"""What to tell about each mistake: where, why in plain words, and which skill it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from digital_literacy.olx.markup import RichText
from digital_literacy.olx.messages import gettext_noop
from digital_literacy.public_services.marking import REASONS, Mark, expectation_of
from digital_literacy.public_services.rubric import (
    DATE_FORMAT,
    LURE,
    NOT_ELIGIBLE,
    STRANGER,
    WRONG_AGENCY,
    Sheet,
)
from digital_literacy.public_services.scenario import Practice, TrayItem

SEARCH_SKILL, SAFETY_SKILL, FORM_SKILL, PAPERS_SKILL = "tt02:1.1", "tt02:4.2", "tt02:2.3", "tt02:1.3"
AGENCY_REASON = gettext_noop(
    "The dossier went to another agency. Read on the procedure's page where it is filed, and look at the new name of "
    "the commune after the mergers of 2025."
)

PLACE_NAME = gettext_noop("Place of filing")
DATE_REASON = gettext_noop(
    "The date was written in another way at first. Write day/month/year; a form takes 3/4 for the third of April."
)


@dataclass(frozen=True)
class Mistake:
    """One mistake. `reason` is author's rich text, or else `message` an author's sentence or a message id.

    Attributes:
        where: label of the field, paper or place; `PLACE_NAME` is a message id.
        translatable: whether `message` is a message id.
    """

    part: str
    where: str
    skill: str
    message: str = ""
    reason: RichText = RichText()
    translatable: bool = False


def mistakes(practice: Practice, sheet: Sheet, *, tries: Sequence[str] = ()) -> list[Mistake]:
    """All mistakes of a dossier in the order of the flow; `tries` are ids of the papers sent on request."""
    found = [_on_the_way(practice, entry) for entry in sheet.path]
    found += [_in_field(practice, key, mark) for key, mark in sheet.fields.items() if mark.code]
    found += [_in_paper(practice, key, mark) for key, mark in sheet.papers.items() if mark.code]
    found += [_on_request(practice, identifier) for identifier in tries]
    return [mistake for mistake in found if mistake]


def _on_the_way(practice: Practice, entry: str) -> Mistake | None:
    kind, _, identifier = entry.partition(":")
    if kind == WRONG_AGENCY:
        return Mistake("path", PLACE_NAME, FORM_SKILL, AGENCY_REASON, translatable=True)
    if kind in (NOT_ELIGIBLE, STRANGER):
        return _at_question(practice, kind, identifier)
    if kind == DATE_FORMAT:
        item = practice.service.field(identifier)
        return Mistake("traps", item.label, FORM_SKILL, DATE_REASON, translatable=True) if item else None
    result = practice.service.result(identifier)
    if result is None:
        return None
    skill = SAFETY_SKILL if kind == LURE else SEARCH_SKILL
    return Mistake("path", result.name, skill, reason=result.reason)


def _at_question(practice: Practice, kind: str, place: str) -> Mistake | None:
    name, _, identifier = place.partition(":")
    question = practice.service.question(name)
    answer = question.answer(identifier) if question else None
    if question is None or answer is None:
        return None
    if kind == STRANGER:
        return Mistake("traps", answer.title, SAFETY_SKILL, reason=answer.reason)
    return Mistake("path", question.text, SEARCH_SKILL, reason=answer.reason)


def refused_items(practice: Practice, sheet: Sheet) -> list[TrayItem]:
    """The papers handed in for which the agency does not accept the dossier."""
    named = (mark.code.partition(":") for mark in sheet.papers.values())
    found = (practice.scenario.item(identifier) for kind, _, identifier in named if kind == "item")
    return [item for item in found if item and item.refused]


def refusals(practice: Practice, sheet: Sheet) -> list[Mistake]:
    """Why the agency does not accept a dossier."""
    found = [_on_the_way(practice, entry) for entry in sheet.path if entry.startswith(f"{WRONG_AGENCY}:")]
    found += [
        Mistake("papers", item.title, PAPERS_SKILL, reason=item.reason)
        for item in refused_items(practice, sheet)
    ]
    return [each for each in found if each]


def _in_field(practice: Practice, key: str, mark: Mark) -> Mistake | None:
    item = practice.service.field(key)
    if item is None:
        return None
    skill = item.skill or FORM_SKILL
    expected = expectation_of(item, practice.scenario, practice.service)
    kind, _, number = mark.code.partition(":")
    if kind == "trap" and expected and number.isdigit() and int(number) < len(expected.traps):
        return Mistake("fields", item.label, skill, expected.traps[int(number)].reason)
    own = item.reasons.get(kind) or (expected.reason if expected and kind != "no_marks" else "")
    own = own or (item.reasons.get("different", "") if kind in ("missing", "mention") else "")
    if own:
        return Mistake("fields", item.label, skill, own)
    return Mistake("fields", item.label, skill, REASONS.get(kind, REASONS["different"]), translatable=True)


def _in_paper(practice: Practice, key: str, mark: Mark) -> Mistake | None:
    paper = practice.service.paper(key)
    if paper is None:
        return None
    kind, _, identifier = mark.code.partition(":")
    item = practice.scenario.item(identifier) if kind == "item" else None
    skill = paper.skill or PAPERS_SKILL
    if item and item.reason:
        return Mistake("papers", paper.label, skill, reason=item.reason)
    message = REASONS.get(kind, PAPER_REASON)
    return Mistake("papers", paper.label, skill, message, translatable=True)


def _on_request(practice: Practice, identifier: str) -> Mistake | None:
    asked = practice.scenario.supplement
    option = asked.option(identifier) if asked else None
    if option is None or option.correct:
        return None
    if option.reason:
        return Mistake("supplement", option.title, PAPERS_SKILL, reason=option.reason)
    return Mistake("supplement", option.title, PAPERS_SKILL, PAPER_REASON, translatable=True)


PAPER_REASON = gettext_noop("This paper does not show what is asked for here. Read both once more.")
