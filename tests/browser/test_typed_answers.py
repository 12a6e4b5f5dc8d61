"""Short answers and texts with gaps in a browser: typing, choosing, refusing what looks real, being told why."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.small_host import course_host, one_lesson
from tests.unit.exercises.samples import of_types

UNIT = "/units/block-v1:DLTEST+GC01+2026+type@vertical+block@hai-bai/"
DATE = """<short_answer id="q7" kind="date">
  <prompt><p>Ngày cuối cùng của năm 2026 là ngày nào?</p></prompt>
  <accept>31/12/2026</accept>
</short_answer>"""


def _block(url_name: str, attributes: str) -> str:
    olx = of_types("short_answer", "cloze").replace(
        'version="1" ', f'url_name="{url_name}" version="1" {attributes}'
    )
    return olx.replace("</skills_exercise>", f"{DATE}</skills_exercise>")


def _chapters() -> str:
    one = _block("mot", 'display_name="Bài một" max_attempts="3"')
    two = _block("hai", 'display_name="Bài hai"')
    unit = f'<vertical url_name="hai-bai" display_name="Hai bài">{one}{two}</vertical>'
    return one_lesson(unit)


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A host with one small course: two exercises with gaps in one unit."""
    with course_host(tmp_path_factory, "GC01", _chapters()) as address:
        yield address


def block(page: Page, number: int) -> Locator:
    return page.locator('[data-dl-block="skills_exercise"]').nth(number)


def gap(exercise: Locator, number: int) -> Locator:
    """The short answer, the number and the choice of the text, the date."""
    return exercise.locator("[data-dl-gap-input]").nth(number)


def fill(exercise: Locator, name: str, number: str, choice: str, day: str) -> None:
    gap(exercise, 0).fill(name)
    gap(exercise, 1).fill(number)
    gap(exercise, 2).select_option(label=choice)
    gap(exercise, 3).fill(day)


def kept(page: Page) -> str:
    """All that stands on the device."""
    return page.evaluate("JSON.stringify(Object.assign({}, window.localStorage))")


def result(exercise: Locator) -> Locator:
    return exercise.locator("[data-dl-result]")


@pytest.fixture
def unit(visitor) -> Page:
    visitor.become("citizen")
    page = visitor.open(UNIT)
    page.wait_for_function("document.querySelectorAll('[data-dl-block][data-dl-ready]').length >= 2")
    return page


def test_gaps_have_names_and_fit_a_small_phone(visitor, unit):
    one = block(unit, 1)
    expect(one.get_by_label("Ô trống (1) đầu số báo tin nhắn lừa đảo")).to_have_attribute(
        "inputmode", "decimal"
    )
    expect(one.get_by_label("Câu trả lời").first).to_have_attribute("autocapitalize", "off")
    for place in range(4):
        box = gap(one, place).bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert box["x"] + box["width"] <= 360
    visitor.check_page()


def test_open_gaps_are_named_and_focus_goes_there(unit):
    one = block(unit, 1)
    gap(one, 0).fill("Cổng dịch vụ công")
    gap(one, 1).fill("156")
    one.locator("[data-dl-submit]").click()
    summary = one.locator("[data-dl-errors]")
    expect(summary).to_be_focused()
    expect(summary.locator("li")).to_have_count(2)
    summary.get_by_role("link").first.click()
    expect(gap(one, 2)).to_be_focused()


def test_almost_right_is_said_beside_the_gap_and_why_below(visitor, unit):
    two = block(unit, 1)
    fill(two, "cong dich vu cong quoc gia", "113", "miễn phí", "30/12/2026")
    assert "Gần đúng, hãy viết lại" not in unit.content()
    two.locator("[data-dl-submit]").click()
    expect(result(two)).to_be_focused()
    marks = two.locator("[data-dl-gap] [data-dl-mark]")
    expect(marks).to_have_text(["≈ Gần đúng", "✗ Chưa đúng", "✓ Đúng", "✗ Chưa đúng"])
    expect(two).to_contain_text("thiếu dấu tiếng Việt")
    expect(two).to_contain_text("113 là số gọi công an")
    expect(gap(block(unit, 0), 0)).to_have_value("")
    visitor.check_page()
    two.locator("[data-dl-redo]").click()
    expect(gap(two, 0)).to_have_value("cong dich vu cong quoc gia")
    fill(two, "Cổng dịch vụ công quốc gia", "156", "miễn phí", "31-12-2026")
    two.locator("[data-dl-submit]").click()
    expect(result(two)).to_contain_text("Đúng tất cả: 4/4 điểm")
    unit.reload()
    expect(gap(block(unit, 1), 0)).to_have_value("Cổng dịch vụ công quốc gia")
    expect(gap(block(unit, 1), 0)).to_be_disabled()


