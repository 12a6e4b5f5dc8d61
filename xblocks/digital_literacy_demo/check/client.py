"""One person at the host, with a cookie jar of his own: what a browser does, without the script."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

import requests
from lxml import html

TIMEOUT = 60


class StepFailed(Exception):
    """What was expected did not come; the message says what came instead."""


def expect(condition: object, message: str) -> None:
    """Fail the step with `message` unless `condition` holds."""
    if not condition:
        raise StepFailed(message)


@dataclass
class Page:
    """An HTML page as it was received."""

    url: str
    status: int
    text: str

    @property
    def tree(self) -> Any:
        """The parsed document."""
        return html.document_fromstring(self.text)

    def words(self) -> str:
        """The visible text, blanks folded."""
        tree = self.tree
        for node in tree.xpath("//script|//style|//noscript"):
            node.drop_tree()
        return " ".join(tree.text_content().split())

    def block(self, url_name: str) -> Any:
        """The element around one block of a unit page."""
        found = [
            element
            for element in self.tree.xpath("//*[@data-usage-id]")
            if element.get("data-usage-id").endswith(f"+block@{url_name}")
        ]
        expect(found, f"{self.url} has no block {url_name}")
        return found[0]


class Visitor:
    """Somebody with a browser; `become` makes him one of the host's people."""

    def __init__(self, base_url: str, *, language: str = "vi") -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["Accept-Language"] = language

    def get(self, path: str, *, status: int = 200) -> Page:
        """Fetch a page and expect its status."""
        response = self.session.get(urljoin(self.base_url, path), timeout=TIMEOUT)
        expect(response.status_code == status, f"GET {path} gave {response.status_code}, not {status}")
        return Page(url=response.url, status=response.status_code, text=response.text)

    def download(self, path: str) -> requests.Response:
        """Fetch a file."""
        response = self.session.get(urljoin(self.base_url, path), timeout=TIMEOUT)
        expect(response.ok, f"GET {path} gave {response.status_code}")
        return response

    def post_form(self, path: str, *, refused: bool = False, **data: Any) -> Page:
        """Send a form with the CSRF token, and expect that it is taken, or `refused` with 400."""
        response = self.session.post(
            urljoin(self.base_url, path),
            data={**data, "csrfmiddlewaretoken": self._token()},
            headers={"Referer": self.base_url},
            timeout=TIMEOUT,
        )
        as_expected = response.status_code == 400 if refused else response.ok
        expect(as_expected, f"POST {path} gave {response.status_code}")
        return Page(url=response.url, status=response.status_code, text=response.text)

    def become(self, username: str) -> Visitor:
        """Log in as one of the host's people."""
        self.get("/")
        self.post_form(f"/people/become/{username}")
        return self

    def call(self, block: Any, handler: str, body: Any) -> tuple[int, dict[str, Any]]:
        """Call a block's JSON handler as its script does.

        Args:
            block: the element around the block, from `Page.block`.
            handler: the handler's name.
            body: what is sent as JSON.
        """
        found = block.xpath("descendant-or-self::*[@data-handler-prefix]")
        expect(found, "the block has no handler address on the page")
        url = str(found[0].get("data-handler-prefix")).replace("HANDLER", handler)
        if "/studio/" in url:  # an author says which version he saw, so that he overwrites nobody's
            url += f"?version={found[0].get('data-version')}"
        response = self.session.post(
            urljoin(self.base_url, url), json=body, headers={"X-CSRFToken": self._token()}, timeout=TIMEOUT
        )
        try:
            return response.status_code, response.json()
        except ValueError:
            raise StepFailed(f"{handler} gave {response.status_code} and no JSON") from None

    def _token(self) -> str:
        if "csrftoken" not in self.session.cookies:
            self.session.get(urljoin(self.base_url, "/"), timeout=TIMEOUT)
        return str(self.session.cookies.get("csrftoken", ""))
