"""Chromium against the demo host: one host for the session, one fresh visitor a test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from digital_literacy_demo import launch
from tests.planted import PLANTED

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}
# Everything WCAG 2.2 AA contains, by axe's own tags.
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Tests share learners: what one leaves unsent must not be another's beginning. Not by a route: what a page sends while
# it is left passes it by.
KEEPS_NOTHING = """
const send = window.fetch;
window.fetch = (url, options) =>
  String(url).includes("/keep") ? Promise.reject(new TypeError("kept out")) : send(url, options);
"""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(item.fspath).parent == Path(__file__).parent:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a demo host of its own, with the simulator beside it."""
    folder = tmp_path_factory.mktemp("home")
    port, simulator_port = launch._free_ports(2)
    with launch._servers(folder, "127.0.0.1", port, simulator_port, False):
        yield f"http://127.0.0.1:{port}"
    # After all tests, with all that they typed: databases, sessions, logs and files of host and simulator.
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert any(path.suffix == ".sqlite3" for path in files), files
    held = [str(path) for path in files if PLANTED.search(path.read_bytes().decode("latin-1"))]
    assert held == [], "a practice number that somebody typed is kept"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    assert executable, "Chromium was not found. Run scripts/test, or: apt-get install chromium"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield chromium
        chromium.close()


class Visitor:
    """One person in a browser of his own, on a phone unless told otherwise."""

    def __init__(self, context: BrowserContext, host: str, *, keeps: bool = False) -> None:
        self.context, self.host = context, host
        self.page: Page = context.new_page()
        if not keeps:
            self.page.add_init_script(KEEPS_NOTHING)
        self.errors: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def become(self, username: str) -> Visitor:
        """Log in by the switcher of people."""
        self.page.goto(f"{self.host}/")
        self.page.locator(f'form[action$="/people/become/{username}"] button').first.click()
        self.page.wait_for_load_state()
        return self

    def open(self, path: str) -> Page:
        """Go to a page of the host."""
        self.page.goto(f"{self.host}{path}")
        return self.page

    def open_unit(self, unit: str) -> Page:
        """Go to a unit of the course."""
        return self.open(f"/units/block-v1:BDHVS+KNS01+2026+type@vertical+block@{unit}/")

    def axe(self) -> list[str]:
        """Violations of WCAG 2.2 AA on the page as it stands, each as one readable line."""
        assert AXE.exists(), "axe-core is missing. Run: npm ci --prefix tests/browser"
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate("tags => axe.run({runOnly: {type: 'tag', values: tags}})", WCAG)
        return [
            f"{violation['id']}: {violation['help']}: {node['html'][:160]}"
            for violation in found["violations"]
            for node in violation["nodes"]
        ]

    def overflow(self) -> int:
        """How many pixels the page is wider than its window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))

    def check_page(self) -> None:
        """No accessibility violation, no sideways scroll, no script error."""
        assert self.axe() == []
        assert self.overflow() <= 0
        assert self.errors == []


@pytest.fixture
def visitor(browser: Browser, host: str) -> Iterator[Visitor]:
    """A visitor on a phone of 360 pixels, in Vietnamese."""
    context = browser.new_context(viewport=PHONE, locale="vi-VN", has_touch=True)
    yield Visitor(context, host)
    context.close()


@pytest.fixture
def desktop(browser: Browser, host: str) -> Iterator[Visitor]:
    """A visitor at a desk."""
    context = browser.new_context(viewport=DESKTOP, locale="vi-VN")
    yield Visitor(context, host)
    context.close()
