"""What the pages of a practice show. Gives away nothing that the learner is to find out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from digital_literacy.frameworks import administrative_units
from digital_literacy.olx.messages import gettext_noop
from digital_literacy.public_services.checking import FAULT_TEXTS, source_value
from digital_literacy.public_services.dossier import MOVES, Dossier, Status, days_of_history
from digital_literacy.public_services.formats import written
from digital_literacy.public_services.half_filled import filled_papers, filled_values
from digital_literacy.public_services.marking import graded_fields
from digital_literacy.public_services.questions import Question
from digital_literacy.public_services.reasons import mistakes, refusals
from digital_literacy.public_services.rubric import Sheet, score, traps
from digital_literacy.public_services.scenario import DETAILS, GENDERS, Expectation, Practice, Scenario
from digital_literacy.public_services.service import Checked, Field, Page, Rule, Service

SEARCH, PROCEDURE, ELIGIBILITY, PLACE, LOGIN = "search", "procedure", "eligibility", "place", "login"
PAPERS, PAYMENT, REVIEW = "papers", "payment", "review"
_TITLES = {
    SEARCH: gettext_noop("Find the procedure"),
    PROCEDURE: gettext_noop("Read about the procedure"),
    ELIGIBILITY: gettext_noop("Is this procedure for you?"),
    PLACE: gettext_noop("Choose where to file"),
    LOGIN: gettext_noop("Log in"),
    PAPERS: gettext_noop("Papers"),
    PAYMENT: gettext_noop("Fee and payment"),
    REVIEW: gettext_noop("Check and file"),
}
PART_NAMES = {
    "fields": gettext_noop("Form fields"),
    "papers": gettext_noop("Papers"),
    "path": gettext_noop("The way there: procedure, address, agency"),
    "traps": gettext_noop("Traps avoided"),
    "supplement": gettext_noop("Answer to the request for a paper"),
    "help": gettext_noop("Done without hints"),
    "time": gettext_noop("Done in time"),
}
TRAP_NAMES = {
    "owner": gettext_noop("Filing for another person with the tick still there"),
    "old_name": gettext_noop("An old place name in an address"),
    "no_marks": gettext_noop("A name without its marks"),
    "date_format": gettext_noop("A date in a wrong shape"),
    "expired": gettext_noop("An expired paper"),
    "blurred": gettext_noop("A paper that cannot be read"),
    "stranger": gettext_noop("Paying by a stranger's code or account"),
    "lure": gettext_noop("A link that leaves the portal"),
}
_FIELDS_BETWEEN_CARDS = 4  # a screen or so of a phone
SELECT_FROM = 4  # more options than this stand in a list that opens


def practice_page(practice: Practice, *, today: date) -> dict[str, Any]:
    """Context of the whole flow."""
    service = practice.service
    return {
        "service": service,
        "scenario": practice.scenario,
        "cards": cards(practice),
        "story_day": _day(practice.scenario.today),
        "steps": _steps(practice),
        "with_help": practice.mode == "try",
        "minutes": practice.rubric.minutes if practice.rubric.time else 0,
        "shows": practice.shows,
        "half_filled": practice.half_filled,
        "provinces": administrative_units.provinces(),
        "units_as_of": administrative_units.AS_OF,
        **procedure_page(service, today=today),
    }


def procedure_page(service: Service, *, today: date) -> dict[str, Any]:
    """Facts of a procedure with the marks of what was not checked, or not lately."""

    def row(fact: Checked) -> dict[str, Any]:
        stale = fact.checked and fact.is_stale(today, service.stale_after_months)
        return {"fact": fact, "unchecked": not fact.checked, "stale": stale}

    return {
        "facts": [row(fact) for fact in service.facts],
        # A sum that nobody checked is not shown at all.
        "fees": [{**row(fee), "amount": _dong(fee.amount)} for fee in service.fees if fee.checked],
        "unchecked_fee": not all(fee.checked for fee in service.fees) or not service.fees,
        "term": row(service.term),
        "checked_day": _day(service.checked_on),
    }


def warnings(service: Service, *, today: date) -> list[dict[str, str]]:
    """What an author should look at: facts never checked, or checked too long ago."""
    return [
        {
            "label": getattr(fact, "label", ""),
            "day": _day(fact.checked_on) if fact.checked and fact.checked_on else "",
            "source": fact.source,
        }
        for fact in service.checks()
        if not fact.checked or fact.is_stale(today, service.stale_after_months)
    ]


def cards(practice: Practice) -> list[dict[str, Any]]:
    """The persona's cards."""
    return [
        {
            "role": person.role,
            "lines": [
                {
                    "label": detail.label,
                    "known": detail.id in DETAILS,
                    "value": _shown(detail.id, detail.value),
                    "translate": detail.id == "gender",
                }
                for detail in person.details
            ],
        }
        for person in practice.scenario.people
    ]


