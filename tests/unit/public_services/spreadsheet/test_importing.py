"""A workbook becomes a service or a practice; every fault names sheet, row and column; hostile files cost little."""

from __future__ import annotations

import copy
import io
import re
import time
import tracemalloc
import zipfile
from datetime import datetime

import pytest
from openpyxl import Workbook, load_workbook

from digital_literacy.olx.parsing import parse
from digital_literacy.public_services.conditions import holds
from digital_literacy.public_services.practice import read_practice
from digital_literacy.public_services.reading import read_service
from digital_literacy.public_services.spreadsheet import workbook
from digital_literacy.public_services.spreadsheet.faults import Place, SpreadsheetError
from digital_literacy.public_services.spreadsheet.importing import MOST_FAULTS, import_workbook
from digital_literacy.public_services.spreadsheet.template import (
    template_rows,
    template_workbook,
    workbook_of,
)


@pytest.fixture
def sheets():
    return copy.deepcopy(template_rows())


def put(sheets, sheet, row, column, text):
    """Write one cell; `row` counts from 1 as in the sheet."""
    sheets[sheet][row - 1][sheets[sheet][0].index(column)] = text


def row_of(sheets, sheet, column, text):
    at = sheets[sheet][0].index(column)
    return next(number for number, row in enumerate(sheets[sheet], start=1) if row[at] == text)


def faults_of(sheets):
    return import_workbook(workbook_of(sheets)).faults


def test_the_template_is_a_whole_practice_that_reads_without_a_fault():
    imported = import_workbook(template_workbook())
    assert imported.faults == ()
    assert imported.has_scenario
    practice, faults = read_practice(parse(f'<service_practice mode="try">{imported.olx}</service_practice>'))
    assert faults == []
    assert len(list(practice.service.fields())) >= 10
    assert [fee.amount for fee in practice.service.fees] == [20000]
    assert practice.scenario.attach == {"photo": ("photo-new",)}
    assert [question.id for question in practice.service.eligibility] == ["age"]
    assert practice.service.payment.due == "filing"
    assert [way.lure for way in practice.service.payment.question.answers] == [False, True]


def test_agency_traps_and_mistakes_to_find_come_from_their_columns(sheets):
    put(sheets, "settings", 2, "agency_of", "province")
    put(sheets, "settings", 2, "points_traps", "7")
    put(sheets, "tray", 3, "trap", "expired")
    put(sheets, "tray", 3, "refused", "yes")
    sheets["slips"].append(["", "", "photo", sheets["tray"][2][0]])
    imported = import_workbook(workbook_of(sheets))
    assert imported.faults == ()
    practice, faults = read_practice(
        parse(f'<service_practice mode="faults">{imported.olx}</service_practice>')
    )
    assert faults == []
    wrong = practice.scenario.tray[1]
    assert (wrong.trap, wrong.refused) == ("expired", True)
    assert practice.scenario.paper_slips == {"photo": wrong.id}
    assert (practice.service.agency_of, practice.rubric.traps) == ("province", 7)


@pytest.mark.parametrize(
    ("sheet", "column", "text"),
    [("settings", "agency_of", "nation"), ("tray", "trap", "bait"), ("payment", "due", "never")],
)
def test_words_that_are_not_known_are_told_at_their_cell(sheets, sheet, column, text):
    put(sheets, sheet, 2, column, text)
    assert [fault.place.sheet for fault in faults_of(sheets)] == [sheet]


def test_conditions_and_rules_mean_what_the_sheet_says():
    olx = import_workbook(template_workbook()).olx
    service, _faults = read_service(parse(f"<both>{olx}</both>")[0])
    today = practice_day = service.checked_on
    guardian = service.field("guardian").show
    assert holds(guardian, {"birth_date": "2015-01-01"}, today)
    assert not holds(guardian, {"birth_date": "1990-01-01"}, practice_day)
    rule = service.rules[0].require
    assert holds(rule, {"from": "2026-12-01", "to": "2027-11-30"}, today)
    assert not holds(rule, {"from": "2026-12-01", "to": "2026-12-05"}, today)
    assert not holds(rule, {"from": "2027-12-01", "to": "2026-12-05"}, today)


def test_without_a_scenario_it_is_a_service_for_the_library(sheets):
    for name in ("scenario", "people", "expected", "tray", "slips", "supplement"):
        del sheets[name]
    imported = import_workbook(workbook_of(sheets))
    assert (imported.faults, imported.has_scenario) == ((), False)
    service, faults = read_service(parse(imported.olx))
    assert (service.code, faults) == ("mau.the-thu-vien", [])


