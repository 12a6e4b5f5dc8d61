"""What the suite needs of the platform it runs in, behind one port."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, cast

from django.conf import settings
from django.utils.module_loading import import_string

DEFAULT_PLATFORM = "digital_literacy.compat.openedx.OpenEdxPlatform"


@dataclass(frozen=True)
class CourseGrade:
    """A learner's grade in a course: `fraction` from 0 to 1, and whether the course's own cut-off is reached."""

    fraction: float
    passed: bool


@dataclass(frozen=True)
class BlockGrade:
    """A learner's grade in one block, both in points of the block's weight."""

    earned: float
    possible: float

    @property
    def fraction(self) -> float:
        """Share of the points, from 0 to 1."""
        return self.earned / self.possible if self.possible else 0.0


class Platform(Protocol):
    """The port. Keys are strings; a user is the platform's numeric id."""

    def course_grade(self, *, user_id: int, course_key: str) -> CourseGrade | None:
        """The grade as it stands; `None` while it is still being computed."""

    def block_grade(self, *, user_id: int, usage_key: str) -> BlockGrade | None:
        """The grade of one block; `None` where the learner has not attempted it."""

    def course_title(self, course_key: str) -> str:
        """The course's name as learners see it."""

    def learner_name(self, user_id: int) -> str:
        """The full name in the learner's account, perhaps empty."""

    def block_url(self, usage_key: str) -> str:
        """The page where a learner finds the block, as a path or URL of this site."""

    def is_course_staff(self, *, user_id: int, course_key: str) -> bool:
        """Whether the user belongs to the course's staff."""

    def cohort_name(self, *, user_id: int, course_key: str) -> str:
        """The learner's cohort in the course; empty where he has none. Never puts him into one."""

    def note_identity(self, *, user_id: int, name: str, until: datetime) -> None:
        """Tell the platform that the person behind an account was verified, where it keeps such a thing."""

    def forget_identity(self, *, user_id: int, names: list[str]) -> None:
        """Take back what `note_identity` told of an account under these names."""


def get_platform() -> Platform:
    """The platform named by the setting `DIGITAL_LITERACY_PLATFORM`."""
    return cast(Platform, import_string(getattr(settings, "DIGITAL_LITERACY_PLATFORM", DEFAULT_PLATFORM))())
