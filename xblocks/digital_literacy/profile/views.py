"""The page "About me". Each step is a form to this site, so it is the signed-in person's own act: staff who look at a
course as a learner act as themselves here. It works without script.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods

from digital_literacy.compat.platform import get_platform
from digital_literacy.frameworks.administrative_units import AS_OF, by_name, communes, provinces, unit
from digital_literacy.identity.ages import ADULT_AGE
from digital_literacy.identity.pages import page, page_language
from digital_literacy.learners import groups
from digital_literacy.learners.localities import UnknownLocalityError, is_kept, locality_of, read_locality
from digital_literacy.profile.telling import CONSENT_VERSION, take_back_locality, tell_locality

_BLOCK = re.compile(r"block-v1:[^\s+/?#]+\+[^\s+/?#]+\+[^\s+/?#]+\+type@[a-z_]+\+block@[\w.:-]+", re.ASCII)
SAID = {
    "group": _("Your group is kept. Exercises now show the content for it."),
    "locality": _("Your locality is kept."),
    "taken_back": _("Your locality is deleted, and your consent withdrawn."),
}
UNKNOWN_GROUP = _("Choose one of the groups.")
UNKNOWN_LOCALITY = _("Choose a province, and a commune of this province.")
NOT_AGREED = _(
    "Nothing was kept. To have your locality kept, mark “I agree” and one of the two lines about your age."
)
NEW_TEXT = _("Nothing was kept: the text has changed since you opened the page. Please read it again.")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@ensure_csrf_cookie
def about_me(request: HttpRequest) -> HttpResponse:
    """Show what the learner told of himself; keep, change or delete it."""
    step = {"group": _keep_group, "province": _choose, "locality": _keep_locality, "take_back": _take_back}
    wrong: object = ""
    if request.method == "POST":
        done, wrong = step.get(request.POST.get("step", ""), _nothing)(request)
        if done:
            return _back(request, done)
    unit_key = request.GET.get("unit", "")
    context = {
        "said": _said(request),
        "wrong": wrong,
        **_groups(request),
        **_places(request),
        "consent_version": CONSENT_VERSION,
        "adult_age": int(getattr(settings, "DIGITAL_LITERACY_ADULT_AGE", ADULT_AGE)),
        "as_of": "/".join(reversed(AS_OF.split("-"))),
        "unit": _unit_page(unit_key),
        "query": urlencode({"unit": unit_key, "lang": page_language(request)}),
        "csrf_token": get_token(request),
    }
    response = page(request, "profile/about_me.html", context, status=400 if wrong else 200)
    # With no-referrer a browser sends "Origin: null" with the forms, and the platform refuses them.
    response["Referrer-Policy"] = "same-origin"
    return response


# What was done, or what was wrong.
_Outcome = tuple[str, object]


def _keep_group(request: HttpRequest) -> _Outcome:
    try:
        groups.keep_group(request.POST.get("group", ""), user_id=_user_id(request))
    except groups.UnknownGroupError:
        return "", UNKNOWN_GROUP
    return "group", ""


def _keep_locality(request: HttpRequest) -> _Outcome:
    sent = request.POST
    try:
        locality = read_locality(sent.get("province", ""), sent.get("commune", ""))
    except UnknownLocalityError:
        return "", UNKNOWN_LOCALITY
    if sent.get("agree", CONSENT_VERSION) != CONSENT_VERSION:
        return "", NEW_TEXT
    if "agree" not in sent or sent.get("age") not in ("adult", "represented"):
        return "", NOT_AGREED
    represented = sent["age"] == "represented"
    tell_locality(locality, user_id=_user_id(request), represented=represented)
    return "locality", ""


def _choose(request: HttpRequest) -> _Outcome:
    """Only the list of communes is asked for: nothing is kept."""
    known = request.POST.get("province", "") in {one.code for one in provinces()}
    return "", "" if known else UNKNOWN_LOCALITY


def _take_back(request: HttpRequest) -> _Outcome:
    if not is_kept(_user_id(request)):
        return "", _("Nothing was changed. Reload the page and try again.")
    take_back_locality(user_id=_user_id(request))
    return "taken_back", ""


def _nothing(_request: HttpRequest) -> _Outcome:
    return "", _("Nothing was changed. Reload the page and try again.")


def _groups(request: HttpRequest) -> dict[str, Any]:
    language = page_language(request)
    choices = [{"code": one.code, "name": one.name(language)} for one in groups.target_groups()]
    return {"groups": choices, "group": groups.kept_group(user_id=_user_id(request))}


def _places(request: HttpRequest) -> dict[str, Any]:
    """What is kept, in words, and the lists to choose from: a commune after its province."""
    kept = locality_of(_user_id(request))
    told = [found.name for code in (kept.commune, kept.province) if (found := unit(code))]
    # A place that is no longer on the list is not told to anyone, and can be taken back all the same.
    if not told and is_kept(_user_id(request)):
        told = [str(_("a place that is no longer on the list"))]
    asked = request.POST.get("province", "")
    chosen = unit(asked) if asked in {one.code for one in provinces()} else None
    return {
        "told": ", ".join(told),
        "provinces": by_name(provinces()),
        "province": chosen,
        "communes": by_name(communes(chosen.code)) if chosen else (),
        "commune": request.POST.get("commune", "") or kept.commune,
    }


def _said(request: HttpRequest) -> object:
    """What was done, where that is how things stand: a link must not say that something was deleted which is not."""
    code, user_id = request.GET.get("said", ""), _user_id(request)
    holds = {"group": bool(groups.kept_group(user_id=user_id)), "locality": is_kept(user_id)}
    holds["taken_back"] = not holds["locality"]
    return SAID[code] if holds.get(code) else ""


def _back(request: HttpRequest, said: str) -> HttpResponse:
    asked = {name: text for name in ("unit", "lang") if (text := request.GET.get(name, ""))}
    return HttpResponseRedirect(
        f"{reverse('digital_literacy:about_me')}?{urlencode({'said': said, **asked})}"
    )


def _unit_page(usage_key: str) -> str:
    """The page of the block that the learner came from, as the platform names it; empty for anything else."""
    if not _BLOCK.fullmatch(usage_key):
        return ""
    try:
        return get_platform().block_url(usage_key)
    except Exception:  # each release raises its own class for a key that it does not know
        return ""


def _user_id(request: HttpRequest) -> int:
    return int(request.user.pk or 0)
