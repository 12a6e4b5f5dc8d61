"""Slips of the finger: few letters that differ, and never a tone, a figure or another word."""

from __future__ import annotations

from digital_literacy.vietnamese.letters import bare, split_tones, tone_last
from digital_literacy.vietnamese.syllables import is_syllable

LONGEST = 300  # characters


def allowed(letters: int) -> int:
    """How many letters may differ in a text of so many: none up to 4, one up to 8, two above."""
    return 0 if letters <= 4 else 1 if letters <= 8 else 2


def slips(typed: str, right: str) -> int | None:
    """How many letters differ, where that can be a slip; `None` where it is another text.

    Words are compared one by one. A word that differs must have the tone of the right one, hold letters only (a
    figure or an address has no near miss), and be no well-formed syllable: that would be another word. Blanks left out
    or added count like letters.

    Args:
        typed, right: cleaned texts, folded alike.
    """
    if max(len(typed), len(right)) > LONGEST:
        return None
    most = allowed(sum(sign.isalpha() for sign in right))
    given, wanted = typed.split(), right.split()
    if not most:
        return None
    if len(given) != len(wanted):
        return _blanks(given, wanted, most)
    total = 0
    for one, other in zip(given, wanted, strict=True):
        if tone_last(one) == tone_last(other):
            continue
        differing = _word(one, other)
        if differing is None:
            return None
        total += differing
    return total if total <= most else None


def _blanks(given: list[str], wanted: list[str], most: int) -> int | None:
    differing = abs(len(given) - len(wanted))
    new = [word for word in given if word not in wanted]
    if "".join(given) != "".join(wanted) or differing > most or any(map(is_syllable, new)):
        return None
    return differing if bare("".join(new)).isalpha() else None


def _word(typed: str, right: str) -> int | None:
    one, tones = split_tones(typed)
    other, right_tones = split_tones(right)
    if tones != right_tones or not (one.isalpha() and other.isalpha()) or is_syllable(typed):
        return None
    # An acronym is as short as a syllable, but what stands near it may well be another one.
    shortest = 3 if is_syllable(right) else 4
    most = 0 if len(other) < shortest else 1 if len(other) <= 6 else 2
    differing = distance(one, other, most)
    return differing if differing <= most else None


def distance(one: str, other: str, most: int) -> int:
    """Letters to change, add, leave out or exchange with a neighbour (optimal string alignment, after F. Damerau, "A
    technique for computer detection and correction of spelling errors", 1964); `most + 1` for more than `most`."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        oldest, before, row = before, row, [i]
        for j, wanted in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, oldest[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
