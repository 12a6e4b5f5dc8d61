from __future__ import annotations

import pytest

from digital_literacy_demo.check.course import blocks

COURSE = "/courses/course-v1:BDHVS+KNS01+2026/"
UNITS = sorted(
    {
        placed.unit
        for tag in ("skills_exercise", "service_practice", "vneid_certificate", "html")
        for placed in blocks(tag)
    }
)


@pytest.mark.parametrize(
    "path", ["/", COURSE, "/digital-literacy/my-certificates/", "/digital-literacy/verify/"]
)
def test_learner_pages_of_the_host(visitor, path):
    visitor.become("citizen")
    visitor.open(path)
    visitor.check_page()


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_on_a_phone(visitor, unit):
    visitor.become("citizen")
    visitor.open_unit(unit)
    visitor.page.wait_for_selector(".dl-block[data-dl-ready], .host-block")
    visitor.check_page()


@pytest.mark.parametrize("path", ["/studio/course-v1:BDHVS+KNS01+2026/", f"{COURSE}gradebook/", "/events/"])
def test_author_pages_fit_a_phone(visitor, path):
    visitor.become("author")
    visitor.open(path)
    visitor.check_page()


@pytest.mark.parametrize("person", ["citizen", "author"])
def test_the_header_is_two_even_rows_on_a_phone(visitor, person):
    page = visitor.become(person).open(COURSE)
    parts = page.locator(".host-brand, .host-nav a, .host-language button, .host-person summary")
    tops = parts.evaluate_all("nodes => nodes.map(node => node.getBoundingClientRect().top)")
    assert len(set(tops)) == 2


def test_the_language_switch(visitor):
    visitor.become("citizen")
    page = visitor.open(COURSE)
    assert page.get_attribute("html", "lang") == "vi"
    page.locator('[name="language"][value="en"], button:has-text("English")').first.click()
    page.wait_for_load_state()
    assert page.get_attribute("html", "lang") == "en"
