"""Words that the glossary explains, in Chromium: by touch, by keyboard, twice in one unit."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor
from tests.browser.small_host import UNIT, small_host
from tests.unit.exercises.samples import SINGLE

EXERCISE = (
    '<skills_exercise url_name="{0}" version="1">'
    '<intro><p>Đừng đưa <term ref="Mã OTP">mã OTP</term> cho ai.</p></intro>'
    '<glossary><term name="Mã OTP">Nghĩa {0}: mã <strong>một lần</strong>.</term></glossary>'
    + SINGLE
    + "</skills_exercise>"
)


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Two exercises with the same word and other meanings."""
    with small_host(tmp_path_factory, EXERCISE.format("a") + EXERCISE.format("b")) as address:
        yield address


def opened(visitor: Visitor) -> Page:
    page = visitor.become("citizen").open(UNIT)
    page.wait_for_selector("button.dl-term")
    return page


def test_a_touch_opens_and_closes_the_meaning_of_this_exercise(visitor):
    page = opened(visitor)
    second = page.locator(".dl-exercise").nth(1)
    word = second.get_by_role("button", name="mã OTP")
    word.tap()
    expect(word).to_have_attribute("aria-expanded", "true")
    expect(second.get_by_role("note")).to_have_text("Nghĩa b: mã một lần.")
    expect(page.locator(".dl-exercise").first.get_by_role("note")).to_have_count(0)
    visitor.check_page()
    word.tap()
    expect(second.get_by_role("note")).to_have_count(0)


def test_by_keyboard(visitor):
    page = opened(visitor)
    word = page.get_by_role("button", name="mã OTP").first
    word.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("note")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("note")).to_have_count(0)
    expect(word).to_be_focused()
