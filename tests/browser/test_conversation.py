"""Conversations, quick cards and clue tours in Chromium: mouse, keyboard alone, a phone, drafts, two in one unit."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.small_host import course_host, one_lesson
from tests.unit.exercises.samples import of_types

UNIT = "/units/block-v1:DLTEST+NC01+2026+type@vertical+block@u/"
CHAT = """<conversation id="chat" channel="chat" with="Cửa hàng lạ" shuffle="false">
  <prompt><p>Trả lời tin nhắn.</p></prompt>
  <turn id="t1"><text><p>Cọc trước 50% nhé.</p></text>
    <say id="a" to="t2"><text>Cho hỏi thêm <strong>một câu</strong>.</text><feedback><p>Cũng được.</p></feedback></say>
    <say id="b" to="e1"><text>Không cọc.</text><feedback><p>Đúng vậy.</p></feedback></say></turn>
  <turn id="t2"><text><p>Hỏi gì?</p></text>
    <say id="a" to="e2"><text>Gửi số tài khoản đi.</text><feedback><p>Nguy hiểm.</p></feedback></say>
    <say id="b" to="e1"><text>Thôi.</text><feedback><p>Tốt.</p></feedback></say></turn>
  <end id="e1" outcome="safe"><text><p>Hết chuyện.</p></text></end>
  <end id="e2" outcome="unsafe"><text><p>Đã gửi.</p></text></end>
</conversation>"""
MAIL = """<message_triage id="thu">
  <prompt><p>Thư này thế nào?</p></prompt>
  <message channel="web"><address>https://<part id="p1" clue="true">trang.example<reason><p>Không phải
    .gov.vn.</p></reason></part>/dang-nhap</address><from>Cổng dịch vụ</from>
    <subject><part id="p2" clue="true">KHẨN<reason><p>Giục giã.</p></reason></part>: xác minh</subject>
    <p>Mời <part id="p3">đăng nhập<reason><p>Riêng nó thì không.</p></reason></part>.</p></message>
  <verdict answer="scam"/>
  <action id="x" correct="true"><text>Đóng trang lại</text></action>
  <action id="y"><text>Đăng nhập thử</text></action>
</message_triage>"""


def _exercise(name: str, *items: str) -> str:
    olx = of_types("conversation", "quick_deck")
    body = olx[olx.index(">") + 1 : olx.rindex("<")]
    return (
        f'<skills_exercise url_name="{name}" display_name="Bài {name}" version="1">'
        f"{body}{''.join(items)}</skills_exercise>"
    )


def _chapters() -> str:
    unit = (
        f'<vertical url_name="u" display_name="U">{_exercise("mot", CHAT, MAIL)}{_exercise("hai")}</vertical>'
    )
    return one_lesson(unit)


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A host with one small course: two exercises in one unit."""
    with course_host(tmp_path_factory, "NC01", _chapters()) as address:
        yield address


@pytest.fixture
def unit(visitor, request: pytest.FixtureRequest) -> Page:
    """The unit, opened by somebody who has not answered the exercise that the test is about."""
    visitor.become(getattr(request, "param", "citizen"))
    page = visitor.open(UNIT)
    page.locator('[data-dl-block="skills_exercise"][data-dl-ready]').nth(1).wait_for()
    return page


def block(page: Page, number: int) -> Locator:
    return page.locator('[data-dl-block="skills_exercise"]').nth(number)


def item(page: Page, tag: str, number: int = 0, place: int = 0) -> Locator:
    return block(page, number).locator(f'[data-dl-type="{tag}"]').nth(place)


def say(talk: Locator, words: str) -> None:
    talk.locator("[data-dl-say]", has_text=words).click()


def said(talk: Locator) -> list[str]:
    return [each.strip() for each in talk.locator("[data-dl-said] .dl-line-text").all_inner_texts()]


def answer_deck(deck: Locator) -> None:
    for words, side in (("Tự gõ địa chỉ", "An toàn"), ("Cho người lạ mượn", "Nguy hiểm")):
        card = deck.locator("[data-dl-card]", has_text=words)
        while not card.is_visible():
            forward = deck.locator('[data-dl-turn="1"]')
            at_end = forward.get_attribute("aria-disabled") == "true"
            (deck.locator('[data-dl-turn="-1"]') if at_end else forward).click()
        card.get_by_label(side).check()


