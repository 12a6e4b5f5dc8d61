"""A new author's sitting: a service of the docs is put into an empty block in Studio, saved, and filed as a learner."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from digital_literacy.public_services.practice import read_practice
from digital_literacy.public_services.source import Source
from digital_literacy.public_services.spreadsheet.template import template_workbook
from tests.browser.conftest import Visitor
from tests.browser.small_host import course_host, one_lesson
from tests.browser.test_library_services import go_through, press, track_to_result
from tests.contract.build_course.test_author_docs import xml_of

COURSE = "DLTEST+NEW01+2026"
KEY = f"block-v1:{COURSE}+type@{{}}+block@{{}}"
PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A host with empty practices: what Studio adds to a unit."""
    units = "".join(
        f'<vertical url_name="u-{name}" display_name="{name}"><service_practice url_name="{name}"/></vertical>'
        for name in ("typed", "sheet", "empty")
    )
    with course_host(tmp_path_factory, "NEW01", one_lesson(units)) as address:
        yield address


def editor(author: Visitor, name: str) -> Page:
    unit, block = KEY.format("vertical", f"u-{name}"), KEY.format("service_practice", name)
    page = author.open(f"/studio/unit/{unit}/?edit={quote(block, safe='')}")
    page.wait_for_selector("[data-dl-olx]")
    return page


def save(page: Page) -> None:
    page.locator("[data-dl-save]").click()
    expect(page.locator("#host-status")).to_contain_text("Đã lưu")


def file_as_a_learner(browser: Browser, host: str, name: str, olx: str) -> None:
    found, _faults = read_practice(Source(olx, "", "try").element())
    assert found is not None
    learner = Visitor(browser.new_context(viewport=PHONE, locale="vi-VN"), host)
    page = learner.become("citizen").open(f"/units/{KEY.format('vertical', f'u-{name}')}/")
    page.wait_for_selector('[data-dl-block="service_practice"][data-dl-ready]')
    practice = page.locator('[data-dl-block="service_practice"]')
    go_through(learner, practice, found)
    press(practice.locator("[data-sp-submit]"))
    expect(practice.locator("[data-sp-receipt]")).to_be_focused()
    track_to_result(practice, found)
    expect(practice.locator("[data-sp-result-heading]")).to_have_text("Kết quả: 100%")
    learner.context.close()


def test_described_in_the_editor(desktop, browser, host):
    (text,) = xml_of("new-service.md")
    page = editor(desktop.become("author"), "typed")
    page.locator("[data-dl-olx]").fill(text)
    save(page)
    file_as_a_learner(browser, host, "typed", text)


def test_taken_from_a_spreadsheet(desktop, browser, host):
    page = editor(desktop.become("author"), "sheet")
    page.get_by_label("Bảng tính Excel (.xlsx)").set_input_files(
        {"name": "mau.xlsx", "mimeType": "application/octet-stream", "buffer": template_workbook()}
    )
    expect(page.locator("[data-dl-sheet-status]")).to_contain_text("Đã đưa vào dịch vụ và tình huống")
    text = page.locator("[data-dl-olx]").input_value()
    save(page)
    file_as_a_learner(browser, host, "sheet", text)


def test_an_empty_block_is_a_practice_of_the_library(visitor):
    page = visitor.become("student").open(f"/units/{KEY.format('vertical', 'u-empty')}/")
    practice = page.locator('[data-dl-block="service_practice"]')
    expect(practice).to_contain_text("Ông Mẫu Thúy Kiều")
    expect(practice.locator("[data-sp-choice]").first).to_be_enabled()
