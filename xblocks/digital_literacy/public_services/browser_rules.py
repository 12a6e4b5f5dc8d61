"""What the browser needs to check as the server does: formats, conditions, rules, texts. No expected answer.

Only a practice that is shown, or handed out half filled, sends what stands in its form.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from digital_literacy.frameworks import administrative_units
from digital_literacy.public_services.checking import FAULT_TEXTS, source_value
from digital_literacy.public_services.formats import written
from digital_literacy.public_services.half_filled import filled_papers, filled_values
from digital_literacy.public_services.scenario import Practice, questions_of
from digital_literacy.public_services.service import Field, Rule


def rules_of_page(practice: Practice, translate: Callable[[str], str]) -> dict[str, Any]:
    """What the browser needs to check as the server does: formats, conditions, rules, texts. No expected answer."""
    service = practice.service
    return {
        "today": practice.scenario.today.isoformat(),
        "story": hashlib.sha256(f"{practice.mode} {practice.scenario.story.html}".encode()).hexdigest()[:12],
        "agency": service.agency,
        "agency_of": service.agency_of,
        "questions": [question.id for question in questions_of(practice)],
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


def _rule(rule: Rule) -> dict[str, Any]:
    named = sorted(rule.fields)
    return {"field": rule.field, "require": rule.require, "message": rule.message, "fields": named}
