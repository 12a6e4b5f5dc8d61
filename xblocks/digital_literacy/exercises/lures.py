"""Keeps lures harmless: a suspicious practice message must not lead anywhere real."""

from __future__ import annotations

import re

# RFC 2606 reserves these names: nobody can own an address that ends in them.
_RESERVED = ("example", "test", "invalid", "localhost", "example.com", "example.net", "example.org")
# Endings that are likely in a lure; a full list would take ordinary text such as "xong.do" for an address.
_ENDINGS = (
    "app|asia|biz|cc|club|co|com|edu|fun|icu|info|io|link|live|ly|me|mobi|net|online|org|pro|shop|site|store|"
    "tech|tk|tv|vip|vn|world|xyz"
)
_ADDRESS = re.compile(
    rf"(?<![\w.-])(?:https?://)?((?:[a-z0-9-]+\.)+(?:{_ENDINGS}))(?![\w-]|\.\w)", re.IGNORECASE
)
_WITH_SCHEME = re.compile(r"https?://([^\s/?#:]+)", re.IGNORECASE)
_OFFICIAL = "gov.vn"


def real_addresses(text: str) -> list[str]:
    """Web addresses in a lure that could exist: neither reserved names nor the state's own `.gov.vn`."""
    hosts = dict.fromkeys(host.lower() for host in (*_ADDRESS.findall(text), *_WITH_SCHEME.findall(text)))
    harmless = (*_RESERVED, _OFFICIAL)
    return [host for host in hosts if not any(f".{host}".endswith(f".{ending}") for ending in harmless)]
