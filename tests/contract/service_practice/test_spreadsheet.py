"""A service from a spreadsheet, in Studio and on the command line."""

from __future__ import annotations

import base64
import io
import sys

import pytest
from django.core.management import CommandError, call_command

from digital_literacy.public_services.spreadsheet.template import (
    template_rows,
    template_workbook,
    workbook_of,
)
from tests.contract.runtime import ContractRuntime, block_from, call, load
from tests.unit.public_services.samples import olx

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    block = block_from(olx())
    return load(ContractRuntime(staff=True, author=True, authored=block.runtime.authored), block.scope_ids)


def sent(data: bytes) -> dict:
    return {"file": base64.b64encode(data).decode()}


def test_what_is_taken_over_can_be_saved_and_played(editor):
    status, reply = call(editor, "import_spreadsheet", sent(template_workbook()))
    assert (status, reply["has_scenario"]) == (200, True)
    assert "the-thu-vien" not in editor.olx  # taking over saves nothing
    status, reply = call(editor, "studio_submit", {"values": {}, "olx": reply["olx"]})
    assert (status, reply) == (200, {"status": "ok"})
    learner = load(ContractRuntime(authored=editor.runtime.authored), editor.scope_ids)
    assert "Cấp thẻ bạn đọc thư viện" in learner.student_view({}).content


def test_faults_name_sheet_row_and_column(editor):
    sheets = template_rows()
    sheets["fees"][1][sheets["fees"][0].index("amount")] = "hai mươi nghìn"
    status, reply = call(editor, "import_spreadsheet", sent(workbook_of(sheets)))
    assert (status, reply["code"]) == (400, "invalid")
    assert [fault["element"] for fault in reply["faults"]] == ["fees, dòng 2, amount"]


@pytest.mark.parametrize("data", [{"file": "###"}, {"file": 7}, {}, {"file": "AAAA"}])
def test_what_is_no_workbook_is_refused(editor, data):
    status, reply = call(editor, "import_spreadsheet", data)
    assert (status, reply["status"]) == (400, "error")


def test_learners_reach_neither(editor):
    learner = load(ContractRuntime(authored=editor.runtime.authored), editor.scope_ids)
    assert call(learner, "import_spreadsheet", sent(template_workbook()))[0] == 403
    assert learner.spreadsheet_template(None).status_code == 403


def test_the_template_is_a_file(editor):
    reply = editor.spreadsheet_template(None)
    assert reply.status_code == 200
    assert reply.body[:2] == b"PK"
    assert "attachment" in reply.headers["Content-Disposition"]


def test_the_command_line(tmp_path):
    file, out = tmp_path / "mau.xlsx", tmp_path / "mau.xml"
    call_command("practice_service", "template", str(file), stdout=io.StringIO())
    said = io.StringIO()
    call_command("practice_service", "check", str(file), stdout=said)
    assert "mau.the-thu-vien" in said.getvalue()
    call_command("practice_service", "convert", str(file), "--out", str(out), stdout=io.StringIO())
    written = out.read_text(encoding="utf-8")
    assert written.startswith("<service ")
    with pytest.raises(CommandError):  # never over somebody's work
        call_command("practice_service", "convert", str(file), "--out", str(out), stdout=io.StringIO())
    assert out.read_text(encoding="utf-8") == written


def test_facts_to_check_again_are_listed_for_administrators():
    said = io.StringIO()
    call_command("practice_service", "stale", stdout=said)
    lines = said.getvalue().splitlines()
    assert any(line.startswith("3.000347 Đổi giấy phép lái xe: Cấp đổi, mỗi lần: ") for line in lines)
    # Facts that were checked lately are not in the list.
    assert not any("Tên thông tư đọc qua nguồn thứ hai" in line for line in lines)
    with pytest.raises(CommandError):
        call_command("practice_service", "check")


def test_the_command_line_tells_every_fault(tmp_path):
    sheets = template_rows()
    sheets["survey"][1][0] = "begin_grup"
    file = tmp_path / "sai.xlsx"
    file.write_bytes(workbook_of(sheets))
    with pytest.raises(CommandError, match="survey, dòng 2, type"):
        call_command("practice_service", "check", str(file))
    with pytest.raises(CommandError, match=r"none\.xlsx"):
        call_command("practice_service", "check", str(tmp_path / "none.xlsx"))


def test_services_are_chosen_by_their_names(editor):
    html = editor.studio_view({}).content
    assert '<option value="1.001193">Đăng ký khai sinh (1.001193)</option>' in html


def test_without_the_extra_both_say_what_is_missing(editor, monkeypatch, tmp_path):
    data = sent(template_workbook())
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    status, reply = call(editor, "import_spreadsheet", data)
    assert (status, reply["code"]) == (501, "no_spreadsheets")
    assert editor.spreadsheet_template(None).status_code == 501
    with pytest.raises(CommandError, match="openpyxl"):
        call_command("practice_service", "template", str(tmp_path / "x.xlsx"))
