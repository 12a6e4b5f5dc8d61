"""Filing a dossier: check everything, then mark everything."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from digital_literacy.public_services.answers import Answers
from digital_literacy.public_services.checking import FAULT_TEXTS, FieldFault, Form, missing_papers, read_form
from digital_literacy.public_services.dossier import Dossier, Status, practice_code
from digital_literacy.public_services.marking import mark_fields, mark_papers
from digital_literacy.public_services.page import PAPERS, PLACE, is_stuck
from digital_literacy.public_services.rubric import WRONG_AGENCY, Sheet
from digital_literacy.public_services.scenario import Practice


@dataclass(frozen=True)
class Fault:
    """What keeps a step from going on: where (`field` is a field, `paper:…` or `commune`), and the text to translate.

    `own` says that the text is the author's.
    """

    field: str
    text: str
    params: dict[str, object]
    own: bool = False


@dataclass(frozen=True)
class Checked:
    """Answers as they were understood, and what keeps them from going on."""

    practice: Practice
    answers: Answers
    form: Form
    faults: list[Fault]


def check(practice: Practice, answers: Answers, step: str = "") -> Checked:
    """Understand the answers and find the faults of one step, or of all steps where `step` is empty."""
    service, scenario = practice.service, practice.scenario
    faults: list[Fault] = []
    if step in ("", PLACE) and not answers.commune:
        faults.append(Fault("commune", FAULT_TEXTS["place_missing"], {}))
    page = service.page(step)
    form = read_form(service, scenario, answers.values, commune=answers.commune, page=page)
    if step == "" or page is not None:
        faults += [_of_field(fault) for fault in form.faults]
    if step in ("", PAPERS):
        missing = missing_papers(service, answers.papers, form.values, scenario.today)
        for paper in filter(None, map(service.paper, missing)):
            faults.append(Fault(f"paper:{paper.id}", FAULT_TEXTS["paper_missing"], {"label": paper.label}))
    return Checked(practice, answers, form, faults)


def _of_field(fault: FieldFault) -> Fault:
    item = fault.field
    if fault.message:
        return Fault(item.id, fault.message, {}, own=True)
    params = {"label": item.label, "minimum": item.minimum, "maximum": item.maximum}
    return Fault(item.id, FAULT_TEXTS[fault.code], params)


def mark(checked: Checked, *, path: Collection[str] = (), helped: Collection[str] = ()) -> Sheet:
    """Mark a form that was checked.

    Args:
        path: mistakes on the way that the server saw itself; those the browser tells are added.
        helped: fields whose clue was given.
    """
    service, scenario, answers = checked.practice.service, checked.practice.scenario, checked.answers
    entries = dict.fromkeys([*path, *answers.path])
    if answers.commune != scenario.commune:
        entries[f"{WRONG_AGENCY}:"] = None
    return Sheet(
        fields=mark_fields(service, scenario, checked.form.values),
        papers=mark_papers(service, scenario, answers.papers),
        path=tuple(entries),
        helped=tuple(dict.fromkeys(helped)),
        answered=scenario.supplement is None,
    )


def open_dossier(practice: Practice, sheet: Sheet, *, number: int) -> Dossier:
    """The dossier of a marked form; `number` is the attempt's."""
    scenario = practice.scenario
    return Dossier(
        code=practice_code(scenario.today, number),
        filed_on=scenario.today,
        accepted=f"{WRONG_AGENCY}:" not in sheet.path,
        supplement=scenario.supplement is not None,
    )


def look(practice: Practice, dossier: Dossier, sheet: Sheet, *, seen: int) -> tuple[Dossier, Sheet]:
    """Dossier and sheet after the learner looked the dossier up.

    A paper that the scenario no longer asks for, since its author took the request away, counts as sent.
    """
    if practice.scenario.supplement is None and not sheet.answered:
        dossier, sheet = replace(dossier, supplement=False), replace(sheet, answered=True)
    if not is_stuck(practice, dossier):
        return dossier.looked_up(seen), sheet
    new = seen >= len(dossier.history)
    return dossier.moved_to(Status.IN_PROGRESS) if new else dossier, sheet


def supplement(
    practice: Practice, dossier: Dossier, sheet: Sheet, *, option: str, number: int
) -> tuple[Dossier, Sheet]:
    """Dossier and sheet after a paper was sent on request.

    Raises:
        KeyError: there is no such paper to choose.
        IllegalMoveError: no paper is asked for now.
    """
    asked = practice.scenario.supplement
    chosen = asked.option(option) if asked else None
    if chosen is None:
        raise KeyError(option)
    moved = dossier.supplemented(chosen.id, correct=chosen.correct, number=number)
    answered = sheet.answered or (moved is not dossier and chosen.correct)
    return moved, replace(sheet, tries=len(moved.tries), answered=answered)
