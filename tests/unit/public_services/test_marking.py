"""Which answers are right, what each mistake costs and what is said about it."""

from __future__ import annotations

import pytest

from digital_literacy.public_services import filing
from digital_literacy.public_services.answers import read_answers
from digital_literacy.public_services.marking import golden_values
from digital_literacy.public_services.reasons import mistakes
from digital_literacy.public_services.rubric import Sheet, score
from tests.unit.public_services.samples import CHOICES, GROUPS, answers, practice


def marked(sent=None, **changes):
    found = practice()
    sheet = filing.mark(filing.check(found, read_answers(found, sent or answers(**changes))))
    return found, sheet


def with_values(**values):
    sent = answers()
    sent["values"].update(values)
    return sent


@pytest.mark.parametrize("group", ["", *GROUPS])
def test_a_faultless_dossier_of_every_group_earns_everything(group):
    found = practice(group)
    scenario = found.scenario
    sent = {
        "values": golden_values(found.service, scenario),
        "papers": {paper: items[0] for paper, items in scenario.attach.items()},
        "commune": scenario.commune,
        "choices": CHOICES,
    }
    read = read_answers(found, sent)
    assert filing.check(found, read).faults == []
    sheet = filing.mark(filing.check(found, read))
    assert mistakes(found, sheet) == []
    dossier = filing.open_dossier(found, sheet, number=1).looked_up(1).looked_up(2).looked_up(3)
    right = next(option.id for option in scenario.supplement.options if option.correct)
    _moved, sheet = filing.supplement(found, dossier, sheet, option=right, number=1)
    assert score(found, sheet).share == 1


def test_an_empty_dossier_earns_nothing():
    found = practice()
    sheet = filing.mark(filing.check(found, read_answers(found, {})))
    assert score(found, sheet).share == 0


def test_what_was_typed_in_other_ways_is_right_too():
    _found, sheet = marked(
        with_values(
            head_name="PHAN MẪU THU HÀ",
            phone="+84 30 111 2211",
            stay_from="ngày 1 tháng 12 năm 2026",
            stay_address="27 hoa phượng",
            email="",
        )
    )
    assert [mark.code for mark in sheet.fields.values() if mark.code] == []
    assert "email" not in sheet.fields


@pytest.mark.parametrize(
    ("values", "field", "share", "words"),
    [
        ({"head_name": "Phan Mau Thu Ha"}, "head_name", 0.5, "marks are missing"),
        ({"stay_address": "Số 27 Hoa Phượng, thành phố Nha Trang"}, "stay_address", 0, "cấp huyện"),
        ({"stay_address": "Số 27, Hoa Phượng, phường Lộc Thọ"}, "stay_address", 0, "tên cũ"),
        ({"stay_address": "Số 127, đường Hoa Phượng"}, "stay_address", 0.5, "chưa khớp"),
        ({"stay_from": "02/12/2026"}, "stay_from", 0, "không khớp"),
        ({"relation": "tenant"}, "relation", 0, "quan hệ"),
        ({"head_number": "003000000000"}, "head_number", 0, "số định danh"),
        ({"request": "Xin làm giấy tờ ở Nha Trang"}, "request", 0.5, "nói rõ"),
    ],
)
def test_a_mistake_has_its_price_and_its_reason(values, field, share, words):
    found, sheet = marked(with_values(**values))
    assert sheet.fields[field].share == share
    assert {key for key, mark in sheet.fields.items() if mark.code} == {field}
    (mistake,) = mistakes(found, sheet)
    assert words in mistake.message + mistake.reason.text
    assert mistake.skill.startswith("tt02:")


def test_filing_for_another_with_the_box_ticked_costs_his_whole_part():
    found = practice("citizens")
    values = {**golden_values(found.service, found.scenario), "is_owner": "yes"}
    sheet = filing.mark(
        filing.check(found, read_answers(found, {"values": values, "commune": found.scenario.commune}))
    )
    wrong = {key for key, mark in sheet.fields.items() if mark.code}
    assert wrong == {"is_owner", "subject_name", "subject_birth_date", "subject_gender", "subject_number"}
    assert sheet.fields["subject_name"].code == "hidden"


def test_the_number_of_another_person_is_named_so():
    found = practice("students")
    values = {**golden_values(found.service, found.scenario), "guardian_name": "Trần Mẫu Lựu"}
    sheet = filing.mark(
        filing.check(found, read_answers(found, {"values": values, "commune": found.scenario.commune}))
    )
    assert sheet.fields["guardian_name"].code == "other_person"


@pytest.mark.parametrize(
    ("papers", "code"),
    [({"legal-place": "lease-2024"}, "item:lease-2024"), ({}, "missing")],
)
def test_papers_are_marked_with_the_reason_of_the_paper(papers, code):
    found, sheet = marked(papers=papers)
    assert sheet.papers["legal-place"].code == code
    assert mistakes(found, sheet)[0].part == "papers"


def test_a_paper_that_is_not_needed_costs():
    _found, sheet = marked(papers={"legal-place": "lease-2026", "consent": "power-bill"})
    assert sheet.papers["consent"].share == 0


def points(found, sheet):
    return {part.id: part.earned for part in score(found, sheet).parts}


@pytest.mark.parametrize(
    ("path", "earned"),
    [([], 5), (["thuong-tru"], 3.75), (["nhanh"], 5), (["tam-vang", "thuong-tru", "tach-ho", "luu-tru"], 0)],
)
def test_detours_cost_points_of_the_path(path, earned):
    found, sheet = marked(path=path)
    assert points(found, sheet)["path"] == earned


def test_the_wrong_agency_costs_and_refuses():
    found, sheet = marked(commune="22390")
    assert points(found, sheet)["path"] == 2.5
    assert not filing.open_dossier(found, sheet, number=1).accepted


@pytest.mark.parametrize(("tries", "earned"), [(1, 10), (2, 5), (3, 2.5), (7, 2.5)])
def test_the_supplement_is_worth_less_with_each_wrong_paper(tries, earned):
    found, sheet = marked()
    sheet = Sheet(**{**sheet.__dict__, "tries": tries, "answered": True})
    assert points(found, sheet)["supplement"] == earned


def test_hints_cost_their_part():
    found = practice()
    sheet = filing.mark(
        filing.check(found, read_answers(found, answers())), helped=["phone", "phone", "relation"]
    )
    assert points(found, sheet)["help"] == 3


def test_a_sheet_holds_nothing_typed():
    _found, sheet = marked()
    kept = str(sheet.as_state())
    for typed in ("Phan", "003", "030", "Hoa Phượng", "2026-12", "22366"):
        assert typed not in kept
    assert Sheet.from_state(sheet.as_state()) == sheet
