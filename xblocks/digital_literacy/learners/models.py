"""What is kept of a learner."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class LearnerProfile(models.Model):
    """The target group a learner chose or was given.

    .. pii: The group (pupil, citizen, official, worker) a learner belongs to.
    .. pii_types: other
    .. pii_retirement: local_api
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digital_literacy_profile"
    )
    target_group = models.CharField(max_length=40, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.user_id}: {self.target_group}"


class CohortGroup(models.Model):
    """The target group that an instructor set for a cohort of a course: it overrides a learner's own choice.

    .. no_pii:
    """

    course_key = models.CharField(
        _("course"), max_length=255, help_text=_("As in the address of the course: course-v1:…")
    )
    cohort = models.CharField(_("cohort"), max_length=255, help_text=_("The cohort's name in the course."))
    target_group = models.CharField(_("target group"), max_length=40)

    class Meta:
        verbose_name = _("target group of a cohort")
        verbose_name_plural = _("target groups of cohorts")
        constraints = [models.UniqueConstraint(fields=["course_key", "cohort"], name="dl_cohort_group")]

    def __str__(self) -> str:
        return f"{self.course_key} {self.cohort}: {self.target_group}"


class Attempt(models.Model):
    """One counted attempt at one block. Its two constraints are what makes counting safe.

    `result` holds what was right, ids of what was chosen, and what was typed into the gaps of an exercise (never what
    was typed into a practice form): without it staff could not score an attempt again.

    .. pii: Results of a learner's attempts, and answers typed into gaps.
    .. pii_types: other
    .. pii_retirement: local_api
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digital_literacy_attempts"
    )
    usage_key = models.CharField(max_length=255)
    number = models.PositiveIntegerField()
    attempt_id = models.UUIDField()
    earned = models.FloatField()
    possible = models.FloatField()
    result = models.JSONField(default=dict)
    submitted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "usage_key", "number"], name="dl_attempt_number"),
            models.UniqueConstraint(fields=["user", "usage_key", "attempt_id"], name="dl_attempt_id"),
        ]
        # For the newest attempts of all learners at one block (learners/statistics.py).
        indexes = [models.Index(fields=["usage_key", "id"], name="dl_attempt_block")]

    def __str__(self) -> str:
        return f"{self.usage_key} #{self.number}"