def _shown(identifier: str, value: str) -> str:
    if identifier == "gender":
        return GENDERS.get(value, value)
    return written(DETAILS[identifier][0], value) if identifier in DETAILS else value


def _dong(amount: int) -> str:
    return f"{amount:,} đồng".replace(",", ".")


def _day(day: date) -> str:
    return written("date", day.isoformat())


def _steps(practice: Practice) -> list[dict[str, Any]]:
    before = [page for page in practice.service.pages if not page.after_papers]
    after = [page for page in practice.service.pages if page.after_papers]
    asks = [ELIGIBILITY] if practice.service.eligibility else []
    # Who gets a half-filled dossier begins with the dossier.
    names = [PLACE] if practice.half_filled else [SEARCH, PROCEDURE, *asks, PLACE, LOGIN]
    steps: list[dict[str, Any]] = [_fixed(name) for name in names]
    steps += [_form(page, practice) for page in before]
    steps += [_fixed(PAPERS)] if practice.service.papers else []
    steps += [_form(page, practice) for page in after]
    pays = practice.service.pays_at("filing") and not practice.half_filled
    steps += [_fixed(PAYMENT)] if pays else []
    steps.append(_fixed(REVIEW))
    return [{**step, "number": number, "of": len(steps)} for number, step in enumerate(steps, start=1)]


def _fixed(name: str) -> dict[str, Any]:
    template = f"service_practice/step_{name}.html"
    return {"id": name, "title": _TITLES[name], "translate": True, "template": template}


def _form(page: Page, practice: Practice) -> dict[str, Any]:
    return {
        "id": page.id,
        "title": page.title,
        "translate": False,
        "template": "service_practice/step_form.html",
        "sections": [
            {
                "section": section,
                "cards": cards_here,
                "fields": [_field(item, practice) for item in section.fields],
            }
            for section, cards_here in zip(page.sections, _cards_again(page), strict=True)
        ],
    }


def _cards_again(page: Page) -> Iterator[bool]:
    """Whether the cards, which stand at the top of the page, are due again at the head of each section."""
    since = 0
    for section in page.sections:
        asked = sum(not item.locked for item in section.fields)
        again = bool(asked) and since >= _FIELDS_BETWEEN_CARDS
        since = asked if again else since + asked
        yield again


def _field(item: Field, practice: Practice) -> dict[str, Any]:
    value = source_value(item.source, practice.service, practice.scenario, "") if item.locked else ""
    shown = next((option.text for option in item.choices if option.id == value), "")
    return {
        "field": item,
        "value": shown or written(item.kind, value),
        "widget": _widget(item),
        "inputmode": {"date": "numeric", "identity_number": "numeric", "phone": "tel", "email": "email"}.get(
            item.kind
        ),
        "has_clue": bool(item.clue) and practice.mode == "try",
        "told": practice.shows,
    }


def _widget(item: Field) -> str:
    if item.locked:
        return "locked"
    if item.kind == "choice":
        return "select" if len(item.choices) > SELECT_FROM else "radio"
    if item.kind == "yes_no":
        return "checkbox"
    return "textarea" if item.kind == "text" and item.maximum > 200 else "input"


