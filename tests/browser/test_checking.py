"""Questions told one by one, in Chromium: by mouse, by keyboard, after a reload, without a connection."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visitor
from tests.browser.small_host import UNIT, small_host
from tests.unit.exercises.samples import SINGLE, basic_types

SECOND = SINGLE.replace('"q1"', '"q2"')


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Two exercises whose questions are told one by one."""
    short = f'<skills_exercise url_name="a" version="1" feedback="each">{SINGLE}{SECOND}</skills_exercise>'
    every = basic_types().replace("<skills_exercise ", '<skills_exercise url_name="b" feedback="each" ')
    with small_host(tmp_path_factory, short + every) as address:
        yield address


def opened(visitor: Visitor, person: str) -> Page:
    page = visitor.become(person).open(UNIT)
    page.wait_for_selector("[data-dl-ready]")
    return page


def question(page: Page, number: int) -> Locator:
    return page.locator("[data-dl-item]").nth(number)


def test_one_question_is_told_and_stays_over_a_reload_until_the_attempt_is_sent(visitor):
    page = opened(visitor, "citizen")
    first, second = question(page, 0), question(page, 1)
    first.get_by_label("Hai", exact=True).check()
    first.locator("[data-dl-check]").click()
    expect(first.locator(".dl-report-head")).to_be_focused()
    expect(first.locator(".dl-report-head")).to_contain_text("Chưa đúng")
    expect(first.get_by_label("Một", exact=True)).to_be_disabled()
    expect(second.get_by_label("Một", exact=True)).to_be_enabled()
    visitor.check_page()
    page.reload()
    page.wait_for_selector("[data-dl-ready]")
    expect(first.locator(".dl-report-head")).to_contain_text("Chưa đúng")
    expect(first.get_by_label("Một", exact=True)).to_be_disabled()
    expect(first.locator("[data-dl-check]")).to_be_hidden()
    second.get_by_label("Một", exact=True).check()
    page.locator("[data-dl-submit]").first.click()
    expect(page.locator("[data-dl-result]").first).to_contain_text("1/2 điểm")
    page.locator("[data-dl-redo]").first.click()
    expect(first.get_by_label("Một", exact=True)).to_be_enabled()
    expect(first.locator("[data-dl-check]")).to_be_visible()


def test_by_keyboard_alone(visitor):
    page = opened(visitor, "official")
    first = question(page, 0)
    first.locator("[data-dl-check]").focus()
    page.keyboard.press("Enter")
    expect(first.locator("[data-dl-error]")).to_have_text("Hãy trả lời câu này.")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    first.locator("[data-dl-check]").focus()
    page.keyboard.press("Enter")
    expect(first.locator(".dl-report-head")).to_be_focused()


def test_without_a_connection_the_answer_stays_and_the_button_works_later(visitor):
    page = opened(visitor, "worker")
    first = question(page, 0)
    first.get_by_label("Một", exact=True).check()
    visitor.context.set_offline(True)
    first.locator("[data-dl-check]").click()
    expect(page.locator("[data-dl-alert]").first).to_contain_text("Câu trả lời vẫn còn ở đây")
    expect(first.get_by_label("Một", exact=True)).to_be_checked()
    visitor.context.set_offline(False)
    first.locator("[data-dl-check]").click()
    expect(first.locator(".dl-report-head")).to_contain_text("Đúng")
    expect(page.locator("[data-dl-alert]").first).to_be_empty()


def test_two_exercises_in_one_unit_do_not_meddle(visitor):
    page = opened(visitor, "student")
    own = page.locator(".dl-exercise").nth(1)
    own.locator("[data-dl-item]").first.locator("input").first.check()
    own.locator("[data-dl-check]").first.click()
    expect(own.locator("[data-dl-report]")).to_have_count(1)
    expect(page.locator(".dl-exercise").first.locator("[data-dl-report]")).to_have_count(0)
    visitor.check_page()
