"""Recognise numbers and addresses that could belong to a real person, so that a practice can refuse them.

Sources: the 12-digit citizen number of Circular 59/2021/TT-BCA, article 4 (`PPP C YY RRRRRR`; the table of provinces
is the one in force when numbers were issued, and no number was changed by the mergers of 2025); the numbering plan
for telephones; ISO/IEC 7812-1 (Luhn) for cards; RFC 2606 for reserved names. A citizen number has no check digit:
any number of an existing province and a living century may be somebody's.

`assets/public/service_rules.js` does the same in the browser; `tests/fixtures/personal_data.json` holds both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

CITIZEN_NUMBER, PHONE, CARD, EMAIL = "citizen_number", "phone", "card", "email"

_PROVINCES = (
    "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042"
    " 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086"
    " 087 089 091 092 093 094 095 096"
)
PROVINCES = frozenset(_PROVINCES.split())
_LIVING_CENTURIES = frozenset("0123")  # 1900-1999 and 2000-2099, men and women
_CENTURIES_TO_COME = frozenset("89")  # 2300-2399

# Mobile prefixes given to carriers, and the two-digit area codes of fixed lines behind 02.
_MOBILE = re.compile(r"0(?:3[2-9]|5[25-9]|7[06-9]|8[1-9]|9[0-46-9])[0-9]{7}")
_FIXED = re.compile(r"02[0-9]{9}")
_PRACTICE_PHONE = re.compile(r"0[345]0[0-9]{7}")

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_DATE = re.compile(r"(?<![0-9])([0-9]{1,2})[.\-/]([0-9]{1,2})[.\-/]([0-9]{4})(?![.\-/]?[0-9])")
_RUN = re.compile(r"[0-9]+(?:[ .\-()]{1,3}[0-9]+)*")
# Digits and at signs in every form that normalisation (NFKC) could turn into a plain one.
_SUSPECT = re.compile(
    "[0-9@\uff20\ufe6b\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u218f\u2460-\u24ff\u2776-\u2793\u3220-\u33ff\uff10-\uff19\U0001d7ce-\U0001d7ff\U0001f100-\U0001f10a\U0001fbf0-\U0001fbf9]"
)
_EMAIL = re.compile(r"[a-z0-9._%+\-]{1,64}@([a-z0-9\-]+(?:\.[a-z0-9\-]+)+)", re.IGNORECASE)
_RESERVED_HOST = re.compile(r"(?:^|\.)(?:example\.(?:com|net|org)|example|test|invalid)$", re.IGNORECASE)


def is_practice_number(digits: str) -> bool:
    """Whether 12 digits form a citizen number that nobody can hold.

    That is a province code nobody has (a gap between 001 and 096) or a birth in the 24th century.
    """
    if len(digits) != 12 or not digits.isascii() or not digits.isdigit():
        return False
    gap = 1 <= int(digits[:3]) <= 96 and digits[:3] not in PROVINCES
    return gap or digits[3] in _CENTURIES_TO_COME


def is_practice_phone(digits: str) -> bool:
    """Whether ten digits form a telephone number with a prefix nobody was given (030, 040, 050)."""
    return bool(_PRACTICE_PHONE.fullmatch(digits))


def find(text: str) -> str | None:
    """The kind of the first thing in `text` that looks real: `citizen_number`, `phone`, `card`, `email` or `None`.

    Spaces, dots, dashes and brackets between the digits, invisible characters and full-width digits do not hide a
    number. Dates are passed over.
    """
    if not _SUSPECT.search(text):
        return None
    plain = _plain(text)
    for match in _EMAIL.finditer(plain):
        if not _RESERVED_HOST.search(match[1]):
            return EMAIL
    for run in _RUN.finditer(_DATE.sub(_without_date, plain)):
        for groups in _windows(re.findall(r"[0-9]+", run[0])):
            kind = _kind(groups)
            if kind:
                return kind
    return None


def find_in(value: object) -> str | None:
    """The same for a whole JSON value: keys and texts at any depth, and numbers as written."""
    if isinstance(value, str):
        return find(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return find(f"{value:.0f}" if isinstance(value, float) and abs(value) < 1e20 else str(value))
    parts: Iterable[object] = ()
    if isinstance(value, Mapping):
        parts = [*value.keys(), *value.values()]
    elif isinstance(value, (list, tuple)):
        parts = value
    return next((kind for kind in map(find_in, parts) if kind), None)


def passes_luhn(digits: str) -> bool:
    """The check of card numbers, ISO/IEC 7812-1 annex B."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _plain(text: str) -> str:
    return _DASHES.sub("-", _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)))


def _without_date(match: re.Match[str]) -> str:
    day, month, year = int(match[1]), int(match[2]), int(match[3])
    return "|" if 1 <= day <= 31 and 1 <= month <= 12 and 1900 <= year <= 2100 else match[0]


def _windows(groups: list[str]) -> Iterator[list[str]]:
    """Neighbouring groups of digits that together have at most 19 digits."""
    for start in range(len(groups)):
        total = 0
        for end in range(start, len(groups)):
            total += len(groups[end])
            if total > 19:
                break
            if total >= 10:
                yield groups[start : end + 1]


def _kind(groups: list[str]) -> str | None:
    digits = "".join(groups)
    if len(digits) == 12 and digits[:3] in PROVINCES and digits[3] in _LIVING_CENTURIES:
        return CITIZEN_NUMBER
    if _is_phone(digits):
        return PHONE
    # A card is printed in groups of four or more; shorter groups are sums, dates and house numbers.
    grouped = len(groups) == 1 or all(len(group) >= 3 for group in groups)
    if 13 <= len(digits) <= 19 and grouped and digits[0] != "0" and passes_luhn(digits):
        return CARD
    return None


def _is_phone(digits: str) -> bool:
    if digits[0] not in "08" or len(digits) > 14:
        return False
    national = re.sub(r"^(?:00)?84(?=[0-9]{9,10}$)", "0", digits)
    return bool(_MOBILE.fullmatch(national) or _FIXED.fullmatch(national))
