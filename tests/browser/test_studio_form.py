"""The Studio editor of skills_exercise in Chromium: an author who never sees a tag, two authors at once, faults."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import DESKTOP, Visitor
from tests.browser.small_host import course_host, one_lesson
from tests.unit.exercises.samples import basic_types

COURSE = "DLTEST+ST01+2026"
UNIT = f"block-v1:{COURSE}+type@vertical+block@don-vi"
# One exercise a test: what a test saves stays.
BLOCKS = ("them", "giu", "nhom", "loi", "hai", "dau", "phim", "so", "hep", "trong", "tin", "cu")
COMMENT = "<!-- ghi chú của tác giả -->"


def _chapters() -> str:
    whole = basic_types().replace('version="1" >', f'version="1">{COMMENT}')
    blocks = "".join(
        whole.replace("<skills_exercise ", f'<skills_exercise url_name="{name}" display_name="Bài {name}" ')
        for name in BLOCKS
    )
    unit = f'<vertical url_name="don-vi" display_name="Đơn vị">{blocks}</vertical>'
    return one_lesson(unit)


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A host with one unit of exercises to edit."""
    with course_host(tmp_path_factory, "ST01", _chapters()) as address:
        yield address


def edit(author: Visitor, name: str) -> Page:
    """Open the editor of one exercise."""
    key = f"block-v1:{COURSE}+type@skills_exercise+block@{name}"
    page = author.open(f"/studio/unit/{UNIT}/?edit={quote(key, safe='')}")
    page.wait_for_selector("[data-dl-form] .dl-st-item")
    return page


@pytest.fixture
def author(desktop: Visitor) -> Visitor:
    return desktop.become("author")


def item(page: Page, number: int) -> Locator:
    return page.locator("[data-dl-form] .dl-st-item").nth(number)


def unfold(entry: Locator) -> Locator:
    entry.locator(".dl-st-toggle").click()
    expect(entry.locator(".dl-st-body")).to_be_visible()
    return entry


def source(page: Page) -> str:
    return page.locator("[data-dl-olx]").input_value()


def group(page: Page) -> Locator:
    return page.locator("select[data-dl-st-group]")


def save(page: Page) -> None:
    page.locator("[data-dl-save]").click()
    expect(page.locator("#host-status")).to_contain_text("Đã lưu")


def test_a_question_is_written_without_a_tag_and_a_learner_gets_it(author, browser, host):
    page = edit(author, "them")
    page.locator("[data-dl-kind]").select_option("single_choice")
    page.locator("[data-dl-add]").click()
    new = item(page, 4)
    expect(new.locator(".dl-st-toggle")).to_be_focused()
    expect(new).to_contain_text("Câu 5")
    new.get_by_role("textbox", name="Câu hỏi", exact=True).fill(
        "Mật khẩu nào **tốt** nhất?\n\n- dài\n- của riêng mình & không có <tên>"
    )
    first = new.locator("fieldset").first
    first.get_by_role("textbox", name="Nội dung", exact=True).fill("Một câu dài")
    first.get_by_role("textbox", name="Phản hồi cho người chọn mục này").fill("Đúng, *câu dài* khó đoán.")
    new.get_by_role("button", name="Thêm: Phương án").click()
    third = new.locator("fieldset", has_text="Phương án 3")
    third.get_by_role("textbox", name="Nội dung", exact=True).fill("123456")
    preview = page.locator("[data-dl-preview]")
    expect(preview).to_contain_text("của riêng mình & không có <tên>")
    expect(preview.locator("strong", has_text="tốt")).to_be_visible()
    expect(preview.get_by_text("123456")).to_be_visible()
    assert "câu dài khó đoán" not in preview.inner_text()
    author.check_page()
    save(page)
    learner = Visitor(browser.new_context(viewport=DESKTOP, locale="vi-VN"), host)
    learner.become("citizen").open(f"/units/{UNIT}/")
    expect(learner.page.locator("[data-dl-block]").first).to_contain_text("Mật khẩu nào tốt nhất?")
    expect(learner.page.locator("[data-dl-block]").first.get_by_label("123456")).to_be_visible()
    learner.context.close()


def test_looking_changes_nothing_and_an_edit_only_its_own_item(author):
    page = edit(author, "giu")
    before = source(page)
    assert COMMENT in before
    for number in range(4):
        unfold(item(page, number))
    for tab in ("olx", "form", "counts", "form"):
        page.locator(f'[data-dl-tab="{tab}"]').click()
    assert source(page) == before
    save(page)
    page = edit(author, "giu")
    assert source(page) == before
    unfold(item(page, 1)).get_by_label("Điểm", exact=True).fill("3")
    assert source(page) == before.replace(
        '<multiple_choice id="q2" points="2"', '<multiple_choice id="q2" points="3"'
    )
    save(page)
    assert source(edit(author, "giu")) == before.replace('id="q2" points="2"', 'id="q2" points="3"')


