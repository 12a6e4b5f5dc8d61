"""Whether a form can go on: every fault at once, fields that open and close, rules between fields."""

from __future__ import annotations

import pytest

from digital_literacy.public_services import filing
from digital_literacy.public_services.answers import InvalidAnswerError, read_answers
from digital_literacy.public_services.checking import read_form
from tests.unit.public_services.samples import COMMUNE, VALUES, answers, practice


def faults(step="", group="", **changes):
    found = practice(group)
    return [
        (f.field, f.text) for f in filing.check(found, read_answers(found, answers(**changes)), step).faults
    ]


def test_golden_answers_have_no_faults():
    assert faults() == []


def test_all_faults_are_named_at_once():
    values = {**VALUES, "phone": "12", "stay_from": "31/02/2026", "head_name": "Hà 2"}
    found = dict(faults(values=values, papers={}, commune=""))
    assert set(found) == {"phone", "stay_from", "head_name", "commune", "paper:legal-place"}


def test_a_step_names_its_own_faults_only():
    values = {**VALUES, "phone": "12", "stay_from": "31/02/2026"}
    assert [field for field, _text in faults("chu-ho-so", values=values)] == ["phone"]
    assert [field for field, _text in faults("ke-khai", values=values)] == ["stay_from"]


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("01/12/2026", "01/12/2026", "sau ngày bắt đầu"),
        ("01/12/2026", "20/12/2026", "30 ngày"),
        ("01/12/2026", "02/12/2028", "2 năm"),
    ],
)
def test_rules_between_fields_use_the_authors_words(start, end, words):
    ((field, text),) = faults(values={**VALUES, "stay_from": start, "stay_to": end})
    assert field == "stay_to"
    assert words in text


def test_hidden_fields_are_neither_needed_nor_read():
    found = practice()
    values = {**VALUES, "subject_name": "Người Khác", "guardian_name": "x"}
    form = read_form(found.service, found.scenario, values, commune=COMMUNE)
    assert form.values["subject_name"] == ""
    assert form.faults == []


def test_a_minor_needs_a_guardian():
    found = practice("students")
    form = read_form(found.service, found.scenario, VALUES, commune=COMMUNE)
    assert {"guardian_name", "guardian_number"} <= {fault.field.id for fault in form.faults}


def test_locked_fields_ignore_what_is_sent():
    found = practice()
    form = read_form(found.service, found.scenario, {"filer_name": "Kẻ Giả Mạo"}, commune=COMMUNE)
    assert form.values["filer_name"] == "Phan Mẫu Thu Hà"
    assert form.values["send_to"] == "Công an phường Nha Trang"


def test_the_agency_follows_from_the_commune():
    service = practice().service
    assert service.agency_at("22780") == "Công an phường Đông Hải"
    assert service.agency_at("56") == service.agency_at("99999") == ""


@pytest.mark.parametrize(
    "sent",
    [
        {"values": []},
        {"values": {"unknown": "x"}},
        {"values": {"phone": 30}},
        {"values": {"phone": None}},
        {"values": {"request": "a" * 5000}},
        {"papers": {"legal-place": "stranger"}},
        {"papers": {"stranger": "lease-2026"}},
        {"papers": ["lease-2026"]},
        {"commune": "00000"},
        {"commune": "56"},
        {"commune": 22366},
        {"path": "nhanh"},
        {"path": ["stranger"]},
        {"path": [["nhanh"]]},
        {"path": ["nhanh"] * 101},
    ],
)
def test_forged_shapes_are_refused(sent):
    with pytest.raises(InvalidAnswerError):
        read_answers(practice(), sent)
