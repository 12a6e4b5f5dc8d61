"""skills_exercise in Chromium: mouse and keyboard, a late script, no connection, two blocks in one unit."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.small_host import course_host, one_lesson
from tests.unit.exercises.samples import basic_types

UNIT = "/units/block-v1:DLTEST+SE01+2026+type@vertical+block@hai-bai/"
STUDENTS = '<variant group="students"><intro><p>Chào các em</p></intro></variant>'


def _block(url_name: str, attributes: str) -> str:
    olx = basic_types().replace('version="1" ', f'url_name="{url_name}" version="1" {attributes}')
    return olx.replace("</skills_exercise>", f"{STUDENTS}</skills_exercise>")


def _chapters() -> str:
    one = _block("mot", 'display_name="Bài một" max_attempts="2"')
    two = _block("hai", 'display_name="Bài hai"')
    unit = f'<vertical url_name="hai-bai" display_name="Hai bài">{one}{two}</vertical>'
    return one_lesson(unit)


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A host with one small course: two exercises of every type in one unit."""
    with course_host(tmp_path_factory, "SE01", _chapters()) as address:
        yield address


def block(page: Page, number: int) -> Locator:
    return page.locator('[data-dl-block="skills_exercise"]').nth(number)


def result(exercise: Locator) -> Locator:
    return exercise.locator("[data-dl-result]")


def answer(exercise: Locator, *, right: bool) -> None:
    """Choose an answer to everything; with `right`, all but the order are right."""
    exercise.get_by_label("dichvucong.gov.vn" if right else "dichvucong-gov.example").check()
    exercise.get_by_label("Không đọc mã cho bất cứ ai").check()
    if right:
        exercise.get_by_label("Đọc kỹ tin nhắn").check()
        exercise.get_by_label("vneid-check.example").check()
    exercise.get_by_label("sẽ bị khóa sau 2 giờ").check()
    exercise.get_by_label("Tin đáng ngờ").check()
    exercise.get_by_label("Không bấm, báo tin nhắn" if right else "Bấm vào đường dẫn").check()
    exercise.locator('[data-dl-move="1"]').first.click()


def put_in_order(exercise: Locator) -> None:
    """Bring the steps into the right order with the Up buttons."""
    for place, words in enumerate(["Mở App Store", "Tìm “VNeID”", "Bấm Cài đặt", "Mở ứng dụng"]):
        step = exercise.locator("[data-dl-step]", has_text=words)
        while not exercise.locator("[data-dl-step]").nth(place).inner_text().count(words):
            step.locator('[data-dl-move="-1"]').click()


@pytest.fixture
def unit(visitor) -> Page:
    visitor.become("citizen")
    page = visitor.open(UNIT)
    page.wait_for_selector('[data-dl-block="skills_exercise"][data-dl-ready]')
    return page


def test_open_questions_are_named_and_focus_goes_there(visitor, unit):
    one = block(unit, 0)
    one.locator("[data-dl-submit]").click()
    summary = one.locator("[data-dl-errors]")
    expect(summary).to_be_focused()
    expect(summary.locator("li")).to_have_count(4)
    visitor.check_page()
    summary.get_by_role("link").nth(2).click()
    expect(one.locator("[data-dl-move]").first).to_be_focused()


def test_steps_move_by_keyboard_and_focus_stays(unit):
    one = block(unit, 0)
    step = one.locator("[data-dl-step]").nth(2)
    words = step.locator("[id$='-t']").inner_text()
    button = step.locator('[data-dl-move="-1"]')
    button.focus()
    for place in (2, 1):
        unit.keyboard.press("Enter" if place == 2 else "ArrowUp")
        expect(one.locator("[data-dl-status]")).to_have_text(
            f"Đã chuyển: “{words}” giờ đứng thứ {place} trên 4."
        )
        assert words in unit.evaluate("document.activeElement.closest('[data-dl-step]').innerText")
    unit.keyboard.press("Enter")
    expect(one.locator("[data-dl-status]")).to_contain_text("không chuyển thêm được")


def test_a_wrong_attempt_its_feedback_and_a_second_try(visitor, unit):
    two = block(unit, 1)
    answer(two, right=False)
    assert "phần cuối của tên miền" not in unit.content()
    two.locator("[data-dl-submit]").click()
    expect(result(two)).to_be_focused()
    expect(two).to_contain_text("phần cuối của tên miền")
    expect(result(block(unit, 0))).to_have_count(0)
    visitor.check_page()
    two.locator("[data-dl-redo]").click()
    expect(two.get_by_label("dichvucong-gov.example")).to_be_checked()
    answer(two, right=True)
    put_in_order(two)
    two.locator("[data-dl-submit]").click()
    expect(result(two)).to_contain_text("Đúng tất cả: 8/8 điểm")
    visitor.check_page()
    unit.reload()
    expect(result(block(unit, 1))).to_contain_text("8/8 điểm")


