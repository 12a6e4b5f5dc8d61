"""Compare a person's name as two systems write it."""

from __future__ import annotations

import unicodedata
from enum import Enum

# One syllable, two ways to place its tone: òa/oà, úy/uý.
_MARKS = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
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
    if first and [_bare(word) for word in first] == [_bare(word) for word in second]:
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
    # Eth (U+00D0) looks like Đ (U+0110) and is typed for it.
    folded = (
        unicodedata.normalize("NFKC", tidy(name))
        .replace("\u00d0", "\u0110")
        .replace("\u00f0", "\u0111")
        .casefold()
    )
    return [_tone_last(word) for word in folded.split()]


def _tone_last(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    tones = [letter for letter in letters if letter in _MARKS]
    return "".join(letter for letter in letters if letter not in _MARKS) + "".join(tones)


def _bare(word: str) -> str:
    letters = (letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
    return "".join(letters).replace("đ", "d")