def test_move_duplicate_delete_undo_and_redo(author):
    page = edit(author, "phim")
    before = source(page)
    item(page, 1).get_by_role("button", name="Lên: Câu 2").focus()
    page.keyboard.press("Enter")
    expect(item(page, 0).locator(".dl-st-toggle")).to_be_focused()
    expect(item(page, 0)).to_contain_text("Chọn nhiều đáp án")
    item(page, 0).get_by_role("button", name="Nhân bản").click()
    expect(page.locator("[data-dl-form] .dl-st-item")).to_have_count(5)
    assert source(page).count('id="q2"') == 1
    unfold(item(page, 4)).get_by_role("button", name="Xóa: Việc nên làm 1").is_disabled()
    item(page, 0).get_by_role("button", name="Xóa: Câu 1").click()
    expect(page.locator("[data-dl-form-status]")).to_contain_text("Đã xóa: Câu 1")
    page.locator("[data-dl-form-status]").get_by_role("button", name="Hoàn tác").click()
    expect(page.locator("[data-dl-form] .dl-st-item")).to_have_count(5)
    for _ in range(2):
        page.locator("[data-dl-st-undo]").click()
    assert source(page) == before
    for _ in range(3):
        page.locator("[data-dl-st-redo]").click()
    expect(page.locator("[data-dl-form] .dl-st-item")).to_have_count(4)
    author.check_page()


def test_a_group_gets_its_own_version_and_only_that_group(author):
    page = edit(author, "nhom")
    before = source(page)
    group(page).select_option("workers")
    expect(item(page, 0)).to_contain_text("Nội dung chung")
    item(page, 0).get_by_role("button", name="Viết riêng cho nhóm này").click()
    expect(item(page, 0)).to_contain_text("Bản riêng của nhóm")
    item(page, 0).get_by_role("textbox", name="Câu hỏi", exact=True).fill("Ở xưởng, trang nào là thật?")
    page.locator("[data-dl-kind]").select_option("intro")
    page.locator("[data-dl-add]").click()
    page.get_by_role("textbox", name="Nội dung lời dẫn").fill("Chào anh/chị công nhân.")
    preview = page.locator("[data-dl-preview]")
    expect(preview).to_contain_text("Ở xưởng, trang nào là thật?")
    expect(preview).to_contain_text("Chào anh/chị công nhân.")
    author.check_page()
    group(page).select_option("")
    expect(preview).to_contain_text("Trang nào là trang của cơ quan nhà nước?")
    expect(preview).not_to_contain_text("công nhân")
    assert source(page).startswith(before.rstrip())
    assert source(page).count('<variant group="workers">') == 1
    save(page)
    page = edit(author, "nhom")
    group(page).select_option("workers")
    item(page, 0).get_by_role("button", name="Bỏ bản riêng").click()
    assert "Ở xưởng" not in source(page)
    page.get_by_role("button", name="Xóa: Lời dẫn").click()
    assert source(page).strip() == before.strip()


def test_a_fault_stands_at_its_item_in_words_and_leads_there(author):
    page = edit(author, "loi")
    before = source(page)
    entry = unfold(item(page, 0))
    entry.get_by_label("Đây là đáp án đúng").first.uncheck()
    entry.get_by_role("textbox", name="Nội dung", exact=True).nth(1).fill("")
    page.locator("[data-dl-save]").click()
    summary = page.locator("[data-dl-faults]")
    expect(summary.locator("li")).to_have_count(2)
    expect(summary).to_contain_text("Câu 1 · Chọn một đáp án: Chưa có “Phương án” nào đúng")
    expect(page.locator("[data-dl-summary]")).to_be_visible()
    author.check_page()
    entry.locator(".dl-st-toggle").click()
    summary.get_by_role("button").nth(1).click()
    expect(
        entry.locator(".dl-error", has_text="chưa có chữ").or_(entry.locator("fieldset .dl-error:visible"))
    ).to_be_visible()
    page.locator('[data-dl-tab="olx"]').click()
    page.locator("[data-dl-olx]").fill(before.replace("</ordering>", ""))
    page.locator('[data-dl-tab="form"]').click()
    expect(page.locator("[data-dl-form]")).to_contain_text("OLX sai cấu trúc")
    author.check_page()
    page.locator("[data-dl-form]").get_by_role("button").click()
    expect(page.locator("[data-dl-olx]")).to_be_focused()
    page.locator("[data-dl-cancel]").click()
    page.wait_for_load_state()
    assert source(edit(author, "loi")) == before


