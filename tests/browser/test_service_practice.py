"""service_practice in Chromium: the whole way by keyboard and touch, faults, safety, weak network, two blocks."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import pytest
from lxml import etree
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.small_host import course_host, one_lesson
from tests.unit.public_services.samples import PAPERS, VALUES, element

UNIT = "/units/block-v1:DLTEST+SP01+2026+type@vertical+block@{name}/"
UNITS = 20  # one for each test: a dossier that was filed stays filed
SUBMIT = re.compile(r"/submit/?$")
REAL_NUMBER = "056" + "099" + "000000"


def _block(url_name: str) -> str:
    source = element()
    for variant in source.findall("variant"):
        source.remove(variant)
    source.set("url_name", url_name)
    return etree.tostring(source, encoding="unicode", with_tail=False)


def _chapters() -> str:
    units = "".join(
        f'<vertical url_name="u{n}" display_name="Hai bài">{_block(f"mot{n}")}{_block(f"hai{n}")}</vertical>'
        for n in range(UNITS)
    )
    return one_lesson(units)


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A host with one small course: two practices in one unit."""
    with course_host(tmp_path_factory, "SP01", _chapters()) as address:
        yield address


_numbers = itertools.count()


@pytest.fixture
def address() -> str:
    """The path of a unit that no other test uses."""
    return UNIT.format(name=f"u{next(_numbers)}")


@pytest.fixture
def unit(visitor, address) -> Page:
    visitor.page.set_default_timeout(10_000)
    visitor.become("citizen")
    page = visitor.open(address)
    page.wait_for_selector('[data-dl-block="service_practice"][data-dl-ready]')
    return page


def block(page: Page, number: int = 0) -> Locator:
    return page.locator('[data-dl-block="service_practice"]').nth(number)


def step(practice: Locator) -> Locator:
    return practice.locator("[data-sp-step]:visible")


def on_step(practice: Locator, name: str) -> None:
    expect(practice.locator(f'[data-sp-step="{name}"]')).to_be_visible()
    expect(practice.locator(f'[data-sp-step="{name}"] [data-sp-heading]')).to_be_focused()


def forward(practice: Locator) -> None:
    step(practice).locator("[data-sp-next]").click()


def fill(practice: Locator, values: dict[str, str]) -> None:
    """Fill what is on the present step."""
    for name, value in values.items():
        inputs = step(practice).locator(f'[data-sp-input="{name}"]')
        if not inputs.count():
            continue
        kind = inputs.first.evaluate("node => node.type")
        if kind == "checkbox":
            inputs.set_checked(value == "yes")
        elif kind == "radio":
            step(practice).locator(f'[data-sp-input="{name}"][value="{value}"]').check()
        elif kind == "select-one":
            inputs.select_option(value)
        else:
            inputs.fill(value)


def to_form(practice: Locator) -> None:
    practice.locator('[data-sp-choice="tam-tru"]').click()
    on_step(practice, "procedure")
    forward(practice)
    on_step(practice, "eligibility")
    practice.locator('[data-sp-question="how-long"][value="months"]').check()
    forward(practice)
    on_step(practice, "place")
    practice.locator("[data-sp-province]").select_option("56")
    practice.locator("[data-sp-commune]").select_option(label="Phường Nha Trang")
    forward(practice)
    on_step(practice, "login")
    forward(practice)
    on_step(practice, "chu-ho-so")


def to_second_page(practice: Locator) -> None:
    to_form(practice)
    fill(practice, VALUES)
    forward(practice)
    on_step(practice, "ke-khai")


def to_review(practice: Locator) -> None:
    to_second_page(practice)
    fill(practice, VALUES)
    forward(practice)
    on_step(practice, "papers")
    practice.locator('[data-sp-paper="legal-place"]').select_option(PAPERS["legal-place"])
    forward(practice)
    on_step(practice, "nhan-ket-qua")
    fill(practice, VALUES)
    forward(practice)
    if practice.locator('[data-sp-step="payment"]').count():
        on_step(practice, "payment")
        practice.locator('[data-sp-question="payment"][value="portal"]').check()
        forward(practice)
    on_step(practice, "review")


def storage(page: Page) -> str:
    return page.evaluate("JSON.stringify(Object.assign({}, localStorage))")


