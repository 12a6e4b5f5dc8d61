"""What is kept of a learner."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
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


class LearnerLocality(models.Model):
    """Where a learner said that he lives. The row is there only while his consent stands (`identity.consents`).

    .. pii: Codes of the province and, where he named it, the commune in which a learner lives.
    .. pii_types: location
    .. pii_retirement: local_api
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digital_literacy_locality"
    )
    province = models.CharField(max_length=2)
    commune = models.CharField(max_length=5, blank=True)
    told_at = models.DateTimeField()
    # He said that he is not of age, and that a parent or guardian agrees too.
    is_represented = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.user_id}: {self.province} {self.commune}"


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


class Outcome(models.Model):
    """What a learner has shown in a course: one narrow row for each skill he practised, and one, without a skill, for
    the course. Counted from attempts by `learners.outcomes`, never in a learner's request; reports read only this.

    .. pii: Which skills a learner practised in a course and how well, and when he passed it.
    .. pii_types: other
    .. pii_retirement: local_api
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digital_literacy_outcomes"
    )
    course_key = models.CharField(max_length=255)
    skill = models.CharField(max_length=60, blank=True)
    target_group = models.CharField(max_length=40, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    best = models.FloatField(default=0.0)
    best_alone = models.FloatField(default=0.0)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    passed_at = models.DateTimeField(null=True)
    # Attempts were taken away since: it is counted anew at the next run. Empty otherwise, so that few are looked at.
    is_stale = models.BooleanField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["course_key", "skill", "user"], name="dl_outcome_of_skill")
        ]
        indexes = [models.Index(fields=["is_stale"], name="dl_outcome_stale")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.course_key} {self.skill}"


class CountedUpTo(models.Model):
    """The last attempt that went into the outcomes: one row, locked while more are counted.

    .. no_pii:
    """

    attempt = models.BigIntegerField(default=0)
    counted_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"#{self.attempt}"


class AttemptStart(models.Model):
    """When a learner began an attempt with a time limit; the attempt itself is counted when it ends.

    .. pii: When a learner began to work on an exercise.
    .. pii_types: other
    .. pii_retirement: local_api
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digital_literacy_starts"
    )
    usage_key = models.CharField(max_length=255)
    number = models.PositiveIntegerField()
    started_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "usage_key", "number"], name="dl_attempt_start")
        ]

    def __str__(self) -> str:
        return f"{self.usage_key} #{self.number}"


class CheckedAnswer(models.Model):
    """One answer of a running attempt that the learner was told about; it goes when the attempt is counted.

    .. pii: Answers of a running attempt, as a page sent them.
    .. pii_types: other
    .. pii_retirement: local_api
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="digital_literacy_checked"
    )
    usage_key = models.CharField(max_length=255)
    number = models.PositiveIntegerField()
    binding = models.CharField(max_length=16)
    item = models.CharField(max_length=40)
    answer = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "usage_key", "number", "binding", "item"], name="dl_checked_answer"
            )
        ]

    def __str__(self) -> str:
        return f"{self.usage_key} #{self.number} {self.item}"


class TimeAllowance(models.Model):
    """More time for one learner in the timed exercises of a course, or in one of them.

    It says how much and who gave it, never why: the reason is health data, and no one needs it here.

    .. pii: That a learner may take longer than others.
    .. pii_types: other
    .. pii_retirement: local_api
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("learner"),
        on_delete=models.CASCADE,
        related_name="digital_literacy_allowances",
    )
    course_key = models.CharField(
        _("course"), max_length=255, help_text=_("As in the address of the course: course-v1:…")
    )
    usage_key = models.CharField(
        _("exercise"),
        max_length=255,
        blank=True,
        help_text=_("Usage key of one exercise: block-v1:…; empty for all of the course."),
    )
    percent = models.PositiveIntegerField(
        _("extra time in percent"),
        default=50,
        validators=[MinValueValidator(1), MaxValueValidator(900)],
        help_text=_("50 makes 20 minutes 30. It also holds for an attempt that is running."),
    )
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )
    given_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("extra time")
        verbose_name_plural = _("extra times")
        constraints = [
            models.UniqueConstraint(fields=["user", "course_key", "usage_key"], name="dl_time_allowance")
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.course_key} {self.usage_key}: +{self.percent} %"