def test_a_setting_that_does_not_fit_is_told_at_its_field(author):
    page = edit(author, "so")
    page.locator("[data-dl-settings] summary").click()
    page.get_by_label("Trọng số").fill("hai")
    page.locator("[data-dl-settings] summary").click()
    page.locator("[data-dl-save]").click()
    expect(page.locator('[data-dl-field="weight"] [data-dl-error]')).to_be_visible()
    author.check_page()


def listen(page: Page) -> list[str]:
    """What the block tells its host from now on, also across a change of the page."""
    told: list[str] = []
    page.expose_function("hearHost", lambda name: told.append(name))
    page.evaluate(
        """for (const name of ["save", "error", "cancel"]) {
          document.addEventListener("xblock-" + name, (event) =>
            window.hearHost((name + " " + (event.detail.state || event.detail.title || "")).trim()));
        }"""
    )
    return told


def test_the_host_is_told_of_a_save_an_error_and_a_cancel(author):
    page = edit(author, "tin")
    unfold(item(page, 0)).get_by_role("textbox", name="Câu hỏi", exact=True).fill("Câu viết lúc mất mạng?")
    told = listen(page)
    page.route("**/studio_submit**", lambda route: route.abort())
    page.locator("[data-dl-save]").click()
    expect(page.locator("[data-dl-summary]")).to_be_visible()
    assert told == ["save start", "error Chưa lưu"]
    assert "Câu viết lúc mất mạng?" in source(page)
    page.unroute("**/studio_submit**")

    page.route("**/studio_submit**", lambda route: route.fulfill(status=502, body="<h1>Bad gateway</h1>"))
    with page.expect_response("**/studio_submit**"):
        page.locator("[data-dl-save]").click()
    expect(page.locator("[data-dl-summary]")).to_be_visible()
    assert told[2:] == ["save start", "error Chưa lưu"]
    page.unroute("**/studio_submit**")

    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if "studio_submit" in request.url else None)
    page.locator("[data-dl-save]").dblclick()
    expect(page.locator("#host-status")).to_contain_text("Đã lưu")
    assert len(sent) == 1
    assert told[4:] == ["save start", "save end"]

    page = edit(author, "tin")
    assert "Câu viết lúc mất mạng?" in source(page)
    unfold(item(page, 0)).get_by_role("textbox", name="Câu hỏi", exact=True).fill("Câu bị bỏ?")
    page.evaluate("document.addEventListener('xblock-cancel', () => window.hearHost('cancel'))")
    page.locator("[data-dl-cancel]").click()
    page.wait_for_url(lambda url: "edit=" not in url)
    assert told[6:] == ["cancel"]
    assert "Câu bị bỏ?" not in source(edit(author, "tin"))


def test_it_starts_on_the_element_that_an_older_studio_gives(author):
    """Which is a jQuery object, here one that has just what jQuery promises of it: `jquery` and `[0]`."""
    page = edit(author, "cu")
    told = page.evaluate(
        """() => {
          const old = document.querySelector("[data-dl-studio]").closest("[data-init]"), fresh = old.cloneNode(true);
          old.replaceWith(fresh);
          const told = [], said = JSON.parse(fresh.querySelector(".xblock-json-init-args")?.textContent || "null");
          const runtime = { handlerUrl: () => "/", notify: (name) => told.push(name) };
          window[fresh.dataset.init](runtime, { jquery: "3.7.1", 0: fresh, length: 1 }, said);
          fresh.querySelector("[data-dl-cancel]").click();
          return told;
        }"""
    )
    assert told == ["cancel"]


def test_words_are_marked_and_unmarked_and_keep_their_reasons(author):
    page = edit(author, "dau")
    entry = unfold(item(page, 3))
    text = entry.get_by_role("textbox", name="Nội dung tin nhắn")
    expect(text).to_have_value(
        "Tài khoản của quý khách [[sẽ bị khóa sau 2 giờ|c1]]. Mở [[vneid-check.example|c2]]. [[Trân trọng|d1]]"
    )
    text.evaluate(
        "box => { const at = box.value.indexOf('quý khách'); box.focus(); box.setSelectionRange(at, at + 9); }"
    )
    entry.get_by_role("button", name="Đánh dấu chữ đã chọn").click()
    mark = entry.locator("fieldset fieldset", has_text="“quý khách”")
    mark.get_by_role("textbox", name="Vì sao là dấu hiệu, hoặc vì sao không").fill(
        "Cách xưng hô chung chung."
    )
    mark.get_by_label("Đây là dấu hiệu").check()
    assert 'clue="true">quý khách<reason><p>Cách xưng hô chung chung.</p></reason></part>' in source(page)
    entry.locator("fieldset fieldset", has_text="“Trân trọng”").get_by_role(
        "button", name="Bỏ đánh dấu, giữ chữ"
    ).click()
    assert 'id="d1"' not in source(page)
    assert "Trân trọng" in source(page)
    value = text.input_value()
    text.fill(value.replace("|c1]]", "|c1]"))
    assert "Kẻ gian dọa" not in source(page)
    text.fill(value)
    assert "Kẻ gian dọa" in source(page)
    expect(page.locator("[data-dl-preview]").get_by_label("quý khách")).to_be_visible()
    author.check_page()
    save(page)


