"""Killing the host in the middle of a request: what was acknowledged stays, the rest is sent once, later."""

from __future__ import annotations

import os
import signal
import subprocess
import time

import pytest
from playwright.sync_api import expect

from digital_literacy_demo import launch
from tests.browser.conftest import PHONE, Visitor
from tests.browser.small_host import write_course
from tests.browser.test_skills_exercise import UNIT, _chapters, answer, block, result


class Host:
    """A host that can be frozen, killed and started again on the same database."""

    def __init__(self, folder, courses):
        self.port, simulator_port = launch._free_ports(2)
        self.env = {
            **launch._environment(folder, "127.0.0.1", self.port, simulator_port),
            "DIGITAL_LITERACY_DEMO_COURSES": str(courses),
        }
        self.start()

    @property
    def url(self):
        return self.env["DEMO_URL"]

    def start(self):
        self.process: subprocess.Popen[bytes] = launch._start(
            ["serve", "--port", str(self.port), "--host", "127.0.0.1"], self.env, quiet=True
        )
        launch._await(self.process, f"{self.url}/healthz")

    def freeze(self):
        os.kill(self.process.pid, signal.SIGSTOP)

    def kill(self):
        self.process.kill()
        self.process.wait()


@pytest.fixture
def host(tmp_path):
    courses = tmp_path / "courses"
    write_course(courses / "thu", "SE01", _chapters())
    home = tmp_path / "home"
    home.mkdir()
    running = Host(home, courses)
    yield running
    running.kill()


def test_killed_in_the_middle_of_a_submit(browser, host):
    context = browser.new_context(viewport=PHONE, locale="vi-VN")
    visitor = Visitor(context, host.url).become("citizen")
    page = visitor.open(UNIT)
    page.wait_for_selector('[data-dl-block="skills_exercise"][data-dl-ready]')

    # Acknowledged, then killed: still there.
    first = block(page, 0)
    answer(first, right=False)
    first.locator("[data-dl-submit]").click()
    expect(result(first)).to_be_visible()
    host.kill()
    host.start()
    page.reload()
    expect(result(block(page, 0))).to_be_visible()

    # Not acknowledged: the server is killed with the request in its hands.
    second = block(page, 1)
    answer(second, right=True)
    host.freeze()
    second.locator("[data-dl-submit]").click()
    expect(second.locator("[data-dl-status]")).to_contain_text("Đang gửi")
    time.sleep(0.5)
    host.kill()
    expect(second.locator("[data-dl-status]")).to_contain_text("Mất kết nối")
    host.start()
    expect(result(second)).to_be_visible(timeout=30_000)

    # Sent once: one attempt, also after the page is opened again.
    page.reload()
    expect(result(block(page, 1))).to_be_visible()
    context.close()
    assert _attempts(host) == {"mot": 1, "hai": 1}


def _attempts(host):
    import sqlite3
    from pathlib import Path

    with sqlite3.connect(Path(host.env["DIGITAL_LITERACY_DEMO_HOME"]) / "demo.sqlite3") as database:
        rows = database.execute(
            "select usage_key, count(*) from digital_literacy_attempt group by usage_key"
        ).fetchall()
    return {key.rpartition("@")[2]: count for key, count in rows}
