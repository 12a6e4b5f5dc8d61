"""The suite's platform port on this host."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse

from digital_literacy.compat.platform import BlockGrade, CourseGrade
from digital_literacy_demo.gradebook import CourseTree, learner_book
from digital_literacy_demo.grading import weighted
from digital_literacy_demo.models import Block, Course, Grade, Person


class DemoPlatform:
    """Grades, titles, names and roles of the embedded host."""

    def course_grade(self, *, user_id: int, course_key: str) -> CourseGrade | None:
        """The grade by the course's grading policy, always up to date; `None` for an unknown course."""
        course = Course.objects.filter(key=course_key).first()
        if course is None:
            return None
        book = learner_book(CourseTree(course), user_id)
        return CourseGrade(fraction=book.fraction, passed=book.passed)

    def block_grade(self, *, user_id: int, usage_key: str) -> BlockGrade | None:
        """The weighted score of one block; `None` where the learner has not attempted it."""
        grade = Grade.objects.filter(user_id=user_id, usage_key=usage_key).first()
        block = Block.objects.filter(usage_key=usage_key).first()
        if grade is None or block is None:
            return None
        score = weighted(earned=grade.earned, possible=grade.possible, weight=block.weight)
        return BlockGrade(earned=score.earned, possible=score.possible)

    def course_title(self, course_key: str) -> str:
        """The course's name."""
        return Course.objects.filter(key=course_key).values_list("title", flat=True).first() or course_key

    def learner_name(self, user_id: int) -> str:
        """The full name."""
        return Person.objects.filter(user_id=user_id).values_list("full_name", flat=True).first() or ""

    def block_url(self, usage_key: str) -> str:
        """The unit page, at the block."""
        return reverse("jump_to", args=[usage_key])

    def note_identity(self, *, user_id: int, name: str, until: datetime) -> None:
        """The host keeps no verifications."""

    def forget_identity(self, *, user_id: int, names: list[str]) -> None:
        """The host keeps no verifications."""

    def is_course_staff(self, *, user_id: int, course_key: str) -> bool:
        """Authors and administrators."""
        person = Person.objects.filter(user_id=user_id).first()
        return bool(person and person.is_staff_of_courses)

    def cohort_name(self, *, user_id: int, course_key: str) -> str:
        """The person's cohort, the same in every course here."""
        return Person.objects.filter(user_id=user_id).values_list("cohort", flat=True).first() or ""
