"""Every practice of the course, for every group: the golden dossier earns everything, an empty one nothing."""

from __future__ import annotations

import pytest
from lxml import etree

from digital_literacy.olx import variants
from digital_literacy.public_services import filing, library
from digital_literacy.public_services.answers import read_answers
from digital_literacy.public_services.browser_rules import rules_of_page
from digital_literacy.public_services.library.scenarios import FORMS, choose, scenarios, titles
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
IN_LIBRARY = {each.id: code for code in library.codes() for each in scenarios(code)}
CASES = [(name, group) for name in ELEMENTS for group in ("", *GROUPS)] + [(name, "") for name in IN_LIBRARY]


def practice_of(name, group):
    """A practice of the course as a group has it, or one of a scenario of the library."""
    element = ELEMENTS.get(name)
    if element is None:
        element = etree.Element("service_practice", service=IN_LIBRARY[name], scenario=name)
    lineage = (group,) if group else ()
    found, faults = read_practice(variants.resolve(element, lineage), lineage)
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


def test_scenarios_of_the_library_have_ids_titles_and_known_groups_of_their_own():
    found = [each for code in library.codes() for each in scenarios(code)]
    assert len({each.id for each in found}) == len(found) == len(titles())
    assert [each.id for each in found if not each.title or each.form not in FORMS] == []
    assert {group for each in found for group in each.groups} <= set(GROUPS)


@pytest.mark.parametrize("code", [code for code in library.codes() if scenarios(code)])
def test_a_learner_gets_the_scenario_of_his_group_and_the_form_that_is_asked_for(code):
    for each in scenarios(code):
        assert choose(code, wanted=each.id) is each
        for group in each.groups:
            assert choose(code, form=each.form, lineage=(group,)).form == each.form
            assert group in choose(code, form=each.form, lineage=("nobody", group)).groups
    common = choose(code, lineage=("nobody",))
    assert common is not None
    assert choose(code) is common
    assert choose(code, wanted="none-of-these") is None


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


SLIPPED = [
    each.id for code in library.codes() for each in scenarios(code) if each.source.find("slip") is not None
]


def test_every_service_has_a_half_filled_dossier():
    assert {IN_LIBRARY[name] for name in SLIPPED} == set(library.codes())


@pytest.mark.parametrize("name", SLIPPED)
def test_a_half_filled_dossier_earns_nothing_as_found_and_everything_once_mended(name):
    element = etree.Element("service_practice", service=IN_LIBRARY[name], scenario=name, mode="faults")
    found, faults = read_practice(element)
    assert found is not None, [fault.text() for fault in faults]
    filled = rules_of_page(found, str)["filled"]
    as_found = {"values": filled["values"], "papers": filled["papers"], "commune": filled["place"]}
    assert score(found, filing.mark(filing.check(found, read_answers(found, as_found)))).share == 0
    mended = filing.check(found, read_answers(found, golden(found)))
    assert mended.faults == []
    parts = {part.id: part.possible - part.earned for part in score(found, filing.mark(mended)).parts}
    assert parts["fields"] == parts["papers"] == 0


@pytest.mark.parametrize("code", library.codes())
def test_every_service_has_a_scenario_in_both_forms(code):
    assert {each.form for each in scenarios(code)} == set(FORMS)


@pytest.mark.parametrize("code", library.codes())
def test_a_service_says_what_comes_of_it_and_where_it_is_filed(code):
    service = library.load(code)
    assert service.outcome
    assert any(fact.id == "where" for fact in service.facts)
