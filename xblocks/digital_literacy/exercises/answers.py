"""Answers from outside: checked for type, shape and size before anything looks at what they mean."""

from __future__ import annotations

from collections.abc import Sequence

from digital_literacy.exercises.ids import Ids
from digital_literacy.olx.messages import gettext_noop
from digital_literacy.vietnamese import personal_data


class InvalidAnswer(ValueError):
    """An answer that no page of ours sends.

    Attributes:
        message: message id, with `%(name)s` parameters; holds nothing the learner typed.
        params: its parameters.
    """

    def __init__(self, message: str, **params: object) -> None:
        self.message = message
        self.params = params
        super().__init__(message % params)


WRONG_SHAPE = gettext_noop(
    "The answer to question %(number)s has a form that is not expected. Reload the page and try again."
)
UNKNOWN_PART = gettext_noop(
    "The answer to question %(number)s names something that is not in it. Reload the page and try again."
)
IMPOSSIBLE = gettext_noop(
    "A step in the answer to question %(number)s is not possible there. Reload the page and start over."
)
UNKNOWN_ITEM = gettext_noop(
    "An answer belongs to a question that is not here. Reload the page and try again."
)
TOO_LONG = gettext_noop(
    "The answer to question %(number)s is too long. Write at most %(most)s characters and try again."
)
REAL_LOOKING = gettext_noop(
    "The answer to question %(number)s holds a number or an address that could be a real person's. It was not kept. "
    "Take it out and try again."
)
NOT_AN_OBJECT = gettext_noop("The answers have a form that is not expected. Reload the page and try again.")


class Slot:
    """Reads the parts of one item's raw answer; problems become `InvalidAnswer` with its number."""

    def __init__(self, item_id: str, number: int, ids: Ids) -> None:
        self._item_id = item_id
        self._number = number
        self._ids = ids

    def wrong_shape(self) -> InvalidAnswer:
        """The error for a wrong type."""
        return InvalidAnswer(WRONG_SHAPE, number=self._number)

    def impossible(self) -> InvalidAnswer:
        """The error for something that cannot be done where it is said to have been done."""
        return InvalidAnswer(IMPOSSIBLE, number=self._number)

    def rows(self, raw: object, *, most: int, widest: int) -> list[list[str]]:
        """At most `most` lists of one to `widest` strings each."""
        if raw is None:
            return []
        if not isinstance(raw, list) or len(raw) > most:
            raise self.wrong_shape()
        for row in raw:
            if not isinstance(row, list) or not 0 < len(row) <= widest:
                raise self.wrong_shape()
            if not all(isinstance(each, str) for each in row):
                raise self.wrong_shape()
        return raw

    def one(self, kind: str, raw: object, known: Sequence[str]) -> str | None:
        """One part out of `known`; `None` or an empty string is no answer."""
        if raw is None or raw == "":
            return None
        if not isinstance(raw, str):
            raise self.wrong_shape()
        found = self._ids.find(raw, (self._item_id, kind), known)
        if found is None:
            raise InvalidAnswer(UNKNOWN_PART, number=self._number)
        return found

    def many(self, kind: str, raw: object, known: Sequence[str]) -> list[str]:
        """Several different parts out of `known`, in the order given."""
        if raw is None:
            return []
        if not isinstance(raw, list) or len(raw) > len(known):
            raise self.wrong_shape()
        chosen = [self.one(kind, entry, known) for entry in raw]
        if None in chosen or len(set(chosen)) != len(chosen):
            raise self.wrong_shape()
        return [entry for entry in chosen if entry is not None]

    def path(self, kind: str, raw: object, known: Sequence[str], *, most: int) -> list[str]:
        """Parts out of `known` one after another, each any number of times, at most `most` in all."""
        if raw is None:
            return []
        if not isinstance(raw, list) or len(raw) > most:
            raise self.wrong_shape()
        steps = [self.one(kind, entry, known) for entry in raw]
        if None in steps:
            raise self.wrong_shape()
        return [step for step in steps if step is not None]

    def words(self, kind: str, raw: object, known: Sequence[str], words: Sequence[str]) -> dict[str, str]:
        """An object from parts out of `known` to one of the fixed `words` for each."""
        if raw is None:
            return {}
        if not isinstance(raw, dict) or len(raw) > len(known):
            raise self.wrong_shape()
        chosen: dict[str, str] = {}
        for name, value in raw.items():
            part, word = self.one(kind, name, known), self.word(value, words)
            if part is None or word is None:
                raise self.wrong_shape()
            chosen[part] = word
        return chosen

    def word(self, raw: object, known: Sequence[str]) -> str | None:
        """One of the fixed words `known`; `None` or an empty string is no answer."""
        if raw is None or raw == "":
            return None
        if not isinstance(raw, str) or raw not in known:
            raise self.wrong_shape()
        return raw

    def keys(self, raw: object, known: Sequence[str]) -> dict[str, object]:
        """An object with no other keys than `known`."""
        if not isinstance(raw, dict) or not set(raw) <= set(known):
            raise self.wrong_shape()
        return raw

    def typed(self, raw: object, most: int) -> str | None:
        """A text of at most `most` characters, as it was typed; blanks alone are no answer.

        What could be a real person's number or address is refused, and stands in no error.
        """
        if raw is None:
            return None
        if not isinstance(raw, str):
            raise self.wrong_shape()
        if len(raw) > most:
            raise InvalidAnswer(TOO_LONG, number=self._number, most=most)
        if personal_data.find(raw):
            raise InvalidAnswer(REAL_LOOKING, number=self._number)
        return raw.strip() or None

    def named(self, kind: str, raw: object, known: Sequence[str]) -> dict[str, object]:
        """An object whose keys are different parts out of `known`; its values are not checked."""
        if not isinstance(raw, dict) or len(raw) > len(known):
            raise self.wrong_shape()
        found: dict[str, object] = {}
        for name, value in raw.items():
            part = self.one(kind, name, known)
            if part is None:
                raise self.wrong_shape()
            found[part] = value
        return found
