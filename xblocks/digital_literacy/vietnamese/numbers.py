"""Numbers as people write them in Vietnamese: `1.234,5`, `7.000 đồng`, `50 nghìn`, `1,5 triệu`, `10%`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction

from digital_literacy.vietnamese.letters import clean, without_marks

DONG = "dong"
PERCENT = "%"
LONGEST = 100  # characters; no number that people write is longer

_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?|[1-9][0-9]{0,2}(?: [0-9]{3})+(?:,[0-9]+)?")
_PLAIN = re.compile(r"[0-9]+(?:,[0-9]+)?")
_POINTED = re.compile(r"[0-9]+\.[0-9]+")
_FIGURES = re.compile(r"([0-9][0-9.,]*(?: [0-9]{3}(?![0-9])[0-9.,]*)*) ?([^0-9]*)")
_SCALES = {
    **dict.fromkeys(("k", "nghin", "ngan"), 10**3),
    **dict.fromkeys(("tr", "trieu"), 10**6),
    **dict.fromkeys(("ty", "ti"), 10**9),
}
_UNITS = {**dict.fromkeys(("d", "vnd", "dong", "₫"), DONG), "phan tram": PERCENT}


@dataclass(frozen=True)
class Quantity:
    """A number as it was understood.

    Attributes:
        unit: what stands behind it, without marks and in lower case; `DONG` and `PERCENT` in every spelling.
        pointed: whether a point was written for the decimal comma.
    """

    value: Fraction
    unit: str = ""
    pointed: bool = False


def read_number(typed: str) -> Quantity | None:
    """Understand a number; `None` where the text is none.

    A point or a blank parts groups of three, a comma the decimals. A point that parts no such group can only stand
    for the comma (`1.5`). Several parts add up as long as each has a smaller scale than the one before:
    `1 triệu 500 nghìn`; `rưỡi` is half of the scale before it.
    """
    text = clean(unicodedata.normalize("NFKC", typed[: LONGEST + 1]))
    if not text or len(text) > LONGEST:
        return None
    sign, text = (-1, text[1:].lstrip()) if text[0] == "-" else (1, text.removeprefix("+"))
    total, unit, last, pointed, place = Fraction(0), "", 0, False, 0
    while place < len(text):
        match = _FIGURES.match(text, place)
        figures = _figures(match[1].rstrip(" ")) if match else None
        if match is None or figures is None:
            return None
        scale, half, unit = _scale(match[2])
        if last and (scale >= last or scale == 1):
            return None
        total += (figures[0] + half) * scale
        last, pointed, place = scale, pointed or figures[1], match.end()
        if unit or scale == 1:
            break
    return Quantity(sign * total, unit, pointed) if place == len(text) > 0 else None


def _figures(text: str) -> tuple[Fraction, bool] | None:
    if _GROUPED.fullmatch(text) or _PLAIN.fullmatch(text):
        return Fraction(re.sub("[. ]", "", text).replace(",", ".")), False
    return (Fraction(text), True) if _POINTED.fullmatch(text) else None


def _scale(behind: str) -> tuple[int, Fraction, str]:
    words = without_marks(behind).split()
    scale = _SCALES.get(words[0], 1) if words else 1
    half = Fraction(0)
    if scale > 1:
        words = words[1:]
        if words and words[0] == "ruoi":
            half, words = Fraction(1, 2), words[1:]
    unit = " ".join(words)
    return scale, half, _UNITS.get(unit, unit)
