"""A practice that is only shown, a half-filled dossier, a fee asked for later and a dossier taken back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lxml import etree
from playwright.sync_api import Locator, expect

from digital_literacy.public_services import library
from tests.browser.conftest import Visitor
from tests.browser.small_host import course_host, one_lesson
from tests.browser.test_service_practice import block, forward, on_step, step, to_review
from tests.unit.public_services.samples import element

UNIT = "/units/block-v1:DLTEST+MODES+2026+type@vertical+block@{}/"
SLIPS = '<slip field="stay_to">30/11/2030</slip><slip paper="legal-place" item="lease-2024"/>'
LATER = library.source("1.004194").replace('<payment due="filing">', '<payment due="obligation">')


def _unit(name: str, mode: str, slips: str = "", *, later: bool = False) -> str:
    source = element()
    for variant in source.findall("variant"):
        source.remove(variant)
    source.set("url_name", name)
    source.set("mode", mode)
    scenario = source.find("scenario")
    assert scenario is not None
    scenario.extend(etree.fromstring(f"<all>{slips}</all>"))
    if later:
        del source.attrib["service"]
        source.insert(0, etree.fromstring(LATER.encode()))
        scenario.remove(scenario.find("supplement"))
    text = etree.tostring(source, encoding="unicode", with_tail=False)
    return f'<vertical url_name="u-{name}" display_name="{name}">{text}</vertical>'


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    units = _unit("shown", "show") + _unit("faults", "faults", SLIPS) + _unit("later", "try", later=True)
    units += _unit("helped", "try") + _unit("offline", "try") + _unit("emptied", "faults", SLIPS)
    with course_host(tmp_path_factory, "MODES", one_lesson(units)) as address:
        yield address


def practice_at(visitor: Visitor, name: str) -> Locator:
    visitor.page.set_default_timeout(10_000)
    visitor.become("citizen")
    page = visitor.open(UNIT.format(f"u-{name}"))
    page.wait_for_selector('[data-dl-block="service_practice"][data-dl-ready]')
    return block(page)


def test_a_shown_practice_is_gone_through_and_ends(visitor):
    one = practice_at(visitor, "shown")
    assert one.locator("[data-sp-choice]").first.is_visible()
    visitor.check_page()
    for _ in range(12):
        if step(one).get_attribute("data-sp-step") == "review":
            break
        before = step(one).get_attribute("data-sp-step")
        if before == "ke-khai":
            expect(one.locator('[data-sp-input="head_name"]')).to_have_value("Phan Mẫu Thu Hà")
            expect(one.locator('[data-sp-input="head_name"]')).to_be_disabled()
        forward(one)
        expect(one.locator(f'[data-sp-step="{before}"]')).to_be_hidden()
        visitor.check_page()
    expect(one.locator("[data-sp-review]")).to_contain_text("Phường Nha Trang, Tỉnh Khánh Hòa")
    expect(one.locator("[data-sp-change]")).to_have_count(0)
    one.locator("[data-sp-watched]").click()
    expect(one.locator("[data-dl-status]")).to_contain_text("Phần này đã hoàn thành")


def test_mistakes_in_a_half_filled_dossier_are_mended(visitor):
    one = practice_at(visitor, "faults")
    expect(step(one)).to_have_attribute("data-sp-step", "place")
    expect(one.locator("[data-sp-commune]")).to_have_value("22366")
    visitor.check_page()
    forward(one)
    on_step(one, "chu-ho-so")
    forward(one)
    on_step(one, "ke-khai")
    # More than two years: the form itself refuses the mistake.
    forward(one)
    expect(step(one).locator("[data-sp-errors]")).to_be_focused()
    one.locator('[data-sp-input="stay_to"]').fill("30/11/2027")
    forward(one)
    on_step(one, "papers")
    one.locator('[data-sp-paper="legal-place"]').select_option("lease-2026")
    forward(one)
    on_step(one, "nhan-ket-qua")
    forward(one)
    on_step(one, "review")
    one.locator("[data-sp-submit]").click()
    expect(one.locator("[data-sp-receipt]")).to_be_focused()


def track(one: Locator) -> None:
    seen = one.locator("[data-sp-filed]").get_attribute("data-seen")
    one.locator("[data-sp-track]").click()
    expect(one.locator(f'[data-sp-filed][data-seen="{seen}"]')).to_have_count(0)


def test_a_fee_asked_for_later_is_paid_and_a_stranger_is_not(visitor):
    one = practice_at(visitor, "later")
    to_review(one)
    one.locator("[data-sp-submit]").click()
    one.locator("[data-sp-code]").fill(one.locator(".dl-sp-code").inner_text())
    for _ in range(3):
        track(one)
    expect(one.locator("[data-sp-owed]")).to_be_visible()
    visitor.check_page()
    one.locator("[data-sp-pay]").click()
    expect(one.locator('[role="alert"]')).to_contain_text("chọn một cách trả")
    one.locator('[data-sp-owed] input[value="stranger-code"]').check()
    one.locator("[data-sp-pay]").click()
    expect(one.locator("[data-sp-owed]")).to_contain_text("Đây là bẫy")
    one.locator('[data-sp-owed] input[value="portal"]').check()
    one.locator("[data-sp-pay]").click()
    expect(one.locator("[data-sp-owed]")).to_have_count(0)
    one.locator(".dl-sp-withdraw summary").click()
    one.locator("[data-sp-withdraw]").click()
    expect(one.locator("[data-sp-result-heading]")).to_be_visible()
    expect(one).to_contain_text("Công dân yêu cầu rút hồ sơ")
    expect(one).to_contain_text("Trả tiền theo mã hay tài khoản của người lạ")
    visitor.check_page()


def test_two_before_one_screen_see_every_hint(visitor):
    one = practice_at(visitor, "helped")
    one.locator("[data-sp-together]").click()
    expect(one.locator("[data-dl-status]")).to_contain_text("làm cùng nhau")
    expect(one.locator("[data-sp-together]")).to_be_hidden()
    one.locator('[data-sp-choice="tam-tru"]').click()
    visitor.check_page()
    hint = one.locator('[data-sp-field="phone"] [data-sp-clue-text]')
    assert "Điện thoại" in hint.text_content()
    visitor.page.reload()
    visitor.page.wait_for_selector('[data-dl-block="service_practice"][data-dl-ready]')
    expect(hint).to_contain_text("Điện thoại", use_inner_text=False)


def test_the_place_is_chosen_without_a_connection(visitor):
    one = practice_at(visitor, "offline")
    visitor.page.context.set_offline(True)
    one.locator("[data-sp-province]").evaluate(
        "node => { node.value = '56'; node.dispatchEvent(new Event('change', { bubbles: true })); }"
    )
    expect(one.locator("[data-sp-commune] option")).to_have_count(66)
    visitor.page.context.set_offline(False)


def test_a_value_that_was_there_and_is_emptied_is_asked_for(visitor):
    one = practice_at(visitor, "emptied")
    forward(one)
    on_step(one, "chu-ho-so")
    forward(one)
    on_step(one, "ke-khai")
    one.locator('[data-sp-input="head_name"]').fill("")
    forward(one)
    expect(step(one).locator("[data-sp-errors]")).to_contain_text("chủ hộ")
    posted: list[str] = []
    visitor.page.on("request", lambda request: posted.append(request.post_data or ""))
    one.locator('[data-sp-input="head_name"]').fill("Phan Mẫu Thu Hà")
    one.locator('[data-sp-input="stay_to"]').fill("30/11/2027")
    forward(one)
    on_step(one, "papers")
    assert any('"email":"thuha@example.com"' in body for body in posted)
