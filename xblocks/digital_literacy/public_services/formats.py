"""Formats of form fields: what people type in several ways, made one value, or a fault.

Each format is a pure function of the typed text; `assets/public/service_rules.js` holds the same functions, and
`tests/fixtures/formats.json` holds both to the same answers. Formats of real forms, with practice ranges where the
real ones would name people (`personal_data`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from digital_literacy.vietnamese import personal_data
from digital_literacy.vietnamese.dates import parts_of
from digital_literacy.vietnamese.letters import clean

MAX_TYPED = 1000  # more than any field of a form; longer input is refused before it is looked at


@dataclass(frozen=True)
class FormatOptions:
    """What an author can set about a field's format.

    Attributes:
        minimum, maximum: length of a text in characters.
        when: for dates: `any`, `past` (today or before) or `future` (today or later).
        choices: for `choice`: the option ids.
        today: the day of the scenario.
    """

    minimum: int = 0
    maximum: int = 200
    when: str = "any"
    choices: Sequence[str] = ()
    today: date = date(2026, 11, 23)


class Reading(NamedTuple):
    """A typed text as it was understood: the normalised `value`, or the `fault` (a code of `FAULTS`)."""

    value: str = ""
    fault: str = ""


FAULTS = (
    "required", "choose", "must_agree", "too_long", "not_a_choice", "not_yes_or_no", "real_looking",
    "name_letters", "name_parts", "date_shape", "date_day_first", "date_unreal", "date_future", "date_past",
    "number_length", "number_practice", "phone_length", "phone_practice", "email_shape", "email_practice",
    "text_short", "text_long",
)  # fmt: skip

_EMAIL = re.compile(r"[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+")


def read(kind: str, typed: str, options: FormatOptions) -> Reading:
    """Understand `typed` as a value of the format `kind`.

    An empty text gives an empty value; whether one is needed is not a matter of format.

    Raises:
        KeyError: there is no such format.
    """
    reader = FORMATS[kind]
    if len(typed) > MAX_TYPED:
        return Reading(fault="too_long")
    text = clean(typed)
    if not text:
        return Reading()
    if kind not in ("choice", "yes_no") and personal_data.find(text):
        return Reading(fault="real_looking")
    return reader(text, options)


def _person_name(text: str, _options: FormatOptions) -> Reading:
    for character in text:
        if character not in " '’-" and unicodedata.category(character)[0] not in "LM":
            return Reading(fault="name_letters")
    if len(text) > 80:
        return Reading(fault="too_long")
    return Reading(text) if len(text.split()) >= 2 else Reading(fault="name_parts")


def _date(text: str, options: FormatOptions) -> Reading:
    parts = parts_of(text)
    if parts is None:
        return Reading(fault="date_shape")
    year, month, day = parts
    if 12 < month <= 31 and day <= 12:
        return Reading(fault="date_day_first")
    try:
        value = date(year, month, day)
    except ValueError:
        return Reading(fault="date_unreal")
    return _date_in_range(value, options)


def _date_in_range(value: date, options: FormatOptions) -> Reading:
    if not 1900 <= value.year <= 2100:
        return Reading(fault="date_unreal")
    if options.when == "past" and value > options.today:
        return Reading(fault="date_future")
    if options.when == "future" and value < options.today:
        return Reading(fault="date_past")
    return Reading(value.isoformat())


def _identity_number(text: str, _options: FormatOptions) -> Reading:
    digits = re.sub(r"[ .\-]", "", text)
    if not re.fullmatch(r"[0-9]{12}", digits):
        return Reading(fault="number_length")
    return Reading(digits) if personal_data.is_practice_number(digits) else Reading(fault="number_practice")


def _phone(text: str, _options: FormatOptions) -> Reading:
    digits = re.sub(r"^(?:\+|00)?84(?=[0-9]{9}$)", "0", re.sub(r"[ .\-()]", "", text))
    if not re.fullmatch(r"[0-9]{10}", digits):
        return Reading(fault="phone_length")
    return Reading(digits) if personal_data.is_practice_phone(digits) else Reading(fault="phone_practice")


def _email(text: str, _options: FormatOptions) -> Reading:
    if not _EMAIL.fullmatch(text):
        return Reading(fault="email_shape")
    value = text.lower()
    return Reading(value) if value.endswith("@example.com") else Reading(fault="email_practice")


def _text(text: str, options: FormatOptions) -> Reading:
    if len(text) < options.minimum:
        return Reading(fault="text_short")
    return Reading(fault="text_long") if len(text) > options.maximum else Reading(text)


def _choice(text: str, options: FormatOptions) -> Reading:
    return Reading(text) if text in options.choices else Reading(fault="not_a_choice")


def _yes_no(text: str, _options: FormatOptions) -> Reading:
    return Reading(text) if text in ("yes", "no") else Reading(fault="not_yes_or_no")


FORMATS: dict[str, Callable[[str, FormatOptions], Reading]] = {
    "person_name": _person_name,
    "date": _date,
    "identity_number": _identity_number,
    "phone": _phone,
    "email": _email,
    "text": _text,
    "choice": _choice,
    "yes_no": _yes_no,
}


def written(kind: str, value: str) -> str:
    """A normalised value as people write it: `23/11/2026`, `003 198 000011`, `030 111 2211`."""
    if kind in ("identity_number", "phone") and len(value) > 6:
        return f"{value[:3]} {value[3:6]} {value[6:]}"
    return "/".join(reversed(value.split("-"))) if kind == "date" and value.count("-") == 2 else value