def test_the_same_workbook_gives_the_same_text():
    assert import_workbook(template_workbook()).olx == import_workbook(template_workbook()).olx


@pytest.mark.parametrize(
    ("sheet", "column", "was", "text", "place"),
    [
        ("survey", "type", "phone", "telephone", "type"),
        ("survey", "relevant", "${delivery} = 'post'", "${delivery} == 'post'", "relevant"),
        ("survey", "relevant", "${delivery} = 'post'", "${nowhere} = 'post'", "relevant"),
        ("survey", "type", "select_one kind", "select_one kinds", "type"),
        ("survey", "required", "yes", "maybe", "required"),
        ("survey", "name", "email", "E-mail!", "name"),
        ("search", "host", "the-nhanh.example", "the-nhanh.com", "name"),
        ("fees", "amount", "20000", "20.000", "amount"),
        ("scenario", "commune", "22780", "99999", "commune"),
        ("people", "identity_number", "003198000011", "abc", "identity_number"),
        ("expected", "value", "borrow", "mượn", "field"),
        ("tray", "paper", "photo", "picture", "paper"),
        ("settings", "checked_on", "2026-11-25", "25/11/2026", "checked_on"),
    ],
)
def test_a_fault_names_sheet_row_and_column(sheets, sheet, column, was, text, place):
    row = row_of(sheets, sheet, column, was)
    put(sheets, sheet, row, column, text)
    places = [fault.place for fault in faults_of(sheets)]
    assert Place(sheet, row, place) in places


def test_faults_of_shape_and_of_content_are_told_together_and_once_a_row(sheets):
    types = row_of(sheets, "survey", "name", "delivery")
    put(sheets, "survey", types, "type", "telephone")  # a condition below names this field
    put(sheets, "fees", 2, "amount", "hai mươi nghìn")
    assert [fault.place for fault in faults_of(sheets)] == [
        Place("fees", 2, "amount"),
        Place("survey", types, "type"),
    ]


def test_a_number_that_could_be_real_is_refused_and_not_repeated(sheets):
    put(sheets, "people", 2, "identity_number", "001198000011")
    faults = faults_of(sheets)
    assert Place("people", 2, "identity_number") in [fault.place for fault in faults]
    assert not any("001198000011" in fault.text() for fault in faults)


@pytest.mark.parametrize(
    ("rows", "row"),
    [
        ([["begin_group", "a", "A"]], 2),
        ([["end_group"]], 2),
        ([["text", "a", "A"]], 2),
        ([["begin_group", "a", "A"], ["begin_repeat", "b", "B"], ["end_group"], ["end_group"]], 4),
        ([["begin_repeat", "b", "B"], ["end_repeat"]], 2),
    ],
)
def test_groups_that_do_not_fit_are_told_at_their_row(sheets, rows, row):
    width = len(sheets["survey"][0])
    sheets["survey"][1:] = [line + [""] * (width - len(line)) for line in rows]
    assert row in [fault.place.row for fault in faults_of(sheets) if fault.place.sheet == "survey"]


def test_a_table_of_people(sheets):
    at = row_of(sheets, "survey", "name", "delivery") - 1
    columns = sheets["survey"][0]

    def line(**cells):
        cells = {key.rstrip("_"): value for key, value in cells.items()}
        return [cells.get(column, "") for column in columns]

    end = next(n for n in range(at, len(sheets["survey"])) if sheets["survey"][n][0] == "end_group") + 1
    sheets["survey"].insert(at, line(type_="select_one count", name="count", label="Số người"))
    sheets["survey"][end + 1 : end + 1] = [
        line(type_="begin_repeat", name="child", label="Trẻ thứ", repeat_count="${count}", max="2"),
        line(type_="person_name", name="full_name", label="Họ và tên", required="yes"),
        line(type_="end_repeat"),
    ]
    sheets["choices"] += [["count", "0", "Không"], ["count", "1", "Một"]]
    sheets["expected"].append(["count", "0", "", "", "", "", ""])
    imported = import_workbook(workbook_of(sheets))
    assert [fault.text() for fault in imported.faults] == []
    service, _faults = read_service(parse(f"<both>{imported.olx}</both>")[0])
    assert service.field("child2_full_name") is not None


