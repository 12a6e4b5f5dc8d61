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
from django.db.models import QuerySet
from django.utils import timezone

from digital_literacy.frameworks.skills import CODE
from digital_literacy.learners.models import Attempt, CountedUpTo, Outcome

# A request may still be running with a smaller id than one that is committed already.
SETTLED = timedelta(minutes=5)
STEP = 200
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
    # In a transaction of its own: two runs that insert it and go on would wait for each other.
    CountedUpTo.objects.get_or_create(pk=_ONE)
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
        held = Outcome.objects.select_for_update().filter(user_id=user_id, course_key=course_key)
        passed = {row.skill: row.passed_at for row in held if row.passed_at is not None}
        Outcome.objects.filter(user_id=user_id, course_key=course_key).delete()
        prefix = f"block-v1:{course_key.partition(':')[2]}+type@"
        _keep(_by_key(_held(user_id=user_id, usage_key__startswith=prefix, pk__lte=up_to)))
        for skill, moment in passed.items():
            _note_passed(_Key(user_id, course_key, skill), moment)


def note_passed(*, user_id: int, course_key: str) -> None:
    """The platform says that the learner has passed the course; the first time counts."""
    _note_passed(_Key(user_id, course_key, COURSE), timezone.now())


def course_of(usage_key: str) -> str:
    """The course of a usage key such as `block-v1:ORG+C+R+type@…`; empty for a key of another kind."""
    head, found, _rest = usage_key.partition("+type@")
    return head.replace("block-v1:", "course-v1:", 1) if found and head.startswith("block-v1:") else ""


def wait_turn() -> None:
    """Inside a transaction: wait until no other run counts."""
    _position()


def _count_step(before: datetime, step: int) -> int:
    with transaction.atomic():
        position = _position()
        rows = list(_held(pk__gt=position.attempt)[:step])
        # The first young one ends the step: an older one behind it would be passed over for good.
        settled = list(_until_young(rows, before))
        if not settled:
            return 0
        _keep(_by_key(settled))
        position.attempt = settled[-1].pk
        position.save()
        return len(settled)


def _position() -> CountedUpTo:
    return CountedUpTo.objects.select_for_update().get(pk=_ONE)


def _held(**which: object) -> QuerySet[Attempt]:
    """Attempts in order, held until they are counted: whoever deletes one waits, and then finds its outcome too."""
    needed = ("user_id", "usage_key", "earned", "possible", "result", "submitted_at")
    return Attempt.objects.select_for_update().filter(**which).order_by("pk").only(*needed)


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
        result = row.result if isinstance(row.result, dict) else {}
        share = row.earned / row.possible if row.possible else 0.0
        group = str(result.get("group") or "")[:40]
        seen = _Seen(share, not result.get("help"), group, row.submitted_at)
        for skill in (COURSE, *_skills(result.get("skills"))):
            found[_Key(row.user_id, course_key, skill)].append(seen)
    return found


def _skills(kept: object) -> list[str]:
    """Codes in one spelling: a database of the platform takes `a:B` and `a:b` for the same. What is no code is left
    out: one odd row must not stop the counting of all."""
    codes = kept if isinstance(kept, list) else []
    known = (code.casefold() for code in codes if isinstance(code, str) and CODE.fullmatch(code))
    return list(dict.fromkeys(code for code in known if len(code) <= _LONGEST))


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
