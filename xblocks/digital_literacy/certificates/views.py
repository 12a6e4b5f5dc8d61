"""Pages about certificates: the public page of each, and the place to check one."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from digital_literacy.certificates import skills
from digital_literacy.certificates.config import NotSetUpError, get_issuer
from digital_literacy.certificates.credential import read_id
from digital_literacy.certificates.design import printed_page
from digital_literacy.certificates.keys import Issuer
from digital_literacy.certificates.lettering import UnprintableNameError
from digital_literacy.certificates.models import Credential
from digital_literacy.certificates.presentation import day, sheet, shown, verdict_of
from digital_literacy.certificates.revoking import BY_STAFF
from digital_literacy.certificates.verification import (
    MAX_BYTES,
    UnreadableError,
    Verdict,
    claimed_id,
    read_document,
)
from digital_literacy.identity.pages import page, protected
from digital_literacy.identity.rate_limit import limited

WITHDRAWN = "withdrawn"


@require_safe
@limited
def certificate(request: HttpRequest, identifier: str) -> HttpResponse:
    """The public page behind the QR code."""
    return _certificate_page(request, _find(identifier))


@require_safe
@limited
def certificate_verdict(request: HttpRequest, identifier: str) -> HttpResponse:
    """What the public page says, for programs."""
    credential = _find(identifier)
    if credential is None:
        return _public(protected(JsonResponse({"verdict": Verdict.NOT_OURS.value}, status=404)))
    if credential.is_withdrawn:
        return _tell_withdrawn(request, credential, as_json=True)
    issuer = _issuer()
    if issuer is None:
        return _not_set_up(request, as_json=True)
    return _answer(request, verdict_of(issuer, credential), credential, as_json=True)


@require_safe
@login_required
def certificate_pdf(request: HttpRequest, identifier: str) -> HttpResponse:
    """The page to print, for its holder."""
    credential = _find(identifier)
    if credential is None or credential.award.user_id != request.user.id:
        return page(request, "certificates/not_found.html", {"sign_in": True}, status=404)
    if credential.is_withdrawn or credential.revoked_at is not None:
        return HttpResponseRedirect(_path(credential))
    issuer = _issuer()
    if issuer is None:
        return _not_set_up(request)
    try:
        data = printed_page(sheet(issuer, credential))
    except NotSetUpError:
        return _not_set_up(request)
    except UnprintableNameError as error:
        context = {"letters": " ".join(error.letters), "identifier": identifier}
        return page(request, "certificates/unprintable.html", context, status=409)
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="giay-chung-nhan-{credential.identifier}.pdf"'
    return protected(response)


# Nothing is written and nobody is logged in here, so there is nothing to forge; the form must also work from
# a page that
# was opened long ago.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@limited
def verify(request: HttpRequest) -> HttpResponse:
    """Check a certificate by its number, or by the file somebody hands over."""
    if request.method == "POST":
        return _check_document(request)
    typed = request.GET.get("id", "").strip()
    if not typed:
        return page(request, "certificates/verify.html", {})
    identifier = read_id(typed)
    if identifier is None or _find(identifier) is None:
        return page(request, "certificates/verify.html", {"unknown": True}, status=404)
    return HttpResponseRedirect(reverse("digital_literacy:verify_certificate", args=[identifier]))


@require_safe
def skill_page(request: HttpRequest, number: str) -> HttpResponse:
    """What a skill code on a certificate means."""
    if number not in skills.NAMES:
        return page(request, "certificates/not_found.html", {}, status=404)
    context = {"number": number, "name": skills.NAMES[number], "framework": skills.FRAMEWORK_NAME}
    return page(request, "certificates/skill.html", context)


def _find(identifier: str) -> Credential | None:
    return Credential.objects.select_related("award").filter(pk=identifier).first()


def _certificate_page(request: HttpRequest, credential: Credential | None) -> HttpResponse:
    if credential is None:
        return page(request, "certificates/not_found.html", {}, status=404)
    if credential.is_withdrawn:
        return _public(page(request, "certificates/certificate.html", _withdrawn(credential)))
    issuer = _issuer()
    if issuer is None:
        return _not_set_up(request)
    verdict = verdict_of(issuer, credential)
    mine = request.user.is_authenticated and credential.award.user_id == request.user.id
    context = {"verdict": verdict.value, "certificate": shown(credential), "mine": mine}
    return _public(page(request, "certificates/certificate.html", context))


def _check_document(request: HttpRequest) -> HttpResponse:
    as_json = request.content_type == "application/json"
    try:
        document = read_document(_handed_over(request))
    except UnreadableError:
        return _answer(request, None, None, as_json=as_json)
    issuer = _issuer()
    if issuer is None:
        return _not_set_up(request, as_json=as_json)
    identifier = claimed_id(issuer, document)
    credential = _find(identifier) if identifier else None
    if credential is None:
        return _answer(request, Verdict.NOT_OURS, None, as_json=as_json)
    if credential.is_withdrawn:
        return _tell_withdrawn(request, credential, as_json=as_json)
    return _answer(request, verdict_of(issuer, credential, document), credential, as_json=as_json)


def _withdrawn(credential: Credential) -> dict[str, Any]:
    """What is left to say of a certificate whose holder has left: nothing that names him."""
    revoked_on = day(credential.revoked_at) if credential.revoked_at else ""
    return {
        "verdict": WITHDRAWN,
        "revoked_on": revoked_on,
        "by_staff": credential.revocation_kind == BY_STAFF,
    }


def _tell_withdrawn(request: HttpRequest, credential: Credential, *, as_json: bool) -> HttpResponse:
    told = _withdrawn(credential)
    if as_json:
        told.pop("by_staff")
        return _public(protected(JsonResponse(told)))
    context = {**told, "handed_over": True}
    return _public(page(request, "certificates/certificate.html", context, switch=False))


def _handed_over(request: HttpRequest) -> bytes:
    """The file, or the JSON body; never a form field, for the platform logs form fields."""
    declared = request.META.get("CONTENT_LENGTH") or "0"
    if not declared.isdecimal() or int(declared) > 2 * MAX_BYTES:
        raise UnreadableError("too large")
    if request.content_type == "application/json":
        return request.body
    handed = request.FILES.get("file")
    if handed is None or (handed.size or 0) > MAX_BYTES:
        raise UnreadableError("no file")
    data: bytes = handed.read()
    return data


def _answer(
    request: HttpRequest, verdict: Verdict | None, credential: Credential | None, *, as_json: bool
) -> HttpResponse:
    code = verdict.value if verdict else "unreadable"
    status = 200 if verdict else 400
    if as_json:
        body: dict[str, Any] = {"verdict": code}
        if credential is not None:
            told = shown(credential)
            if told.simulated:
                body["simulated"] = True
            body.update(name=told.name, course=told.course, issued_on=told.issued_on, page=_path(credential))
            ends = {
                "valid_until": told.valid_until,
                "revoked_on": told.revoked_on,
                "replaced_by": told.replaced_by,
            }
            body.update({name: value for name, value in ends.items() if value})
        response: HttpResponse = JsonResponse(body, status=status, json_dumps_params={"ensure_ascii": False})
        return _public(protected(response))
    context = {"verdict": code, "certificate": shown(credential) if credential else None, "handed_over": True}
    return _public(page(request, "certificates/certificate.html", context, status=status, switch=False))


def _path(credential: Credential) -> str:
    return reverse("digital_literacy:verify_certificate", args=[credential.identifier])


def _not_set_up(request: HttpRequest, *, as_json: bool = False) -> HttpResponse:
    """A fault of the settings says nothing about a certificate."""
    if as_json:
        return _public(protected(JsonResponse({"error": "not_set_up"}, status=503)))
    return _public(page(request, "certificates/not_set_up.html", {}, status=503, switch=False))


def _issuer() -> Issuer | None:
    try:
        return get_issuer()
    except NotSetUpError:
        return None


def _public(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex"
    return response
