"""For authors: one group's story with everything that is right."""

from __future__ import annotations

from typing import Any

from digital_literacy.frameworks import administrative_units
from digital_literacy.public_services.formats import written
from digital_literacy.public_services.marking import graded_fields
from digital_literacy.public_services.page import cards, day_of
from digital_literacy.public_services.scenario import Expectation, Practice, Scenario, questions_of
from digital_literacy.public_services.service import Field


def preview_page(practice: Practice) -> dict[str, Any]:
    """For authors: one group's story with everything that is right."""
    service, scenario = practice.service, practice.scenario
    commune = administrative_units.unit(service.place_of(scenario.commune))
    asked = scenario.supplement
    return {
        "scenario": scenario,
        "cards": cards(practice),
        "story_day": day_of(scenario.today),
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
            for each in questions_of(practice)
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
