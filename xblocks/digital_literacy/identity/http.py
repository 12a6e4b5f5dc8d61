"""HTTP to identity providers: short, bounded, no redirects, TLS except on this machine."""

from __future__ import annotations

import ipaddress
import json
from typing import Any
from urllib.parse import urlsplit

import requests

from digital_literacy.identity.results import Refused

_TIMEOUT = (4, 8)
_MAX_BYTES = 256 * 1024


def get_json(url: str, *, bearer: str = "") -> dict[str, Any]:
    """GET a JSON object.

    Raises:
        Refused: `unavailable`, for whatever reason; the detail says which.
    """
    headers = {"Accept": "application/json", **({"Authorization": f"Bearer {bearer}"} if bearer else {})}
    return _json(_request("GET", url, headers=headers), accept=(200,))


def post_form(url: str, data: dict[str, str], *, auth: tuple[str, str] | None = None) -> dict[str, Any]:
    """POST a form and read the JSON object of the reply, also that of an OAuth error.

    Raises:
        Refused: `unavailable`.
    """
    reply = _request("POST", url, data=data, auth=auth, headers={"Accept": "application/json"})
    return _json(reply, accept=(200, 400, 401))


def is_safe_url(url: str) -> bool:
    """Whether an address may be used: https, or http on this machine."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    if not host or parts.username or parts.password:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and _is_loopback(host))


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _request(method: str, url: str, **options: Any) -> requests.Response:
    if not is_safe_url(url):
        raise Refused("unavailable", detail="address is not https")
    try:
        return requests.request(method, url, timeout=_TIMEOUT, allow_redirects=False, stream=True, **options)
    except requests.RequestException as error:
        raise Refused("unavailable", detail=type(error).__name__) from None


def _json(reply: requests.Response, *, accept: tuple[int, ...]) -> dict[str, Any]:
    with reply:
        if reply.status_code not in accept:
            raise Refused("unavailable", detail=f"HTTP {reply.status_code}")
        try:
            body = reply.raw.read(_MAX_BYTES + 1, decode_content=True)
            if len(body) > _MAX_BYTES:
                raise ValueError("too large")
            found = json.loads(body)
        except Exception as error:  # urllib3 has a tree of its own for a connection that breaks off
            raise Refused("unavailable", detail=f"reply: {type(error).__name__}") from None
    if not isinstance(found, dict):
        raise Refused("unavailable", detail="reply is not a JSON object")
    return found