def rules_of_page(practice: Practice, translate: Callable[[str], str]) -> dict[str, Any]:
    """What the browser needs to check as the server does: formats, conditions, rules, texts. No expected answer."""
    service = practice.service
    return {
        "today": practice.scenario.today.isoformat(),
        "story": hashlib.sha256(f"{practice.mode} {practice.scenario.story.html}".encode()).hexdigest()[:12],
        "agency": service.agency,
        "agency_of": service.agency_of,
        "questions": [question.id for question in _questions(practice)],
        "shows": practice.shows,
        "filled": _filled(practice),
        "communes": _communes(practice),
        "sections": [
            {
                "id": section.id,
                "show": section.show,
                "fields": [_field_rules(item, practice) for item in section.fields],
            }
            for section in service.sections()
        ],
        "rules": [_rule(rule) for rule in service.rules],
        "papers": [
            {"id": p.id, "label": p.label, "required": p.required, "show": p.show} for p in service.papers
        ],
        "texts": {code: translate(text) for code, text in FAULT_TEXTS.items()},
    }


def _questions(practice: Practice) -> list[Question]:
    service = practice.service
    if practice.half_filled:
        return []
    return [*service.eligibility, *([service.payment.question] if service.payment else [])]


def _communes(practice: Practice) -> dict[str, list[list[str]]]:
    """The communes the story can need, so that the place can be chosen without a connection; others are fetched."""
    found = administrative_units.unit(practice.scenario.commune)
    if found is None or practice.service.agency_of == "province":
        return {}
    communes = administrative_units.communes(found.province_code)
    return {found.province_code: [[unit.code, unit.name] for unit in communes]}


def _filled(practice: Practice) -> dict[str, Any] | None:
    """What stands in the form at first, where somebody else has filled it in or where it is only shown."""
    if not (practice.shows or practice.half_filled):
        return None
    service, scenario = practice.service, practice.scenario
    scene = scenario if practice.half_filled else replace(scenario, slips={}, paper_slips={})
    values = filled_values(service, scene)
    place = service.place_of(scenario.commune)
    found = administrative_units.unit(place)
    return {
        "values": {
            item.id: values[item.id]
            if item.id in scene.slips
            else written(item.kind, values.get(item.id, ""))
            for item in service.fields()
            if not item.locked
        },
        "papers": filled_papers(scene),
        "place": place,
        "province": (found.province_code or found.code) if found else "",
        "place_name": found.name if found else "",
    }


def _field_rules(item: Field, practice: Practice) -> dict[str, Any]:
    rules: dict[str, Any] = {"id": item.id, "kind": item.kind, "label": item.label, "show": item.show}
    if item.locked:
        rules["place"] = item.source == "place.agency"
        rules["locked"] = source_value(item.source, practice.service, practice.scenario, "")
        return rules
    rules.update(required=item.required, default=item.default, minimum=item.minimum, maximum=item.maximum)
    rules.update(when=item.when, choices=[option.id for option in item.choices])
    return rules


def dossier_page(practice: Practice, dossier: Dossier, sheet: Sheet) -> dict[str, Any]:
    """Receipt and tracking; the result once the dossier came to its end."""
    term = practice.service.term.days or 3
    days = days_of_history(dossier.filed_on, len(dossier.history), term)
    tried = [option for option in map(_supplement(practice).get, dossier.tries) if option]
    return {
        "dossier": dossier,
        "service": practice.service,
        "seen": len(dossier.history),
        "history": [{"label": s.label, "day": _day(d)} for s, d in zip(dossier.history, days, strict=True)],
        "looked_up": len(dossier.history) > 1,
        "filed_on": _day(dossier.filed_on),
        "request": practice.scenario.supplement if dossier.status is Status.SUPPLEMENT_REQUIRED else None,
        **_owed(practice, dossier, sheet),
        "can_withdraw": Status.WITHDRAWN in MOVES[dossier.status],
        "refusals": refusals(practice, sheet) if dossier.status is Status.NOT_ACCEPTED else [],
        "tried": tried,
        "try_number": len(dossier.tries) + 1,
        "stuck": is_stuck(practice, dossier),
        **(result_page(practice, sheet, tries=dossier.tries) if dossier.finished else {}),
    }