def test_from_search_to_result_with_a_wrong_paper_on_the_way(visitor, unit):
    one = block(unit)
    one.locator("[data-sp-query]").fill("tam tru")
    expect(one.locator("[data-sp-result]:visible")).to_have_count(2)
    visitor.check_page()
    to_review(one)
    expect(one.locator("[data-sp-review]")).to_contain_text("Công an phường Nha Trang")
    expect(one.locator("[data-sp-review]")).to_contain_text("30/11/2027")
    visitor.check_page()
    one.locator("[data-sp-submit]").click()
    expect(one.locator("[data-sp-receipt]")).to_be_focused()
    code = one.locator(".dl-sp-code").inner_text()
    assert re.fullmatch(r"MAU\.00-261123-\d{4}", code)
    assert "draft:" not in storage(unit)
    visitor.check_page()
    one.locator("[data-sp-code]").fill("MAU.00-261123-9999")
    one.locator("[data-sp-track]").click()
    expect(one.locator("[data-dl-alert]")).to_contain_text("Không có hồ sơ nào mang mã này")
    one.locator("[data-sp-code]").fill(code.lower())
    for status in ("Được tiếp nhận", "Đang xử lý", "Yêu cầu bổ sung giấy tờ"):
        one.locator("[data-sp-track]").click()
        expect(one.locator('[aria-current="step"]')).to_contain_text(status)
    visitor.check_page()
    one.get_by_label("Ảnh hai mặt thẻ căn cước").check()
    one.locator("[data-sp-supplement]").click()
    expect(one).to_contain_text("dữ liệu nhạy cảm")
    one.get_by_label("Trang cuối hợp đồng năm 2026").check()
    one.locator("[data-sp-supplement]").click()
    for status in ("Đã xử lý xong", "Đã trả kết quả"):
        one.locator("[data-sp-track]").click()
        expect(one.locator('[aria-current="step"]')).to_contain_text(status)
    expect(one.locator("[data-sp-result-heading]")).to_have_text("Kết quả: 95%")
    visitor.check_page()
    unit.reload()
    expect(block(unit).locator("[data-sp-result-heading]")).to_have_text("Kết quả: 95%")
    expect(block(unit, 1).locator('[data-sp-step="search"]')).to_be_visible()


def test_a_lure_is_explained_and_leads_nowhere(visitor, unit):
    one = block(unit)
    before = unit.url
    one.locator('[data-sp-choice="nhanh"]').click()
    expect(one.locator("[data-sp-answer]")).to_contain_text("không kết thúc bằng .gov.vn")
    assert unit.url == before
    assert one.locator('a[href*="tamtru-nhanh"]').count() == 0
    visitor.check_page()
    one.locator("[data-sp-query]").fill("xyz không có")
    expect(one.locator("[data-sp-answer]")).to_be_empty()


def test_three_faults_stand_in_the_summary_and_at_their_fields_and_nothing_is_lost(visitor, unit):
    one = block(unit)
    to_form(one)
    fill(one, VALUES)
    forward(one)
    on_step(one, "ke-khai")
    fill(one, {**VALUES, "head_number": "00319800001", "stay_from": "12/31/2026", "request": "ngắn"})
    forward(one)
    summary = step(one).locator("[data-sp-errors]")
    expect(summary).to_be_focused()
    expect(summary.locator("li")).to_have_count(3)
    visitor.check_page()
    for name in ("head_number", "stay_from", "request"):
        line = one.locator(f'[data-sp-field="{name}"] [data-sp-error]')
        expect(line).to_be_visible()
        expect(summary).to_contain_text(line.inner_text())
        expect(one.locator(f'[data-sp-input="{name}"]')).to_have_attribute("aria-invalid", "true")
    expect(one.locator('[data-sp-input="head_number"]')).to_have_value("00319800001")
    expect(one.locator('[data-sp-input="stay_from"]')).to_have_value("12/31/2026")
    summary.get_by_role("link").nth(1).click()
    expect(one.locator('[data-sp-input="stay_from"]')).to_be_focused()
    one.locator('[data-sp-input="stay_from"]').fill(VALUES["stay_from"])
    expect(summary.locator("li")).to_have_count(2)