def test_two_authors_at_once(author, browser, host):
    other = Visitor(browser.new_context(viewport=DESKTOP, locale="vi-VN"), host).become("admin")
    mine, theirs = edit(author, "hai"), edit(other, "hai")
    unfold(item(theirs, 0)).get_by_role("textbox", name="Câu hỏi", exact=True).fill("Câu của người kia?")
    unfold(item(mine, 0)).get_by_role("textbox", name="Câu hỏi", exact=True).fill("Câu của tôi?")
    save(theirs)
    mine.locator("[data-dl-save]").click()
    conflict = mine.locator("[data-dl-conflict]")
    expect(conflict).to_be_visible()
    expect(conflict).to_contain_text("người khác đã lưu")
    conflict.get_by_role("button", name="Xem bản đã lưu").click()
    assert "Câu của người kia?" in conflict.locator("textarea").input_value()
    assert "Câu của tôi?" in source(mine)
    author.check_page()
    conflict.get_by_role("button", name="Lưu bản của tôi").click()
    expect(mine.locator("#host-status")).to_contain_text("Đã lưu")
    assert "Câu của tôi?" in source(edit(author, "hai"))
    other.context.close()


def test_the_editor_by_keyboard_and_on_a_narrow_screen(author):
    author.page.set_viewport_size({"width": 768, "height": 900})
    page = edit(author, "hep")
    unfold(item(page, 3))
    author.check_page()
    tabs = page.get_by_role("tab")
    tabs.first.focus()
    page.keyboard.press("ArrowRight")
    expect(tabs.nth(1)).to_be_focused()
    expect(page.locator("[data-dl-olx]")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-dl-counts]")).to_contain_text("Chưa có ai trả lời")
    author.check_page()
    page.keyboard.press("ArrowRight")
    expect(tabs.first).to_have_attribute("aria-selected", "true")
    author.page.set_viewport_size({"width": 360, "height": 740})
    assert author.overflow() <= 0


def test_parts_inside_a_part_have_the_same_list(author):
    """A form may hold parts of the exercise, as a pool does; here one is described to the page alone."""
    pool = {
        "tag": "pool",
        "name": "Kho câu hỏi",
        "sample": '<pool id="p1" draw="1"></pool>',
        "form": {
            "parts": [
                {"type": "attribute", "name": "draw", "label": "Số câu rút", "kind": "number", "default": ""},
                {"type": "items", "tags": ["single_choice"]},
            ]
        },
    }

    def describe(route: Route) -> None:
        html = route.fetch().text().replace('{"elements": [', '{"elements": [' + json.dumps(pool) + ", ", 1)
        route.fulfill(body=html, content_type="text/html; charset=utf-8")

    author.page.route("**/studio/unit/**", describe)
    page = edit(author, "trong")
    before = source(page)
    page.locator("[data-dl-kind]").select_option("pool")
    page.locator("[data-dl-add]").click()
    outer = page.locator("[data-dl-form] > .dl-st-list > .dl-st-item").nth(4)
    for _ in range(2):
        outer.locator(".dl-st-adder button").click()
    inner = outer.locator(".dl-st-item")
    expect(inner).to_have_count(2)
    inner.first.get_by_role("textbox", name="Câu hỏi", exact=True).fill("Trong kho?")
    inner.first.get_by_role("button", name="Xuống: Câu 1").click()
    outer.get_by_role("button", name="Nhân bản: Kho câu hỏi").click()
    ids = page.evaluate("""() => {
        const text = document.querySelector("[data-dl-olx]").value;
        const tree = new DOMParser().parseFromString("<x>" + text + "</x>", "text/xml");
        return [...tree.querySelectorAll("pool, single_choice")].map((each) => each.id);
    }""")
    assert len(ids) == len(set(ids)) == 7
    assert source(page).startswith(before.rstrip())
    assert source(page).count("Trong kho?") == 2
