"""The pages of a learner, a clerk and a teacher at a desk: no violation of WCAG 2.2 AA, no sideways scroll."""

from __future__ import annotations

import pytest

COURSE = "/courses/course-v1:BDHVS+KNS01+2026/"
UNITS = ("bai-1-cai-ung-dung", "bai-2-ten-mien", "bai-3-cuoc-goi-la", "dang-ky-tam-tru", "bai-6-nhan-giay")


@pytest.mark.parametrize("unit", UNITS)
def test_a_unit(desktop, unit):
    desktop.become("official").open_unit(unit).wait_for_load_state()
    assert desktop.page.locator("h1").count() == 1
    desktop.check_page()


@pytest.mark.parametrize(
    "path",
    [
        "/",
        COURSE,
        "/digital-literacy/my-certificates/",
        "/digital-literacy/verify/",
        f"/digital-literacy/verify/?id={'0' * 26}",
        f"{COURSE}gradebook/",
    ],
)
def test_a_page(desktop, path):
    desktop.become("author").open(path).wait_for_load_state()
    desktop.check_page()


def test_a_learner_in_the_gradebook(desktop):
    page = desktop.become("author").open(f"{COURSE}gradebook/student/")
    desktop.check_page()
    heads = page.locator("table.host-grades thead").first
    assert heads.bounding_box()["height"] < 50
    button = page.locator('button[value="reset"]').first
    assert not button.is_visible()
    page.locator(".host-confirm summary").first.click()
    assert button.is_visible()
    desktop.check_page()
