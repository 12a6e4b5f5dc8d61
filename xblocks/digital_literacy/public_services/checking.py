"""Whether a form can be sent: formats, needed fields, rules. Says nothing about whether it is right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from digital_literacy.olx.messages import gettext_noop
from digital_literacy.public_services import formats
from digital_literacy.public_services.conditions import holds
from digital_literacy.public_services.scenario import Scenario
from digital_literacy.public_services.service import Field, Page, Service

# What is wrong and how to mend it, by the codes of `formats.FAULTS` and of missing papers and places.
FAULT_TEXTS = {
    "required": gettext_noop("%(label)s: fill this in."),
    "choose": gettext_noop("%(label)s: choose one."),
    "must_agree": gettext_noop("%(label)s: tick this to go on."),
    "too_long": gettext_noop("%(label)s: this is too long. Shorten it."),
    "not_a_choice": gettext_noop("%(label)s: choose one of the list."),
    "not_yes_or_no": gettext_noop("%(label)s: tick it or leave it empty."),
    "real_looking": gettext_noop(
        "%(label)s: this looks like a real person's number or address. It was not kept and not sent. "
        "Use only what stands on the persona card."
    ),
    "name_letters": gettext_noop("%(label)s: write letters only, without digits or signs."),
    "name_parts": gettext_noop("%(label)s: write the full name: family name, middle name and given name."),
    "date_shape": gettext_noop("%(label)s: write day/month/year, for example 31/12/2005."),
    "date_day_first": gettext_noop("%(label)s: write the day first, then the month, for example 31/12/2005."),
    "date_unreal": gettext_noop("%(label)s: there is no such day. Look at day, month and year again."),
    "date_future": gettext_noop("%(label)s: this day is still to come. Look at the year again."),
    "date_past": gettext_noop("%(label)s: this day has passed. Write today or a later day."),
    "number_length": gettext_noop("%(label)s: write exactly 12 digits."),
    "number_practice": gettext_noop("%(label)s: write the sample number of the persona card."),
    "phone_length": gettext_noop("%(label)s: write 10 digits, for example 030 123 4567."),
    "phone_practice": gettext_noop("%(label)s: write the sample telephone of the persona card."),
    "email_shape": gettext_noop("%(label)s: write it as ten@example.com."),
    "email_practice": gettext_noop(
        "%(label)s: write the sample e-mail of the persona card; it ends in @example.com."
    ),
    "text_short": gettext_noop("%(label)s: write at least %(minimum)d characters."),
    "text_long": gettext_noop("%(label)s: write at most %(maximum)d characters."),
    "paper_missing": gettext_noop("%(label)s: choose the paper to hand in."),
    "place_missing": gettext_noop("Choose the province, then the commune."),
    "province_missing": gettext_noop("Choose the province or city."),
    "question_missing": gettext_noop("Choose an answer."),
}


@dataclass(frozen=True)
class FieldFault:
    """A fault at one field; `message` is the author's text where a rule of his is broken."""

    field: Field
    code: str
    message: str = ""


@dataclass
class Form:
    """A form as it was understood: normalised values of the fields that are shown, and the faults."""

    values: dict[str, str] = field(default_factory=dict)
    faults: list[FieldFault] = field(default_factory=list)


def read_form(
    service: Service, scenario: Scenario, typed: Mapping[str, str], *, commune: str, page: Page | None = None
) -> Form:
    """Understand what was typed.

    Args:
        typed: text by field id; values of locked fields are ignored, their source counts.
        commune: code of the commune chosen, for fields that come from it.
        page: report faults of this page only; values are read of all pages.
    """
    form, today = Form(), scenario.today
    values, options = form.values, format_options(service, today)
    for section in service.sections():
        shown = holds(section.show, values, today)
        for item in section.fields:
            if not shown or not (item.show is None or holds(item.show, values, today)):
                values[item.id] = ""
            elif item.locked:
                values[item.id] = source_value(item.source, service, scenario, commune)
            else:
                reading = _read_field(item, typed.get(item.id, item.default), options[item.id])
                values[item.id] = reading.value
                if reading.fault:
                    form.faults.append(FieldFault(item, reading.fault))
    form.faults.extend(_broken_rules(service, form, scenario.today))
    if page is not None:
        own = {item.id for section in page.sections for item in section.fields}
        form.faults = [fault for fault in form.faults if fault.field.id in own]
    return form


def _read_field(item: Field, typed: str, options: formats.FormatOptions) -> formats.Reading:
    reading = formats.read(item.kind, typed, options)
    if reading.fault or not item.required:
        return reading
    if item.kind == "yes_no" and reading.value != "yes" and not item.default:
        return formats.Reading(fault="must_agree")
    if reading.value:
        return reading
    return formats.Reading(fault="choose" if item.kind == "choice" else "required")


@lru_cache(maxsize=256)
def format_options(service: Service, today: date) -> Mapping[str, formats.FormatOptions]:
    """The format's options of each field, by field id."""
    return {
        item.id: formats.FormatOptions(
            minimum=item.minimum,
            maximum=item.maximum,
            when=item.when,
            choices=tuple(option.id for option in item.choices),
            today=today,
        )
        for item in service.fields()
    }


def source_value(source: str, service: Service, scenario: Scenario, commune: str) -> str:
    """The value at a source: `place.agency` follows from the commune chosen, the others from the persona."""
    return service.agency_at(commune) if source == "place.agency" else scenario.value_of(source)


def _broken_rules(service: Service, form: Form, today: date) -> list[FieldFault]:
    faulty = {fault.field.id for fault in form.faults}
    broken = []
    for rule in service.rules:
        named = rule.fields
        complete = all(form.values.get(name) for name in named)
        item = service.field(rule.field)
        if complete and item and not (named & faulty) and not holds(rule.require, form.values, today):
            broken.append(FieldFault(item, "rule", rule.message))
    return broken


def missing_papers(
    service: Service, chosen: Mapping[str, str], values: Mapping[str, str], today: date
) -> list[str]:
    """Ids of papers that are needed and were not chosen."""
    return [
        paper.id
        for paper in service.papers
        if paper.required and holds(paper.show, values, today) and not chosen.get(paper.id)
    ]