def test_a_hint_is_given_on_request(unit):
    one = block(unit, 0)
    one.locator("[data-dl-hint]").first.click()
    expect(one.locator("[data-dl-hint-list]").first).to_contain_text("Đọc tên miền từ phải sang trái")


def test_a_draft_survives_a_reload_and_a_shared_device_forgets_it(unit):
    one = block(unit, 0)
    one.get_by_label("dichvucong-gov.example").check()
    one.get_by_label("Trân trọng").check()
    unit.reload()
    one.locator("[data-dl-submit]:enabled").wait_for()
    expect(one.get_by_label("dichvucong-gov.example")).to_be_checked()
    expect(one.get_by_label("Trân trọng")).to_be_checked()
    expect(block(unit, 1).get_by_label("Trân trọng")).not_to_be_checked()
    one.locator("[data-dl-clear-device]").click()
    expect(one.get_by_label("Trân trọng")).not_to_be_checked()
    unit.reload()
    one.locator("[data-dl-submit]:enabled").wait_for()
    expect(one.get_by_label("dichvucong-gov.example")).not_to_be_checked()


def test_a_late_script_keeps_what_was_chosen(visitor):
    visitor.become("worker")
    held: list[Route] = []
    visitor.page.route("**/skills_exercise.js*", lambda route: held.append(route))
    page = visitor.page
    page.goto(f"{visitor.host}{UNIT}", wait_until="commit")
    one = block(page, 0)
    one.get_by_label("Trân trọng").check()
    expect(one.locator("[data-dl-submit]")).to_be_disabled()
    held[0].continue_()
    one.locator("[data-dl-submit]:enabled").wait_for()
    expect(one.get_by_label("Trân trọng")).to_be_checked()


def test_an_answer_without_connection_is_sent_once_later(visitor):
    visitor.become("official")
    page = visitor.open(UNIT)
    one = block(page, 0)
    one.locator("[data-dl-submit]:enabled").wait_for()
    answer(one, right=True)
    sent: list[str] = []
    page.on(
        "request", lambda request: sent.append(request.post_data or "") if "submit" in request.url else None
    )
    visitor.context.set_offline(True)
    one.locator("[data-dl-submit]").click()
    expect(one.locator("[data-dl-status]")).to_contain_text("Mất kết nối")
    visitor.context.set_offline(False)
    expect(result(one)).to_contain_text("điểm", timeout=15_000)
    expect(one).to_contain_text("đã dùng 1/2")
    assert len({json.loads(body)["attempt_id"] for body in sent}) == 1
    page.reload()
    expect(one).to_contain_text("đã dùng 1/2")


def test_each_group_sees_its_own_variant(visitor):
    visitor.become("student")
    page = visitor.open(UNIT)
    expect(block(page, 0)).to_contain_text("Chào các em")
    visitor.become("official")
    page = visitor.open(UNIT)
    expect(block(page, 0)).not_to_contain_text("Chào các em")


def test_without_script_the_page_reads_and_cannot_send(browser, host, visitor):
    visitor.become("citizen")
    context = browser.new_context(java_script_enabled=False, storage_state=visitor.context.storage_state())
    page = context.new_page()
    page.goto(f"{host}{UNIT}")
    assert "cần bật JavaScript" in (block(page, 0).locator("noscript").text_content() or "")
    expect(block(page, 0)).to_contain_text("Trang nào là trang của cơ quan nhà nước?")
    expect(block(page, 0).locator("[data-dl-submit]")).to_be_disabled()
    context.close()


def test_a_clue_that_wraps_is_one_thing_and_easy_to_touch(visitor, unit):
    one = block(unit, 0)
    one.locator(".dl-message-body").evaluate("node => { node.style.inlineSize = '11rem'; }")
    clue = one.locator(".dl-part", has_text="sẽ bị khóa sau 2 giờ")
    clue.scroll_into_view_if_needed()
    lines = clue.evaluate("node => [...node.getClientRects()].map(r => [r.width, r.height])")
    assert len(lines) > 1
    assert min(height for _width, height in lines) >= 24
    assert lines[0][0] > 44  # a word stands beside the box
    assert clue.evaluate("node => getComputedStyle(node).borderInlineWidth") == "0px"
    last = clue.evaluate("node => [...node.getClientRects()].map(r => [r.left + 4, r.top + 4]).pop()")
    unit.mouse.click(*last)
    expect(clue.locator("input")).to_be_checked()
    visitor.check_page()
