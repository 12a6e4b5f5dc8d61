"""Recognise numbers and addresses that could belong to a real person, so that a practice can refuse them.

Sources: the 12-digit citizen number of Circular 59/2021/TT-BCA, article 4 (`PPP C YY RRRRRR`; the table of provinces
is the one in force when numbers were issued, and no number was changed by the mergers of 2025); the numbering plan
for telephones; ISO/IEC 7812-1 (Luhn) for cards; RFC 2606 for reserved names. A citizen number has no check digit:
any number of an existing province and a living century may be somebody's.

Old identity cards have nine digits of no further shape, as sums of money have. Nine digits count as such a number
only where they are the whole text, without separators; not where they end in 000 as a sum does, or begin as practice
values do (00, 030, 040, 050): those are practice values with a digit left out, and are told so.

`assets/public/personal_data.js` does the same in the browser; `tests/fixtures/personal_data.json` holds both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

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

_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_BLANKS = re.compile("[\t-\r \u0085\u1680\u2028\u2029]+")
_FOREIGN_DIGIT = re.compile(r"(?![0-9])\d")
_DATE = re.compile(r"(?<![0-9])([0-9]{1,2})[.\-/]([0-9]{1,2})[.\-/]([0-9]{4})(?![.\-/]?[0-9])")
_RUN = re.compile(r"[0-9]+(?:[ .\-()/_,]{1,3}[0-9]+)*")
_GROUP = re.compile(r"([^0-9]*)([0-9]+)")
_OLD_CARD = re.compile(r"(?!00|0[345]0|[0-9]{6}000)[0-9]{9}")
# An at sign or a sign with digits in it, in every form that normalisation (NFKC) could turn into a plain one, or nine
# plain digits: nothing that looks real has less.
_SUSPECT = re.compile(
    r"[@\uff20\ufe6b\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u218f\u2460-\u24ff\u2776-\u2793\u3220-\u33ff\U0001f100-\U0001f10a]|(?:\d\D*+){9}"
)
# The last letter of a name, and a host of labels; a label may be of any script.
_EMAIL = re.compile(r"[^ @] ?@ ?([^ @.]{1,63}(?:\.(?:[^\W_]|-)+)+)")
_NAMED_HOST = re.compile(r"\.[^\W\d_]")
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

    Blanks, dots, commas, dashes, slashes, underscores and brackets between the digits, invisible characters and
    digits of other scripts do not hide a number. Dates are passed over.
    """
    if not _SUSPECT.search(text):
        return None
    plain = _plain(text)
    for match in _EMAIL.finditer(plain):
        if _NAMED_HOST.search(match[1]) and not _RESERVED_HOST.search(match[1]):
            return EMAIL
    if _OLD_CARD.fullmatch(plain.strip(" ")):
        return CITIZEN_NUMBER
    for run in _RUN.finditer(_DATE.sub(_without_date, plain)):
        for groups in _windows(_GROUP.findall(run[0])):
            kind = _kind(groups)
            if kind:
                return kind
    return None


def find_in(value: object) -> str | None:
    """The same for a whole JSON value: keys and texts at any depth, and numbers as written."""
    if isinstance(value, str):
        return find(value)
    return next(filter(None, map(find, texts_of(value))), None)


def texts_of(value: object) -> Iterator[str]:
    """Every key, text and number of a JSON value. Depth costs no recursion."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item, (int, float)) and not isinstance(item, bool):
            yield f"{item:.0f}" if isinstance(item, float) and abs(item) < 1e20 else str(item)
        elif isinstance(item, Mapping):
            waiting += [*item.keys(), *item.values()]
        elif isinstance(item, (list, tuple)):
            waiting += item


def passes_luhn(digits: str) -> bool:
    """The check of card numbers, ISO/IEC 7812-1 annex B."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _plain(text: str) -> str:
    if text.isascii():
        return _BLANKS.sub(" ", text)
    shown = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).replace("\u3002", ".")
    ascii_digits = _FOREIGN_DIGIT.sub(lambda match: str(unicodedata.decimal(match[0])), shown)
    return _BLANKS.sub(" ", _DASHES.sub("-", ascii_digits))


def _without_date(match: re.Match[str]) -> str:
    day, month, year = int(match[1]), int(match[2]), int(match[3])
    return "|" if 1 <= day <= 31 and 1 <= month <= 12 and 1900 <= year <= 2100 else match[0]


class _Window(NamedTuple):
    """Neighbouring groups of digits.

    Attributes:
        digits: those of all groups.
        first, rest: size of the first group, and of the shortest one after it.
        listed: whether a slash or a comma stands between two groups.
    """

    digits: str
    first: int
    rest: int
    listed: bool


def _windows(groups: list[tuple[str, str]]) -> Iterator[_Window]:
    """Neighbouring groups, each after its separator, that together could be a number."""
    for start, (_before, opening) in enumerate(groups):
        if opening[0] not in "08" and len(opening) < 3:
            continue  # no telephone or citizen number starts so, and a card has longer groups
        most = 14 if opening[0] == "0" else 19
        digits, rest, listed = opening, 19, False
        for end in range(start + 1, len(groups) + 1):
            if len(digits) > most:
                break
            if len(digits) >= 10:
                yield _Window(digits, len(opening), rest, listed)
            if end < len(groups):
                between, group = groups[end]
                digits, rest = digits + group, min(rest, len(group))
                listed = listed or "/" in between or "," in between


def _kind(window: _Window) -> str | None:
    digits, shortest = window.digits, min(window.first, window.rest)
    # Days, months and house numbers have slashes and commas too: `09/12/26, 15/12/26` is no telephone.
    if window.listed and window.first < 3 and window.rest < 3:
        return None
    if len(digits) == 12 and digits[:3] in PROVINCES and digits[3] in _LIVING_CENTURIES:
        return CITIZEN_NUMBER
    if _is_phone(digits):
        return PHONE
    # A card is printed in groups of four or more; shorter groups are sums, dates and house numbers.
    grouped = shortest >= (4 if window.listed else 3)
    if 13 <= len(digits) <= 19 and grouped and digits[0] != "0" and passes_luhn(digits):
        return CARD
    return None


def _is_phone(digits: str) -> bool:
    if digits[0] not in "08" or len(digits) > 14:
        return False
    national = re.sub(r"^(?:00)?84(?=[0-9]{9,10}$)", "0", digits)
    return bool(_MOBILE.fullmatch(national) or _FIXED.fullmatch(national))
