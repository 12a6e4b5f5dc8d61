"""Make the counts of a month from outcomes: one grouped query a course, in a command, never in a page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils import timezone

from digital_literacy.certificates.config import time_zone
from digital_literacy.certificates.models import Credential
from digital_literacy.learners.localities import Locality, UnknownLocalityError, read_locality
from digital_literacy.learners.models import Outcome
from digital_literacy.learners.outcomes import count_attempts, wait_turn
from digital_literacy.monitoring.models import MEASURES, Tally

# Percent of a block's points from which on its skills count as reached.
REACHED_PERCENT = 80
_PLACE = "user__digital_literacy_locality"


def update(*, now: datetime | None = None) -> tuple[int, int]:
    """Count new attempts into outcomes, then make this month's counts anew; earlier months stay as they were.

    A learner stands where he says he lives now, while his consent stands, and in the group of his latest attempt.

    Returns:
        How many attempts were new, and how many counts there are of the month.
    """
    moment = now or timezone.now()
    attempts = count_attempts(now=moment)
    month = moment.astimezone(time_zone()).date().replace(day=1)  # the platform's own clock is UTC
    courses = list(Outcome.objects.values_list("course_key", flat=True).distinct())
    with transaction.atomic():
        wait_turn()
        Tally.objects.filter(month=month).exclude(course_key__in=courses).delete()
    return attempts, sum(_count_course(month, course_key) for course_key in courses)


def _count_course(month: date, course_key: str) -> int:
    found: dict[tuple[str, ...], list[int]] = {}
    for row in _grouped(course_key):
        place = _known(row["province"], row["commune"])
        key = (row["skill"], place.province, place.commune, row["target_group"])
        kept = found.setdefault(key, [0] * len(MEASURES))
        found[key] = [had + row[name] for had, name in zip(kept, MEASURES, strict=True)]
    tallies = [
        Tally(
            month=month,
            course_key=course_key,
            **dict(zip(("skill", "province", "commune", "target_group"), key, strict=True)),
            **dict(zip(MEASURES, counts, strict=True)),
        )
        for key, counts in found.items()
    ]
    with transaction.atomic():
        wait_turn()
        Tally.objects.filter(month=month, course_key=course_key).delete()
        Tally.objects.bulk_create(tallies, batch_size=500)
    return len(tallies)


def _grouped(course_key: str) -> Iterator[Any]:
    reached = int(getattr(settings, "DIGITAL_LITERACY_REACHED_PERCENT", REACHED_PERCENT)) / 100
    holds = Credential.objects.filter(
        award__user=OuterRef("user"), award__course_key=course_key, revoked_at=None, simulated=False
    )
    rows = Outcome.objects.filter(course_key=course_key).values(
        "skill", "target_group", province=F(f"{_PLACE}__province"), commune=F(f"{_PLACE}__commune")
    )
    # A name of a group's key must not order the query: it would be grouped by that too.
    yield from rows.order_by().annotate(
        learners=Count("pk"),
        reached=Count("pk", filter=Q(best__gte=reached)),
        reached_alone=Count("pk", filter=Q(best_alone__gte=reached)),
        passed=Count("pk", filter=Q(passed_at__isnull=False)),
        certified=Count("pk", filter=Q(skill="") & Q(Exists(holds))),
    )


def _known(province: str | None, commune: str | None) -> Locality:
    """The place, or none where the list of units no longer has it."""
    try:
        return read_locality(province, commune or "") if province else Locality()
    except UnknownLocalityError:
        return Locality()