def test_the_keyboard_alone_answers(visitor):
    visitor.become("worker")
    page = visitor.open(UNIT)
    one = block(page, 0)
    one.locator("[data-dl-submit]:enabled").wait_for()
    gap(one, 0).focus()
    page.keyboard.type("dichj vuj coong")
    while not gap(one, 1).evaluate("each => each === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.type("156")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    while not gap(one, 3).evaluate("each => each === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.type("31/12/2026")
    while not one.locator("[data-dl-submit]").evaluate("each => each === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(result(one)).to_be_focused()


@pytest.mark.parametrize("real", ["0912 345 678", "001085012345", "lan@mail.vn"])
def test_what_could_be_somebodys_is_neither_kept_nor_sent(visitor, unit, real):
    two = block(unit, 0)
    sent: list[str] = []
    unit.on("request", lambda request: sent.append(request.post_data or ""))
    fill(two, f"gọi {real}", "156", "miễn phí", "31/12/2026")
    expect(two.locator("[data-dl-error]").first).to_contain_text("người thật")
    expect(two.locator("[data-dl-status]")).to_contain_text("người thật")
    expect(gap(two, 0)).to_have_attribute("aria-invalid", "true")
    expect(gap(two, 0)).to_have_accessible_description(re.compile("người thật"))
    assert real not in kept(unit)
    assert "156" in kept(unit)
    visitor.check_page()
    two.locator("[data-dl-submit]").click()
    expect(two.locator("[data-dl-errors]")).to_be_focused()
    assert not any(real in body for body in sent)
    assert real not in kept(unit)
    gap(two, 0).fill("gọi 030 123 4567")
    expect(two.locator("[data-dl-error]").first).to_be_hidden()
    expect(gap(two, 0)).not_to_have_attribute("aria-invalid", "true")


def test_a_draft_grows_with_every_letter_and_a_shared_device_forgets_it(unit):
    one = block(unit, 0)
    gap(one, 0).press_sequentially("Cổng")
    gap(one, 2).select_option(label="mất tiền")
    unit.reload()
    one.locator("[data-dl-submit]:enabled").wait_for()
    expect(gap(one, 0)).to_have_value("Cổng")
    expect(gap(one, 2).locator("option:checked")).to_have_text("mất tiền")
    expect(gap(block(unit, 1), 0)).not_to_have_value("Cổng")
    one.locator("[data-dl-clear-device]").click()
    expect(gap(one, 0)).to_have_value("")
    assert "Cổng" not in kept(unit)


def test_a_late_script_keeps_what_was_typed(visitor):
    visitor.become("student")
    held: list[Route] = []
    visitor.page.route("**/skills_exercise.js*", lambda route: held.append(route))
    page = visitor.page
    page.goto(f"{visitor.host}{UNIT}", wait_until="commit")
    one = block(page, 0)
    gap(one, 0).fill("Cổng dịch")
    held[0].continue_()
    one.locator("[data-dl-submit]:enabled").wait_for()
    expect(gap(one, 0)).to_have_value("Cổng dịch")


def test_an_answer_without_connection_is_sent_once_later(visitor):
    visitor.become("official")
    page = visitor.open(UNIT)
    one = block(page, 0)
    one.locator("[data-dl-submit]:enabled").wait_for()
    fill(one, "Cổng dịch vụ công", "156", "miễn phí", "31/12/2026")
    visitor.context.set_offline(True)
    one.locator("[data-dl-submit]").click()
    expect(one.locator("[data-dl-status]")).to_contain_text("Mất kết nối")
    visitor.context.set_offline(False)
    expect(result(one)).to_contain_text("4/4 điểm", timeout=15_000)
    expect(one).to_contain_text("đã dùng 1/3")
