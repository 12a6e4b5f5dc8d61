"""What blocks publish: grades to the gradebook, completion, and everything to the event log."""

from __future__ import annotations

import math
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from xblock.scorable import Score

from digital_literacy_demo.models import Completion, Event, Grade


def publish(*, block: Any, user: AbstractBaseUser | None, kind: str, data: dict[str, Any]) -> None:
    """Take one event of a block for a person.

    Raises:
        ValueError: a grade or completion is not a number in range: a fault of the block.
    """
    usage_key = str(block.scope_ids.usage_id)
    if user is not None and kind == "grade":
        _grade(block, user, usage_key, data)
    elif user is not None and kind in ("completion", "progress"):
        _completion(block, user, usage_key, kind, data)
    Event.objects.create(user=user, usage_key=usage_key, kind=kind, data=data)


def complete(*, user: AbstractBaseUser, usage_key: str, completion: float) -> None:
    """Keep how much of a block is completed; it may go down."""
    Completion.objects.update_or_create(user=user, usage_key=usage_key, defaults={"completion": completion})


def _grade(block: Any, user: AbstractBaseUser, usage_key: str, data: dict[str, Any]) -> None:
    earned, possible = _number(data.get("value")), _number(data.get("max_value"))
    if not 0 <= earned <= possible:
        raise ValueError(f"A grade must lie between 0 and its maximum: {earned} of {possible}.")
    known = Grade.objects.filter(user=user, usage_key=usage_key).first()
    if (
        data.get("only_if_higher")
        and known
        and _share(known.earned, known.possible) > _share(earned, possible)
    ):
        return
    Grade.objects.update_or_create(
        user=user, usage_key=usage_key, defaults={"earned": earned, "possible": possible}
    )
    # The platform calls the block back with the score it stored (lms/djangoapps/grades/signals/handlers.py).
    if hasattr(block, "set_score"):
        block.set_score(Score(raw_earned=earned, raw_possible=possible))
    if not getattr(block, "has_custom_completion", False):
        complete(user=user, usage_key=usage_key, completion=1.0)


def _completion(block: Any, user: AbstractBaseUser, usage_key: str, kind: str, data: dict[str, Any]) -> None:
    if kind == "progress":  # legacy: something was done
        if not getattr(block, "has_custom_completion", False):
            complete(user=user, usage_key=usage_key, completion=1.0)
        return
    value = _number(data.get("completion"))
    if not 0 <= value <= 1:
        raise ValueError(f"Completion must lie between 0 and 1: {value}.")
    complete(user=user, usage_key=usage_key, completion=value)


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise ValueError(f"Not a number: {value!r}.")
    return float(value)


def _share(earned: float, possible: float) -> float:
    return earned / possible if possible else 0.0
