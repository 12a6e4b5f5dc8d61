"""Every practice of the course, for every group: the golden dossier earns everything, an empty one nothing."""

from __future__ import annotations

import pytest
from lxml import etree

from digital_literacy.olx import variants
from digital_literacy.public_services import filing, library
from digital_literacy.public_services.answers import read_answers
from digital_literacy.public_services.marking import golden_choices, golden_values
from digital_literacy.public_services.practice import find_faults, read_practice
from digital_literacy.public_services.reasons import mistakes
from digital_literacy.public_services.rubric import score
from tests.unit.public_services.samples import GROUPS, ROOT

ELEMENTS = {
    str(element.get("url_name")): element
    for chapter in sorted((ROOT / "course_content").glob("*/chapter/*.xml"))
    for element in etree.parse(chapter).iter("service_practice")
}
CASES = [(name, group) for name in ELEMENTS for group in ("", *GROUPS)]


def practice_of(name, group):
    found, faults = read_practice(variants.resolve(ELEMENTS[name], (group,) if group else ()))
    assert found is not None, [fault.text() for fault in faults]
    return found


def golden(found):
    return {
        "values": golden_values(found.service, found.scenario),
        "papers": {paper: items[0] for paper, items in found.scenario.attach.items()},
        "commune": found.service.place_of(found.scenario.commune),
        "choices": golden_choices(found.service),
        "path": [result.id for result in found.service.results if result.correct],
    }


def test_every_service_of_the_library_is_practised():
    assert {element.get("service") for element in ELEMENTS.values()} == set(library.codes())


@pytest.mark.parametrize("name", ELEMENTS)
def test_it_has_no_fault_in_any_variant(name):
    faults = find_faults(ELEMENTS[name], groups=GROUPS, lineage=lambda code: (code,))
    assert [fault.text() for fault in faults] == []


@pytest.mark.parametrize(("name", "group"), CASES)
def test_the_golden_dossier_earns_everything(name, group):
    found = practice_of(name, group)
    checked = filing.check(found, read_answers(found, golden(found)))
    assert checked.faults == []
    sheet = filing.mark(checked)
    assert mistakes(found, sheet) == []
    dossier = filing.open_dossier(found, sheet, number=1).looked_up(1).looked_up(2).looked_up(3)
    if found.scenario.supplement:
        right = next(option.id for option in found.scenario.supplement.options if option.correct)
        dossier, sheet = filing.supplement(found, dossier, sheet, option=right, number=1)
        dossier = dossier.looked_up(5)
    if sheet.owes:
        _paid, sheet = filing.pay(found, dossier, sheet, way=golden_choices(found.service)["payment"])
    assert score(found, sheet).share == 1


@pytest.mark.parametrize(("name", "group"), CASES)
def test_an_empty_dossier_earns_nothing(name, group):
    found = practice_of(name, group)
    assert score(found, filing.mark(filing.check(found, read_answers(found, {})))).share == 0


@pytest.mark.parametrize(("name", "group"), CASES)
def test_each_wrong_paper_and_each_lure_says_why(name, group):
    found = practice_of(name, group)
    right = {item for items in found.scenario.attach.values() for item in items}
    assert [item.id for item in found.scenario.tray if item.id not in right and not item.reason] == []
    assert [result.id for result in found.service.results if not result.correct and not result.reason] == []


@pytest.mark.parametrize("code", library.codes())
def test_a_service_says_what_comes_of_it_and_where_it_is_filed(code):
    service = library.load(code)
    assert service.outcome
    assert any(fact.id == "where" for fact in service.facts)
