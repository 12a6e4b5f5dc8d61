"""Filing a dossier: check everything, then mark everything."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from digital_literacy.public_services.answers import Answers
from digital_literacy.public_services.checking import FAULT_TEXTS, FieldFault, Form, missing_papers, read_form
from digital_literacy.public_services.dossier import Dossier, Status, practice_code
from digital_literacy.public_services.dossier_page import is_stuck
from digital_literacy.public_services.half_filled import filled_papers
from digital_literacy.public_services.marking import mark_form
from digital_literacy.public_services.page import ELIGIBILITY, PAPERS, PAYMENT, PLACE
from digital_literacy.public_services.questions import Question
from digital_literacy.public_services.reasons import refused_items
from digital_literacy.public_services.rubric import DATE_FORMAT, NOT_ELIGIBLE, STRANGER, WRONG_AGENCY, Sheet
from digital_literacy.public_services.scenario import Practice


@dataclass(frozen=True)
class Fault:
    """What keeps a step from going on: where, and the text to translate.

    `field` is a field's id, `paper:…`, `question:…` or `commune`; `own` says that the text is the author's.
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
    for question in _asked(practice, step):
        faults += _of_question(question, answers.choices.get(question.id, ""))
    if step in ("", PLACE) and not answers.commune:
        missing = "province_missing" if service.agency_of == "province" else "place_missing"
        faults.append(Fault("commune", FAULT_TEXTS[missing], {}))
    page = service.page(step)
    form = read_form(service, scenario, answers.values, commune=answers.commune, page=page)
    if step == "" or page is not None:
        faults += [_of_field(fault) for fault in form.faults]
    if step in ("", PAPERS):
        needed = missing_papers(service, answers.papers, form.values, scenario.today)
        for paper in filter(None, map(service.paper, needed)):
            faults.append(Fault(f"paper:{paper.id}", FAULT_TEXTS["paper_missing"], {"label": paper.label}))
    return Checked(practice, answers, form, faults)


def _asked(practice: Practice, step: str) -> list[Question]:
    """The questions of a step, or of all steps. Who gets a half-filled dossier was not there when they were asked."""
    service = practice.service
    asked: list[Question] = []
    if step in ("", ELIGIBILITY) and not practice.half_filled:
        asked += service.eligibility
    if step in ("", PAYMENT) and service.payment and service.pays_at("filing") and not practice.half_filled:
        asked.append(service.payment.question)
    return asked


def _of_question(question: Question, chosen: str) -> list[Fault]:
    answer = question.answer(chosen)
    if answer is not None and answer.correct:
        return []
    place = f"question:{question.id}"
    if answer is None:
        return [Fault(place, FAULT_TEXTS["question_missing"], {})]
    return [Fault(place, answer.reason.text, {}, own=True)]


def slips(checked: Checked, step: str = "") -> tuple[str, ...]:
    """Mistakes on the way that a check has shown: wrong answers to questions, and dates in a wrong shape."""
    found = []
    for question in _asked(checked.practice, step):
        answer = question.answer(checked.answers.choices.get(question.id, ""))
        if answer is not None and not answer.correct:
            found.append(f"{STRANGER if answer.lure else NOT_ELIGIBLE}:{question.id}:{answer.id}")
    shapes = ("date_shape", "date_day_first")
    page = checked.practice.service.page(step)
    if step == "" or page is not None:
        found += [f"{DATE_FORMAT}:{fault.field.id}" for fault in checked.form.faults if fault.code in shapes]
    return tuple(found)


def _of_field(fault: FieldFault) -> Fault:
    item = fault.field
    if fault.message:
        return Fault(item.id, fault.message, {}, own=True)
    params = {"label": item.label, "minimum": item.minimum, "maximum": item.maximum}
    return Fault(item.id, FAULT_TEXTS[fault.code], params)


def mark(
    checked: Checked,
    *,
    path: Collection[str] = (),
    helped: Collection[str] = (),
    together: bool = False,
    minutes: int = 0,
) -> Sheet:
    """Mark a form that was checked.

    Args:
        path: mistakes on the way that the server saw itself; those the browser tells are added.
        helped: fields whose clue was given.
        together: whether a helper was there.
        minutes: how long it took, where that is measured.
    """
    service, scenario, answers = checked.practice.service, checked.practice.scenario, checked.answers
    entries = dict.fromkeys([*path, *answers.path])
    if answers.commune != service.place_of(scenario.commune):
        entries[f"{WRONG_AGENCY}:"] = None
    given = filled_papers(scenario) if checked.practice.half_filled else {}
    marked = mark_form(service, scenario, checked.form.values, answers.papers, given)
    return Sheet(
        fields=marked.fields,
        papers=marked.papers,
        path=tuple(entries),
        helped=tuple(dict.fromkeys(helped)),
        together=together,
        minutes=minutes,
        answered=scenario.supplement is None,
        owes=service.pays_at("obligation"),
    )


def open_dossier(practice: Practice, sheet: Sheet, *, number: int) -> Dossier:
    """The dossier of a marked form; `number` is the attempt's."""
    scenario = practice.scenario
    return Dossier(
        code=practice_code(scenario.today, number),
        filed_on=scenario.today,
        accepted=f"{WRONG_AGENCY}:" not in sheet.path and not refused_items(practice, sheet),
        supplement=scenario.supplement is not None,
        payment=sheet.owes,
    )


def look(practice: Practice, dossier: Dossier, sheet: Sheet, *, seen: int) -> tuple[Dossier, Sheet]:
    """Dossier and sheet after the learner looked the dossier up.

    What is no longer asked for, since the author took the request or the fee away, counts as sent and paid.
    """
    if sheet.owes and not practice.service.pays_at("obligation"):
        dossier, sheet = replace(dossier, payment=False), replace(sheet, owes=False)
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
    if asked is None or chosen is None:
        raise KeyError(option)
    moved = dossier.supplemented(chosen.id, correct=chosen.correct, number=number, most=asked.tries)
    answered = sheet.answered or (moved is not dossier and chosen.correct)
    return moved, replace(sheet, tries=len(moved.tries), answered=answered)


def pay(practice: Practice, dossier: Dossier, sheet: Sheet, *, way: str) -> tuple[Dossier, Sheet]:
    """Dossier and sheet after the learner chose how to pay; a wrong way is noted and nothing is paid.

    Raises:
        KeyError: there is no such way to pay.
        IllegalMoveError: no fee is asked for now.
    """
    service = practice.service
    question = service.payment.question if service.payment and service.pays_at("obligation") else None
    chosen = question.answer(way) if question else None
    if question is None or chosen is None:
        raise KeyError(way)
    moved = dossier.paid()
    if moved is dossier:
        return dossier, sheet  # paid before from another tab, or taken back
    if chosen.correct:
        return moved, replace(sheet, owes=False)
    entry = f"{STRANGER if chosen.lure else NOT_ELIGIBLE}:{question.id}:{chosen.id}"
    return dossier, replace(sheet, path=tuple(dict.fromkeys([*sheet.path, entry])))
