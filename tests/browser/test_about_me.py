"""The page "About me" on a phone: from the exercise to the page, a locality told and taken back, in two languages."""

from __future__ import annotations

from playwright.sync_api import expect

from digital_literacy_demo.check.course import blocks

PAGE = "/digital-literacy/about-me/"


def test_a_locality_is_told_and_taken_back(visitor):
    visitor.become("citizen")
    page = visitor.open_unit(blocks("skills_exercise")[0].unit)
    page.wait_for_selector(".dl-block[data-dl-ready]")
    page.locator(".dl-about-me a").first.click()
    page.wait_for_url(f"**{PAGE}?unit=*")
    visitor.check_page()
    page.locator("#province").select_option("56")
    page.locator('button[value="province"]').click()
    page.wait_for_load_state()
    visitor.check_page()
    assert page.locator('input[type="checkbox"]:checked, input[name="age"]:checked').count() == 0
    page.locator("#commune").select_option("22780")
    page.locator('button[value="locality"]').click()
    expect(page.locator('[role="alert"]')).to_be_in_viewport()
    expect(page.locator("#commune")).to_have_value("22780")
    visitor.check_page()
    for box in ('name="agree"', 'value="adult"'):
        page.locator(f"input[{box}]").check()
    page.locator('button[value="locality"]').click()
    expect(page.locator('[role="status"]')).to_be_in_viewport()
    expect(page.locator("main")).to_contain_text("Phường Đông Hải, Tỉnh Khánh Hòa")
    visitor.check_page()
    page.locator('button[value="take_back"]').click()
    expect(page.locator("main")).not_to_contain_text("Đông Hải")
    visitor.check_page()
    page.get_by_role("link", name="Quay lại bài học").click()
    page.wait_for_selector(".dl-block[data-dl-ready]")


def test_in_english_at_a_desk_and_the_language_stays(desktop):
    desktop.become("official")  # who keeps his group: other tests meet the same people
    page = desktop.open(f"{PAGE}?lang=en")
    expect(page.locator("h1")).to_have_text("About me")
    desktop.check_page()
    page.locator('input[name="group"][value="officials"]').check()
    page.locator('button[value="group"]').click()
    page.wait_for_load_state()
    expect(page.locator("h1")).to_have_text("About me")
    expect(page.locator('input[name="group"][value="officials"]')).to_be_checked()
    desktop.check_page()


def test_it_works_without_script(browser, host):
    context = browser.new_context(java_script_enabled=False, locale="vi-VN")
    page = context.new_page()
    page.goto(f"{host}/")
    page.locator('form[action$="/people/become/worker"] button').first.click()
    page.goto(f"{host}{PAGE}")
    page.locator("#province").select_option("56")
    page.locator('button[value="province"]').click()
    for box in ('name="agree"', 'value="adult"'):
        page.locator(f"input[{box}]").check()
    page.locator('button[value="locality"]').click()
    expect(page.locator("main strong")).to_have_text("Tỉnh Khánh Hòa")
    context.close()
