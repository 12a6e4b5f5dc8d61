"""Compare what was typed with what a gap accepts."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from digital_literacy.exercises.typed.folding import FOLDS, fold, literal
from digital_literacy.exercises.typed.gap import MAX_TYPED, NOT_RIGHT, RIGHT, Match, TypedGap, Wrong
from digital_literacy.exercises.typed.tolerances import (
    CREDITS,
    DECIMAL_POINT,
    FEW_LETTERS,
    KEYBOARD,
    NO_DATE,
    NO_MARKS,
    NO_NUMBER,
    ONE_LETTER,
    TYPOS,
)
from digital_literacy.vietnamese.dates import day_of
from digital_literacy.vietnamese.keyboards import is_leftover
from digital_literacy.vietnamese.letters import bare, has_marks
from digital_literacy.vietnamese.numbers import DONG, Quantity, read_number
from digital_literacy.vietnamese.typos import slips

_FULL = CREDITS["full"]
_ALL_FOLDS = frozenset(FOLDS)


def match(gap: TypedGap, typed: str) -> Match:
    """Compare a typed text with a gap: never raises, and earns nothing for nothing.

    An accepted answer letter by letter is right; then a foreseen mistake is one, whatever the tolerances say; then
    comes the best that any accepted answer gives.
    """
    text = literal(typed) if len(typed) <= MAX_TYPED else ""
    if not text:
        return NOT_RIGHT
    if any(text == literal(accepted) for accepted in gap.accepts):
        return RIGHT
    wrong = next((each for each in gap.wrongs if _same(gap, text, each.text)), None)
    return Match(Fraction(0), wrong=wrong) if wrong else _KINDS[gap.kind](gap, text)


def find_wrong(gap: TypedGap, typed: str) -> Wrong | None:
    """The foreseen mistake that a typed text is."""
    return match(gap, typed).wrong


def _same(gap: TypedGap, text: str, other: str) -> bool:
    """Whether a text is a foreseen mistake: alike in every way that earns anything."""
    if gap.kind == "number":
        one, two = read_number(text), read_number(other)
        if one and two:
            return one.value == two.value and one.unit in ("", two.unit)
    if gap.kind == "date":
        day = day_of(other)
        if day:
            return day == day_of(text)
    folds = _folds(gap, CREDITS["partial"]) if gap.kind == "text" else _ALL_FOLDS
    return fold(text, folds) == fold(other, folds)


def _folds(gap: TypedGap, least: Fraction) -> frozenset[str]:
    return frozenset(name for name in FOLDS if gap.credit(name) >= least)


def _text(gap: TypedGap, text: str) -> Match:
    best = max(
        (_compare(gap, text, each) for each in gap.accepts), key=lambda each: each.credit, default=NOT_RIGHT
    )
    return best if best.credit else NOT_RIGHT


def _compare(gap: TypedGap, text: str, accepted: str) -> Match:
    folds = _folds(gap, CREDITS["partial"])
    if fold(text, folds) == fold(accepted, folds):
        return _folded(gap, text, accepted, folds)
    silent = _folds(gap, _FULL)
    one, other = fold(text, silent), fold(accepted, silent)
    for name, compare in _STRAYING:
        credit = gap.credit(name)
        note = compare(gap, one, other) if credit else ""
        if note:
            return Match(credit, () if credit == _FULL else (note,))
    return NOT_RIGHT


def _folded(gap: TypedGap, text: str, accepted: str, folds: frozenset[str]) -> Match:
    """Right but for differences that fold away; those that earn less are told."""
    told = tuple(
        name
        for name in FOLDS
        if name in folds
        and gap.credit(name) < _FULL
        and fold(text, folds - {name}) != fold(accepted, folds - {name})
    )
    return Match(min((gap.credit(name) for name in told), default=_FULL), told)


def _without_marks(_gap: TypedGap, text: str, accepted: str) -> str:
    return NO_MARKS if not has_marks(text) and bare(text) == bare(accepted) else ""


def _leftovers(_gap: TypedGap, text: str, accepted: str) -> str:
    words, wanted = text.split(" "), accepted.split(" ")
    alike = len(words) == len(wanted) and all(
        one == other or is_leftover(one, other) for one, other in zip(words, wanted, strict=True)
    )
    return KEYBOARD if alike else ""


def _slips(gap: TypedGap, text: str, accepted: str) -> str:
    differing = slips(text, accepted)
    if not differing:
        return ""
    folds = _folds(gap, _FULL)
    nearer = (slips(text, fold(wrong.text, folds)) for wrong in gap.wrongs)
    if any(other is not None and other <= differing for other in nearer):
        return ""
    return ONE_LETTER if differing == 1 else FEW_LETTERS


_STRAYING: tuple[tuple[str, Callable[[TypedGap, str, str], str]], ...] = (
    (NO_MARKS, _without_marks),
    (KEYBOARD, _leftovers),
    (TYPOS, _slips),
)


def _number(gap: TypedGap, text: str) -> Match:
    given = read_number(text)
    if given is None:
        return Match(Fraction(0), (NO_NUMBER,))
    accepted = filter(None, map(read_number, gap.accepts))
    if not any(_is_near(given, each, gap.within) for each in accepted):
        return NOT_RIGHT
    credit = gap.credit(DECIMAL_POINT) if given.pointed else _FULL
    return Match(credit, () if credit == _FULL else (DECIMAL_POINT,))


def _is_near(given: Quantity, accepted: Quantity, within: Fraction) -> bool:
    """A unit may be left out; another one is wrong. `đồng` may stand behind a number without one."""
    unit = given.unit in ("", accepted.unit) or (not accepted.unit and given.unit == DONG)
    return unit and abs(given.value - accepted.value) <= within


def _date(gap: TypedGap, text: str) -> Match:
    day = day_of(text)
    if day is None:
        return Match(Fraction(0), (NO_DATE,))
    return RIGHT if any(day == day_of(accepted) for accepted in gap.accepts) else NOT_RIGHT


_KINDS: dict[str, Callable[[TypedGap, str], Match]] = {"text": _text, "number": _number, "date": _date}
