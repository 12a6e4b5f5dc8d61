"""Short forms of what is kept of a learner: hosts copy, compare and write it at every request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from digital_literacy.public_services.marking import FULL, Mark


def without_empty(**values: Any) -> dict[str, Any]:
    """Only what is not empty, zero or false: the rest is what a reader takes where nothing is kept."""
    return {name: value for name, value in values.items() if value}


def state_of_marks(marks: Mapping[str, Mark]) -> dict[str, Any]:
    """Marks by id: the ids that are fully right in one text, the others with share and code."""
    right = [key for key, mark in marks.items() if mark == FULL]
    others = {key: list(mark) for key, mark in marks.items() if mark != FULL}
    return without_empty(right=" ".join(right), others=others)


def marks_of_state(state: Mapping[str, Any]) -> dict[str, Mark]:
    """The marks kept by `state_of_marks`."""
    marks = dict.fromkeys(state.get("right", "").split(), FULL)
    return {**marks, **{key: Mark(*kept) for key, kept in state.get("others", {}).items()}}
