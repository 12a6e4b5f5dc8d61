"""Which target group a learner belongs to. He is asked once and may change it."""

from __future__ import annotations

from typing import Protocol

from django.apps import apps
from django.conf import settings

from digital_literacy.frameworks.target_groups import TargetGroup, national_groups, with_extra
from digital_literacy.frameworks.target_groups import lineage as lineage_in


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
    if user_id is None or not _has_app():
        code = fallback.chosen_group
    else:
        from digital_literacy.learners.models import LearnerProfile

        code = (
            LearnerProfile.objects.filter(user_id=user_id).values_list("target_group", flat=True).first()
            or ""
        )
    return code if lineage(code) else ""


def choose_group(code: str, *, user_id: int | None, fallback: GroupField) -> None:
    """Keep the learner's choice.

    Raises:
        UnknownGroupError: `code` names no group.
    """
    if not lineage(code):
        raise UnknownGroupError(code)
    if user_id is None or not _has_app():
        fallback.chosen_group = code
        return
    from digital_literacy.learners.models import LearnerProfile

    LearnerProfile.objects.update_or_create(user_id=user_id, defaults={"target_group": code})


def _has_app() -> bool:
    return apps.ready and apps.is_installed("digital_literacy")
