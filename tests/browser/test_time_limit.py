"""A timed exercise in Chromium: start, clock, a second device, extra time, the end by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Visitor
from tests.browser.small_host import UNIT, small_host
from tests.unit.exercises.samples import SINGLE


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One exercise of one minute."""
    exercise = (
        '<skills_exercise url_name="a" version="1" time_limit="1" time_grace="20" display_name="Bài tính giờ">'
        f"<intro><p>Đọc kỹ trước khi bắt đầu.</p></intro>{SINGLE}</skills_exercise>"
    )
    with small_host(tmp_path_factory, exercise) as address:
        yield address


def opened(visitor: Visitor, person: str) -> Page:
    page = visitor.become(person).open(UNIT)
    page.wait_for_selector("[data-dl-ready]")
    return page


def begin(page: Page) -> None:
    page.get_by_role("button", name="Bắt đầu").click()
    page.wait_for_selector("[data-dl-clock]")
    page.wait_for_selector("[data-dl-ready]")


def hurry(page: Page, seconds: int) -> None:
    """Let the page's own measure of time jump."""
    page.evaluate(
        "s => { const real = performance.now.bind(performance); performance.now = () => real() + s * 1000; }",
        seconds,
    )


def test_it_starts_by_keyboard_runs_can_be_hidden_and_is_sent(visitor):
    page = opened(visitor, "citizen")
    expect(page.get_by_text("Mỗi lần làm bài được 1 phút.")).to_be_visible()
    expect(page.locator("[data-dl-item]")).to_have_count(0)
    visitor.check_page()
    page.get_by_role("button", name="Bắt đầu").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-dl-clock]")
    clock = page.locator("[data-dl-clock-time]")
    expect(clock).to_contain_text("Còn 0 phút")
    visitor.check_page()
    page.get_by_role("button", name="Ẩn thời gian").click()
    expect(clock).to_be_hidden()
    page.get_by_role("button", name="Hiện thời gian").click()
    expect(clock).to_be_visible()
    page.get_by_label("Một", exact=True).check()
    page.locator("[data-dl-submit]").click()
    expect(page.locator("[data-dl-result]")).to_contain_text("1/1 điểm")
    expect(page.locator("[data-dl-clock]")).to_be_hidden()
    expect(page.locator("[data-dl-start]")).to_be_visible()


def test_a_reload_and_another_device_go_on_with_the_same_clock(browser, host):
    first = browser.new_context(viewport=PHONE, locale="vi-VN")
    page = opened(Visitor(first, host, keeps=True), "official")
    begin(page)
    page.get_by_label("Một", exact=True).check()
    page.wait_for_timeout(5000)  # kept on the server after four seconds
    context = browser.new_context(viewport=PHONE, locale="vi-VN")
    other = opened(Visitor(context, host, keeps=True), "official")
    expect(other.get_by_label("Một", exact=True)).to_be_checked()
    assert int(other.locator("[data-dl-clock]").get_attribute("data-dl-clock")) < 57
    context.close()
    first.close()


def test_the_server_knows_that_time_is_left_whatever_the_page_measured(visitor):
    page = opened(visitor, "worker")
    begin(page)
    hurry(page, 70)
    page.wait_for_timeout(2500)
    expect(page.locator("[data-dl-clock-time]")).to_contain_text("Còn 0 phút")
    expect(page.locator("[data-dl-result]")).to_have_count(0)


def test_at_the_end_what_is_entered_is_sent_by_itself(visitor):
    page = opened(visitor, "student")
    begin(page)
    page.get_by_label("Một", exact=True).check()
    page.route(re.compile(r"/clock/?$"), lambda route: route.fulfill(json={"status": "ok", "remaining": 0}))
    hurry(page, 70)
    expect(page.locator("[data-dl-result]")).to_contain_text("1/1 điểm", timeout=8000)
    expect(page.locator("[data-dl-result]")).to_be_focused()
    visitor.check_page()
