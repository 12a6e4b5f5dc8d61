"""What is kept of certificates: who has one, each one issued, the status lists, and who still awaits one."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

__all__ = ["Application", "Award", "Credential", "NameReport", "StatusList", "Submission"]


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
    revoked.

    .. no_pii: Nothing of a person.
    """

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
    # Whose decision it was (`revoking`): what staff wrote as a reason must never be taken for it.
    revocation_kind = models.CharField(max_length=20, null=True, editable=False)  # noqa: DJ001 (a later column)

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


class Application(models.Model):
    """A verified person who awaits a certificate: for his grade, for an answer about his name, for the staff,
    or for a representative. It goes when the certificate is issued, and after thirty days.

    Attributes:
        person_keys: the person's key by version of the secret.
        name_match: how the login's name compared to the account's when he logged in: what he makes of his account
            afterwards does not count.
        waiting_for: see `applications`; what was missing when it was last looked at.
        is_open: True, or null once declined: one open application for an account and a course on every database.

    .. pii: The name the identity provider printed, a keyed hash of the person, and his account.
    .. pii_types: name, other
    .. pii_retirement: local_api
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digital_literacy_applications"
    )
    course_key = models.CharField(_("course"), max_length=255)
    usage_key = models.CharField(max_length=255)
    plan = models.JSONField()
    person_keys = models.JSONField(default=dict)
    holder_name = models.CharField(_("name from the login"), max_length=120, blank=True)
    provider = models.CharField(_("login"), max_length=60)
    level = models.PositiveSmallIntegerField(_("identity level"))
    simulated = models.BooleanField(_("simulated"), default=False)
    is_minor = models.BooleanField(null=True)
    verified_at = models.DateTimeField()
    name_match = models.CharField(max_length=20, blank=True)
    waiting_for = models.CharField(_("waiting for"), max_length=20, blank=True)
    is_same_person = models.BooleanField(null=True)
    approved_at = models.DateTimeField(null=True)
    declined_reason = models.CharField(_("reason"), max_length=200, blank=True)
    is_open = models.BooleanField(null=True, default=True)
    created_at = models.DateTimeField(_("time"))
    expires_at = models.DateTimeField()

    class Meta:
        verbose_name = _("application for a certificate")
        verbose_name_plural = _("applications for certificates")
        ordering = ["created_at"]
        constraints = [
            models.UniqueConstraint(fields=["course_key", "user", "is_open"], name="dl_application_open"),
        ]
        indexes = [models.Index(fields=["course_key", "waiting_for"], name="dl_application_waiting")]

    def __str__(self) -> str:
        return f"{self.course_key} {self.waiting_for}"


class NameReport(models.Model):
    """A holder says that the name on his certificate is wrong. The right one is told to the staff in person,
    not here.

    .. pii: Which account reported a wrong name, and how it was settled.
    .. pii_types: other
    .. pii_retirement: local_api
    """

    KINDS = (
        ("spelling", _("A letter or a mark is wrong")),
        ("not_me", _("It is another person's name")),
        ("changed", _("My name was changed since")),
    )

    credential = models.ForeignKey(Credential, on_delete=models.CASCADE, related_name="name_reports")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digital_literacy_name_reports"
    )
    kind = models.CharField(_("what is wrong"), max_length=20, choices=KINDS)
    at = models.DateTimeField(_("time"))
    answer = models.CharField(_("answer"), max_length=200, blank=True)
    settled_at = models.DateTimeField(_("settled"), null=True)
    is_open = models.BooleanField(null=True, default=True)

    class Meta:
        verbose_name = _("report of a wrong name")
        verbose_name_plural = _("reports of wrong names")
        constraints = [models.UniqueConstraint(fields=["credential", "is_open"], name="dl_name_report_open")]

    def __str__(self) -> str:
        return f"{self.credential_id} {self.kind}"


class Submission(models.Model):
    """A certificate on its way to a confirming body: written with the certificate, sent by a command.

    Attributes:
        state: see `submitting`; `sent` says that it was handed over, and no more.
    """

    credential = models.ForeignKey(Credential, on_delete=models.CASCADE, related_name="submissions")
    body = models.CharField(max_length=60)
    state = models.CharField(max_length=20, default="waiting")
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    receipt = models.CharField(max_length=120, blank=True)
    problem = models.CharField(max_length=200, blank=True)
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        constraints = [models.UniqueConstraint(fields=["credential", "body"], name="dl_submission_once")]
        indexes = [models.Index(fields=["state", "next_try_at"], name="dl_submission_due")]

    def __str__(self) -> str:
        return f"{self.credential_id} {self.body} {self.state}"
