"""Certificate pages in Chromium, from consent to revocation, each against WCAG 2.2 AA on a phone."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page, expect

from digital_literacy_demo.check import certificate_steps, learner_steps, service_steps
from digital_literacy_demo.check.course import blocks
from digital_literacy_demo.check.walk import Walk

MINE = "/digital-literacy/my-certificates/"
VERIFY = "/digital-literacy/verify/"


@pytest.fixture(scope="module")
def walk(host) -> Walk:
    """A walk whose learner has passed the course."""
    walk = Walk(base_url=host, simulator_url="")  # the browser finds the simulator by itself
    for step in (service_steps.filed, service_steps.tracked_to_result, learner_steps.finish_course):
        step(walk)
    return walk


def open_block(visitor, state: str) -> Page:
    page = visitor.open_unit(blocks("vneid_certificate")[0].unit)
    page.wait_for_selector(f'[data-dl-block="vneid_certificate"][data-dl-ready][data-dl-state="{state}"]')
    return page


def log_in(visitor, person: str, *, state: str = "ready") -> Page:
    """Consent and go through the simulator's screens as one of its people."""
    page = open_block(visitor, state)
    visitor.check_page()
    if state != "ready":
        page.locator(".dl-early summary").click()
        visitor.check_page()
    page.locator("[data-dl-consent]").check()
    page.locator("[data-dl-start]").click()
    page.wait_for_selector(f'input[name="person"][value="{person}"]')
    assert not page.url.startswith(visitor.host)
    visitor.check_page()
    page.locator(f'input[name="person"][value="{person}"]').check()
    for screen in ("scan", "passcode", "consent"):
        page.locator(f'button[name="screen"][value="{screen}"]').click()
        page.wait_for_load_state()
        visitor.check_page()
        assert page.locator("input:not([type=hidden]), textarea").count() == 0
    page.locator('button[name="decision"][value="agree"]').click()
    page.wait_for_url(f"{visitor.host}/**")
    return page


def expect_verdict(visitor, verdict: str) -> None:
    expect(visitor.page.locator("[data-dl-verdict]").first).to_have_attribute("data-dl-verdict", verdict)
    visitor.check_page()


def hand_over(visitor, document: dict) -> None:
    visitor.open(VERIFY)
    content = json.dumps(document, ensure_ascii=False).encode()
    file = {"name": "c.json", "mimeType": "application/json", "buffer": content}
    visitor.page.locator('input[type="file"]').set_input_files(file)
    visitor.page.locator("form[data-verify] button").click()
    visitor.page.wait_for_selector("[data-dl-verdict]")


def test_a_link_leads_on_where_the_window_may_not_be_moved(visitor, walk):
    visitor.become(certificate_steps.LEARNER)
    page = open_block(visitor, "ready")
    # The login's own page never arrives: the block stays, as it does in a sandboxed frame.
    page.route("**/identity/start/**", lambda route: route.fulfill(status=204))
    page.locator("[data-dl-consent]").check()
    page.locator("[data-dl-start]").click()
    link = page.locator("[data-dl-onward] a")
    expect(link).to_be_visible()
    assert "/identity/start/" in link.get_attribute("href")
    assert link.get_attribute("target") == "_top"
    visitor.check_page()


def test_from_consent_to_revocation(visitor, desktop, walk):
    visitor.become(certificate_steps.LEARNER)
    page = log_in(visitor, certificate_steps.LEVEL_1)
    expect(page.locator('[data-dl-refused="level_too_low"]')).to_be_visible()
    visitor.check_page()

    log_in(visitor, certificate_steps.LEVEL_2)
    page = open_block(visitor, "issued")
    visitor.check_page()
    path = page.locator('a[href*="/certificates/"]').first.get_attribute("href")
    path = re.sub(r"^https?://[^/]+", "", path)

    visitor.open(path)
    expect_verdict(visitor, "valid")
    for address in (path, f"{path}?lang=en"):
        desktop.open(address)
        expect_verdict(desktop, "valid")
    document = walk.person(certificate_steps.LEARNER).download(f"{path.rstrip('/')}.json").json()
    hand_over(visitor, document)
    expect_verdict(visitor, "valid")
    document["credentialSubject"]["identifier"][0]["identityHash"] = "Nguyễn Văn Khác"
    hand_over(visitor, document)
    expect_verdict(visitor, "changed")
    visitor.open(f"{VERIFY}?id={'0' * 26}")
    expect_verdict(visitor, "not_ours")
    visitor.open(f"/digital-literacy/certificates/{'0' * 26}/")
    visitor.check_page()

    visitor.open(MINE)
    expect(page.locator("article .state.good")).to_be_visible()
    visitor.check_page()

    walk.found.update(page=path, credential=walk.person("admin").download(f"{path.rstrip('/')}.json").json())
    certificate_steps.administrator_revokes(walk)
    visitor.open(path)
    expect_verdict(visitor, "revoked")
    visitor.open(MINE)
    expect(page.locator("article .state.bad")).to_be_visible()
    visitor.check_page()
    open_block(visitor, "revoked")
    visitor.check_page()


