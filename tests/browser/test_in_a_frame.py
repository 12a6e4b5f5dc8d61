"""A unit inside a frame as tall as its content, as the platform's learning pages show it."""

from __future__ import annotations

import pytest
from playwright.sync_api import FrameLocator, Page

from digital_literacy_demo.check.course import blocks

OUTER = "/outer-page/"


def framed(visitor, unit: str) -> tuple[Page, FrameLocator]:
    """The unit in a frame of a page that notes what it is told."""
    address = f"{visitor.host}/units/block-v1:BDHVS+KNS01+2026+type@vertical+block@{unit}/"
    body = (
        "<!DOCTYPE html><html lang=vi><title>Khung</title><script>window.told = [];"
        "addEventListener('message', event => window.told.push(event.data));</script>"
        f"<iframe title='Bài' src='{address}' style='width:100%;height:4000px' scrolling=no></iframe>"
    )
    visitor.page.route(f"**{OUTER}", lambda route: route.fulfill(body=body, content_type="text/html"))
    page = visitor.open(OUTER)
    return page, page.frame_locator("iframe")


@pytest.fixture
def learner(visitor):
    return visitor.become("worker")


def test_the_outer_page_is_told_where_to_scroll(learner):
    page, frame = framed(learner, blocks("skills_exercise")[0].unit)
    exercise = frame.locator('[data-dl-block="skills_exercise"][data-dl-ready]').first
    exercise.locator("[data-dl-submit]").click()
    page.wait_for_function("window.told.some(said => typeof said?.offset === 'number')")
    told = page.evaluate("window.told.filter(said => said && 'offset' in said)")
    assert 0 <= told[-1]["offset"] < 4000


def test_a_login_takes_the_whole_window(learner):
    page, frame = framed(learner, blocks("vneid_certificate")[0].unit)
    block = frame.locator('[data-dl-block="vneid_certificate"][data-dl-ready]')
    block.locator(".dl-early summary").click()
    block.locator("[data-dl-consent]").check()
    block.locator("[data-dl-start]").click()
    page.wait_for_selector('input[name="person"]')
    assert not page.url.startswith(learner.host)


def test_a_script_starts_on_the_element_of_older_pages(learner):
    """Which is a jQuery object, here one that has just what jQuery promises of it: `jquery` and `[0]`."""
    page = learner.open_unit(blocks("skills_exercise")[0].unit)
    page.wait_for_selector('[data-dl-block="skills_exercise"][data-dl-ready]')
    ready = page.evaluate(
        """() => {
          const old = document.querySelector('[data-dl-block="skills_exercise"]').closest("[data-init]");
          const fresh = old.cloneNode(true);
          old.replaceWith(fresh);
          fresh.querySelector(".dl-block").removeAttribute("data-dl-ready");
          window[fresh.dataset.init]({ handlerUrl: () => "/" }, { jquery: "3.7.1", 0: fresh, length: 1 });
          return fresh.querySelector(".dl-block").hasAttribute("data-dl-ready");
        }"""
    )
    assert ready
