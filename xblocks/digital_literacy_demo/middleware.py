"""Small middlewares."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext

GetResponse = Callable[[HttpRequest], HttpResponse]


def language(get_response: GetResponse) -> GetResponse:
    """Vietnamese unless the visitor chose otherwise: the language of the browser does not decide here."""

    def middleware(request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        code = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        translation.activate(code)
        request.LANGUAGE_CODE = code
        response = get_response(request)
        response.headers.setdefault("Content-Language", code)
        patch_vary_headers(response, ["Cookie"])
        return response

    return middleware


def one_address(get_response: GetResponse) -> GetResponse:
    """Send `localhost` to the address the simulator returns to: a login must come back to its own cookies."""

    def middleware(request: HttpRequest) -> HttpResponse:
        wanted = urlsplit(settings.DEMO_URL)
        asked = urlsplit(f"//{request.get_host()}")
        aliases = {"localhost", "127.0.0.1", "::1"} - {wanted.hostname}
        if request.method in ("GET", "HEAD") and asked.hostname in aliases and asked.port == wanted.port:
            return HttpResponseRedirect(settings.DEMO_URL + request.get_full_path())
        return get_response(request)

    return middleware


def read_body(get_response: GetResponse) -> GetResponse:
    """Read the body of a handler's request first.

    Django's CSRF check parses form bodies and leaves nothing for a block that reads `request.body`; the
    platform reads it first as well. A body that is too large is answered in the handlers' own form.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if "/handler/" in request.path:
            try:
                _ = request.body
            except RequestDataTooBig:
                message = gettext("The request is too large. Send less at once.")
                return JsonResponse({"status": "error", "code": "too_large", "message": message}, status=413)
        return get_response(request)

    return middleware
