"""A learner's own page: his certificates, what still waits, and what he may do about them.

Each step is a form to this site, so it is the signed-in person's own act: staff who look at a course as a learner
act as themselves here.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_POST, require_safe

from digital_literacy.audit import log as audit
from digital_literacy.certificates.applications import NAME, answer_name, look_again, proceed
from digital_literacy.certificates.config import NotSetUpError
from digital_literacy.certificates.models import Application, Credential, NameReport
from digital_literacy.certificates.presentation import day, has_ended, shown
from digital_literacy.certificates.withdrawing import withdraw_consent
from digital_literacy.compat.platform import get_platform
from digital_literacy.identity.pages import page
from digital_literacy.identity.refusals import WORDS, said
from digital_literacy.identity.results import Refused

SAID = {
    "issued": ("good", _("The certificate was issued. It stands below.")),
    "waiting": ("", _("Thank you. What is still missing stands below.")),
    "not_me": ("", _("The login was deleted. Go back to the unit and log in as yourself.")),
    "withdrawn": (
        "",
        _(
            "Your consent is withdrawn. What was kept of it is deleted; a certificate, if there was one, is revoked."
        ),
    ),
    "reported": ("", _("Thank you. The course team will answer here; show your papers to them.")),
    "not_set_up": ("bad", WORDS["not_set_up"].happened),
}


@require_safe
@login_required
@ensure_csrf_cookie
def my_certificates(request: HttpRequest) -> HttpResponse:
    """Where a learner finds his certificates again, and goes on with what waits."""
    user_id = _user_id(request)
    rows = (
        Credential.objects.filter(award__user_id=user_id)
        .exclude(document={})
        .prefetch_related("name_reports")
    )
    waiting = Application.objects.filter(user_id=user_id, is_open=True, expires_at__gt=timezone.now())
    context = {
        "said": _said(request.GET.get("said", "")),
        "applications": [_application(one) for one in waiting],
        "certificates": [_certificate(row) for row in rows],
        "kinds": NameReport.KINDS,
        "csrf_token": get_token(request),
    }
    response = page(request, "certificates/mine.html", context)
    # With no-referrer a browser sends "Origin: null" with the forms, and the platform refuses them.
    response["Referrer-Policy"] = "same-origin"
    return response


@require_POST
@login_required
def application_step(request: HttpRequest, number: str) -> HttpResponse:
    """Receive, answer about the name, or withdraw."""
    user_id = _user_id(request)
    application = Application.objects.filter(pk=int(number), user_id=user_id, is_open=True).first()
    if application is None or application.expires_at <= timezone.now():
        return _back()
    step = request.POST.get("step")
    if step == "withdraw":
        return _withdraw(application.course_key, user_id)
    # Only where it is asked: no answer of his takes the place of the staff's.
    if step in ("me", "not_me") and look_again(application) == NAME:
        answer_name(application, is_me=step == "me")
        if step == "not_me":
            return _back("not_me")
    try:
        issued = proceed(application, actor_id=user_id)
    except Refused as refused:
        words = WORDS.get(refused.code, WORDS["unexpected"])
        back = get_platform().block_url(application.usage_key)
        context = {**said(words, refused.params), "code": refused.code, "back": back}
        return page(request, "identity/refused.html", context, status=words.status, switch=False)
    return _back("issued" if issued else "waiting")


@require_POST
@login_required
def certificate_step(request: HttpRequest, identifier: str) -> HttpResponse:
    """Report a wrong name, or withdraw the consent."""
    user_id = _user_id(request)
    mine = Credential.objects.select_related("award").filter(pk=identifier, award__user_id=user_id)
    credential = mine.exclude(document={}).first()
    if credential is None:
        raise Http404
    if request.POST.get("step") == "withdraw":
        return (
            _withdraw(credential.award.course_key, user_id) if request.POST.get("sure") == "yes" else _back()
        )
    kind = request.POST.get("kind", "")
    if kind not in dict(NameReport.KINDS) or credential.revoked_at is not None:
        return _back()
    try:
        with transaction.atomic():
            NameReport.objects.create(credential=credential, user_id=user_id, kind=kind, at=timezone.now())
            audit.write(
                "name_reported",
                actor_id=user_id,
                subject=identifier,
                course_key=credential.award.course_key,
                detail=kind,
            )
    except IntegrityError:
        pass  # reported already, and not yet answered
    return _back("reported")


def _withdraw(course_key: str, user_id: int) -> HttpResponse:
    try:
        withdraw_consent(user_id=user_id, course_key=course_key, actor_id=user_id)
    except NotSetUpError:
        return _back("not_set_up")
    return _back("withdrawn")


def _application(application: Application) -> dict[str, Any]:
    platform = get_platform()
    return {
        "pk": application.pk,
        "course": _title(application.course_key),
        "simulated": application.simulated,
        "name": application.holder_name,
        "account_name": platform.learner_name(application.user_id),
        "waiting_for": look_again(application) or "receive",
        "unit": platform.block_url(application.usage_key),
        "kept_until": day(application.expires_at),
    }


def _title(course_key: str) -> str:
    try:
        return get_platform().course_title(course_key)
    except Exception:  # the course may be deleted; each release raises its own class
        return course_key


def _certificate(credential: Credential) -> dict[str, Any]:
    reports = sorted(credential.name_reports.all(), key=lambda report: report.pk)
    told = shown(credential)
    return {
        "identifier": told.identifier,
        "course": told.course,
        "name": told.name,
        "simulated": told.simulated,
        "issued_on": told.issued_on,
        "revoked_on": told.revoked_on,
        "address": credential.document["id"],
        "ended": told.valid_until if has_ended(credential) else "",
        "reported": bool(reports) and reports[-1].is_open,
        "answer": reports[-1].answer if reports else "",
    }


def _said(code: str) -> dict[str, Any] | None:
    return {"tone": SAID[code][0], "text": SAID[code][1]} if code in SAID else None


def _back(said: str = "") -> HttpResponse:
    return HttpResponseRedirect(
        reverse("digital_literacy:my_certificates") + (f"?said={said}" if said else "")
    )


def _user_id(request: HttpRequest) -> int:
    return int(request.user.pk or 0)
