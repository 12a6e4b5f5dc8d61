"""Every practice of the course, from search to result, by keyboard alone on a phone; axe on every step."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from digital_literacy.frameworks.administrative_units import unit as unit_of
from digital_literacy.public_services.scenario import Practice
from digital_literacy_demo.check.course import blocks, unit_path
from tests.browser.conftest import Visitor
from tests.browser.small_host import served
from tests.unit.public_services.test_every_practice import golden, practice_of


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A host of its own: nobody else has filed a dossier here."""
    with served(tmp_path_factory.mktemp("library-home")) as address:
        yield address


PEOPLE = {"citizens": "citizen", "students": "student"}
PLACED = [placed for placed in blocks("service_practice") if placed.element.get("mode") == "try"]
CASES = [(placed, group) for placed in PLACED for group in PEOPLE]


def press(target: Locator, key: str = "Enter") -> None:
    target.focus()
    target.page.keyboard.press(key)


def step(practice: Locator) -> Locator:
    return practice.locator("[data-sp-step]:visible")


def enter(one: Locator, value: str) -> None:
    """Put a value into what stands for one field, with keys alone."""
    kind = one.first.evaluate("node => node.type")
    keyboard = one.page.keyboard
    if kind == "checkbox":
        if one.is_checked() != (value == "yes"):
            press(one, "Space")
    elif kind == "radio":
        press(one.page.locator(f"#{one.first.get_attribute('id')}"), "Space")
        while one.page.evaluate("document.activeElement.value") != value:
            keyboard.press("ArrowDown")
    elif kind == "select-one":
        one.focus()
        place = one.evaluate(
            "(node, value) => [...node.options].findIndex(each => each.value === value)", value
        )
        keyboard.press("Home")
        for _ in range(place):
            keyboard.press("ArrowDown")
        expect(one).to_have_value(value)
    else:
        one.focus()
        keyboard.press("Control+a")
        keyboard.type(value)


def fill(practice: Locator, values: dict[str, str]) -> None:
    for name, value in values.items():
        inputs = step(practice).locator(f'[data-sp-input="{name}"]:visible')
        if inputs.count():
            enter(inputs, value)


def answer(practice: Locator, choices: dict[str, str]) -> None:
    for name, chosen in choices.items():
        inputs = step(practice).locator(f'[data-sp-question="{name}"]:visible')
        if inputs.count():
            enter(inputs, chosen)


def forward(visitor: Visitor, practice: Locator) -> None:
    visitor.check_page()
    before = step(practice).get_attribute("data-sp-step")
    press(step(practice).locator("[data-sp-next]"))
    expect(practice.locator(f'[data-sp-step="{before}"]')).to_be_hidden()


def choose_place(page: Page, practice: Locator, commune: str) -> None:
    found = unit_of(commune)
    assert found is not None
    enter(practice.locator("[data-sp-province]"), found.province_code or found.code)
    if not found.province_code:
        return
    expect(practice.locator(f'[data-sp-commune] option[value="{commune}"]')).to_have_count(1)
    enter(practice.locator("[data-sp-commune]"), commune)


def go_through(visitor: Visitor, practice: Locator, found: Practice) -> None:
    sent = golden(found)
    press(practice.locator(f'[data-sp-choice="{sent["path"][0]}"]'))
    for _ in range(14):
        name = step(practice).get_attribute("data-sp-step")
        if name == "review":
            return
        if name == "place":
            choose_place(visitor.page, practice, sent["commune"])
        for paper, item in sent["papers"].items():
            chosen = step(practice).locator(f'[data-sp-paper="{paper}"]:visible')
            if chosen.count():
                enter(chosen, item)
        fill(practice, sent["values"])
        answer(practice, sent["choices"])
        forward(visitor, practice)
    pytest.fail("the form does not come to its end")


def track_to_result(practice: Locator, found: Practice) -> None:
    code = practice.locator(".dl-sp-code").inner_text()
    practice.locator("[data-sp-code]").focus()
    practice.page.keyboard.type(code)
    for _ in range(10):
        if practice.locator("[data-sp-result-heading]").count():
            return
        if practice.locator("[data-sp-supplement]").count() and found.scenario.supplement:
            right = next(option for option in found.scenario.supplement.options if option.correct)
            press(practice.get_by_label(right.title), "Space")
            press(practice.locator("[data-sp-supplement]"))
            expect(practice.locator("[data-sp-supplement]")).to_have_count(0)
            continue
        if practice.locator("[data-sp-pay]").count():
            press(practice.locator('[data-sp-owed] input[value="portal"]'), "Space")
            press(practice.locator("[data-sp-pay]"))
            expect(practice.locator("[data-sp-pay]")).to_have_count(0)
            continue
        seen = practice.locator("[data-sp-filed]").get_attribute("data-seen")
        press(practice.locator("[data-sp-track]"))
        expect(practice.locator(f'[data-sp-filed][data-seen="{seen}"]')).to_have_count(0)


@pytest.mark.parametrize(
    ("placed", "group"), CASES, ids=[f"{placed.name}-{group}" for placed, group in CASES]
)
def test_a_dossier_is_filed_by_keyboard_alone_and_earns_everything(visitor, placed, group):
    found = practice_of(placed.name, group)
    visitor.become(PEOPLE[group])
    page = visitor.open(unit_path(placed))
    page.wait_for_selector('[data-dl-block="service_practice"][data-dl-ready]')
    practice = page.locator('[data-dl-block="service_practice"]')
    visitor.check_page()
    go_through(visitor, practice, found)
    visitor.check_page()
    press(practice.locator("[data-sp-submit]"))
    expect(practice.locator("[data-sp-receipt]")).to_be_focused()
    track_to_result(practice, found)
    expect(practice.locator("[data-sp-result-heading]")).to_have_text("Kết quả: 100%")
    visitor.check_page()