def test_a_real_looking_number_stays_in_the_open_page(unit):
    sent: list[str] = []
    unit.on("request", lambda request: sent.append(request.post_data or ""))
    one = block(unit)
    to_form(one)
    fill(one, {**VALUES, "phone": "0905" + " 123 456"})
    expect(one.locator('[data-sp-field="phone"] [data-sp-error]')).to_contain_text("người thật")
    forward(one)
    on = one.locator('[data-sp-step="chu-ho-so"]')
    expect(on.locator("[data-sp-errors]")).to_be_focused()
    fill(one, VALUES)
    forward(one)
    on_step(one, "ke-khai")
    fill(
        one,
        {
            "head_number": REAL_NUMBER,
            "request": f"Đề nghị cho người có số {REAL_NUMBER[:3]} {REAL_NUMBER[3:]}",
        },
    )
    unit.wait_for_timeout(700)
    forward(one)
    expect(step(one).locator("[data-sp-errors]")).to_be_focused()
    kept = storage(unit) + "".join(sent)
    assert REAL_NUMBER not in kept
    assert REAL_NUMBER[3:] not in kept
    assert "0905" not in kept
    expect(one.locator('[data-sp-input="head_number"]')).to_have_value(REAL_NUMBER)


def test_a_reload_right_after_typing_loses_nothing(unit):
    one = block(unit)
    to_form(one)
    fill(one, VALUES)
    unit.reload()
    unit.wait_for_selector('[data-dl-block="service_practice"][data-dl-ready]')
    expect(block(unit).locator('[data-sp-input="phone"]')).to_have_value(VALUES["phone"])


def test_a_section_without_a_question_is_not_there_and_the_story_stands_once(unit):
    one = block(unit)
    to_second_page(one)
    fill(one, {"relation": "head"})
    expect(one.locator('[data-sp-section="y-kien"]')).to_be_hidden()
    fill(one, {"relation": "wife"})
    expect(one.locator('[data-sp-section="y-kien"]')).to_be_visible()
    boxes = one.locator(".dl-sp-cards:visible, .dl-sp-section:visible .dl-field:visible")
    kinds = boxes.evaluate_all("nodes => nodes.map(node => node.classList.contains('dl-sp-cards'))")
    assert kinds[0]
    assert not any(first and second for first, second in itertools.pairwise(kinds))


def test_a_choice_that_is_missing_is_asked_for_as_a_choice_and_leaves_the_summary_once_made(unit):
    one = block(unit)
    to_second_page(one)
    fill(one, {**VALUES, "relation": ""})
    forward(one)
    summary = step(one).locator("[data-sp-errors]")
    # The head of the household is asked for consent, unless the learner is the head.
    expect(summary.locator("li")).to_have_count(2)
    fill(one, {"relation": VALUES["relation"]})
    expect(summary).to_be_hidden()


def test_a_search_without_a_result_says_what_to_try(unit):
    one = block(unit)
    one.locator("[data-sp-query]").fill("xyz không có")
    expect(one.locator("[data-sp-found]")).to_contain_text("Hãy thử từ khác")


def test_what_was_just_typed_is_kept_when_another_app_comes_to_the_front(unit):
    one = block(unit)
    to_form(one)
    kept = one.locator('[data-sp-input="phone"]').evaluate(
        """(input, value) => {
          input.value = value;
          input.dispatchEvent(new Event("input", { bubbles: true }));
          const before = JSON.stringify({ ...localStorage });
          document.dispatchEvent(new Event("visibilitychange"));
          return [before, JSON.stringify({ ...localStorage })];
        }""",
        VALUES["phone"],
    )
    assert [VALUES["phone"] in state for state in kept] == [False, True]


def test_drafts_come_back_and_go_on_a_shared_device(unit):
    one = block(unit)
    to_form(one)
    fill(one, VALUES)
    unit.wait_for_timeout(700)
    unit.reload()
    unit.wait_for_selector('[data-dl-block="service_practice"][data-dl-ready]')
    one = block(unit)
    expect(one.locator('[data-sp-step="chu-ho-so"]')).to_be_visible()
    expect(one.locator('[data-sp-input="phone"]')).to_have_value(VALUES["phone"])
    expect(one.locator("[data-sp-commune]")).to_have_value("22366")
    one.locator("[data-sp-clear]").click()
    one.locator('[data-sp-input="email"]').fill("mau@example.com")
    unit.wait_for_timeout(700)
    assert "draft:" not in storage(unit)


def test_filing_without_a_connection_is_sent_once_when_it_is_back(unit):
    one = block(unit)
    to_review(one)
    unit.route(SUBMIT, lambda route: route.abort())
    one.locator("[data-sp-submit]").click()
    expect(one.locator("[data-dl-status]")).to_contain_text("kết nối")
    assert "queue:" in storage(unit)
    unit.unroute(SUBMIT)
    unit.reload()
    expect(block(unit).locator("[data-sp-receipt]")).to_be_visible(timeout=15000)
    expect(block(unit).locator(".dl-sp-code")).to_have_text("MAU.00-261123-0001")


