"""A course's advanced modules, in Studio. Imports stand inside the functions: the modules exist only in a platform."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def advanced_modules(course_key: str) -> list[str]:
    """What a course's advanced modules are now.

    Raises:
        LookupError: there is no such course.
    """
    return list(_course(course_key).advanced_modules)


def set_advanced_modules(course_key: str, names: Sequence[str]) -> None:
    """Write a course's advanced modules; what is published keeps its content.

    Raises:
        LookupError: there is no such course.
    """
    from opaque_keys.edx.keys import CourseKey
    from xmodule.modulestore import ModuleStoreEnum
    from xmodule.modulestore.django import modulestore

    store = modulestore()
    with store.bulk_operations(CourseKey.from_string(course_key)):
        course = _course(course_key)
        course.advanced_modules = list(names)
        store.update_item(course, ModuleStoreEnum.UserID.mgmt_command)


def course_keys() -> list[str]:
    """The keys of all courses."""
    from xmodule.modulestore.django import modulestore

    return [str(course.id) for course in modulestore().get_course_summaries()]


def _course(course_key: str) -> Any:
    from opaque_keys import InvalidKeyError
    from opaque_keys.edx.keys import CourseKey
    from xmodule.modulestore.django import modulestore

    try:
        course = modulestore().get_course(CourseKey.from_string(course_key))
    except InvalidKeyError:
        course = None
    if course is None:
        raise LookupError(f"There is no course {course_key}.")
    return course
