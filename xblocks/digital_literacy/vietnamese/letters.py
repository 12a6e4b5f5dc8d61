"""Letters of written Vietnamese: one form for what looks the same, its marks, and where the tone stands."""

from __future__ import annotations

import re
import unicodedata

# The five marks of tone (grave, acute, tilde, hook above, dot below); a syllable without one has the level tone.
TONES = "\u0300\u0301\u0303\u0309\u0323"

_DASHES = re.compile("[\u2010-\u2015\u2212]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_ETH = str.maketrans("\u00d0\u00f0", "\u0110\u0111")
_STROKE = str.maketrans("đĐ", "dD")
# One run of vowels between consonants: in more, a tone that moves could change syllables.
_ONE_RUN = re.compile("([^aeiouy]*)([aeiouy][aeiouy\u0300-\u036f]*)([^aeiouy\u0300-\u036f]*)", re.IGNORECASE)


def clean(text: str) -> str:
    """Letters in composed form (NFC), one space between words, no invisible characters, plain hyphens."""
    if not text.isascii():
        text = _DASHES.sub("-", _INVISIBLE.sub("", unicodedata.normalize("NFC", text)))
    return " ".join(text.split())


def true_d(text: str) -> str:
    """The text with Đ (U+0110) where the look-alike eth (U+00D0) was typed for it."""
    return text.translate(_ETH)


def bare(text: str) -> str:
    """The text without its marks, `Đặng Thị Ổi` as `Dang Thi Oi`."""
    apart = unicodedata.normalize("NFD", text.translate(_STROKE))
    return "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")


def without_marks(text: str) -> str:
    """The text without its marks and in lower case, `Đặng Thị Ổi` as `dang thi oi`."""
    return bare(text.casefold())


def has_marks(text: str) -> bool:
    """Whether any letter carries a mark or is đ."""
    return bare(text) != unicodedata.normalize("NFD", text)


def split_tones(word: str) -> tuple[str, str]:
    """The word without marks of tone (composed, `đường` as `đương`), and those marks in order."""
    apart = unicodedata.normalize("NFD", word)
    tones = "".join(letter for letter in apart if letter in TONES)
    toneless = "".join(letter for letter in apart if letter not in TONES)
    return unicodedata.normalize("NFC", toneless), tones


def tone_last(word: str) -> str:
    """The word with its tone behind the vowels, so that `hòa` and `hoà`, `thúy` and `thuý` become one.

    Only the place of one tone in one syllable changes; other words come back as they are (in decomposed form).
    """
    apart = unicodedata.normalize("NFD", word)
    match = _ONE_RUN.fullmatch(apart)
    tones = [letter for letter in match[2] if letter in TONES] if match else []
    if match is None or len(tones) != 1:
        return apart
    return match[1] + match[2].replace(tones[0], "") + tones[0] + match[3]
