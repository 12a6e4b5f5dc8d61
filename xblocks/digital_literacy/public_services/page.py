"""What the pages of a practice show. Gives away nothing that the learner is to find out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from digital_literacy.frameworks import administrative_units
from digital_literacy.olx.messages import gettext_noop
from digital_literacy.public_services.checking import source_value
from digital_literacy.public_services.formats import written
from digital_literacy.public_services.scenario import DETAILS, GENDERS, Practice
from digital_literacy.public_services.service import Checked, Field, Page, Service

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
_FIELDS_BETWEEN_CARDS = 4  # a screen or so of a phone
SELECT_FROM = 4  # more options than this stand in a list that opens


def practice_page(practice: Practice, *, today: date) -> dict[str, Any]:
    """Context of the whole flow."""
    service = practice.service
    return {
        "service": service,
        "scenario": practice.scenario,
        "cards": cards(practice),
        "story_day": day_of(practice.scenario.today),
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
        "fees": [{**row(fee), "amount": dong(fee.amount)} for fee in service.fees if fee.checked],
        "unchecked_fee": not all(fee.checked for fee in service.fees) or not service.fees,
        "term": row(service.term),
        "checked_day": day_of(service.checked_on),
    }


def warnings(service: Service, *, today: date) -> list[dict[str, str]]:
    """What an author should look at: facts never checked, or checked too long ago."""
    return [
        {
            "label": getattr(fact, "label", ""),
            "day": day_of(fact.checked_on) if fact.checked and fact.checked_on else "",
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


def dong(amount: int) -> str:
    """A sum as Vietnamese write it: `200.000 đồng`."""
    return f"{amount:,} đồng".replace(",", ".")


def day_of(day: date) -> str:
    """A day as `31/12/2026`."""
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
