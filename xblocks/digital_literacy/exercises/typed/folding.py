"""Make texts alike that differ in ways a gap does not mind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Protocol

from digital_literacy.exercises.typed.tolerances import CASE, I_Y, PUNCTUATION, SPACES, TONE_PLACEMENT
from digital_literacy.vietnamese.letters import TONES, tone_last, true_d

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_LOOKALIKES = str.maketrans(
    {**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"), **dict.fromkeys("“”„«»", '"')}
    | dict.fromkeys("‘’‛`´", "'")
)
_SPACE = re.compile(r"\s")
_AROUND_SIGN = re.compile(r" ?([^\w\s\u0300-\u036f]) ?")
_WORD = re.compile("[^\\W\\d_](?:[^\\W\\d_]|[\u0300-\u036f])*")
# After these, i and y are two spellings of one sound: kĩ/kỹ, lí/lý, quí/quý.
_FINAL_Y = re.compile(f"(qu|[hklmst])y([{TONES}]?)", re.IGNORECASE)
_CLOSING = ".,;:!?… "
_QUOTES = "\"'"


class _Fold(Protocol):
    def __call__(self, text: str, /) -> str: ...


def literal(text: str) -> str:
    """What nobody sees a difference in: NFC, the true Đ, plain hyphens, quotes and blanks, nothing invisible."""
    composed = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return unicodedata.normalize("NFC", _SPACE.sub(" ", true_d(composed).translate(_LOOKALIKES)).strip())


def fold(text: str, folds: Collection[str]) -> str:
    """The text as it compares where the differences named by `folds` do not count. Folding twice changes nothing."""
    folded = literal(text)
    for name, function in FOLDS.items():
        if name in folds:
            folded = function(folded)
    return unicodedata.normalize("NFC", folded)


def _case(text: str) -> str:
    return unicodedata.normalize("NFC", text.casefold())


def _spaces(text: str) -> str:
    return _AROUND_SIGN.sub(r"\1", " ".join(text.split()))


def _punctuation(text: str) -> str:
    kept = text.rstrip(_CLOSING)
    while len(kept) > 2 and kept[0] == kept[-1] and kept[0] in _QUOTES:
        kept = kept[1:-1].strip().rstrip(_CLOSING)
    return kept or text


def _tones(text: str) -> str:
    return _WORD.sub(lambda match: tone_last(match[0]), text)


def _final_y(text: str) -> str:
    def spelled(match: re.Match[str]) -> str:
        apart = unicodedata.normalize("NFD", match[0])
        found = _FINAL_Y.fullmatch(apart)
        return f"{found[1]}i{found[2]}" if found else match[0]

    return _WORD.sub(spelled, text)


FOLDS: Mapping[str, _Fold] = MappingProxyType(
    {CASE: _case, SPACES: _spaces, PUNCTUATION: _punctuation, TONE_PLACEMENT: _tones, I_Y: _final_y}
)
