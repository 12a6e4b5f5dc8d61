"""Who may open a page."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from opaque_keys import InvalidKeyError
from opaque_keys.edx.keys import CourseKey, UsageKey

from digital_literacy_demo.models import Block, Course
from digital_literacy_demo.runtime import DemoRuntime

View = Callable[..., HttpResponse]


def person_required(view: View) -> View:
    """Only for someone who is logged in; others are sent to choose a person."""

    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if getattr(request.user, "person", None) is None:
            messages.info(request, _("Choose who you want to be first."))
            return redirect("home")
        return view(request, *args, **kwargs)

    return wrapper


def staff_required(view: View) -> View:
    """Only for the author and the administrator."""

    @person_required
    @wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.person.is_staff_of_courses:
            raise PermissionDenied(_("Only the author and the administrator may open this page."))
        return view(request, *args, **kwargs)

    return wrapper


def find_course(course_key: str) -> Course:
    """The course, or 404."""
    return get_object_or_404(Course, key=course_key)


def find_block(usage_key: str, block_type: str | None = None) -> Block:
    """The block, or 404."""
    kind = {"block_type": block_type} if block_type else {}
    return get_object_or_404(Block.objects.select_related("course", "parent"), usage_key=usage_key, **kind)


def usage_key_of(text: str) -> UsageKey:
    """The key, or 404."""
    try:
        return UsageKey.from_string(text)
    except InvalidKeyError:
        raise Http404(_("There is no such block.")) from None


def runtime_for(
    request: HttpRequest, course: Course, *, studio: bool = False, expected: dict[str, int] | None = None
) -> DemoRuntime:
    """A runtime for the person who asks."""
    key = CourseKey.from_string(course.key)
    return DemoRuntime(course_key=key, user=request.user, studio=studio, expected=expected)
