"""What a page tells of how an attempt was made: counts and times, never what was typed or where."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from digital_literacy.exercises.evidence import CAPS
from tests.browser.conftest import Visitor
from tests.browser.small_host import UNIT, small_host
from tests.unit.exercises.samples import of_types


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One quick deck."""
    exercise = of_types("quick_deck").replace("<skills_exercise ", '<skills_exercise url_name="a" ')
    with small_host(tmp_path_factory, exercise) as address:
        yield address


def test_steps_back_times_and_refusals_are_told_with_the_attempt(visitor: Visitor):
    page = visitor.become("citizen").open(UNIT)
    page.wait_for_selector("[data-dl-ready]")
    page.locator("[data-dl-submit]").click()  # refused: nothing is answered
    onward = page.locator('[data-dl-turn="1"]')
    onward.click()
    page.locator('[data-dl-turn="-1"]').click()
    cards = page.locator("[data-dl-answers='deck']")
    for number in range(cards.count()):
        if number:
            onward.click()
        cards.nth(number).locator("input").first.check()
    with page.expect_request(lambda request: "/submit" in request.url) as sent:
        page.locator("[data-dl-submit]").click()
    told = sent.value.post_data_json["evidence"]
    assert set(told) == set(CAPS)
    assert (told["back_steps"], told["errors"]) == (1, 1)
    assert 0 < told["first_action_ms"] <= told["total_ms"]
