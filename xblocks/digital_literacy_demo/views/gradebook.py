"""The gradebook: points, weights and completion of each learner."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from digital_literacy_demo import learner_actions
from digital_literacy_demo.gradebook import CourseTree, learner_book
from digital_literacy_demo.models import Person
from digital_literacy_demo.views.access import find_block, find_course, staff_required


@require_safe
@staff_required
def course(request: HttpRequest, course_key: str) -> HttpResponse:
    """All learners with course grade and completion."""
    found = find_course(course_key)
    tree = CourseTree(found)
    rows = [
        {"person": person, "book": learner_book(tree, person.user_id)}
        for person in Person.objects.select_related("user").filter(role=Person.LEARNER)
    ]
    return render(request, "digital_literacy_demo/gradebook.html", {"course": found, "rows": rows})


@require_safe
@staff_required
def learner(request: HttpRequest, course_key: str, username: str) -> HttpResponse:
    """One learner: each block with raw score, weight, points and completion."""
    found = find_course(course_key)
    person = get_object_or_404(Person, user__username=username)
    book = learner_book(CourseTree(found), person.user_id)
    context: dict[str, Any] = {"course": found, "learner": person, "book": book}
    return render(request, "digital_literacy_demo/gradebook_learner.html", context)


@require_POST
@staff_required
def change(request: HttpRequest, course_key: str, username: str) -> HttpResponse:
    """Reset or rescore one block for one learner."""
    person = get_object_or_404(Person, user__username=username)
    block = find_block(request.POST.get("block", ""))
    try:
        if request.POST.get("do") == "rescore":
            learner_actions.rescore(person.user, block)
            messages.success(request, _("“%(block)s” was rescored.") % {"block": block.title})
        else:
            learner_actions.reset(person.user, block, asked_by=request.user)
            messages.success(request, _("“%(block)s” was reset.") % {"block": block.title})
    except learner_actions.ActionError as error:
        messages.error(request, str(error))
    return redirect("gradebook_learner", course_key=course_key, username=username)
