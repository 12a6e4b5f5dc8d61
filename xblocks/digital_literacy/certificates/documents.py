"""What machines fetch: the signed certificate, the status lists, the issuer's keys. Open to every origin."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from digital_literacy.certificates.config import NotSetUpError, get_issuer
from digital_literacy.certificates.keys import did_document
from digital_literacy.certificates.models import Credential, StatusList
from digital_literacy.certificates.status import current_document
from digital_literacy.identity.rate_limit import limited


@require_safe
@limited
def certificate_json(request: HttpRequest, identifier: str) -> HttpResponse:
    """The signed certificate, as it was issued."""
    found = Credential.objects.filter(pk=identifier).values_list("document", flat=True).first()
    if found == {}:
        return _json({"error": "This certificate was revoked and its content removed."}, status=410)
    return _json(found) if found else _json({"error": "There is no such certificate."}, status=404)


@require_safe
def status_list(request: HttpRequest, number: str) -> HttpResponse:
    """A signed status list."""
    row = StatusList.objects.filter(number=int(number)).first()
    if row is None:
        return _json({"error": "There is no such status list."}, status=404)
    try:
        return _json(current_document(get_issuer(), row))
    except NotSetUpError:
        return _not_set_up()


@require_safe
def did(request: HttpRequest) -> HttpResponse:
    """The did:web document with the keys that are trusted."""
    try:
        return _json(did_document(get_issuer()))
    except NotSetUpError:
        return _not_set_up()


def _not_set_up() -> HttpResponse:
    return _json({"error": "Certificates are not set up here."}, status=503)


def _json(document: dict[str, Any], *, status: int = 200) -> HttpResponse:
    response = JsonResponse(document, status=status, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Access-Control-Allow-Origin"] = "*"
    response["Cache-Control"] = "no-store"
    response["X-Content-Type-Options"] = "nosniff"
    response["X-Robots-Tag"] = "noindex"
    return response
