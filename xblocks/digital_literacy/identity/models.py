"""What is kept of a login: the transaction while it lasts, and an audit line of how it ended."""

from __future__ import annotations

from django.conf import settings
from django.db import models

__all__ = ["IdentityEvent", "LoginTransaction"]


class LoginTransaction(models.Model):
    """One login, bound to learner, course, block and browser. Used once, within minutes.

    Only hashes of the ticket, the state and the browser's secret are kept, so that a copy of the table
    opens nothing.

    .. pii: Which learner logged in for which block, and the consent he gave.
    .. pii_types: other
    .. pii_retirement: local_api
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digital_literacy_logins"
    )
    course_key = models.CharField(max_length=255)
    usage_key = models.CharField(max_length=255)
    provider = models.CharField(max_length=60)
    purpose = models.CharField(max_length=40)
    context = models.JSONField(default=dict)
    consent_version = models.CharField(max_length=20)
    ticket_hash = models.CharField(max_length=64, unique=True)
    state_hash = models.CharField(max_length=64, unique=True, null=True)  # noqa: DJ001 (unset rows may be many)
    browser_hash = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=40, blank=True)

    class Meta:
        indexes = [models.Index(fields=["user", "usage_key", "-created_at"], name="dl_login_latest")]

    def __str__(self) -> str:
        return f"{self.provider} {self.created_at:%Y-%m-%d %H:%M} {self.outcome or 'open'}"


class IdentityEvent(models.Model):
    """An audit line: who, where, how it ended. No name, no number, no token.

    .. pii: Which learner logged in, or was refused, at which provider.
    .. pii_types: other
    .. pii_retirement: local_api
    """

    at = models.DateTimeField()
    event = models.CharField(max_length=40)
    detail = models.CharField(max_length=80, blank=True)
    provider = models.CharField(max_length=60, blank=True)
    level = models.PositiveSmallIntegerField(null=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="digital_literacy_identity_events",
    )
    course_key = models.CharField(max_length=255, blank=True)
    usage_key = models.CharField(max_length=255, blank=True)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.event}"