def test_a_conversation_goes_on_as_it_is_answered_and_can_begin_again(visitor, unit):
    talk = item(unit, "conversation")
    visitor.check_page()
    expect(talk.locator("[data-dl-again]")).to_be_hidden()
    say(talk, "Vụ án gì")
    expect(talk.locator("[data-dl-lines]")).to_contain_text("tài khoản an toàn")
    expect(talk.locator("[data-dl-choices]")).to_be_focused()
    say(talk, "tôi chuyển ngay")
    expect(talk.locator("[data-dl-say]")).to_have_count(0)
    expect(talk.locator("[data-dl-lines]")).to_contain_text("sau hai mươi phút")
    visitor.check_page()
    talk.locator("[data-dl-again]").click()
    assert said(talk) == []
    expect(talk.locator("[data-dl-say]")).to_have_count(2)
    expect(item(unit, "conversation", 1).locator("[data-dl-lines] > li")).to_have_count(1)


def test_marks_feedback_and_the_safe_way_after_submitting(visitor, unit):
    two = block(unit, 1)
    talk, deck = item(unit, "conversation", 1), item(unit, "quick_deck", 1)
    say(talk, "Vụ án gì")
    say(talk, "Tôi không chuyển")
    answer_deck(deck)
    assert "Hỏi thêm là cho người gọi" not in unit.content()
    two.locator("[data-dl-submit]").click()
    expect(two.locator("[data-dl-result]")).to_be_focused()
    expect(talk.locator("[data-dl-said] .dl-mark")).to_have_count(2)
    expect(talk.locator("[data-dl-said]").first.locator(".dl-mark-wrong")).to_be_visible()
    expect(talk).to_contain_text("Hỏi thêm là cho người gọi")
    expect(talk).not_to_contain_text("Đúng: cúp máy, tự kiểm tra")
    expect(deck.locator(".dl-card-number .dl-mark-right")).to_have_count(2)
    visitor.check_page()
    unit.reload()
    assert said(item(unit, "conversation", 1)) == ["Vụ án gì vậy ạ?", "Tôi không chuyển. Chào ông."]
    expect(item(unit, "conversation", 1).locator("[data-dl-said] .dl-mark")).to_have_count(2)
    two.locator("[data-dl-redo]").click()
    talk.locator("[data-dl-again]").click()
    say(talk, "tự gọi đến cơ quan")
    two.locator("[data-dl-submit]").click()
    expect(talk.locator(".dl-lines-solution")).to_contain_text("Đúng: cúp máy, tự kiểm tra")
    visitor.check_page()


@pytest.mark.parametrize("unit", ["worker"], indirect=True)
def test_everything_by_keyboard_alone(unit):
    talk, deck = item(unit, "conversation", 1), item(unit, "quick_deck", 1)
    keys = unit.keyboard
    talk.locator("[data-dl-say]").first.focus()
    while talk.locator("[data-dl-say]").count():
        keys.press("Enter")
        expect(talk.locator("[data-dl-choices]")).to_be_focused()
        keys.press("Tab")
    expect(talk.locator("[data-dl-again]")).to_be_focused()
    for _card in range(2):
        while not unit.evaluate("document.activeElement.type === 'radio'"):
            keys.press("Tab")
        keys.press("Space")
        while not unit.evaluate("document.activeElement.matches('[data-dl-turn=\"1\"]')"):
            keys.press("Tab")
        keys.press("Enter")
    assert deck.locator("input:checked").count() == 2
    while not unit.evaluate("document.activeElement.matches('[data-dl-submit]')"):
        keys.press("Tab")
    keys.press("Enter")
    expect(block(unit, 1).locator("[data-dl-result]")).to_be_focused()


@pytest.mark.parametrize("unit", ["official"], indirect=True)
def test_what_is_open_is_named_and_focus_goes_there(unit):
    two = block(unit, 1)
    say(item(unit, "conversation", 1), "Vụ án gì")
    item(unit, "quick_deck", 1).locator("[data-dl-card]:visible input").first.check()
    two.locator("[data-dl-submit]").click()
    links = two.locator("[data-dl-errors] a")
    expect(links).to_have_count(2)
    links.nth(0).click()
    expect(item(unit, "conversation", 1).locator("[data-dl-choices]")).to_be_focused()
    links.nth(1).click()
    expect(item(unit, "quick_deck", 1).locator("[data-dl-card]:visible input").first).to_be_focused()


