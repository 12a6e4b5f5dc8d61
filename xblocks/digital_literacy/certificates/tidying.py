"""Retention: what is over goes."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from digital_literacy.certificates.applications import end_old
from digital_literacy.identity.models import IdentityEvent, LoginTransaction

LOGINS, EVENTS = 30, 400


def tidy() -> dict[str, int]:
    """Delete applications and logins that are over, and lines of logins that are old; gives how many of each.

    The days are settings: `DIGITAL_LITERACY_LOGIN_DAYS`, `DIGITAL_LITERACY_LOGIN_EVENT_DAYS`. Certificates and the
    audit stay.
    """
    now = timezone.now()
    login_days = int(getattr(settings, "DIGITAL_LITERACY_LOGIN_DAYS", LOGINS))
    event_days = int(getattr(settings, "DIGITAL_LITERACY_LOGIN_EVENT_DAYS", EVENTS))
    old = {
        "logins": LoginTransaction.objects.filter(created_at__lt=now - timedelta(days=login_days)),
        "login events": IdentityEvent.objects.filter(at__lt=now - timedelta(days=event_days)),
    }
    ended = {"applications": end_old()}
    return ended | {name: rows.delete()[0] for name, rows in old.items()}
