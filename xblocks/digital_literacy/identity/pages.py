"""Server pages outside the courseware: one look, one set of headers, the same in every host."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template import Context, Engine
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from django.utils.safestring import mark_safe

_PACKAGE = Path(__file__).resolve().parent.parent
LANGUAGES = ("vi", "en")
AnyResponse = TypeVar("AnyResponse", bound=HttpResponseBase)


def page(
    request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200, switch: bool = True
) -> HttpResponse:
    """Render `templates/digital_literacy/<template>` as a whole page that nothing may cache, frame or add to.

    Args:
        switch: offer the other language; not on a page that must not be loaded twice.
    """
    language = page_language(request)
    with translation.override(language):
        shown = {
            "language": language,
            "other_language": _other(request, language) if switch else None,
            "site_name": getattr(settings, "DIGITAL_LITERACY_ISSUER_NAME", ""),
            # Our own files: inside <style> and <script> nothing may be escaped.
            "styles": mark_safe(_asset("pages.css")),
            "script": mark_safe(_asset("pages.js")),
            **context,
        }
        html = _engine().get_template(template).render(Context(shown))
    response = HttpResponse(html, status=status)
    return protected(response)


def page_language(request: HttpRequest) -> str:
    """Vietnamese or English: as the address asks, else as the platform chose, else Vietnamese."""
    asked = request.GET.get("lang", "")
    active = (translation.get_language() or "")[:2]
    return next((code for code in (asked, active) if code in LANGUAGES), LANGUAGES[0])


def address(name: str, *args: object) -> str:
    """The address of a page of the app; empty where the host does not serve it (Studio)."""
    try:
        return reverse(f"digital_literacy:{name}", args=args)
    except NoReverseMatch:
        return ""


def protected(response: AnyResponse) -> AnyResponse:
    """Add the headers of every page of ours."""
    response["Cache-Control"] = "no-store"
    response["X-Frame-Options"] = "DENY"
    response["X-Content-Type-Options"] = "nosniff"
    response["Referrer-Policy"] = "no-referrer"
    response["Content-Security-Policy"] = _policy()
    return response


@cache
def _engine() -> Engine:
    # An engine of our own: the LMS renders an app's templates with Mako first.
    return Engine(
        dirs=[str(_PACKAGE / "templates" / "digital_literacy")],
        libraries={"i18n": "django.templatetags.i18n"},
        builtins=["django.templatetags.i18n"],
    )


@cache
def _asset(name: str) -> str:
    return (_PACKAGE / "assets" / "public" / name).read_text(encoding="utf-8")


@cache
def _policy() -> str:
    style, script = _hash(_asset("pages.css")), _hash(_asset("pages.js"))
    return (
        f"default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; img-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _other(request: HttpRequest, language: str) -> dict[str, str]:
    other = LANGUAGES[1 - LANGUAGES.index(language)]
    query = request.GET.copy()
    query["lang"] = other
    return {"code": other, "name": {"vi": "Tiếng Việt", "en": "English"}[other], "query": query.urlencode()}
