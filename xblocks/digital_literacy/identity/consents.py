"""What a learner agreed to, and that he withdrew it (Law 91/2025/QH15: voluntary, for one purpose, withdrawable)."""

from __future__ import annotations

from django.utils import timezone

from digital_literacy.identity.models import Consent, RepresentativeConsent


def give(*, user_id: int, course_key: str, purpose: str, version: str) -> None:
    """Record a consent; agreeing again to the same text changes nothing."""
    values = {"user_id": user_id, "course_key": course_key, "purpose": purpose, "version": version}
    if not Consent.objects.filter(**values, withdrawn_at=None).exists():
        Consent.objects.create(**values, given_at=timezone.now())


def stands(*, user_id: int, course_key: str, purpose: str) -> bool:
    """Whether the learner agreed, to whatever version, and has not withdrawn it."""
    rows = Consent.objects.filter(user_id=user_id, course_key=course_key, purpose=purpose, withdrawn_at=None)
    return rows.exists()


def withdraw(*, user_id: int, course_key: str, purpose: str) -> int:
    """Mark what was agreed to as withdrawn; gives how many consents stood."""
    standing = Consent.objects.filter(
        user_id=user_id, course_key=course_key, purpose=purpose, withdrawn_at=None
    )
    return standing.update(withdrawn_at=timezone.now())


def representative_agreed(*, user_id: int, course_key: str) -> bool:
    """Whether a minor's representative has agreed, and has not withdrawn it."""
    rows = RepresentativeConsent.objects.filter(user_id=user_id, course_key=course_key, withdrawn_at=None)
    return rows.exists()


def representative_withdrew(*, user_id: int, course_key: str) -> bool:
    """Whether a representative withdrew his consent; one recorded by mistake was none."""
    rows = RepresentativeConsent.objects.filter(user_id=user_id, course_key=course_key, is_mistaken=False)
    return rows.exclude(withdrawn_at=None).exists()
