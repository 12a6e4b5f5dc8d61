"""How an attempt was made, as little of it as helps: times and counts, never what was typed or where.

Such data are behaviour tracking, which Vietnamese law counts as sensitive (Decree 356/2025/NĐ-CP): a platform has to
allow them (`DIGITAL_LITERACY_PROCESS_EVIDENCE`), and they only ever go into tracking events (`exercises.events`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

DAY_MS = 24 * 60 * 60 * 1000
MAX_COUNT = 1000
# What a browser may tell of an attempt, and the most that is believed.
CAPS = {"first_action_ms": DAY_MS, "total_ms": DAY_MS, "back_steps": MAX_COUNT, "errors": MAX_COUNT}


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What is known of how one attempt was made; `None` for what is not.

    Attributes:
        first_action_ms: milliseconds from the exercise's first showing to the first thing done in it.
        total_ms: milliseconds from its first showing to sending the answer.
        back_steps: how often the learner went back or took something back.
        errors: how often the page refused what he did, such as an open question.
        hints: hints he was given; counted on the server.
    """

    first_action_ms: int | None = None
    total_ms: int | None = None
    back_steps: int | None = None
    errors: int | None = None
    hints: int = 0

    def as_payload(self) -> dict[str, int]:
        """What is known, for an event."""
        return {name: value for name, value in asdict(self).items() if value is not None}


def read_evidence(raw: object, *, hints: int = 0) -> Evidence:
    """Read what a browser tells of an attempt. Never an error: what is not a number in its limits is left out.

    Args:
        raw: the JSON value as it came; an object with the names of `CAPS`, or anything else.
        hints: how many hints the server has given for the exercise.

    Returns:
        The evidence. It comes from the learner's device and proves nothing: no grade may depend on it.
    """
    told = raw if isinstance(raw, Mapping) else {}
    found = {name: told[name] for name, cap in CAPS.items() if _is_count(told.get(name), cap)}
    if found.get("first_action_ms", 0) > found.get("total_ms", DAY_MS):
        del found["first_action_ms"]
    return Evidence(**found, hints=hints)


def _is_count(value: object, cap: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= cap
