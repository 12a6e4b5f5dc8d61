"""screen_task in Chromium: mouse, keyboard alone, text route, reload, hints, a task that is shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from digital_literacy.exercises.item_types import item_types
from tests.browser.small_host import course_host, one_lesson
from tests.unit.exercises.samples import exercise_olx
from tests.unit.exercises.test_screen_task import RICH

UNIT = "/units/block-v1:DLTEST+SE02+2026+type@vertical+block@man-hinh/"
TASK = item_types()["screen_task"].sample
TEST = TASK.replace('mode="try"', 'mode="test"').replace('"q5"', '"q6"')
SHOW = TASK.replace('mode="try"', 'mode="show"').replace('"q5"', '"q7"')


def _chapters() -> str:
    one = exercise_olx(TASK, RICH, attributes='url_name="mot" display_name="Bài một"')
    two = exercise_olx(SHOW, TEST, attributes='url_name="hai" display_name="Bài hai"')
    unit = f'<vertical url_name="man-hinh" display_name="Màn hình">{one}{two}</vertical>'
    return one_lesson(unit)


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A host with one small course: four screen tasks in two exercises of one unit."""
    with course_host(tmp_path_factory, "SE02", _chapters()) as address:
        yield address


def block(page: Page, number: int) -> Locator:
    return page.locator('[data-dl-block="skills_exercise"]').nth(number)


def task(page: Page, exercise: int, number: int) -> Locator:
    return block(page, exercise).locator("[data-dl-task]").nth(number)


def tap(device: Locator, words: str) -> None:
    device.locator("[data-dl-tap]:visible", has_text=words).click()


def heading(device: Locator) -> Locator:
    return device.locator("[data-dl-screen]:not([hidden]) h4")


def open_as(visitor, person: str) -> Page:
    """The unit, as somebody who has not submitted anything in it yet."""
    visitor.become(person)
    page = visitor.open(UNIT)
    page.wait_for_selector('[data-dl-block="skills_exercise"][data-dl-ready]')
    return page


@pytest.fixture
def unit(visitor) -> Page:
    return open_as(visitor, "citizen")


def do_the_rich_one(device: Locator) -> None:
    device.get_by_label("Từ khóa").fill("dịch vụ công")
    device.get_by_role("button", name="Tìm").click()
    tap(device, "Gần đúng")
    tap(device, "dichvucong.gov.vn")


def test_taps_open_screens_and_a_finished_task_counts(visitor):
    unit = open_as(visitor, "worker")
    device = task(unit, 0, 0)
    visitor.check_page()
    tap(device, "Bảo mật")
    expect(heading(device)).to_be_focused()
    expect(heading(device)).to_contain_text("Bảo mật")
    switch = device.get_by_role("switch", name="Đăng nhập hai bước")
    switch.click()
    expect(switch).to_be_checked()
    expect(device.locator("[data-dl-heard]")).to_contain_text("Đăng nhập hai bước")
    visitor.check_page()
    do_the_rich_one(task(unit, 0, 1))
    block(unit, 0).locator("[data-dl-submit]").click()
    expect(block(unit, 0).locator("[data-dl-result]")).to_contain_text("4/4")
    expect(block(unit, 0)).to_contain_text("Gạt công tắc sang bật.")
    visitor.check_page()


def test_everything_goes_by_keyboard(unit):
    device = task(unit, 0, 1)
    device.get_by_label("Từ khóa").focus()
    unit.keyboard.type("dvc")
    unit.keyboard.press("Enter")
    expect(heading(device)).to_be_focused()
    expect(heading(device)).to_contain_text("Kết quả")
    for _ in range(2):
        unit.keyboard.press("Tab")
    unit.keyboard.press("Space")
    expect(device.get_by_role("button", name="Gần đúng")).to_have_attribute("aria-pressed", "true")
    expect(device.get_by_role("button", name="Gần đúng")).to_be_focused()
    unit.keyboard.press("Tab")
    unit.keyboard.press("Enter")
    expect(heading(device)).to_contain_text("Cổng")
    expect(device.locator('[data-dl-do="back"]')).to_have_attribute("aria-disabled", "true")
    unit.keyboard.press("Tab")
    unit.keyboard.press("Tab")
    unit.keyboard.press("Enter")
    expect(heading(device)).to_contain_text("Tìm kiếm")
    expect(device.get_by_label("Từ khóa")).to_have_value("")


def test_the_text_route_is_the_same_machine_without_the_frame(visitor, unit):
    device = task(unit, 0, 0)
    device.locator("[data-dl-text-view]").click()
    expect(device.locator("[data-dl-text-view]")).to_have_attribute("aria-pressed", "true")
    expect(device.locator(".dl-text-only:visible").first).to_be_visible()
    assert device.locator(".dl-device").evaluate("each => getComputedStyle(each).borderTopWidth") == "0px"
    tap(device, "Bảo mật")
    expect(heading(device)).to_be_focused()
    device.get_by_role("switch", name="Đăng nhập hai bước").click()
    visitor.check_page()
    device.locator("[data-dl-text-view]").click()
    expect(device.get_by_role("switch", name="Đăng nhập hai bước")).to_be_checked()


