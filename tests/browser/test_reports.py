"""The reports in Chromium: on a phone and at a desk, in two languages, for who may read them and who may not."""

from __future__ import annotations

from playwright.sync_api import expect

PAGE = "/digital-literacy/reports/"


def test_the_country_a_province_and_a_spreadsheet_on_a_phone(visitor):
    visitor.become("admin")
    page = visitor.open(PAGE)
    expect(page.locator("#table-places")).to_be_visible()
    visitor.check_page()
    page.locator("#province").select_option("56")
    page.locator("main button").click()
    expect(page.locator("h1")).to_contain_text("Khánh Hòa")
    expect(page.get_by_role("row", name="Phường Đông Hải")).to_contain_text("24")
    visitor.check_page()
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải về dạng CSV: Theo địa phương").click()
    assert download.value.suggested_filename.endswith("-56-places.csv")


def test_a_place_of_few_shows_nothing(visitor):
    visitor.become("admin")
    page = visitor.open(f"{PAGE}?province=79")
    expect(page.locator(".notice")).to_contain_text("được ẩn")
    assert page.locator("table").count() == 0
    visitor.check_page()


def test_in_english_at_a_desk(desktop):
    desktop.become("admin")
    page = desktop.open(f"{PAGE}?lang=en")
    expect(page.locator("h1")).to_have_text("Reports")
    expect(page.locator("#table-skills")).to_have_text("By skill")
    desktop.check_page()


def test_a_learner_is_told_that_he_may_not(visitor):
    visitor.become("citizen")
    page = visitor.open(PAGE)
    expect(page.locator("main")).to_contain_text("không được xem báo cáo")
    visitor.check_page()
