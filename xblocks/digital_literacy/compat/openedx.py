"""The port on Open edX. Imports stand inside the functions: the modules exist only in a running platform."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any

from digital_literacy.compat.platform import BlockGrade, CourseGrade

log = logging.getLogger(__name__)


class OpenEdxPlatform:
    """Reads grades, titles and roles from the LMS."""

    def course_grade(self, *, user_id: int, course_key: str) -> CourseGrade | None:
        """The persisted course grade, computed by the platform."""
        from lms.djangoapps.grades.api import CourseGradeFactory

        grade = CourseGradeFactory().read(_user(user_id), course_key=_course_key(course_key))
        return (
            None if grade is None else CourseGrade(fraction=float(grade.percent), passed=bool(grade.passed))
        )

    def block_grade(self, *, user_id: int, usage_key: str) -> BlockGrade | None:
        """The block's score inside its subsection, weighted as the platform weighs it."""
        from lms.djangoapps.courseware.models import StudentModule

        key = _usage_key(usage_key)
        row = StudentModule.objects.filter(student_id=user_id, module_state_key=key).first()
        if row is None or row.grade is None or not row.max_grade:
            return None
        return BlockGrade(earned=float(row.grade), possible=float(row.max_grade))

    def course_title(self, course_key: str) -> str:
        """The display name kept in the course overview."""
        from openedx.core.djangoapps.content.course_overviews.models import CourseOverview

        return str(CourseOverview.get_from_id(_course_key(course_key)).display_name_with_default)

    def learner_name(self, user_id: int) -> str:
        """The full name of the learner's profile."""
        profile = getattr(_user(user_id), "profile", None)
        return str(getattr(profile, "name", "") or "")

    def block_url(self, usage_key: str) -> str:
        """The platform's own redirect to the block, in whichever courseware it serves."""
        key = _usage_key(usage_key)
        return f"/courses/{key.context_key}/jump_to/{key}"

    def is_course_staff(self, *, user_id: int, course_key: str) -> bool:
        """Course staff by the platform's own access rule."""
        from lms.djangoapps.courseware.access import has_access

        return bool(has_access(_user(user_id), "staff", _course_key(course_key)))

    def cohort_name(self, *, user_id: int, course_key: str) -> str:
        """The cohort as the platform keeps it for the request; without cohorts the block works on."""
        try:
            from openedx.core.djangoapps.course_groups.cohorts import get_cohort

            cohort = get_cohort(_user(user_id), _course_key(course_key), assign=False, use_cached=True)
        except Exception:  # no such module, course or user: each release raises its own classes
            log.warning("The cohort of a learner in %s could not be read", course_key, exc_info=True)
            return ""
        return "" if cohort is None else str(cohort.name)

    def note_identity(self, *, user_id: int, name: str, until: datetime) -> None:
        """An approved attempt of the platform's identity verification; it counts only with an end."""
        from lms.djangoapps.verify_student.api import create_verification_attempt, update_verification_attempt

        attempt = create_verification_attempt(
            user=_user(user_id), name=name, status="created", hide_status_from_user=True
        )
        update_verification_attempt(attempt, status="approved", expiration_datetime=until)

    def forget_identity(self, *, user_id: int, names: list[str]) -> None:
        """The attempts that were noted count no more, and carry no name."""
        from lms.djangoapps.verify_student.api import update_verification_attempt
        from lms.djangoapps.verify_student.models import VerificationAttempt

        noted = VerificationAttempt.objects.filter(user_id=user_id, name__in=names, status="approved")
        for attempt in noted.values_list("pk", flat=True):
            update_verification_attempt(attempt, name="", status="denied")


def _user(user_id: int) -> Any:
    from django.contrib.auth import get_user_model

    return get_user_model().objects.get(pk=user_id)


def _course_key(text: str) -> Any:
    from opaque_keys.edx.keys import CourseKey

    return CourseKey.from_string(text)


def _usage_key(text: str) -> Any:
    from opaque_keys.edx.keys import UsageKey

    key = UsageKey.from_string(text)
    return key if key.context_key.run else key.map_into_course(key.context_key)
