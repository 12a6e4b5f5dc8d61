"""Many learners' attempts at one block, for counts. Bounded: the newest attempts only, and never learner state."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from digital_literacy.learners.installed import has_app

MOST = 5000


def latest_results(usage_key: str, *, most: int = MOST) -> Iterator[dict[str, Any]]:
    """What is kept of each learner's latest attempt at a block, newest first.

    Args:
        usage_key: the block's usage key.
        most: how many of the newest attempts are looked at.

    Returns:
        The `result` of each attempt; nothing where the app is absent.
    """
    if not has_app():
        return
    from digital_literacy.learners.models import Attempt

    seen: set[int] = set()
    rows = Attempt.objects.filter(usage_key=usage_key).order_by("-pk").values_list("user_id", "result")
    for user_id, result in rows[:most].iterator(chunk_size=500):
        if user_id not in seen:
            seen.add(user_id)
            yield result


def available() -> bool:
    """Whether there are attempts to count: they are rows of the Django app."""
    return has_app()
