"""Errors, as pages for people and as JSON for scripts."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def json_error(code: str, message: str, *, status: int) -> JsonResponse:
    """The form in which handlers answer errors."""
    return JsonResponse({"status": "error", "code": code, "message": message}, status=status)


def wants_json(request: HttpRequest) -> bool:
    """Whether a script asks."""
    return "/handler/" in request.path


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A request without the token of this site."""
    message = _("This page was open for too long, or the request came from another site. Reload the page.")
    if wants_json(request):
        return json_error("csrf", message, status=403)
    return render(request, "403.html", {"exception": message}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Nothing here."""
    if wants_json(request):
        return json_error("not_found", _("There is nothing at this address."), status=404)
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """A fault of ours."""
    message = _("Something went wrong here. What you wrote is still in your browser; try again in a moment.")
    if wants_json(request):
        return json_error("server", message, status=500)
    return render(request, "500.html", {"message": message}, status=500)
