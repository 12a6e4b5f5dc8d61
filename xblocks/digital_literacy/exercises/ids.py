"""Names for parts of an exercise: author's ids stay on the server, the page gets names that say nothing.

An author writes the steps of an ordering as `s1`, `s2`, `s3`: sent as they are, the ids would be the answer.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Sequence
from typing import Protocol


class Ids(Protocol):
    """Gives outside names to author's ids and finds the ids again."""

    def name(self, path: Sequence[str], identifier: str) -> str:
        """The outside name of `identifier`, which stands at `path` (item, kind)."""

    def find(self, name: str, path: Sequence[str], known: Iterable[str]) -> str | None:
        """The id among `known` that has the outside name `name`."""


class PlainIds:
    """Author's ids as they are: for what is stored on the server."""

    def name(self, path: Sequence[str], identifier: str) -> str:
        return identifier

    def find(self, name: str, path: Sequence[str], known: Iterable[str]) -> str | None:
        return name if name in known else None


class OpaqueIds:
    """Names and orders derived from a key by HMAC-SHA256: stable for one key, and telling nothing without it.

    Args:
        key: secret, and different for each learner and block. From guessable values alone, such as a user
            number, the author's ids could be found again by trying.
    """

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._names: dict[tuple[str, ...], str] = {}

    def name(self, path: Sequence[str], identifier: str) -> str:
        place = (*path, identifier)
        if place not in self._names:
            self._names[place] = "k" + self._digest("name", *place)[:14]
        return self._names[place]

    def find(self, name: str, path: Sequence[str], known: Iterable[str]) -> str | None:
        return next((identifier for identifier in known if self.name(path, identifier) == name), None)

    def shuffled(self, path: Sequence[str], known: Sequence[str], *, turn: int = 0) -> list[str]:
        """The ids in an order that is stable for this key and `turn`."""
        return sorted(known, key=lambda identifier: self._digest("order", str(turn), *path, identifier))

    def _digest(self, *parts: str) -> str:
        return hmac.digest(self._key, "\x1f".join(parts).encode(), "sha256").hex()