def test_unknown_sheets_and_columns_are_told_and_own_notes_are_not(sheets):
    sheets["_notes"] = [["anything"], ["=1+1"]]
    sheets["surveys"] = [["type"]]
    sheets["fees"][0].append("price")
    sheets["facts"][0].append("_mine")
    sheets["facts"][1].append("=1+1")
    assert [fault.place for fault in faults_of(sheets)] == [Place("surveys"), Place("fees", 1, "price")]


@pytest.mark.parametrize("text", ["=HYPERLINK('http://x.example')", "=cmd|' /C calc'!A0", " =1+1"])
def test_formulas_are_refused_at_their_cell(sheets, text):
    put(sheets, "facts", 2, "label", text)
    assert [fault.place for fault in faults_of(sheets)] == [Place("facts", 2, "label")]


def test_markup_in_a_cell_stays_text(sheets):
    put(sheets, "facts", 2, "text", "<script>alert(1)</script> & <!DOCTYPE x>")
    imported = import_workbook(workbook_of(sheets))
    assert imported.faults == ()
    fact = parse(f"<both>{imported.olx}</both>").find("service/fact/text/p")
    assert fact.text == "<script>alert(1)</script> & <!DOCTYPE x>"
    assert len(fact) == 0


def test_dates_and_numbers_of_the_program_are_read(sheets):
    book = load_workbook(io.BytesIO(workbook_of(sheets)))
    book["scenario"]["A2"].value = datetime(2026, 11, 25)
    book["fees"]["C2"].value = 20000
    book["search"]["E2"].value = True
    written = io.BytesIO()
    book.save(written)
    assert import_workbook(written.getvalue()).faults == ()


def test_a_size_that_the_file_declares_wrongly_hides_nothing():
    data = with_part(
        "xl/worksheets/sheet5.xml",
        lambda part: re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1"', part),
    )
    assert import_workbook(data).olx == import_workbook(template_workbook()).olx


def test_cells_far_outside_are_refused():
    far = with_part(
        "xl/worksheets/sheet5.xml",
        lambda part: part.replace(
            b"</sheetData>", b'<row r="900000"><c r="A900000"><v>1</v></c></row></sheetData>'
        ),
    )
    with pytest.raises(SpreadsheetError):
        import_workbook(far)


# Hostile files


def zipped(parts: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return written.getvalue()


def with_part(name: str, change) -> bytes:
    with zipfile.ZipFile(io.BytesIO(template_workbook())) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    parts[name] = change(parts[name])
    return zipped(parts)


def entity(data: bytes) -> bytes:
    start = data.index(b"?>") + 2 if data.startswith(b"<?xml") else 0
    return data[:start] + b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + data[start:]


def long_sheet(rows: int) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("survey")
    sheet.append(["type", "name", "label"])
    for number in range(rows):
        sheet.append(["text", f"f{number}", "Ô"])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


HOSTILE = {
    "nothing": lambda: b"",
    "no archive": lambda: b"<xml/>" * 100,
    "another archive": lambda: zipped({"a.txt": b"a"}),
    "cut off": lambda: template_workbook()[:3000],
    "zip bomb": lambda: zipped({"xl/worksheets/sheet1.xml": b"0" * (64 * 1024 * 1024)}),
    "many parts": lambda: zipped({f"{n}.xml": b"<a/>" for n in range(3000)}),
    "external entity": lambda: with_part("xl/workbook.xml", entity),
    "entity in a sheet": lambda: with_part("xl/worksheets/sheet1.xml", entity),
    "UTF-16 part": lambda: with_part("xl/workbook.xml", lambda data: data.decode().encode("utf-16")),
    "100,000 fields": lambda: long_sheet(100_000),
    "1,500 fields": lambda: long_sheet(1_500),
    "large file": lambda: b"PK" + b"\0" * (workbook.MAX_BYTES + 1),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_files_are_refused_with_little_memory(kind):
    data = HOSTILE[kind]()
    tracemalloc.start()
    started = time.monotonic()
    try:
        with pytest.raises(SpreadsheetError) as refused:
            import_workbook(data)
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert refused.value.faults[0].text()
    assert peak < 64 * 1024 * 1024
    assert time.monotonic() - started < 20  # a hang, not a race


def test_many_faults_are_told_up_to_a_number(sheets):
    width = len(sheets["survey"][0])
    sheets["survey"] += [["nonsense", f"x{n}", "X"] + [""] * (width - 3) for n in range(900)]
    assert len(faults_of(sheets)) == MOST_FAULTS
