"""What is wrong with an author's OLX, where, and what to do about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

_PLACE = re.compile(r"%%|%\((\w+)\)[sd]")


class Told:
    """What a fault of any kind of source can say of itself."""

    problem: str
    cure: str
    params: dict[str, object]

    def said(self, translate: Callable[[str], str] = str) -> tuple[str, str]:
        """Problem and cure in the translator's language."""
        return filled(translate(self.problem), self.params), filled(translate(self.cure), self.params)

    def text(self, translate: Callable[[str], str] = str) -> str:
        """Both as one line of prose."""
        return " ".join(self.said(translate))


@dataclass(frozen=True)
class Fault(Told):
    """One fault of authored content.

    Attributes:
        line: line in the text that was read, counted from 1; 0 where it is not known.
        element: tag of the element at fault, with its id where it has one, such as `option "a"`.
        problem: message id of what is wrong, with `%(name)s` parameters.
        cure: message id of what to do, with the same parameters.
        params: values of the parameters; author content, never a learner's.
    """

    line: int
    element: str
    problem: str
    cure: str
    params: dict[str, object] = field(default_factory=dict)

    def moved(self, lines: int) -> Fault:
        """The same fault, `lines` further down: for text that stands inside a larger file."""
        return Fault(
            self.line + lines if self.line else 0, self.element, self.problem, self.cure, self.params
        )


def filled(text: str, params: Mapping[str, object]) -> str:
    """A message with its `%(name)s` filled in; what its parameters do not fit stays as it is, and is never an error.

    A translation is data: what is wrong with it must not keep an author from reading what is wrong with his text.
    """

    def fill(found: re.Match[str]) -> str:
        name = found[1]
        return "%" if name is None else str(params.get(name, found[0]))

    return _PLACE.sub(fill, text)


class OlxError(ValueError):
    """Text that cannot be used at all; carries the faults found."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        super().__init__("; ".join(f"line {f.line}: {f.text()}" for f in self.faults))