def decide(host: str, action: str, reason: str = "") -> None:
    """The administrator's decision on the one application that waits for it."""
    admin = Walk(base_url=host, simulator_url="").person("admin")
    page = admin.get("/admin/digital_literacy/application/?waiting_for=review")
    (number,) = page.tree.xpath('//input[@name="_selected_action"]/@value')
    token = page.tree.xpath('string(//input[@name="csrfmiddlewaretoken"]/@value)')
    form = {"csrfmiddlewaretoken": token, "action": action, "_selected_action": number, "reason": reason}
    address = f"{host}/admin/digital_literacy/application/"
    reply = admin.session.post(address, data=form, headers={"Referer": address}, timeout=20)
    assert reply.status_code == 200


def test_a_name_that_differs_is_looked_at_by_a_person(visitor, host, walk):
    """Early, before everything is passed; declined with a reason, then approved, then waiting for the grade."""
    visitor.become("worker")
    log_in(visitor, "khanh-vy", state="not_passed")
    page = open_block(visitor, "waiting")
    expect(page.locator('[data-dl-waiting="review"]')).to_be_visible()
    visitor.check_page()
    decide(host, "decline_selected", "Tên trên giấy tờ khác.")
    page = open_block(visitor, "not_passed")
    expect(page.locator("[data-dl-declined]")).to_contain_text("Tên trên giấy tờ khác.")
    visitor.check_page()

    log_in(visitor, "khanh-vy", state="not_passed")
    decide(host, "approve_selected")
    page = open_block(visitor, "waiting")
    expect(page.locator('[data-dl-waiting="grade"]')).to_be_visible()
    page.locator('[data-dl-waiting] a[href*="my-certificates"]').click()
    expect(page.locator('[data-dl-application="grade"]')).to_be_visible()
    visitor.check_page()
    page.locator('button[value="withdraw"]').click()
    expect(page.locator('[role="status"]')).to_be_visible()
    expect(page.locator("[data-dl-application]")).to_have_count(0)
    visitor.check_page()
    open_block(visitor, "not_passed")


def test_a_holder_shares_reports_and_withdraws(visitor, desktop, host, walk):
    """On the page of one's own certificates, with forms that a browser really sends."""
    visitor.become(certificate_steps.LEARNER)
    forget_certificate(host)
    page = log_in(visitor, certificate_steps.LEVEL_2)
    open_block(visitor, "issued")
    visitor.open(MINE)
    link = page.locator("input[data-share]")
    assert link.input_value().startswith("http")
    visitor.check_page()
    page.get_by_text("Tên bị sai").click()
    page.locator('input[name="kind"][value="spelling"]').check()
    visitor.check_page()
    page.locator('button[value="report"]').click()
    expect(page.locator('[role="status"]')).to_be_visible()
    visitor.check_page()

    desktop.become(certificate_steps.LEARNER).open(f"{MINE}?lang=en")
    desktop.check_page()

    path = link.input_value().split("//", 1)[1].partition("/")[2]
    # An earlier certificate of his, revoked by another test, stands on the page too.
    card = page.locator("article", has=page.locator(".state.good"))
    card.locator("details", has_text="Rút lại sự đồng ý").locator("summary").click()
    card.locator('input[name="sure"]').check()
    visitor.check_page()
    card.locator('button[value="withdraw"]').click()
    expect(page.locator("article")).to_have_count(0)
    visitor.open(f"/{path}")
    expect_verdict(visitor, "withdrawn")
    assert "Trần Thị Tư" not in page.content()
    open_block(visitor, "ready")


def forget_certificate(host: str) -> None:
    """Another test may have issued to, and revoked from, the same learner: open the way again."""
    admin = Walk(base_url=host, simulator_url="").person("admin")
    page = admin.get("/admin/digital_literacy/credential/")
    numbers = page.tree.xpath('//input[@name="_selected_action"]/@value')
    if numbers:
        token = page.tree.xpath('string(//input[@name="csrfmiddlewaretoken"]/@value)')
        form = {
            "csrfmiddlewaretoken": token,
            "action": "allow_selected",
            "_selected_action": numbers,
            "reason": "",
        }
        address = f"{host}/admin/digital_literacy/credential/"
        assert (
            admin.session.post(address, data=form, headers={"Referer": address}, timeout=20).status_code
            == 200
        )
