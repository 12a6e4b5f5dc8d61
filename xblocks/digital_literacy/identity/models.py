"""What is kept of a login: the transaction while it lasts, how it ended, and what was agreed to."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

__all__ = ["Consent", "IdentityEvent", "LoginTransaction", "PersonKeyVersion", "RepresentativeConsent"]


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


class Consent(models.Model):
    """A learner agreed, for one purpose in one course, to a text of some version; he may withdraw it.

    .. pii: That an account agreed, when, and when it withdrew.
    .. pii_types: other
    .. pii_retirement: local_api
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digital_literacy_consents"
    )
    course_key = models.CharField(max_length=255)
    purpose = models.CharField(max_length=40)
    version = models.CharField(max_length=20)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["user", "course_key"], name="dl_consent_of")]

    def __str__(self) -> str:
        return f"{self.purpose} {self.version} {self.given_at:%Y-%m-%d}"


class RepresentativeConsent(models.Model):
    """The consent of a minor's legal representative, recorded by somebody who saw it. Who he is stays on
    his paper.

    .. pii: That a minor's representative agreed, who recorded it, and where the paper is kept.
    .. pii_types: other
    .. pii_retirement: local_api
    """

    RELATIONS = (("parent", _("father or mother")), ("guardian", _("guardian")), ("other", _("other")))

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("learner"),
        on_delete=models.CASCADE,
        related_name="digital_literacy_representatives",
    )
    course_key = models.CharField(_("course"), max_length=255)
    relation = models.CharField(_("relation"), max_length=20, choices=RELATIONS, default="parent")
    given_on = models.DateField(_("date on the paper"))
    reference = models.CharField(
        _("where the paper is kept"),
        max_length=120,
        help_text=_("Such as the number of the file. No name and no number of a person."),
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="digital_literacy_recorded_consents",
    )
    recorded_at = models.DateTimeField(editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, editable=False)
    is_mistaken = models.BooleanField(_("recorded by mistake"), default=False, editable=False)

    class Meta:
        verbose_name = _("consent of a representative")
        verbose_name_plural = _("consents of representatives")

    def __str__(self) -> str:
        return f"{self.course_key} {self.given_on}"


class PersonKeyVersion(models.Model):
    """A fingerprint of each secret that person keys were made with: a secret that was replaced by mistake is
    noticed before it makes a second person of everybody.

    .. no_pii: Nothing of a person.
    """

    version = models.CharField(max_length=20, unique=True)
    fingerprint = models.CharField(max_length=64)
    first_used_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.version
