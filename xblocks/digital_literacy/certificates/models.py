"""What is kept of certificates: who has one, each one issued, the status lists, and what was done by whom."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

__all__ = ["Award", "CertificateEvent", "Credential", "StatusList"]


class Award(models.Model):
    """One person has one certificate in one course; its issues may be several, of which at most one is
    current.

    .. pii: A keyed hash of the person who was verified, and his account.
    .. pii_types: other
    .. pii_retirement: local_api
    """

    course_key = models.CharField(max_length=255)
    usage_key = models.CharField(max_length=255)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="digital_literacy_awards"
    )
    person_key = models.CharField(max_length=64)
    key_version = models.CharField(max_length=20)
    reissue_allowed = models.BooleanField(_("may be issued again"), default=False)
    created_at = models.DateTimeField()

    class Meta:
        verbose_name = _("award")
        verbose_name_plural = _("awards")
        constraints = [
            models.UniqueConstraint(fields=["course_key", "person_key"], name="dl_award_person"),
            models.UniqueConstraint(fields=["course_key", "user"], name="dl_award_user"),
        ]

    def __str__(self) -> str:
        return f"{self.course_key} #{self.pk}"


class StatusList(models.Model):
    """A status list as it is served: signed again, in the same transaction, whenever a certificate is
    revoked."""

    number = models.PositiveIntegerField(unique=True)
    document = models.JSONField(default=dict)
    changes = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("status list")
        verbose_name_plural = _("status lists")

    def __str__(self) -> str:
        return f"{self.number}"


class Credential(models.Model):
    """One certificate that was issued: the signed document, and whether it was revoked.

    .. pii: The signed certificate with the person's name as the identity provider printed it.
    .. pii_types: name
    .. pii_retirement: local_api
    """

    identifier = models.CharField(_("number"), max_length=40, primary_key=True)
    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="credentials")
    status_list = models.ForeignKey(StatusList, on_delete=models.PROTECT, related_name="credentials")
    status_index = models.PositiveIntegerField()
    document = models.JSONField()
    course_title = models.CharField(_("course"), max_length=255)
    holder_name = models.CharField(_("name"), max_length=120)
    name_match = models.CharField(max_length=20, blank=True)
    provider = models.CharField(max_length=60)
    level = models.PositiveSmallIntegerField(_("identity level"))
    simulated = models.BooleanField(_("simulated"), default=False)
    verified_at = models.DateTimeField()
    issued_at = models.DateTimeField(_("issued"))
    # True, or null once revoked: unique on every database, where MySQL ignores a constraint with a condition.
    is_current = models.BooleanField(null=True, default=True, editable=False)
    revoked_at = models.DateTimeField(_("revoked"), null=True)
    revocation_reason = models.CharField(_("reason"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        ordering = ["-issued_at"]
        constraints = [
            models.UniqueConstraint(fields=["status_list", "status_index"], name="dl_credential_place"),
            models.UniqueConstraint(fields=["award", "is_current"], name="dl_credential_one_current"),
        ]

    def __str__(self) -> str:
        return self.identifier

    @property
    def is_withdrawn(self) -> bool:
        """Whether its content was taken out when the account was retired; it is revoked then."""
        return not self.document


class CertificateEvent(models.Model):
    """An audit line: issued, refused, revoked, allowed again. No name, no number.

    .. pii: Which account did what to which certificate.
    .. pii_types: other
    .. pii_retirement: local_api
    """

    at = models.DateTimeField()
    event = models.CharField(max_length=40)
    detail = models.CharField(max_length=200, blank=True)
    credential = models.ForeignKey(Credential, on_delete=models.SET_NULL, null=True, related_name="events")
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="digital_literacy_certificate_events",
    )
    course_key = models.CharField(max_length=255, blank=True)

    class Meta:
        verbose_name = _("certificate event")
        verbose_name_plural = _("certificate events")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.event}"
