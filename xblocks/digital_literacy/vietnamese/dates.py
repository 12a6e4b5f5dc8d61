"""Dates as people write them in Vietnamese: day first, with figures or words."""

from __future__ import annotations

import re
from datetime import date

from digital_literacy.vietnamese.letters import clean, without_marks

_NUMERIC = re.compile(r"([0-9]{1,2})[ ]?[./\- ][ ]?([0-9]{1,2})[ ]?[./\- ][ ]?([0-9]{4})")
_SOLID = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_WORDY = re.compile(r"(?:ngày )?([0-9]{1,2}) tháng ([0-9]{1,2}),? năm ([0-9]{4})", re.IGNORECASE)
_WORDS = {"ngay": "ngày", "thang": "tháng", "nam": "năm"}


def parts_of(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of a cleaned text, whether there is such a day or not.

    Known are `31/12/2005`, `31-12-2005`, `31.12.2005`, `31 12 2005`, `31122005`, `2005-12-31` and
    `ngày 31 tháng 12 năm 2005`.
    """
    iso = _ISO.fullmatch(text)
    if iso:
        return int(iso[1]), int(iso[2]), int(iso[3])
    for shape in (_NUMERIC, _SOLID, _WORDY):
        match = shape.fullmatch(text)
        if match:
            return int(match[3]), int(match[2]), int(match[1])
    return None


def day_of(typed: str) -> date | None:
    """The day that a typed text names, its words with or without marks; `None` where it names none."""
    words = [_WORDS.get(word, word) for word in without_marks(clean(typed)).split()]
    parts = parts_of(" ".join(words))
    try:
        return date(*parts) if parts else None
    except ValueError:
        return None
