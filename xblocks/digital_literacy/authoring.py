"""Put the blocks among the advanced modules of courses, so that authors find them, or take them out."""

from __future__ import annotations

from digital_literacy.compat import studio
from digital_literacy.settings.common import BLOCK_TYPES


def enable(course_key: str) -> list[str]:
    """Add what is missing, behind what is there; gives what was added.

    Raises:
        LookupError: there is no such course.
    """
    there = studio.advanced_modules(course_key)
    missing = [name for name in BLOCK_TYPES if name not in there]
    if missing:
        studio.set_advanced_modules(course_key, [*there, *missing])
    return missing


def disable(course_key: str) -> list[str]:
    """Take the blocks out; gives what was taken out. Blocks that stand in the course stay.

    Raises:
        LookupError: there is no such course.
    """
    there = studio.advanced_modules(course_key)
    ours = [name for name in there if name in BLOCK_TYPES]
    if ours:
        studio.set_advanced_modules(course_key, [name for name in there if name not in BLOCK_TYPES])
    return ours