def _owed(practice: Practice, dossier: Dossier, sheet: Sheet) -> dict[str, Any]:
    """The fee that the agency asks for, with what was tried before."""
    payment = practice.service.payment
    if payment is None or dossier.status is not Status.PAYMENT_REQUIRED:
        return {}
    tried = [way for way in payment.question.answers if not way.correct and _tried(sheet, way.id)]
    fees = [{"fact": fee, "amount": _dong(fee.amount)} for fee in practice.service.fees if fee.checked]
    return {"owed": payment.question, "ways_tried": tried, "fees": fees}


def _tried(sheet: Sheet, way: str) -> bool:
    return any(entry.endswith(f":payment:{way}") for entry in sheet.path)


def is_stuck(practice: Practice, dossier: Dossier) -> bool:
    """Whether the dossier waits for a paper or a fee that is no longer asked for."""
    if dossier.status is Status.PAYMENT_REQUIRED:
        return not practice.service.pays_at("obligation")
    return dossier.status is Status.SUPPLEMENT_REQUIRED and practice.scenario.supplement is None


def _supplement(practice: Practice) -> dict[str, Any]:
    supplement = practice.scenario.supplement
    return {option.id: option for option in supplement.options} if supplement else {}


def result_page(practice: Practice, sheet: Sheet, *, tries: Sequence[str] = ()) -> dict[str, Any]:
    """Points by part and the mistakes with their reasons; `tries` are ids of the papers sent on request."""
    found = score(practice, sheet)
    return {
        "share": found.share,
        "outcome": practice.service.outcome,
        "parts": [{"name": PART_NAMES[part.id], "part": part} for part in found.parts],
        "mistakes": mistakes(practice, sheet, tries=tries),
        "together": sheet.together,
        "traps": [TRAP_NAMES[name] for name in traps(practice, sheet)],
    }


def preview_page(practice: Practice) -> dict[str, Any]:
    """For authors: one group's story with everything that is right."""
    service, scenario = practice.service, practice.scenario
    commune = administrative_units.unit(service.place_of(scenario.commune))
    asked = scenario.supplement
    return {
        "scenario": scenario,
        "cards": cards(practice),
        "story_day": _day(scenario.today),
        "commune": commune.name if commune else "",
        "rights": [
            {"label": item.label, "value": _right(item, wanted)}
            for item, wanted in graded_fields(service, scenario)
        ],
        "papers": [
            {"label": paper.label, "items": _titles(scenario, scenario.attach.get(paper.id, ()))}
            for paper in service.papers
        ],
        "questions": [
            {"text": each.text, "titles": [answer.title for answer in each.answers if answer.correct]}
            for each in _questions(practice)
        ],
        "slips": _slips(practice) if practice.half_filled else [],
        "request": asked.request if asked else None,
        "answers": [option.title for option in asked.options if option.correct] if asked else [],
        "rubric": practice.rubric,
    }


def _slips(practice: Practice) -> list[dict[str, str]]:
    """What stands wrong in a half-filled dossier."""
    service, scenario = practice.service, practice.scenario
    found = [(service.field(key), value) for key, value in scenario.slips.items()]
    rows = [{"label": item.label, "value": _said(item, value)} for item, value in found if item]
    for key, chosen in scenario.paper_slips.items():
        paper, item = service.paper(key), scenario.item(chosen)
        rows.append({"label": paper.label if paper else "", "value": item.title if item else ""})
    return rows


def _said(item: Field, value: str) -> str:
    return next((option.text for option in item.choices if option.id == value), value)


def _titles(scenario: Scenario, items: tuple[str, ...]) -> list[str]:
    return [found.title for found in map(scenario.item, items) if found]


def _right(item: Field, wanted: Expectation) -> str:
    if item.choices:
        return next((option.text for option in item.choices if option.id == wanted.value), "")
    return written(item.kind, wanted.value) if wanted.value else " … ".join(wanted.mentions)


def _rule(rule: Rule) -> dict[str, Any]:
    named = sorted(rule.fields)
    return {"field": rule.field, "require": rule.require, "message": rule.message, "fields": named}
