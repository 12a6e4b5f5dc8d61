"""Discovery, keys, authorization, token, userinfo."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from authlib.oauth2 import OAuth2Error
from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from digital_literacy_demo.simulator.contract import LEVELS, SIMULATOR_MARK
from digital_literacy_demo.simulator.oauth import claims_of, require_token, server, token_key
from digital_literacy_demo.simulator.people import PEOPLE, Person, find

LARGEST_QUERY = 8192
# What a login shows on its way, one after the other; nothing is typed on any of them.
SCREENS = ("scan", "passcode", "consent")


@require_GET
def metadata(request: HttpRequest) -> JsonResponse:
    """OpenID Connect Discovery 1.0."""
    issuer = settings.SIMULATOR_ISSUER
    return JsonResponse(
        {
            "issuer": issuer,
            "authorization_endpoint": f"{issuer}/authorize",
            "token_endpoint": f"{issuer}/token",
            "userinfo_endpoint": f"{issuer}/userinfo",
            "jwks_uri": f"{issuer}/jwks",
            "response_types_supported": ["code"],
            "grant_types_supported": ["authorization_code"],
            "subject_types_supported": ["pairwise"],
            "id_token_signing_alg_values_supported": ["ES256"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
            "code_challenge_methods_supported": ["S256"],
            "scopes_supported": ["openid", "profile"],
            "claims_supported": ["sub", "name", "birthdate", "acr", "auth_time"],
            "acr_values_supported": list(LEVELS),
            "authorization_response_iss_parameter_supported": True,
            SIMULATOR_MARK: True,
        }
    )


@require_GET
def jwks(request: HttpRequest) -> JsonResponse:
    """The public key of ID tokens."""
    return JsonResponse({"keys": [token_key().as_dict(private=False)]})


@require_http_methods(["GET", "POST"])
def authorize(request: HttpRequest) -> HttpResponse:
    """Show the people to pick from; then send the browser back with a code, or with a refusal."""
    if len(request.META.get("QUERY_STRING", "")) > LARGEST_QUERY:
        return _refused(request, "The request is too long.")
    try:
        grant = server.get_consent_grant(request, end_user=None)
    except OAuth2Error as error:
        return _refused(request, error.description or error.error)
    if request.method == "GET":
        return _choice(request, grant.request)
    picked = find(request.POST.get("person", ""))
    if request.POST.get("decision") == "agree" and picked is None:
        return _choice(request, grant.request, missing=True)
    if request.POST.get("screen") in SCREENS and picked is not None:
        return _screen(request, grant.request, request.POST["screen"], picked)
    if request.POST.get("screen"):
        return _choice(request, grant.request, missing=True)
    person = picked if request.POST.get("decision") == "agree" else None
    response: HttpResponse = server.create_authorization_response(request, grant_user=person, grant=grant)
    return response


@csrf_exempt
@require_POST
def token(request: HttpRequest) -> HttpResponse:
    """Exchange a code."""
    response: HttpResponse = server.create_token_response(request)
    return response


@csrf_exempt
@require_http_methods(["GET", "POST"])
@require_token("openid")
def userinfo(request: Any) -> JsonResponse:
    """The person's name."""
    held = request.oauth_token
    return JsonResponse(claims_of(held.person, held.client_id, held.scope))


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """What this is, for who comes by."""
    return _protected(render(request, "simulator/home.html", {"people": PEOPLE}))


def _choice(request: HttpRequest, asked: Any, *, missing: bool = False) -> HttpResponse:
    target = urlsplit(asked.payload.redirect_uri)
    context = {"people": PEOPLE, "missing": missing, "site": target.netloc}
    reply = render(request, "simulator/authorize.html", context, status=400 if missing else 200)
    return _protected(reply, form_target=f"{target.scheme}://{target.netloc}")


def _screen(request: HttpRequest, asked: Any, screen: str, person: Person) -> HttpResponse:
    target = urlsplit(asked.payload.redirect_uri)
    context = {"person": person, "site": target.netloc}
    reply = render(request, f"simulator/{screen}.html", context)
    return _protected(reply, form_target=f"{target.scheme}://{target.netloc}")


def _refused(request: HttpRequest, reason: str) -> HttpResponse:
    """Nothing is redirected for a faulty request: the address may be anybody's."""
    return _protected(render(request, "simulator/refused.html", {"reason": reason}, status=400))


def _protected(response: HttpResponse, *, form_target: str = "") -> HttpResponse:
    # Browsers apply form-action to the redirect after a form too, so the way back must be named.
    response["Content-Security-Policy"] = (
        f"default-src 'none'; style-src 'unsafe-inline'; form-action 'self' {form_target}; "
        "base-uri 'none'; frame-ancestors 'none'"
    )
    response["Cache-Control"] = "no-store"
    return response
