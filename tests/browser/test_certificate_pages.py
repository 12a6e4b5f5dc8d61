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


def log_in(visitor, person: str) -> Page:
    """Consent and go through the simulator as one of its people."""
    page = open_block(visitor, "ready")
    visitor.check_page()
    page.locator("[data-dl-consent]").check()
    page.locator("[data-dl-start]").click()
    page.wait_for_selector(f'input[name="person"][value="{person}"]')
    assert not page.url.startswith(visitor.host)
    visitor.check_page()
    page.locator(f'input[name="person"][value="{person}"]').check()
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
