"""The ways in which a typed answer may stray from an accepted one, and how an author sets what each of them earns."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from digital_literacy.olx.messages import gettext_noop

# What an answer earns that strays in this way: everything, half with a word to the learner, nothing.
CREDITS: Mapping[str, Fraction] = {"full": Fraction(1), "partial": Fraction(1, 2), "no": Fraction(0)}

CASE, SPACES, PUNCTUATION = "case", "spaces", "punctuation"
TONE_PLACEMENT, I_Y = "tone_placement", "i_y"
NO_MARKS, KEYBOARD, TYPOS = "no_marks", "keyboard", "typos"
DECIMAL_POINT = "decimal_point"

TEXT_TOLERANCES: Mapping[str, str] = {
    **dict.fromkeys((CASE, SPACES, PUNCTUATION, TONE_PLACEMENT, I_Y), "full"),
    **dict.fromkeys((NO_MARKS, KEYBOARD, TYPOS), "partial"),
}
NUMBER_TOLERANCES: Mapping[str, str] = {DECIMAL_POINT: "full"}
TOLERANCES: Mapping[str, Mapping[str, str]] = {
    "text": TEXT_TOLERANCES,
    "number": NUMBER_TOLERANCES,
    "date": {},
}

# What a learner is told of an answer that is almost right, or that was not understood.
ONE_LETTER, FEW_LETTERS = "one_letter", "few_letters"
NO_NUMBER, NO_DATE, EMPTY, USED_TWICE = "no_number", "no_date", "empty", "used_twice"
NOTES: Mapping[str, str] = {
    CASE: gettext_noop("Capital and small letters differ."),
    SPACES: gettext_noop("The spaces differ."),
    PUNCTUATION: gettext_noop("The punctuation differs."),
    TONE_PLACEMENT: gettext_noop("The tone mark stands on another letter."),
    I_Y: gettext_noop("i and y are exchanged."),
    NO_MARKS: gettext_noop("The words are right, but the Vietnamese marks are missing."),
    KEYBOARD: gettext_noop(
        "Typing keys are left among the letters. Switch on the Vietnamese keyboard and write it again."
    ),
    ONE_LETTER: gettext_noop("One letter differs."),
    FEW_LETTERS: gettext_noop("Two letters differ."),
    DECIMAL_POINT: gettext_noop("In Vietnamese the decimals stand behind a comma."),
    NO_NUMBER: gettext_noop("This cannot be read as a number. Write it like 1.234,5."),
    NO_DATE: gettext_noop("This cannot be read as a date. Write it like 31/12/2026."),
    EMPTY: gettext_noop("Nothing is written here."),
    USED_TWICE: gettext_noop("This answer stands in another gap already."),
}
