"""The one table of learner state, shaped as the LMS keeps it."""

from __future__ import annotations

from django.db import models
from opaque_keys.edx.django.models import UsageKeyField


class StudentModule(models.Model):
    """All `user_state` fields of one learner at one block, as JSON in one row, and his grade there.

    The LMS reads the row at the start of a request and writes it whole at the end, without a lock: of two
    requests at once the later one wins.
    """

    student_id = models.IntegerField()
    module_state_key = UsageKeyField(max_length=255)
    state = models.TextField(default="{}")
    grade = models.FloatField(null=True)
    max_grade = models.FloatField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["student_id", "module_state_key"], name="tests_student_module")
        ]

    def __str__(self) -> str:
        return f"{self.student_id} at {self.module_state_key}"
