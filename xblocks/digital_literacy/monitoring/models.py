"""Counts, and who may read them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

# What is counted of each row, in this order everywhere.
MEASURES = ("learners", "reached", "reached_alone", "passed", "certified")


class Tally(models.Model):
    """How many learners of one place and group stood where at the end of a month, in a course or in one skill of it.

    A learner stands in one place and one group, so tallies of a course and skill add up; those of two courses do not.

    .. no_pii: Counts. Few of a kind may still point at a person, so no page shows them as they are
        (`monitoring.suppression`).
    """

    month = models.DateField()
    course_key = models.CharField(max_length=255)
    skill = models.CharField(max_length=60, blank=True)
    province = models.CharField(max_length=2, blank=True)
    commune = models.CharField(max_length=5, blank=True)
    target_group = models.CharField(max_length=40, blank=True)
    learners = models.PositiveIntegerField()
    reached = models.PositiveIntegerField()
    reached_alone = models.PositiveIntegerField()
    passed = models.PositiveIntegerField()
    certified = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["month", "course_key", "skill", "province", "commune", "target_group"],
                name="dl_tally",
            )
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.course_key} {self.skill} {self.province} {self.commune} {self.target_group}"


class ReportReader(models.Model):
    """Somebody who may read the reports: of one province, or of the whole country.

    .. pii: That an account may read reports, and of which province.
    .. pii_types: other
    .. pii_retirement: local_api
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        on_delete=models.CASCADE,
        related_name="digital_literacy_report_reader",
    )
    province = models.CharField(
        _("province"), max_length=2, blank=True, help_text=_("Empty for the whole country.")
    )

    class Meta:
        verbose_name = _("reader of reports")
        verbose_name_plural = _("readers of reports")

    def __str__(self) -> str:
        return f"{self.user_id} {self.province}"
