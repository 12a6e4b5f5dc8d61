"""Lines of the audit, the end of their chain, and the pseudonyms of accounts."""

from __future__ import annotations

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

__all__ = ["AuditEnd", "AuditEntry", "AuditPseudonym"]


class AppendOnlyError(Exception):
    """Somebody tried to change or delete a line of the audit."""

    def __init__(self) -> None:
        super().__init__(
            "Lines of the audit are only ever added. Write a new line that corrects the old one."
        )


class AuditLines(models.QuerySet[Any]):
    """Rows that can be read and added."""

    def update(self, **_values: object) -> NoReturn:
        """Refused."""
        raise AppendOnlyError

    def delete(self) -> NoReturn:
        """Refused."""
        raise AppendOnlyError

    def bulk_update(self, *_args: object, **_options: object) -> NoReturn:
        """Refused."""
        raise AppendOnlyError


class AuditEntry(models.Model):
    """One act: what, on which certificate, by whom, when. No name, no number of a person.

    The account stands as a pseudonym: when its link to the account goes, the line names nobody and still
    belongs to the chain. Each line holds the hash of the one before.

    .. pii: A pseudonym of the account that acted.
    .. pii_types: other
    .. pii_retirement: local_api
    """

    number = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField(_("time"))
    event = models.CharField(_("event"), max_length=40)
    subject = models.CharField(_("certificate"), max_length=80, blank=True)
    course_key = models.CharField(_("course"), max_length=255, blank=True)
    detail = models.CharField(_("detail"), max_length=200, blank=True)
    actor = models.CharField(_("by"), max_length=32, blank=True)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    objects = AuditLines.as_manager()

    class Meta:
        verbose_name = _("line of the audit")
        verbose_name_plural = _("lines of the audit")
        ordering = ["-number"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.event}"

    def save(self, *args: Any, **options: Any) -> None:
        """Add the line; a line that is there is never written again."""
        if not self._state.adding:
            raise AppendOnlyError
        super().save(force_insert=True, using=options.get("using"))

    def delete(self, *_args: object, **_options: object) -> NoReturn:
        """Refused."""
        raise AppendOnlyError


class AuditEnd(models.Model):
    """The end of the chain, one row: without it, taking away the last lines would not be seen.

    .. no_pii: Nothing of a person.
    """

    count = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, default="0" * 64)

    def __str__(self) -> str:
        return f"{self.count}"


class AuditPseudonym(models.Model):
    """Which account a pseudonym stands for. Deleting the row unnames all lines of the account at once.

    .. pii: The account behind a pseudonym of the audit.
    .. pii_types: other
    .. pii_retirement: local_api
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digital_literacy_audit_pseudonym"
    )
    pseudonym = models.CharField(max_length=32, unique=True)

    def __str__(self) -> str:
        return self.pseudonym
