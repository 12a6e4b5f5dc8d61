"""Compare a person's name as two systems write it."""

from __future__ import annotations

import unicodedata
from enum import Enum

from digital_literacy.vietnamese.letters import bare, tone_last, true_d

_INVISIBLE = {"Cc", "Cf"}


class NameMatch(Enum):
    """How two names compare."""

    SAME = "same"
    WITHOUT_MARKS = "without_marks"
    DIFFERENT = "different"


def compare(one: str, other: str) -> NameMatch:
    """Compare two names; placement of the tone, letter case, spaces and look-alike Đ do not count.

    Names equal only without their marks are told apart, for Bình and Bính are two people.
    """
    first, second = _words(one), _words(other)
    if first and first == second:
        return NameMatch.SAME
    if first and [bare(word) for word in first] == [bare(word) for word in second]:
        return NameMatch.WITHOUT_MARKS
    return NameMatch.DIFFERENT


def tidy(name: str, *, limit: int = 120) -> str:
    """A name fit to be kept and printed: NFC, nothing invisible, white space folded, at most `limit`
    characters."""
    composed = unicodedata.normalize("NFC", name)
    spaced = "".join(" " if letter.isspace() else letter for letter in composed)
    visible = "".join(letter for letter in spaced if unicodedata.category(letter) not in _INVISIBLE)
    return " ".join(visible.split())[:limit].rstrip()


def _words(name: str) -> list[str]:
    folded = true_d(unicodedata.normalize("NFKC", tidy(name))).casefold()
    return [tone_last(word) for word in folded.split()]
