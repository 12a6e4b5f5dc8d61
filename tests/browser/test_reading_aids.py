"""Reading aids in Chromium: reading aloud with a voice of the browser, size of the text, high contrast."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

MESSAGES = "bai-3-hai-tin-nhan"
PRACTICE = "dang-ky-tam-tru"
# A browser whose voices come when `window.voicesCome()` is called; it speaks until `window.finish()`.
FAKE_SPEECH = """
const fake = new EventTarget();
let voices = [], queue = [];
Object.assign(fake, {
  said: [], cancelled: 0,
  getVoices: () => voices,
  speak(part) { fake.said.push([part.voice.lang, part.text]); queue.push(part); },
  cancel() { fake.cancelled += 1; queue.splice(0).forEach(part => part.onerror && part.onerror()); },
});
window.voicesCome = languages => {
  voices = languages.map(lang => ({ lang, name: lang, localService: true }));
  fake.dispatchEvent(new Event("voiceschanged"));
};
window.finish = () => queue.splice(0).forEach(part => part.onend && part.onend());
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
Object.defineProperty(window, "speechSynthesis", { value: fake });
"""


def open_unit(visitor, unit: str = MESSAGES, *, voices: tuple[str, ...] = ("en-US", "vi_VN")) -> Page:
    visitor.page.add_init_script(FAKE_SPEECH)
    visitor.become("official")  # who has answered and filed nothing on the shared host
    page = visitor.open_unit(unit)
    page.wait_for_selector("[data-dl-aids]")
    page.wait_for_selector("[data-dl-ready]")
    page.evaluate("languages => window.voicesCome(languages)", list(voices))
    return page


def item(page: Page, number: int = 0) -> Locator:
    return page.locator("[data-dl-item]").nth(number)


def listen(scope: Locator) -> Locator:
    return scope.locator("[data-dl-listen]")


def said(page: Page) -> list[str]:
    return [text for _language, text in page.evaluate("window.speechSynthesis.said")]


def aid(page: Page, name: str) -> Locator:
    return page.locator(f'[data-dl-aid="{name}"]').first


def test_an_item_is_read_in_order_and_nothing_hidden_with_it(visitor):
    page = open_unit(visitor)
    listen(item(page)).click()
    heard = " ".join(said(page))
    shown = [
        item(page).locator(".dl-prompt").inner_text(),
        item(page).locator(".dl-message-head strong").inner_text(),
        item(page).locator(".dl-part").first.inner_text(),
        item(page).get_by_role("radio").first.locator("xpath=..").inner_text(),
        item(page).locator('[data-dl-answers="action"] .dl-option').last.inner_text(),
    ]
    places = [heard.find(" ".join(text.split())[:25]) for text in shown]
    assert -1 not in places, (places, heard)
    assert places == sorted(places)
    assert "♪" not in heard
    assert "Gợi ý" not in heard
    assert {language for language, _text in page.evaluate("window.speechSynthesis.said")} == {"vi_VN"}
    visitor.check_page()


def test_the_button_stops_and_another_one_takes_over(visitor):
    page = open_unit(visitor)
    first, second = listen(item(page)), listen(item(page, 1))
    first.click()
    expect(first).to_contain_text("Dừng đọc")
    second.click()
    expect(first).to_contain_text("Nghe đọc")
    expect(second).to_contain_text("Dừng đọc")
    second.click()
    expect(second).to_contain_text("Nghe đọc")
    first.click()
    page.evaluate("window.finish()")
    expect(first).to_contain_text("Nghe đọc")


def test_by_keyboard_the_whole_exercise_is_read_and_focus_stays(visitor):
    page = open_unit(visitor)
    button = listen(page.locator("[data-dl-aids]"))
    button.focus()
    page.keyboard.press("Enter")
    assert any(item(page, 1).locator(".dl-prompt").inner_text()[:20] in text for text in said(page))
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(button).to_contain_text("Nghe đọc")


@pytest.mark.parametrize("voices", [(), ("en-US", "virtual")])
def test_without_a_vietnamese_voice_nothing_is_offered_to_hear(visitor, voices):
    page = open_unit(visitor, voices=voices)
    expect(listen(page.locator("[data-dl-aids]"))).to_be_hidden()
    page.evaluate("window.voicesCome(['vi-VN'])")
    expect(listen(page.locator("[data-dl-aids]"))).to_be_visible()


def test_large_text_fits_a_phone_and_is_kept_for_all_our_blocks(visitor):
    page = open_unit(visitor)
    before = item(page).locator(".dl-prompt p").first.bounding_box()
    expect(aid(page, "smaller")).to_have_attribute("aria-disabled", "true")
    for _press in range(6):
        aid(page, "larger").focus()
        page.keyboard.press("Space")
    expect(aid(page, "larger")).to_have_attribute("aria-disabled", "true")
    expect(page.locator("[data-dl-status]")).to_contain_text("175")
    assert item(page).locator(".dl-prompt p").first.bounding_box()["height"] > before["height"] * 1.5
    visitor.check_page()
    visitor.open_unit(PRACTICE)
    page.wait_for_selector("[data-dl-ready]")
    assert page.evaluate("document.querySelector('.dl-sp').style.zoom") == "1.75"
    visitor.check_page()
    while aid(page, "smaller").get_attribute("aria-disabled") == "false":
        aid(page, "smaller").click()
    assert page.evaluate("document.querySelector('.dl-sp').style.zoom") == ""


def test_high_contrast_is_a_switch_and_is_kept(visitor):
    page = open_unit(visitor)
    aid(page, "contrast").click()
    expect(aid(page, "contrast")).to_have_attribute("aria-pressed", "true")
    colour = "e => getComputedStyle(e).color"
    assert item(page).locator(".dl-help").first.evaluate(colour) == "rgb(0, 0, 0)"
    visitor.check_page()
    page.reload()
    expect(aid(page, "contrast")).to_have_attribute("aria-pressed", "true")


def test_the_systems_own_wishes_are_followed(visitor):
    visitor.page.emulate_media(reduced_motion="reduce", contrast="more")
    page = open_unit(visitor)
    expect(aid(page, "contrast")).to_have_attribute("aria-pressed", "true")
    button = page.locator("[data-dl-submit]").first
    assert button.evaluate("e => getComputedStyle(e).transitionDuration") == "0s"
    page.emulate_media(forced_colors="active", contrast="more")
    expect(aid(page, "contrast")).to_be_hidden()
    visitor.check_page()


def test_what_a_learner_entered_is_not_read(visitor):
    page = open_unit(visitor, PRACTICE)
    page.evaluate("document.querySelector('[data-sp-review]').textContent = 'đã nhập'")
    page.evaluate("document.querySelectorAll('.dl-sp [hidden]').forEach(e => { e.hidden = false; })")
    listen(page.locator("[data-dl-aids]")).click()
    assert said(page)
    assert not any("đã nhập" in text for text in said(page))