def test_a_draft_is_the_way_taken_and_a_shared_device_forgets_it(unit):
    talk = item(unit, "conversation", place=1)
    say(talk, "một câu")
    answer_deck(item(unit, "quick_deck"))
    unit.reload()
    block(unit, 0).locator("[data-dl-submit]:enabled").wait_for()
    assert said(talk) == ["Cho hỏi thêm một câu."]
    expect(talk.locator("[data-dl-say]")).to_have_text(["Gửi số tài khoản đi.", "Thôi."])
    assert said(item(unit, "conversation", place=0)) == []
    expect(item(unit, "quick_deck").locator("input:checked")).to_have_count(2)
    block(unit, 0).locator("[data-dl-clear-device]").click()
    assert said(talk) == []
    expect(item(unit, "quick_deck").locator("input:checked")).to_have_count(0)


def test_cards_come_one_at_a_time(unit):
    deck = item(unit, "quick_deck")
    cards = deck.locator("[data-dl-card]")
    expect(cards.locator("visible=true").first).to_be_visible()
    assert [card.is_visible() for card in cards.all()] == [True, False]
    deck.locator('[data-dl-turn="1"]').click()
    expect(cards.nth(1)).to_be_focused()
    expect(cards.nth(1)).to_contain_text("2/2")
    deck.locator('[data-dl-turn="1"]').click(force=True)
    assert [card.is_visible() for card in cards.all()] == [False, True]
    deck.locator('[data-dl-turn="-1"]').click()
    assert [card.is_visible() for card in cards.all()] == [True, False]


def test_every_clue_is_shown_one_after_the_other_when_the_solution_may_be_seen(visitor, unit):
    mail = item(unit, "message_triage")
    expect(mail.locator(".dl-address")).to_contain_text("https://")
    visitor.check_page()
    mail.get_by_label("trang.example").check()
    mail.get_by_label("KHẨN").check()
    mail.locator('input[value="scam"]').check()
    mail.get_by_label("Đóng trang lại").check()
    say(item(unit, "conversation"), "tự gọi đến cơ quan")
    say(item(unit, "conversation", place=1), "Không cọc")
    answer_deck(item(unit, "quick_deck"))
    assert "Giục giã" not in unit.content()
    block(unit, 0).locator("[data-dl-submit]").click()
    tour = mail.locator("[data-dl-tour]")
    expect(tour.locator("mark")).to_have_count(2)
    following, before = (tour.locator(f'[data-dl-clue-move="{by}"]') for by in (1, -1))
    for number, reason in ((1, "Không phải"), (2, "Giục giã")):
        following.focus()
        unit.keyboard.press("Enter")
        expect(tour.locator(f'mark[data-dl-clue="{number}"]')).to_have_attribute("aria-current", "true")
        expect(tour.locator("li[aria-current]")).to_contain_text(reason)
        expect(tour.locator("[data-dl-clue-now]")).to_contain_text(reason)
    expect(following).to_have_attribute("aria-disabled", "true")
    before.click()
    expect(tour.locator('mark[data-dl-clue="1"]')).to_have_attribute("aria-current", "true")
    visitor.check_page()
    unit.reload()
    expect(following).to_be_enabled()


@pytest.mark.parametrize("unit", ["student"], indirect=True)
def test_buttons_are_large_enough_for_a_thumb(unit):
    say(item(unit, "conversation"), "Vụ án gì")
    for button in unit.locator(
        "[data-dl-say]:visible, [data-dl-again]:visible, [data-dl-turn]:visible"
    ).all():
        assert (button.bounding_box() or {})["height"] >= 44


def test_without_script_the_beginning_and_all_cards_can_be_read(browser, host, visitor):
    visitor.become("citizen")
    context = browser.new_context(java_script_enabled=False, storage_state=visitor.context.storage_state())
    page = context.new_page()
    page.goto(f"{host}{UNIT}")
    expect(block(page, 1)).to_contain_text("Anh/chị đang liên quan một vụ án.")
    expect(block(page, 1).locator("[data-dl-card]").nth(1)).to_be_visible()
    context.close()
