"""The first page: what this is, who can be tried, which courses there are."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import login, logout
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from digital_literacy_demo.models import Course, Person
from digital_literacy_demo.people import may_switch


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """People and courses."""
    people = Person.objects.select_related("user")
    return render(
        request, "digital_literacy_demo/home.html", {"people": people, "courses": Course.objects.all()}
    )


@require_safe
@transaction.non_atomic_requests
def healthz(request: HttpRequest) -> HttpResponse:
    """Says that the server answers."""
    return HttpResponse("ok", content_type="text/plain")


@require_POST
def become(request: HttpRequest, username: str) -> HttpResponse:
    """Log in as one of the people, without a password."""
    if not may_switch(request):
        raise PermissionDenied(
            _("Switching without a password works on this machine only. To open it: --allow-switching.")
        )
    person = get_object_or_404(Person, user__username=username)
    login(request, person.user, backend="django.contrib.auth.backends.ModelBackend")
    messages.success(request, _("You are now %(name)s.") % {"name": person.full_name})
    return redirect(_next(request) or _start_of(person))


@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Log out."""
    logout(request)
    return redirect("home")


def _next(request: HttpRequest) -> str:
    target = request.POST.get("next", "")
    return target if url_has_allowed_host_and_scheme(target, {request.get_host()}) else ""


def _start_of(person: Person) -> str:
    """A learner goes straight to the course where there is one; staff choose what to do."""
    courses = list(Course.objects.all()[:2])
    return (
        reverse("course", args=[courses[0].key])
        if len(courses) == 1 and person.role == Person.LEARNER
        else "/"
    )
