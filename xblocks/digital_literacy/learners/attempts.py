"""Counting attempts. The platform writes field state without a lock, so an attempt is a row of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, MutableMapping
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Count, Max, Q

from digital_literacy.learners.installed import has_rows


class AttemptsUsedError(Exception):
    """No attempt is left."""


class AttemptOpenError(Exception):
    """A later attempt than the last one put aside is counted: nothing more is, until that one is put aside."""


@dataclass(frozen=True)
class Outcome:
    """What grading gave: points, and the result that may be shown and kept."""

    earned: float
    possible: float
    result: dict[str, Any]


@dataclass(frozen=True)
class CountedAttempt:
    """One attempt as it was counted. `replayed` says that this call found it already there."""

    number: int
    attempt_id: str
    earned: float
    possible: float
    result: dict[str, Any]
    replayed: bool = False

    @property
    def share(self) -> float:
        """Share of the points, from 0 to 1."""
        return self.earned / self.possible if self.possible else 0.0


class AttemptStore(Protocol):
    """The attempts of one learner at one block."""

    def used(self) -> int:
        """How many attempts are counted."""

    def find(self, attempt_id: str) -> CountedAttempt | None:
        """The attempt the browser named so, if it was counted before."""

    def after(self, number: int) -> CountedAttempt | None:
        """The latest attempt, if its number is higher than this one."""

    def claim(
        self, attempt_id: str, *, limit: int, grade: Callable[[], Outcome], closed: int | None = None
    ) -> CountedAttempt:
        """Count one attempt and keep its outcome; the same id again gives the first outcome.

        Args:
            attempt_id: the browser's UUID for this attempt.
            limit: how many attempts there are; 0 for no limit.
            grade: called only if the attempt is new.
            closed: number of the last attempt put aside, where only one may be open at a time.

        Raises:
            AttemptsUsedError: the limit is reached.
            AttemptOpenError: an attempt after `closed` is counted, perhaps by another window just now.
        """

    def all(self) -> list[CountedAttempt]:
        """All counted attempts in order."""

    def reset(self) -> None:
        """Forget all attempts, for a reset by staff."""


class DatabaseAttempts:
    """Attempts in the app's own table."""

    _RACES = 10

    def __init__(self, *, user_id: int, usage_key: str) -> None:
        self._key = {"user_id": user_id, "usage_key": usage_key}
        self._not_there: dict[str, int] = {}  # the id looked for last, and how many attempts there were

    def used(self) -> int:
        return self._rows().count()

    def find(self, attempt_id: str) -> CountedAttempt | None:
        found, used = self._look(attempt_id)
        self._not_there = {} if found else {attempt_id: used}
        return found

    def after(self, number: int) -> CountedAttempt | None:
        row = self._rows().filter(number__gt=number).order_by("-number").first()
        return _counted(row, replayed=True) if row else None

    def claim(
        self, attempt_id: str, *, limit: int, grade: Callable[[], Outcome], closed: int | None = None
    ) -> CountedAttempt:
        # Who has just looked need not look again: what came in between is met below.
        used = self._not_there.pop(attempt_id, None)
        found, used = (None, used) if used is not None else self._look(attempt_id)
        outcome: Outcome | None = None
        refusal: Exception = AttemptsUsedError()
        for _ in range(self._RACES):
            if found:
                break
            try:
                number = _next_number(used, limit, closed)
            except (AttemptsUsedError, AttemptOpenError) as error:
                refusal = error
                break
            outcome = outcome or grade()
            try:
                # A savepoint: losing the race must not spoil the request's own transaction.
                with transaction.atomic():
                    return _counted(self._create(attempt_id, number, outcome))
            except IntegrityError:
                found, used = self._look(attempt_id)
                if (
                    closed is not None and not found
                ):  # the number is another window's: its attempt is the open one
                    refusal = AttemptOpenError()
                    break
        found = found or self._look(attempt_id)[0]
        if found is None:
            raise refusal
        return found

    def _look(self, attempt_id: str) -> tuple[CountedAttempt | None, int]:
        """The attempt of this id, and how many attempts there are: one statement where it is new."""
        same = Max("number", filter=Q(attempt_id=UUID(attempt_id)))
        seen = self._rows().aggregate(used=Count("pk"), same=same)
        row = seen["same"] and self._rows().filter(number=seen["same"]).first()
        return (_counted(row, replayed=True) if row else None), seen["used"]

    def all(self) -> list[CountedAttempt]:
        return [_counted(row) for row in self._rows().order_by("number")]

    def reset(self) -> None:
        from digital_literacy.learners.models import AttemptStart, CheckedAnswer

        self._rows().delete()
        for what_runs in (AttemptStart, CheckedAnswer):
            what_runs.objects.filter(**self._key).delete()
        self._not_there = {}

    def _rows(self) -> Any:
        from digital_literacy.learners.models import Attempt

        return Attempt.objects.filter(**self._key)

    def _create(self, attempt_id: str, number: int, outcome: Outcome) -> Any:
        from digital_literacy.learners.models import Attempt

        return Attempt.objects.create(
            **self._key, number=number, attempt_id=UUID(attempt_id), **vars(outcome)
        )


