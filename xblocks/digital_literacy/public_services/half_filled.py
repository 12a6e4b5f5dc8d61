"""A dossier that somebody else has filled in, with the mistakes of the scenario in it: for finding faults."""

from __future__ import annotations

from dataclasses import replace

from digital_literacy.public_services.checking import read_form
from digital_literacy.public_services.marking import golden_values
from digital_literacy.public_services.scenario import Practice, Scenario
from digital_literacy.public_services.service import Field, Page, Section, Service


def filled_values(service: Service, scenario: Scenario) -> dict[str, str]:
    """What stands in the form at first: right values, normalised, and the slips as they were typed."""
    golden = read_form(service, scenario, golden_values(service, scenario), commune=scenario.commune)
    return {**golden.values, **scenario.slips}


def filled_papers(scenario: Scenario) -> dict[str, str]:
    """Which tray item lies at each paper at first."""
    return {**{paper: items[0] for paper, items in scenario.attach.items()}, **scenario.paper_slips}


def half_filled(practice: Practice) -> Practice:
    """The practice with what stands there at first as defaults of its fields."""
    values = filled_values(practice.service, practice.scenario)

    def of_field(item: Field) -> Field:
        return item if item.locked else replace(item, default=values.get(item.id, ""))

    def of_section(section: Section) -> Section:
        return replace(section, fields=tuple(map(of_field, section.fields)))

    def of_page(page: Page) -> Page:
        return replace(page, sections=tuple(map(of_section, page.sections)))

    service = replace(practice.service, pages=tuple(map(of_page, practice.service.pages)))
    return replace(practice, service=service)
