"""A service from a spreadsheet in Chromium: template, faults at their cell, taking over, bringing back."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from digital_literacy.public_services.spreadsheet.template import (
    template_rows,
    template_workbook,
    workbook_of,
)
from tests.browser.conftest import Visitor

COURSE = "BDHVS+KNS01+2026"
UNIT = f"block-v1:{COURSE}+type@vertical+block@dang-ky-tam-tru"
BLOCK = f"block-v1:{COURSE}+type@service_practice+block@tam-tru"


@pytest.fixture
def editor(desktop: Visitor) -> Page:
    """The editor of the first course's practice; nothing here saves."""
    page = desktop.become("author").open(f"/studio/unit/{UNIT}/?edit={quote(BLOCK, safe='')}")
    page.wait_for_selector("[data-dl-spreadsheet]")
    return page


def choose(page: Page, data: bytes) -> None:
    page.get_by_label("Bảng tính Excel (.xlsx)").set_input_files(
        {"name": "mau.xlsx", "mimeType": "application/octet-stream", "buffer": data}
    )


def test_the_template_comes_as_a_file(editor):
    with editor.expect_download() as download:
        editor.get_by_role("button", name="Tải bảng mẫu").click()
    assert download.value.suggested_filename == "mau-dich-vu-cong.xlsx"


def test_a_workbook_is_taken_over_and_undone(editor, desktop):
    olx = editor.locator("[data-dl-olx]")
    before = olx.input_value()
    choose(editor, template_workbook())
    expect(editor.locator("[data-dl-sheet-status]")).to_contain_text("Đã đưa vào dịch vụ và tình huống")
    assert "mau.the-thu-vien" in olx.input_value()
    desktop.check_page()
    editor.get_by_role("button", name="Lấy lại nội dung trước đó").click()
    assert olx.input_value() == before


def test_faults_name_the_cell_and_the_mended_file_can_be_chosen_again(editor):
    sheets = template_rows()
    sheets["fees"][1][sheets["fees"][0].index("amount")] = "hai mươi nghìn"
    before = editor.locator("[data-dl-olx]").input_value()
    choose(editor, workbook_of(sheets))
    expect(editor.locator("[data-dl-faults]")).to_contain_text("fees, dòng 2")
    expect(editor.locator("[data-dl-summary]")).to_contain_text("Chưa đưa bảng tính vào")
    assert editor.locator("[data-dl-olx]").input_value() == before
    choose(editor, template_workbook())
    expect(editor.locator("[data-dl-sheet-status]")).to_contain_text("Đã đưa vào")
    expect(editor.locator("[data-dl-faults]")).to_be_empty()
