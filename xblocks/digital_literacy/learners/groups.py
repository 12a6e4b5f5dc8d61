"""Which target group a learner belongs to. He is asked once and may change it, unless an instructor set it."""

from __future__ import annotations

import unicodedata
from typing import Protocol

from django.conf import settings

from digital_literacy.compat.platform import get_platform
from digital_literacy.frameworks.target_groups import TargetGroup, national_groups, with_extra
from digital_literacy.frameworks.target_groups import lineage as lineage_in
from digital_literacy.learners.installed import has_rows


class UnknownGroupError(ValueError):
    """The code names no target group of this platform."""


class GroupField(Protocol):
    """An object with the fallback field: an XBlock where the app is absent."""

    chosen_group: str


def target_groups() -> tuple[TargetGroup, ...]:
    """The groups of this platform: the national ones and those of `DIGITAL_LITERACY_TARGET_GROUPS`."""
    return with_extra(national_groups(), getattr(settings, "DIGITAL_LITERACY_TARGET_GROUPS", ()))


def lineage(code: str) -> tuple[str, ...]:
    """`code` and its parents, nearest first; empty for an unknown or empty code."""
    return lineage_in(code, target_groups()) if code else ()


def chosen_group(*, user_id: int | None, fallback: GroupField) -> str:
    """Code of the learner's group; empty if he has not chosen, or the code is no longer known."""
    if has_rows(user_id):
        return kept_group(user_id=user_id)
    return fallback.chosen_group if lineage(fallback.chosen_group) else ""


def kept_group(*, user_id: int) -> str:
    """Code of the group that the app keeps of a learner; empty as for `chosen_group`."""
    from digital_literacy.learners.models import LearnerProfile

    rows = LearnerProfile.objects.filter(user_id=user_id).values_list("target_group", flat=True)
    code = rows.first() or ""
    return code if lineage(code) else ""


def cohort_group(*, user_id: int | None, course_key: str) -> str:
    """Code of the group that an instructor set for the learner's cohort in a course; empty where none is set.

    One query; the platform is asked for the cohort only where the course has such a group.
    """
    if not course_key or not has_rows(user_id):
        return ""
    from digital_literacy.learners.models import CohortGroup

    rows = CohortGroup.objects.filter(course_key=course_key).values_list("cohort", "target_group")
    by_cohort = {_plain(cohort): code for cohort, code in rows if lineage(code)}
    if not by_cohort:
        return ""
    cohort = get_platform().cohort_name(user_id=user_id, course_key=course_key)
    return by_cohort.get(_plain(cohort), "")


def choose_group(code: str, *, user_id: int | None, fallback: GroupField) -> None:
    """Keep the learner's choice, in the app or, where that is absent, in the block.

    Raises:
        UnknownGroupError: `code` names no group.
    """
    if has_rows(user_id):
        keep_group(code, user_id=user_id)
    elif lineage(code):
        fallback.chosen_group = code
    else:
        raise UnknownGroupError(code)


def keep_group(code: str, *, user_id: int) -> None:
    """Keep the learner's choice in the app.

    Raises:
        UnknownGroupError: `code` names no group.
    """
    from digital_literacy.learners.models import LearnerProfile

    if not lineage(code):
        raise UnknownGroupError(code)
    LearnerProfile.objects.update_or_create(user_id=user_id, defaults={"target_group": code})


def _plain(name: str) -> str:
    """A cohort's name as two people may have typed it: the same letters, blanks folded."""
    return unicodedata.normalize("NFC", " ".join(name.split()))
