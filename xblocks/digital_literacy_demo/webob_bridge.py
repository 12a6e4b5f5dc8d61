"""Between Django's requests and the WebOb ones that XBlock handlers take.

XBlock has such a bridge too, but it needs the package `lazy`, which only the platform installs.
"""

from __future__ import annotations

from io import BytesIO

import webob
from django.http import HttpRequest, HttpResponse

_HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "upgrade"}


def to_webob(request: HttpRequest) -> webob.Request:
    """The same request for a handler; its body was read before (`middleware.read_body`)."""
    body = request.body
    environ = {**request.META, "wsgi.input": BytesIO(body), "CONTENT_LENGTH": str(len(body))}
    return webob.Request(environ)


def to_django(response: webob.Response) -> HttpResponse:
    """A handler's reply for Django."""
    answer = HttpResponse(response.body, status=response.status_code)
    for name, value in response.headerlist:
        if name.lower() not in _HOP_BY_HOP:
            answer.headers[name] = value
    return answer
