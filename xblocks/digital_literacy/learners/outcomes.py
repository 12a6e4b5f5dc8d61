"""Outcomes: what learners have shown, counted from their attempts in small steps, apart from any request.

Attempts are read once, in the order of their ids, each step in one transaction with the note of how far it came: a
stopped or doubled run counts nothing twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from digital_literacy.learners.models import Attempt, CountedUpTo, Outcome

# A request may still be running with a smaller id than one that is committed already.
SETTLED = timedelta(minutes=5)
STEP = 1000
COURSE = ""  # in place of a skill: the course as a whole
_LONGEST = 60
_ONE = 1  # the key of the only row of its table


class _Key(NamedTuple):
    user_id: int
    course_key: str
    skill: str


class _Seen(NamedTuple):
    """One attempt, as far as an outcome needs it."""

    share: float
    alone: bool
    group: str
    at: datetime


def count_attempts(*, now: datetime | None = None, step: int = STEP) -> int:
    """Count every attempt that is settled and not counted yet; gives how many.

    Args:
        now: attempts younger than five minutes before it are left for the next time.
        step: attempts in one transaction.
    """
    before = (now or timezone.now()) - SETTLED
    stale = Outcome.objects.filter(is_stale=True).values_list("user_id", "course_key").distinct()
    for user_id, course_key in list(stale):
        _recount(user_id=user_id, course_key=course_key)
    counted = 0
    while done := _count_step(before, step):
        counted += done
    CountedUpTo.objects.filter(pk=_ONE).update(counted_at=now or timezone.now())
    return counted


def counted_at() -> datetime | None:
    """When attempts were last counted; `None` where they never were."""
    return CountedUpTo.objects.filter(pk=_ONE).values_list("counted_at", flat=True).first()


def mark_stale(*, user_id: int, course_key: str) -> None:
    """Staff took attempts away: the next run counts the learner's attempts in the course anew.

    Only a mark: this is called while rows are deleted, perhaps the account too, and must make none.
    """
    Outcome.objects.filter(user_id=user_id, course_key=course_key).update(is_stale=True)


def _recount(*, user_id: int, course_key: str) -> None:
    """What was passed stays passed."""
    with transaction.atomic():
        up_to = _position().attempt
        rows = Outcome.objects.filter(user_id=user_id, course_key=course_key)
        passed = {row.skill: row.passed_at for row in rows if row.passed_at is not None}
        rows.delete()
        prefix = f"block-v1:{course_key.partition(':')[2]}+type@"
        left = Attempt.objects.filter(user_id=user_id, usage_key__startswith=prefix, pk__lte=up_to)
        _keep(_by_key(left.order_by("pk")))
        for skill, moment in passed.items():
            _note_passed(_Key(user_id, course_key, skill), moment)


def note_passed(*, user_id: int, course_key: str) -> None:
    """The platform says that the learner has passed the course; the first time counts."""
    _note_passed(_Key(user_id, course_key, COURSE), timezone.now())


def course_of(usage_key: str) -> str:
    """The course of a usage key such as `block-v1:ORG+C+R+type@…`; empty for a key of another kind."""
    head, found, _rest = usage_key.partition("+type@")
    return head.replace("block-v1:", "course-v1:", 1) if found and head.startswith("block-v1:") else ""


def _count_step(before: datetime, step: int) -> int:
    with transaction.atomic():
        position = _position()
        rows = list(Attempt.objects.filter(pk__gt=position.attempt).order_by("pk")[:step])
        # The first young one ends the step: an older one behind it would be passed over for good.
        settled = list(_until_young(rows, before))
        if not settled:
            return 0
        _keep(_by_key(settled))
        position.attempt = settled[-1].pk
        position.save()
        return len(settled)


def _position() -> CountedUpTo:
    # Asked first: two runs that both insert wait for each other, and the database sends one away.
    if not CountedUpTo.objects.filter(pk=_ONE).exists():
        CountedUpTo.objects.get_or_create(pk=_ONE)
    return CountedUpTo.objects.select_for_update().get(pk=_ONE)


def _until_young(rows: Iterable[Attempt], before: datetime) -> Iterator[Attempt]:
    for row in rows:
        if row.submitted_at >= before:
            return
        yield row


def _by_key(rows: Iterable[Attempt]) -> dict[_Key, list[_Seen]]:
    found: dict[_Key, list[_Seen]] = defaultdict(list)
    for row in rows:
        course_key = course_of(row.usage_key)
        if not course_key:
            continue
        share = row.earned / row.possible if row.possible else 0.0
        seen = _Seen(
            share, not row.result.get("help"), str(row.result.get("group", ""))[:40], row.submitted_at
        )
        skills = [code for code in row.result.get("skills", ()) if len(code) <= _LONGEST]
        for skill in (COURSE, *dict.fromkeys(skills)):
            found[_Key(row.user_id, course_key, skill)].append(seen)
    return found


def _keep(found: dict[_Key, list[_Seen]]) -> None:
    """Add what was seen to the rows: those that are there are changed, the others made."""
    rows = {_Key(row.user_id, row.course_key, row.skill): row for row in _rows_of(found)}
    new = []
    for key, seen in found.items():
        row = rows.get(key)
        if row is None:
            row = Outcome(**key._asdict(), first_at=seen[0].at, last_at=seen[0].at)
            new.append(row)
        row.attempts += len(seen)
        row.best = max(row.best, *(each.share for each in seen))
        row.best_alone = max(row.best_alone, *(each.share if each.alone else 0.0 for each in seen))
        row.target_group, row.last_at = seen[-1].group, seen[-1].at
    Outcome.objects.bulk_create(new)
    changed = ["attempts", "best", "best_alone", "target_group", "last_at"]
    Outcome.objects.bulk_update(rows.values(), changed, batch_size=200)


def _rows_of(found: Iterable[_Key]) -> Iterator[Outcome]:
    users_of: dict[str, set[int]] = defaultdict(set)
    for key in found:
        users_of[key.course_key].add(key.user_id)
    wanted = set(found)
    for course_key, users in users_of.items():
        for row in Outcome.objects.filter(course_key=course_key, user_id__in=users):
            if _Key(row.user_id, row.course_key, row.skill) in wanted:
                yield row


def _note_passed(key: _Key, moment: datetime) -> None:
    row, _new = Outcome.objects.get_or_create(
        **key._asdict(), defaults={"first_at": moment, "last_at": moment, "passed_at": moment}
    )
    if row.passed_at is None:
        Outcome.objects.filter(pk=row.pk, passed_at=None).update(passed_at=moment)
