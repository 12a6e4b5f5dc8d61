"""The platform port over plain values that a test sets."""

from __future__ import annotations

from typing import ClassVar

from digital_literacy.compat.platform import BlockGrade, CourseGrade


class FakePlatform:
    """Grades, titles and roles from class attributes; the fixture `platform` clears them."""

    course_grades: ClassVar[dict[tuple[int, str], CourseGrade | None]] = {}
    block_grades: ClassVar[dict[tuple[int, str], BlockGrade]] = {}
    names: ClassVar[dict[int, str]] = {}
    staff: ClassVar[set[int]] = set()
    cohorts: ClassVar[dict[tuple[int, str], str]] = {}
    noted: ClassVar[list[tuple]] = []

    @classmethod
    def clear(cls) -> None:
        cls.course_grades.clear()
        cls.block_grades.clear()
        cls.names.clear()
        cls.staff.clear()
        cls.cohorts.clear()
        cls.noted.clear()

    def course_grade(self, *, user_id: int, course_key: str) -> CourseGrade | None:
        return self.course_grades.get((user_id, course_key), CourseGrade(0.0, False))

    def block_grade(self, *, user_id: int, usage_key: str) -> BlockGrade | None:
        return self.block_grades.get((user_id, usage_key))

    def course_title(self, course_key: str) -> str:
        return "Kỹ năng số cơ bản"

    def learner_name(self, user_id: int) -> str:
        return self.names.get(user_id, "")

    def block_url(self, usage_key: str) -> str:
        return f"/unit/{usage_key}"

    def cohort_name(self, *, user_id: int, course_key: str) -> str:
        return self.cohorts.get((user_id, course_key), "")

    def note_identity(self, *, user_id: int, name: str, until) -> None:
        self.noted.append((user_id, name, until))

    def forget_identity(self, *, user_id: int, names) -> None:
        self.noted[:] = [one for one in self.noted if one[0] != user_id or one[1] not in names]

    def is_course_staff(self, *, user_id: int, course_key: str) -> bool:
        return user_id in self.staff
