"""What the host keeps. State, grades and completion hang on the usage key: they outlive a reloaded course."""

from __future__ import annotations

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from digital_literacy_demo.seeds import ADMINISTRATOR, AUTHOR, LEARNER


class Person(models.Model):
    """Someone who can be switched to; fictional."""

    LEARNER, AUTHOR, ADMINISTRATOR = LEARNER, AUTHOR, ADMINISTRATOR
    ROLES = [(role, role) for role in (LEARNER, AUTHOR, ADMINISTRATOR)]

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="person")
    full_name = models.CharField(max_length=120)
    role = models.CharField(max_length=20, choices=ROLES, default=LEARNER)
    anonymous_id = models.CharField(max_length=32, unique=True)
    target_group = models.CharField(max_length=40, blank=True)
    cohort = models.CharField(max_length=255, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.full_name

    @property
    def is_staff_of_courses(self) -> bool:
        """Authors and administrators are staff of every course here."""
        return self.role in (self.AUTHOR, self.ADMINISTRATOR)


class Course(models.Model):
    """A course loaded from OLX."""

    key = models.CharField(max_length=255, unique=True)
    folder = models.CharField(max_length=255)
    title = models.CharField(max_length=255)
    language = models.CharField(max_length=16, default="vi")
    grading_policy = models.JSONField(default=dict)

    class Meta:
        ordering = ("folder",)

    def __str__(self) -> str:
        return self.title


class CourseFile(models.Model):
    """One file of the course's folder, byte for byte."""

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="files")
    path = models.CharField(max_length=255)
    content = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["course", "path"], name="demo_file")]

    def __str__(self) -> str:
        return self.path


class Block(models.Model):
    """One block of the course tree with its authored fields.

    `version` grows with every change; a save that names an older one is refused. `source` is the element as
    it stands in the course's file, `edited` says that Studio changed the block since. `problem` says why the
    element could not be made into a block.
    """

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="blocks")
    parent = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="children")
    position = models.PositiveIntegerField(default=0)
    usage_key = models.CharField(max_length=255, unique=True)
    block_type = models.CharField(max_length=100)
    name = models.CharField(max_length=200)
    fields = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    edited = models.BooleanField(default=False)
    source = models.TextField(blank=True)
    problem = models.TextField(blank=True)
    # Collected when content is stored, as the platform's grades transformer does.
    has_score = models.BooleanField(default=False)
    max_score = models.FloatField(default=0)
    weight = models.FloatField(null=True)
    completes_on_view = models.BooleanField(default=False)
    completable = models.BooleanField(default=True)

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return self.usage_key

    @property
    def title(self) -> str:
        """The name people see."""
        return str(self.fields.get("display_name") or self.name)


class LearnerState(models.Model):
    """One learner's fields in one scope: user_state (key: usage key), preferences (block type), user_info."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    scope = models.CharField(max_length=20)
    key = models.CharField(max_length=255, blank=True)
    fields = models.JSONField(default=dict)
    modified = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "scope", "key"], name="demo_learner_state")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.scope} {self.key}"


class BlockSummary(models.Model):
    """The fields of scope user_state_summary: one row a block, shared by all learners."""

    usage_key = models.CharField(max_length=255, unique=True)
    fields = models.JSONField(default=dict)

    def __str__(self) -> str:
        return self.usage_key


class Grade(models.Model):
    """A learner's raw score in one block."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    usage_key = models.CharField(max_length=255)
    earned = models.FloatField()
    possible = models.FloatField()
    modified = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "usage_key"], name="demo_grade")]

    def __str__(self) -> str:
        return f"{self.usage_key}: {self.earned}/{self.possible}"


class Completion(models.Model):
    """How much of a block a learner has completed, from 0 to 1."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    usage_key = models.CharField(max_length=255)
    completion = models.FloatField()
    modified = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "usage_key"], name="demo_completion")]

    def __str__(self) -> str:
        return f"{self.usage_key}: {self.completion}"


class Event(models.Model):
    """One published event: grades, completion and whatever blocks send to the tracking log."""

    at = models.DateTimeField(auto_now_add=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    usage_key = models.CharField(max_length=255)
    kind = models.CharField(max_length=100)
    data = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.kind} {self.usage_key}"
