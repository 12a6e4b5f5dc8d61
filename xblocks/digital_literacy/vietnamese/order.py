"""The order of Vietnamese words in a list: letters by the alphabet, marks only between words that are else the same."""

from __future__ import annotations

import unicodedata

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_PLACE = {letter: place for place, letter in enumerate(_ALPHABET)}
# Level, grave, hook, tilde, acute, dot: the order of the tones in dictionaries.
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


def sort_key(text: str) -> tuple[list[tuple[int, ...]], list[tuple[int, ...]]]:
    """A key to sort by: the letters of each word, then its tones; what is no letter comes first."""
    letters, tones = [], []
    for word in unicodedata.normalize("NFC", text.casefold()).split():
        places, marks = [], []
        for character in word:
            letter, tone = _parts(character)
            places.append(_PLACE.get(letter, -1))
            marks.append(tone)
        letters.append(tuple(places))
        tones.append(tuple(marks))
    return letters, tones


def _parts(character: str) -> tuple[str, int]:
    """A letter without its tone, and the tone."""
    parts = unicodedata.normalize("NFD", character)
    tone = next((_TONES[mark] for mark in parts if mark in _TONES), 0)
    return unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in _TONES)), tone
