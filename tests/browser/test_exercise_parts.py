"""Content between items, pools and forms in Chromium: a phone, a keyboard, two learners, a reload."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.small_host import course_host, one_lesson
from tests.unit.exercises.samples import ORDERING
from tests.unit.exercises.test_drawing import single

UNIT = "/units/block-v1:DLTEST+SE02+2026+type@vertical+block@{}/"
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="240">'
    '<rect width="1200" height="240" fill="#146c2e"/></svg>'
)
CONTENT = """
<text><p>Đọc tình huống sau rồi trả lời.</p></text>
<image src="/static/hinh.svg" alt="Một hình chữ nhật xanh" width="1200" height="240"><caption>Hình thử</caption></image>
<audio src="/static/cuoc-goi.wav" title="Cuộc gọi thử">
  <transcript><p>Alô, bác đọc mã giúp cháu.</p></transcript></audio>
<note><summary>Vì sao phải xem tên miền?</summary><text><p>Chỉ tên miền là không giả được.</p></text></note>
<glossary><term name="Mã OTP">Mã dùng một lần.</term><term name="Tên miền">Địa chỉ của một trang.</term></glossary>
<download href="/static/so-tay.pdf" name="Sổ tay an toàn trên mạng" size="1 KB"/>
"""
PEOPLE = ("student", "citizen", "official", "worker")


def _named(identifier: str, prompt: str) -> str:
    return single(identifier).replace("Trang nào?", prompt)


def _forms(role: str, url_name: str) -> str:
    forms = "".join(f'<form id="{name}">{_named("q" + name, "Đề " + name)}</form>' for name in "AB")
    return (
        f'<skills_exercise url_name="{url_name}" display_name="{role}" version="1" form_set="thi" '
        f'form_role="{role}">{forms}</skills_exercise>'
    )


def _chapters() -> str:
    pool = "".join(_named(f"p{number}", f"Câu rút thăm số {number}") for number in range(8))
    parts = (
        '<skills_exercise url_name="noi-dung" display_name="Nội dung" version="1">'
        f"{CONTENT}{_named('q1', 'Trang nào của nhà nước?')}{CONTENT.replace('Hình thử', 'Hình thử hai')}"
        f'{ORDERING}<pool id="p" draw="3">{pool}</pool></skills_exercise>'
    )
    units = {"noi-dung-v": parts, "thi-v": _forms("pre", "truoc") + _forms("post", "sau")}
    verticals = "".join(
        f'<vertical url_name="{name}" display_name="{name}">{blocks}</vertical>'
        for name, blocks in units.items()
    )
    return one_lesson(verticals)


FILES = {"static/hinh.svg": PICTURE, "static/cuoc-goi.wav": "", "static/so-tay.pdf": "MÔ PHỎNG"}


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A host with one small course: content of every type, a pool, a pre-test and a post-test."""
    with course_host(tmp_path_factory, "SE02", _chapters(), FILES) as address:
        yield address


def open_unit(visitor, name: str, person: str = "citizen") -> Page:
    visitor.context.clear_cookies()
    visitor.become(person)
    page = visitor.open(UNIT.format(name))
    page.wait_for_selector('[data-dl-block="skills_exercise"][data-dl-ready]')
    return page


def prompts(page: Page, block: int = 0) -> list[str]:
    exercise = page.locator('[data-dl-block="skills_exercise"]').nth(block)
    return exercise.locator(".dl-prompt").all_inner_texts()


def test_content_on_a_phone_is_whole_and_clean(visitor):
    page = open_unit(visitor, "noi-dung-v")
    picture = page.locator(".dl-figure img").first
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("image => image.naturalWidth") == 1200  # found at the host's own address
    assert picture.bounding_box()["width"] <= 360
    assert picture.bounding_box()["height"] < 100
    visitor.check_page()
    for note in page.locator(".dl-note > summary").all():
        assert note.bounding_box()["height"] >= 44
        note.click()
    expect(page.get_by_text("Alô, bác đọc mã giúp cháu.").first).to_be_visible()
    expect(page.get_by_text("Chỉ tên miền là không giả được.").first).to_be_visible()
    visitor.check_page()


def test_content_by_keyboard_alone(visitor):
    page = open_unit(visitor, "noi-dung-v")
    summary = page.locator(".dl-note > summary", has_text="Vì sao").first
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Chỉ tên miền là không giả được.").first).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Sổ tay an toàn trên mạng").first).to_be_focused()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "so-tay.pdf"


def test_nothing_is_heard_or_loaded_unasked(visitor):
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    page = open_unit(visitor, "noi-dung-v")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if url.endswith((".wav", ".pdf"))] == []
    expect(page.get_by_label("Cuộc gọi thử").first).to_be_visible()


def test_a_drawn_exercise_is_answered_and_stays_the_same(visitor):
    page = open_unit(visitor, "noi-dung-v")
    drawn = prompts(page)
    assert len(drawn) == 5
    page.reload()
    page.wait_for_selector('[data-dl-block="skills_exercise"][data-dl-ready]')
    assert prompts(page) == drawn
    for option in page.get_by_role("radio", name="Một").all():
        option.check()
    page.locator('[data-dl-move="1"]').first.click()
    page.locator("[data-dl-submit]").click()
    expect(page.locator("[data-dl-result]")).to_be_focused()
    page.reload()
    expect(page.locator("[data-dl-result]")).to_be_visible()
    assert prompts(page) == drawn
    assert page.get_by_role("radio", name="Một").first.is_checked()
    visitor.check_page()


def test_learners_get_different_draws_and_never_the_same_form_twice(visitor):
    forms, pools = set(), set()
    for person in PEOPLE:
        page = open_unit(visitor, "thi-v", person)
        before, after = prompts(page, 0), prompts(page, 1)
        assert sorted(before + after) == ["Đề A", "Đề B"]
        page.reload()
        assert prompts(page, 0) == before
        forms.add(tuple(before))
        pools.add(tuple(prompts(open_unit(visitor, "noi-dung-v", person))))
    assert len(pools) > 1
