"""What is wrong with a course: the file, the line, the element, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from digital_literacy.olx.faults import Fault
from digital_literacy.olx.parsing import describe


@dataclass(frozen=True)
class CourseFault:
    """One fault of a course.

    Attributes:
        file: path below the course's folder, with `/`.
        line: line in that file, counted from 1; 0 where there is none.
        element: tag of the element at fault, with its name where it has one; may be empty.
        problem: message id of what is wrong, with `%(name)s` parameters.
        cure: message id of what to do, with the same parameters.
        params: values of the parameters.
    """

    file: str
    line: int
    element: str
    problem: str
    cure: str
    params: dict[str, object] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """`file:line`, as editors understand it."""
        return f"{self.file}:{self.line}" if self.line else self.file

    def text(self, translate: Callable[[str], str] = str) -> str:
        """Problem and cure in the translator's language."""
        return f"{translate(self.problem) % self.params} {translate(self.cure) % self.params}"

    def full(self, translate: Callable[[str], str] = str) -> str:
        """Place, element, problem and cure in one line."""
        element = f"{self.element}: " if self.element else ""
        return f"{self.place}: {element}{self.text(translate)}"

    def __str__(self) -> str:
        return self.full()

    @classmethod
    def of(cls, file: str, fault: Fault) -> CourseFault:
        """The fault of a block, as found in `file`."""
        return cls(file, fault.line, fault.element, fault.problem, fault.cure, dict(fault.params))


class Faults(list[CourseFault]):
    """Collects the faults of one course."""

    def at(
        self, file: str, element: etree._Element | None, problem: str, cure: str, **params: object
    ) -> None:
        """Note a fault of an element, or of the whole file."""
        line = (element.sourceline or 0) if element is not None else 0
        self.append(
            CourseFault(file, line, describe(element) if element is not None else "", problem, cure, params)
        )

    def on_line(self, file: str, line: int, problem: str, cure: str, **params: object) -> None:
        """Note a fault of a line that is no XML."""
        self.append(CourseFault(file, line, "", problem, cure, params))
