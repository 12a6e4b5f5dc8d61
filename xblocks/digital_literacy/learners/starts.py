"""When a learner began an attempt with a time limit: the first start of an attempt is the one that counts."""

from __future__ import annotations

from collections.abc import MutableMapping
from datetime import datetime
from typing import Any, Protocol

from django.db import IntegrityError, transaction

from digital_literacy.learners.installed import has_rows


class StartStore(Protocol):
    """The starts of one learner at one block."""

    def begin(self, number: int, at: datetime) -> datetime:
        """Begin attempt `number`, unless it has begun; gives when it began."""

    def begun(self, number: int) -> datetime | None:
        """When attempt `number` began; `None` where it has not."""


class DatabaseStarts:
    """Starts in the app's own table: of many at once, one is kept."""

    def __init__(self, *, user_id: int, usage_key: str) -> None:
        self._key = {"user_id": user_id, "usage_key": usage_key}

    def begin(self, number: int, at: datetime) -> datetime:
        from digital_literacy.learners.models import AttemptStart

        found = self.begun(number)
        if found is not None:
            return found
        try:
            # A savepoint: losing the race must not spoil the request's own transaction.
            with transaction.atomic():
                return AttemptStart.objects.create(**self._key, number=number, started_at=at).started_at
        except IntegrityError:
            return self.begun(number) or at

    def begun(self, number: int) -> datetime | None:
        from digital_literacy.learners.models import AttemptStart

        rows = AttemptStart.objects.filter(**self._key, number=number)
        return rows.values_list("started_at", flat=True).first()


class FieldStarts:
    """The fallback where the Django app is not installed: beside the attempts in the block's own state."""

    def __init__(self, state: MutableMapping[str, Any]) -> None:
        self._state = state

    def begin(self, number: int, at: datetime) -> datetime:
        found = self.begun(number)
        if found is None:
            self._state["started"] = {"number": number, "at": at.isoformat()}
        return found or at

    def begun(self, number: int) -> datetime | None:
        kept = self._state.get("started") or {}
        return datetime.fromisoformat(kept["at"]) if kept.get("number") == number else None


def starts_of(*, user_id: int | None, usage_key: str, fallback: MutableMapping[str, Any]) -> StartStore:
    """The starts of a learner at a block: in the database, or in `fallback` where the app is absent.

    Args:
        user_id: the platform's numeric user id; `None` where the host has none.
        usage_key: the block's usage key.
        fallback: a mapping kept in the block's state.
    """
    if has_rows(user_id):
        return DatabaseStarts(user_id=user_id, usage_key=usage_key)
    return FieldStarts(fallback)
