"""OLX of services and scenarios: good sources read, every fault named with line and cure."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
from lxml import etree

import digital_literacy
from digital_literacy.frameworks.skills import national_frameworks
from digital_literacy.public_services import library
from digital_literacy.public_services.page import procedure_page, warnings
from digital_literacy.public_services.practice import find_faults
from digital_literacy.public_services.reading import read_service
from tests.unit.public_services.samples import GROUPS, element, olx, practice

SCHEMA = Path(digital_literacy.__file__).parent / "schema"


def faults_of(text: str):
    return find_faults(etree.fromstring(text), groups=GROUPS, lineage=lambda code: (code,))


def schema(name: str) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(SCHEMA / name))


def test_the_course_reads_without_faults():
    assert find_faults(element(), groups=GROUPS, lineage=lambda code: (code,)) == []


@pytest.mark.parametrize("code", library.codes())
def test_the_schema_takes_the_scenarios_of_the_library(code):
    path = files("digital_literacy.public_services.library").joinpath(f"{code}.scenarios.xml")
    document = etree.fromstring(path.read_bytes())
    assert document.get("service") == code
    assert schema("scenarios.rng").validate(document)


@pytest.mark.parametrize("code", library.codes())
def test_every_service_of_the_library_reads_and_fits_its_schema(code):
    service = library.load(code)
    assert service is not None
    assert service.code == code
    assert schema("service.rng").validate(etree.fromstring(library.source(code).encode()))


def test_the_course_fits_the_schema():
    assert schema("service_practice.rng").validate(etree.fromstring(olx()))


def test_an_inline_service_is_read_too():
    inline = library.source("1.004194").split("-->", 1)[1].replace('code="1.004194"', 'code="thu.1"')
    text = olx().replace('service="1.004194" ', "").replace("<scenario", inline + "<scenario", 1)
    assert faults_of(text) == []
    assert schema("service_practice.rng").validate(etree.fromstring(text))


@pytest.mark.parametrize(
    ("old", "new"), [('skills="tt02:', 'skills="tt02:9.9 tt02:'), ('skill="tt02:2.1"', 'skill="tt2:2.1"')]
)
def test_skill_codes_of_block_and_fields_are_checked_against_the_frameworks_given(old, new):
    inline = library.source("1.004194").split("-->", 1)[1].replace('code="1.004194"', 'code="thu.1"')
    text = olx().replace('service="1.004194" ', "").replace("<scenario", inline + "<scenario", 1)
    source = etree.fromstring(text)
    known = national_frameworks()
    options = {"groups": GROUPS, "lineage": lambda code: (code,), "frameworks": known}
    assert find_faults(source, **options) == []
    assert find_faults(etree.fromstring(text.replace(old, new)), **options)


REAL = "056 099 " + "000000"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('service="1.004194"', 'service="9.999999"', "no service"),
        ('mode="try"', 'mode="watch"', "mode"),
        ("003 198 000011", REAL, "real person"),
        ("030 111 2211", "0905" + "123456", "real person"),
        ("thuha@example.com", "thuha@" + "gmail.com", "real person"),
        ("15/08/1998", "1998", "birth_date"),
        ('commune="22366"', 'commune="56"', "no commune"),
        ('<expect field="relation">head', '<expect field="relation">king', "relation"),
        ('<expect field="stay_from">01/12/2026', '<expect field="stay_from">', "stay_from"),
        ('<expect field="delivery">', '<expect field="nowhere">', "no field"),
        ('items="lease-2026"', 'items="lost"', "does not exist"),
        ('correct="true"', 'correct="false"', "No paper answers"),
        ('id="filer"', 'id="someone"', "Nobody files"),
        ("<story>", "<stori>", "story"),
        ('today="2026-11-23"', 'today="hôm nay"', "not a date"),
        ('group="students"', 'group="nobody"', "target group"),
        ("<look><p>Trang 4", "<look><script/><p>Trang 4", "cannot stand in text"),
    ],
)
def test_faults_name_line_and_problem(old, new, words):
    text = olx()
    assert old in text
    text = text.replace(old, new, 1)
    text = text.replace("</story>", "</stori>", 1) if new == "<stori>" else text
    found = faults_of(text)
    assert any(words in fault.text() for fault in found), [fault.text() for fault in found]
    assert all(fault.cure for fault in found)
    assert REAL not in str(found)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('lure="true"', 'lure="true" x="1"', "not known"),
        ("tamtru-nhanh.example", "tamtru-nhanh.vn", "could exist"),
        (' correct="true"', "", "Exactly one"),
        ('type="phone"', 'type="telephone"', "type"),
        ('<equals field="is_owner">no', '<equals field="declaration">no', "before it"),
        ('<under_age field="filer_birth_date" years="18"/>', '<under_age field="x"/>', "cannot be read"),
        ('years="18"', 'years="many"', "whole numbers"),
        ('id="phone"', 'id="email"', "used twice"),
        ('fields="50" papers="20"', 'fields="0" papers="0"', "Neither"),
        ('locked="true" from="filer.full_name"', 'locked="true"', "comes from"),
        ('amount="7000"', 'amount="bảy nghìn"', "whole number"),
        ("<name>Đăng ký tạm trú</name>\n  <summary>", "<summary>", "name"),
    ],
)
def test_faults_of_a_service(old, new, words):
    text = library.source("1.004194")
    assert old in text
    service, found = read_service(etree.fromstring(text.replace(old, new, 1).encode()))
    assert service is None
    assert any(words in fault.text() for fault in found), [fault.text() for fault in found]
    assert all(fault.line for fault in found)


def test_an_unchecked_fee_is_not_shown_as_a_fact():
    text = library.source("1.004194").replace(
        'amount="7000" checked="true" checked_on="2026-11-23"', 'amount="7000"'
    )
    service, _faults = read_service(etree.fromstring(text.encode()))
    shown = procedure_page(service, today=date(2026, 11, 24))
    assert shown["unchecked_fee"]
    assert [fee["fact"].amount for fee in shown["fees"]] == [15000]


def test_old_facts_are_marked_and_authors_warned():
    service = practice().service
    now, later = date(2026, 12, 1), date(2027, 6, 1)
    assert not any(row["stale"] for row in procedure_page(service, today=now)["facts"])
    assert any(row["stale"] for row in procedure_page(service, today=later)["fees"])
    assert len(warnings(service, today=later)) > len(warnings(service, today=now)) > 0


def test_a_right_answer_that_the_form_refuses_names_its_line_and_says_why():
    text = olx().replace('<expect field="stay_from">01/12/2026', '<expect field="stay_from">31/02/2026', 1)
    line = text[: text.index('<expect field="stay_from">')].count("\n") + 1
    fault = next(fault for fault in faults_of(text) if fault.params.get("id") == "stay_from")
    assert fault.line == line
    assert "there is no such day" in fault.text()
    assert "date_unreal" not in fault.text()


def test_faults_of_the_scenario_are_told_together_and_once():
    text = olx().replace('<expect field="stay_from">01/12/2026', '<expect field="stay_from">31/02/2026', 1)
    text = text.replace('items="lease-2026"', 'items="lost"', 1)
    text = text.replace("003 198 000011", REAL, 1)
    told = [fault.text() for fault in faults_of(text)]
    assert any("no such day" in one for one in told)
    assert any("does not exist" in one for one in told)
    assert sum("could be a real person's" in one for one in told) == 1
    assert not any("does not fit a person's" in one for one in told)