def test_filing_for_somebody_else_opens_his_part(unit):
    one = block(unit)
    to_form(one)
    expect(one.locator('[data-sp-section="chu-the"]')).to_be_hidden()
    one.get_by_label("Người nộp hồ sơ là chủ hồ sơ").uncheck()
    expect(one.locator('[data-sp-section="chu-the"]')).to_be_visible()
    expect(one.locator('[data-sp-locked="filer_name"]')).to_contain_text("Phan Mẫu Thu Hà")


def test_change_links_lead_to_the_field_and_back_keeps_everything(visitor, unit):
    one = block(unit)
    to_review(one)
    one.get_by_role("button", name="Thay đổi Số điện thoại liên hệ").click()
    expect(one.locator('[data-sp-input="phone"]')).to_be_focused()
    one.locator('[data-sp-input="phone"]').fill("0301112299")
    forward(one)
    on_step(one, "review")
    expect(one.locator("[data-sp-review]")).to_contain_text("030 111 2299")


def test_a_late_script_loses_no_input(visitor, address):
    visitor.become("citizen")
    held: list[Route] = []
    visitor.page.route("**/service_practice.js*", lambda route: held.append(route))
    visitor.page.goto(f"{visitor.host}{address}", wait_until="commit")
    visitor.page.locator("[data-sp-query]").first.fill("thường trú")
    for route in held:
        route.continue_()
    visitor.page.wait_for_selector('[data-dl-block="service_practice"][data-dl-ready]')
    expect(visitor.page.locator("[data-sp-query]").first).to_have_value("thường trú")
    expect(block(visitor.page).locator("[data-sp-result]:visible")).to_have_count(1)


def test_hints_are_given_on_request(unit):
    one = block(unit)
    to_form(one)
    assert "Xem dòng “Điện thoại”" not in unit.content()
    one.locator('[data-sp-clue="phone"]').click()
    expect(one.locator('[data-sp-field="phone"]')).to_contain_text("Xem dòng “Điện thoại”")


def test_a_filed_dossier_leaves_nothing_on_the_device_when_the_reply_was_lost(unit):
    one = block(unit)
    to_review(one)

    def lose_reply(route: Route) -> None:
        route.fetch()
        route.abort()

    unit.route(SUBMIT, lose_reply)
    one.locator("[data-sp-submit]").click()
    expect(one.locator("[data-dl-status]")).to_contain_text("kết nối")
    unit.unroute(SUBMIT)
    unit.reload()
    expect(block(unit).locator(".dl-sp-code")).to_have_text("MAU.00-261123-0001")
    unit.wait_for_timeout(1500)
    assert "draft:" not in storage(unit)
    assert "queue:" not in storage(unit)


def second_tab(visitor, address) -> Page:
    page = visitor.context.new_page()
    page.set_default_timeout(10_000)
    page.goto(f"{visitor.host}{address}")
    page.wait_for_selector('[data-dl-block="service_practice"][data-dl-ready]')
    return page


def test_the_second_of_two_tabs_is_told_what_happened_and_goes_on(visitor, unit, address):
    other = second_tab(visitor, address)
    to_review(block(unit))
    to_review(block(other))
    block(unit).locator("[data-sp-submit]").click()
    code = block(unit).locator(".dl-sp-code").inner_text()
    late = block(other)
    expect(late.locator("[data-dl-reload]")).to_be_hidden()
    late.locator("[data-sp-submit]").click()
    expect(late.locator("[data-dl-alert]")).to_contain_text("không mất lượt làm nào")
    expect(late.locator("[data-sp-review]")).to_contain_text("Hoa Phượng")
    visitor.page = other
    visitor.check_page()
    late.get_by_role("button", name="Tải lại trang").click()
    expect(block(other).locator(".dl-sp-code")).to_have_text(code)
    assert "draft:" not in storage(other)


def test_a_tab_that_took_up_the_same_draft_is_shown_what_the_other_filed(visitor, unit, address):
    to_review(block(unit))
    unit.wait_for_timeout(700)
    other = second_tab(visitor, address)
    expect(block(other).locator('[data-sp-step="review"]')).to_be_visible()
    block(unit).locator("[data-sp-submit]").click()
    code = block(unit).locator(".dl-sp-code").inner_text()
    block(other).locator("[data-sp-submit]").click()
    expect(block(other).locator(".dl-sp-code")).to_have_text(code)
    expect(block(other).locator("[data-dl-status]")).to_contain_text("đã được nộp trước đó")
