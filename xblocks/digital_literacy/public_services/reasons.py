"""What to tell about each mistake: where, why in plain words, and which skill it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from digital_literacy.olx.markup import RichText
from digital_literacy.olx.messages import gettext_noop
from digital_literacy.public_services.marking import REASONS, Mark, expectation_of
from digital_literacy.public_services.rubric import LURE, WRONG_AGENCY, Sheet
from digital_literacy.public_services.scenario import Practice

SEARCH_SKILL, SAFETY_SKILL, FORM_SKILL, PAPERS_SKILL = "tt02:1.1", "tt02:4.2", "tt02:2.3", "tt02:1.3"
AGENCY_REASON = gettext_noop(
    "The dossier went to another agency. Read on the procedure's page where it is filed, and look at the new name of "
    "the commune after the mergers of 2025."
)


@dataclass(frozen=True)
class Mistake:
    """One mistake. `reason` is author's rich text, or else `message` an author's sentence or a message id.

    Attributes:
        where: label of the field, paper or place; a message id for the path.
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
        return Mistake("path", gettext_noop("Place of filing"), FORM_SKILL, AGENCY_REASON, translatable=True)
    result = practice.service.result(identifier)
    if result is None:
        return None
    skill = SAFETY_SKILL if kind == LURE else SEARCH_SKILL
    return Mistake("path", result.name, skill, reason=result.reason)


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
