"""Exercises by their stored source: read once for each target group and process."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from digital_literacy.exercises.model import NO_TEXT, Exercise
from digital_literacy.exercises.reading import TAG, read_exercise
from digital_literacy.olx import variants
from digital_literacy.olx.faults import Fault, OlxError
from digital_literacy.olx.parsing import parse, wrap

NO_EXERCISE = Exercise(intro=NO_TEXT)


def exercise_of(olx: str, lineage: Sequence[str] = ()) -> tuple[Exercise, list[Fault]]:
    """The exercise that a group sees, and the faults that keep it from being used.

    Args:
        olx: inner XML of the block.
        lineage: the group's code and its parents' codes; empty for the common text.
    """
    return _exercise_of(olx, tuple(lineage))


@lru_cache(maxsize=256)
def groups_in(olx: str) -> tuple[str, ...]:
    """Codes of the groups that have a variant; `olx` must be well formed."""
    return tuple(variants.groups_named(parse(wrap(TAG, olx))))


@lru_cache(maxsize=256)
def _exercise_of(olx: str, lineage: tuple[str, ...]) -> tuple[Exercise, list[Fault]]:
    try:
        return read_exercise(variants.resolve(parse(wrap(TAG, olx)), lineage))
    except OlxError as error:
        return NO_EXERCISE, list(error.faults)
