"""What a keyboard leaves behind when it types Vietnamese badly: `dduowngf` (Telex) or `d9u7o7ng2` (VNI) for `đường`.

Keys after the tables of Telex and VNI as the common keyboards of Vietnam use them: Telex `aa ee oo dd aw ow uw w` and
`s f r x j` for the tones; VNI `6 7 8 9` for letters and `1 2 3 4 5` for the tones.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from digital_literacy.vietnamese.letters import TONES, true_d

_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = tuple(TONES)
_CIRCUMFLEX, _BREVE, _HORN, _STROKE = "\u0302", "\u0306", "\u031b", "\u0335"
_TONE_KEYS = {
    **{"f": _GRAVE, "s": _ACUTE, "r": _HOOK, "x": _TILDE, "j": _DOT},
    **{"2": _GRAVE, "1": _ACUTE, "3": _HOOK, "4": _TILDE, "5": _DOT},
}
_SHAPE_KEYS = {
    "w": (_BREVE, _HORN),
    "6": (_CIRCUMFLEX,),
    "7": (_HORN,),
    "8": (_BREVE,),
    "9": (_STROKE,),
}
LONGEST = 24  # letters of a word; no syllable with all its keys is longer

_Marks = frozenset[tuple[int, str]]
_State = tuple[int, _Marks]  # letters of the word that are there, and its marks that are not


def is_leftover(typed: str, word: str) -> bool:
    """Whether `typed` is `word` with at least one of its marks left as a key of Telex or VNI.

    Each mark that is missing must be there as its key, once and after its letter (a tone anywhere in the word); nothing
    else may differ.
    """
    if len(typed) > LONGEST or len(word) > LONGEST or typed == word:
        return False
    given, wanted = _letters(typed), _letters(word)
    if len(given) <= len(wanted) - sum(_HORN in marks for _, marks in wanted):
        return False
    letters = tuple(letter for letter, _ in wanted)
    pending = frozenset((place, mark) for place, (_, marks) in enumerate(wanted) for mark in marks)
    states: set[_State] = {(0, pending)}
    for letter, marks in given:
        states = {after for state in states for after in _steps(letter, marks, letters, state)}
    return (len(letters), frozenset()) in states


@lru_cache(maxsize=4096)
def _letters(word: str) -> tuple[tuple[str, str], ...]:
    """Each letter with its marks; đ is d with a stroke."""
    letters: list[tuple[str, str]] = []
    for sign in unicodedata.normalize("NFD", true_d(word)):
        if unicodedata.category(sign) == "Mn" and letters:
            letters[-1] = (letters[-1][0], letters[-1][1] + sign)
        elif sign in "đĐ":
            letters.append(("d" if sign == "đ" else "D", _STROKE))
        else:
            letters.append((sign, ""))
    return tuple(letters)


def _steps(letter: str, marks: str, wanted: tuple[str, ...], state: _State) -> Iterator[_State]:
    """Where a typed letter can lead: it is the next letter wanted, or the key of a mark still pending."""
    place, pending = state
    left = _carried(marks, place, pending)
    if place < len(wanted) and letter == wanted[place] and left is not None:
        yield place + 1, left
    if marks:
        return
    if letter == "w" and (place, _HORN) in pending and wanted[place] == "u":
        yield place + 1, pending - {(place, _HORN)}  # `w` alone is `ư`
    taken = _taken(letter.lower(), wanted, place, pending)
    if taken:
        yield place, pending - taken


def _carried(marks: str, place: int, pending: _Marks) -> _Marks | None:
    """What is pending after a letter that carries `marks` itself; `None` if one of them is not wanted."""
    for mark in marks:
        fits = {each for each in pending if each[1] == mark and (mark in TONES or each[0] == place)}
        if not fits:
            return None
        pending -= fits
    return pending


def _taken(key: str, wanted: tuple[str, ...], place: int, pending: _Marks) -> _Marks:
    """The pending marks of letters before `place` that the key gives."""
    tone = _TONE_KEYS.get(key)
    shapes = _SHAPE_KEYS.get(key, ())
    return frozenset(
        (at, mark)
        for at, mark in pending
        if (mark == tone and place)
        or (
            at < place
            and (
                mark in shapes
                or (mark == _CIRCUMFLEX and key in "aeo" and wanted[at].lower() == key)
                or (mark == _STROKE and key == "d")
            )
        )
    )
