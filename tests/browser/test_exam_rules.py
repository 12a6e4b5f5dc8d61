"""Around the questions, in Chromium: who helped, what a hint costs, another device going on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import DESKTOP, PHONE, Visitor
from tests.browser.small_host import UNIT, small_host
from tests.unit.exercises.samples import SINGLE

HINTED = SINGLE.replace("</single_choice>", "<hint><p>Một gợi ý</p></hint></single_choice>")


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A host with one exercise whose hints cost something."""
    exercise = f'<skills_exercise url_name="e" version="1" hint_cost="0.1">{HINTED}</skills_exercise>'
    with small_host(tmp_path_factory, exercise) as address:
        yield address


def opened(visitor: Visitor, person: str) -> Page:
    page = visitor.become(person).open(UNIT)
    page.wait_for_selector("[data-dl-ready]")
    return page


def choice(page: Page, text: str) -> Locator:
    return page.get_by_label(text, exact=True)


def test_the_cost_of_a_hint_is_told_before_and_counts(visitor):
    page = opened(visitor, "citizen")
    expect(page.get_by_text("Mỗi gợi ý trừ 10 % điểm của câu này.")).to_be_visible()
    page.locator("[data-dl-hint]").click()
    expect(page.get_by_text("Một gợi ý")).to_be_visible()
    choice(page, "Một").check()
    page.locator("[data-dl-submit]").click()
    expect(page.locator("[data-dl-result]")).to_contain_text("0,9/1 điểm")
    visitor.check_page()


def test_help_is_declared_by_keyboard_and_shown(visitor):
    page = opened(visitor, "student")
    choice(page, "Một").check()
    page.locator("[data-dl-help]").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[data-dl-head]")).to_contain_text("Làm cùng: tổ công nghệ số cộng đồng.")
    expect(page.locator("[data-dl-help]")).to_be_hidden()
    page.locator("[data-dl-redo]").click()
    expect(page.locator("[data-dl-help]")).to_be_visible()
    visitor.check_page()


def test_a_shared_device_forgets_and_so_does_the_server(browser: Browser, host: str):
    phone = Visitor(browser.new_context(viewport=PHONE, locale="vi-VN"), host, keeps=True)
    page = opened(phone, "official")
    with page.expect_response(lambda reply: "/keep" in reply.url):
        choice(page, "Hai").check()
    with page.expect_response(lambda reply: "/keep" in reply.url):
        page.locator("[data-dl-clear-device]").click()
    page.reload()
    page.wait_for_selector("[data-dl-ready]")
    expect(choice(page, "Hai")).not_to_be_checked()
    phone.context.close()


def test_another_device_goes_on_and_the_newer_one_counts(browser: Browser, host: str):
    phone = Visitor(browser.new_context(viewport=PHONE, locale="vi-VN"), host, keeps=True)
    desk = Visitor(browser.new_context(viewport=DESKTOP, locale="vi-VN"), host, keeps=True)
    page = opened(phone, "worker")
    with page.expect_response(lambda reply: "/keep" in reply.url):
        choice(page, "Hai").check()
    other = opened(desk, "worker")
    expect(choice(other, "Hai")).to_be_checked()
    desk.check_page()
    with other.expect_response(lambda reply: "/keep" in reply.url):
        choice(other, "Một").check()
    page.reload()
    page.wait_for_selector("[data-dl-ready]")
    expect(choice(page, "Một")).to_be_checked()
    page.locator("[data-dl-submit]").click()
    expect(page.locator("[data-dl-result]")).to_contain_text("1/1 điểm")
    assert phone.errors + desk.errors == []
    phone.context.close()
    desk.context.close()