class FieldAttempts:
    """The fallback where the Django app is not installed: a list in the block's own state, without a lock."""

    def __init__(self, state: MutableMapping[str, Any]) -> None:
        self._state = state

    def used(self) -> int:
        return len(self._list())

    def find(self, attempt_id: str) -> CountedAttempt | None:
        for kept in self._list():
            if kept["attempt_id"] == str(UUID(attempt_id)):
                return CountedAttempt(**kept, replayed=True)
        return None

    def after(self, number: int) -> CountedAttempt | None:
        later = [CountedAttempt(**{**kept, "replayed": True}) for kept in self._list()[number:]]
        return later[-1] if later else None

    def claim(
        self, attempt_id: str, *, limit: int, grade: Callable[[], Outcome], closed: int | None = None
    ) -> CountedAttempt:
        found = self.find(attempt_id)
        if found:
            return found
        number = _next_number(self.used(), limit, closed)
        kept = {"number": number, "attempt_id": str(UUID(attempt_id)), **vars(grade())}
        self._state["attempts"] = [*self._list(), kept]
        return CountedAttempt(**kept)

    def all(self) -> list[CountedAttempt]:
        return [CountedAttempt(**kept) for kept in self._list()]

    def reset(self) -> None:
        self._state["attempts"] = []
        self._state["started"] = {}
        self._state["checked"] = {}

    def _list(self) -> list[dict[str, Any]]:
        return list(self._state.get("attempts", []))


def attempts_of(*, user_id: int | None, usage_key: str, fallback: MutableMapping[str, Any]) -> AttemptStore:
    """The attempts of a learner at a block: in the database, or in `fallback` where the app is absent.

    Args:
        user_id: the platform's numeric user id; `None` where the host has none.
        usage_key: the block's usage key.
        fallback: a mapping kept in the block's state.
    """
    if has_rows(user_id):
        return DatabaseAttempts(user_id=user_id, usage_key=usage_key)
    return FieldAttempts(fallback)


def _next_number(used: int, limit: int, closed: int | None) -> int:
    if closed is not None and used > closed:
        raise AttemptOpenError
    if limit and used >= limit:
        raise AttemptsUsedError
    return used + 1


def _counted(row: Any, *, replayed: bool = False) -> CountedAttempt:
    return CountedAttempt(
        number=row.number,
        attempt_id=str(row.attempt_id),
        earned=row.earned,
        possible=row.possible,
        result=row.result,
        replayed=replayed,
    )


def best(attempts: Iterable[CountedAttempt]) -> CountedAttempt | None:
    """The attempt with the highest share of points, the latest of equals."""
    return max(attempts, key=lambda attempt: (attempt.share, attempt.number), default=None)


def alone(attempts: Iterable[CountedAttempt]) -> list[CountedAttempt]:
    """Those made without a declared helper: only these can show what a learner can do by himself."""
    return [attempt for attempt in attempts if not attempt.result.get("help")]


def best_by_block(*, user_id: int, course_key: str) -> dict[str, CountedAttempt]:
    """A learner's best attempt at each block of a course that he attempted; empty where there are no rows."""
    if not has_rows(user_id):
        return {}
    from digital_literacy.learners.models import Attempt

    prefix = f"block-v1:{course_key.partition(':')[2]}+type@"
    rows = Attempt.objects.filter(user_id=user_id, usage_key__startswith=prefix).order_by("number")
    by_block: dict[str, list[CountedAttempt]] = {}
    for row in rows:
        by_block.setdefault(row.usage_key, []).append(_counted(row))
    return {key: found for key, kept in by_block.items() if (found := best(kept))}


def of_skill(attempts: Iterable[CountedAttempt], code: str) -> list[CountedAttempt]:
    """Those at blocks that practised a skill when the attempt was made."""
    return [attempt for attempt in attempts if code in attempt.result.get("skills", ())]


def attempts_by_username(username: str, *, usage_key: str) -> list[CountedAttempt]:
    """The attempts of the learner with this user name at a block, in order."""
    from django.contrib.auth import get_user_model

    from digital_literacy.learners.models import Attempt

    field = f"user__{get_user_model().USERNAME_FIELD}"
    rows = Attempt.objects.filter(**{field: username}, usage_key=usage_key)
    return [_counted(row) for row in rows.order_by("number")]