def test_a_reload_goes_on_from_the_same_actions_and_starting_over_forgets_them(unit):
    device, other = task(unit, 0, 0), task(unit, 0, 1)
    tap(device, "Bảo mật")
    device.get_by_role("switch", name="Đăng nhập hai bước").click()
    other.get_by_label("Từ khóa").fill("dvc")
    other.get_by_role("button", name="Tìm").click()
    unit.reload()
    unit.wait_for_selector('[data-dl-block="skills_exercise"][data-dl-ready]')
    expect(heading(device)).to_contain_text("Bảo mật")
    expect(device.get_by_role("switch", name="Đăng nhập hai bước")).to_be_checked()
    expect(heading(other)).to_contain_text("Kết quả")
    # The same task in the other exercise stands at its start.
    expect(heading(task(unit, 1, 1))).to_contain_text("Cài đặt")
    device.locator('[data-dl-do="restart"]').click()
    expect(heading(device)).to_be_focused()
    expect(heading(device)).to_contain_text("Cài đặt")
    block(unit, 0).locator("[data-dl-clear-device]").click()
    expect(heading(other)).to_contain_text("Tìm kiếm")
    unit.reload()
    unit.wait_for_selector('[data-dl-block="skills_exercise"][data-dl-ready]')
    expect(heading(other)).to_contain_text("Tìm kiếm")


def test_a_number_of_somebody_is_neither_taken_nor_kept(unit):
    device = task(unit, 0, 1)
    device.get_by_label("Từ khóa").fill("0912 345 678")
    device.get_by_role("button", name="Tìm").click()
    expect(heading(device)).to_contain_text("Tìm kiếm")
    expect(device.locator("[data-dl-heard]")).not_to_be_empty()
    assert "345" not in unit.evaluate("JSON.stringify(localStorage)")


def test_a_hint_for_the_present_screen(unit):
    device = task(unit, 0, 0)
    tap(device, "Màn hình")
    assert "Hãy quay lại" not in unit.content()
    device.locator("[data-dl-ask-here]").click()
    expect(device.locator("[data-dl-hint-here]")).to_contain_text("Ở đây không có. Hãy quay lại.")
    device.locator('[data-dl-do="back"]').click()
    expect(device.locator("[data-dl-hint-here]")).to_be_empty()
    expect(task(unit, 1, 1).locator("[data-dl-ask-here]")).to_have_count(0)


def test_a_risky_tap_is_explained_and_a_test_begins_anew(visitor):
    unit = open_as(visitor, "official")
    device = task(unit, 1, 1)
    tap(device, "Bảo mật")
    tap(device, "Nhờ người lạ")
    assert "chiếm tài khoản" not in unit.content()
    block(unit, 1).locator("[data-dl-submit]").click()
    expect(block(unit, 1)).to_contain_text("Người lạ có thể chiếm tài khoản.")
    expect(block(unit, 1)).to_contain_text("Đăng nhập hai bước đã bật")
    expect(device.locator('[data-dl-do="restart"]')).to_be_disabled()
    visitor.check_page()
    block(unit, 1).locator("[data-dl-redo]").click()
    expect(heading(device)).to_contain_text("Cài đặt")
    tap(device, "Bảo mật")
    device.get_by_role("switch", name="Đăng nhập hai bước").click()
    block(unit, 1).locator("[data-dl-submit]").click()
    expect(block(unit, 1).locator("[data-dl-result]")).to_contain_text("3/3")


def test_a_task_is_shown_step_by_step(visitor, unit):
    device = task(unit, 1, 0)
    told = device.locator("[data-dl-narration]")
    expect(told).to_contain_text("Mở mục Bảo mật.")
    expect(device.locator("[data-dl-target]")).to_have_count(1)
    expect(device.locator('[data-dl-walk="-1"]')).to_have_attribute("aria-disabled", "true")
    onward = device.locator('[data-dl-walk="1"]')
    onward.focus()
    unit.keyboard.press("Enter")
    expect(told).to_contain_text("Gạt công tắc sang bật.")
    expect(heading(device)).to_contain_text("Bảo mật")
    visitor.check_page()
    unit.keyboard.press("Enter")
    expect(device.get_by_role("switch", name="Đăng nhập hai bước")).to_have_attribute("aria-checked", "true")
    expect(device.locator("[data-dl-target]")).to_have_count(0)
    device.locator('[data-dl-walk="-1"]').click()
    expect(told).to_contain_text("Gạt công tắc sang bật.")


def test_open_tasks_are_named(unit):
    block(unit, 0).locator("[data-dl-submit]").click()
    summary = block(unit, 0).locator("[data-dl-errors]")
    expect(summary.locator("li")).to_have_count(2)
    summary.get_by_role("link").first.click()
    expect(heading(task(unit, 0, 0))).to_be_focused()


def test_without_script_the_first_screen_reads(browser, host, visitor):
    visitor.become("citizen")
    context = browser.new_context(java_script_enabled=False, storage_state=visitor.context.storage_state())
    page = context.new_page()
    page.goto(f"{host}{UNIT}")
    expect(heading(task(page, 0, 0))).to_contain_text("Cài đặt")
    expect(task(page, 0, 0).locator("[data-dl-tap]:visible").first).to_be_disabled()
    expect(task(page, 1, 0)).to_contain_text("Gạt công tắc sang bật.")
    context.close()
