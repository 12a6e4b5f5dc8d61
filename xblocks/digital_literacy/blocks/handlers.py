"""JSON handlers: one way in, one way out, every fault answered in words."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from webob import Response
from xblock.core import XBlock

MAX_BODY = 64 * 1024
_JSON = json.JSONEncoder(ensure_ascii=False)
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")


class HandlerError(Exception):
    """A request that is refused: `code` for scripts, `message` for people, never a learner's own input."""

    def __init__(self, code: str, message: str, *, status: int = 400, **extra: Any) -> None:
        super().__init__(message)
        self.code, self.message, self.status, self.extra = code, message, status, extra


def json_endpoint(function: Callable[..., dict[str, Any]]) -> Callable[..., Response]:
    """Make `function(self, data: dict) -> dict` an XBlock handler that takes and gives JSON objects.

    Only POST with `application/json` is read: the platform's tracking middleware writes form-encoded bodies to
    its log. The reply gets `"status": "ok"`; a `HandlerError` becomes its status and message.
    """
    return _endpoint(function, MAX_BODY)


def large_json_endpoint(function: Callable[..., dict[str, Any]]) -> Callable[..., Response]:
    """The same for authors' OLX, which may be longer."""
    return _endpoint(function, 1024 * 1024)


def _endpoint(function: Callable[..., dict[str, Any]], limit: int) -> Callable[..., Response]:
    @XBlock.handler
    @functools.wraps(function)
    def handler(self: Any, request: Any, suffix: str = "") -> Response:
        try:
            data = _read(request, limit)
            return _reply({"status": "ok", **function(self, data)})
        except HandlerError as error:
            body = {"status": "error", "code": error.code, "message": error.message, **error.extra}
            return _reply(body, error.status)

    return handler


def _read(request: Any, limit: int) -> dict[str, Any]:
    if request.method != "POST":
        raise HandlerError("method", _("This address takes POST only."), status=405)
    if (request.content_type or "").split(";")[0].strip().lower() != "application/json":
        raise HandlerError("content_type", _("This address takes JSON only."), status=415)
    # The declared length first: a huge body is refused before it is read.
    if (request.content_length or 0) > limit or len(body := request.body) > limit:
        raise HandlerError(
            "too_large", _("The answer is too long to be sent. Shorten it and try again."), status=413
        )
    try:
        data = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError):
        raise HandlerError(
            "bad_json", _("The request could not be read. Reload the page and try again.")
        ) from None
    if b"\\u" in body and _has_odd_characters(data):
        raise HandlerError("bad_json", _("The request could not be read. Reload the page and try again."))
    if not isinstance(data, dict):
        raise HandlerError("bad_json", _("The request could not be read. Reload the page and try again."))
    return data


def _has_odd_characters(data: Any) -> bool:
    """Half a character or a NUL, which only an escape can bring in, and which no database takes."""
    text = _JSON.encode(data)
    return "\\u0000" in text or bool(_HALF_CHARACTER.search(text))


def _reply(body: dict[str, Any], status: int = 200) -> Response:
    return Response(
        _JSON.encode(body),
        status=status,
        content_type="application/json",
        charset="utf-8",
        headerlist=[("Cache-Control", "no-store"), ("Content-Type", "application/json; charset=utf-8")],
    )


def text_of(data: dict[str, Any], name: str, *, limit: int = 200) -> str:
    """The string `data[name]`.

    Raises:
        HandlerError: it is missing, not a string, or longer than `limit`.
    """
    value = data.get(name)
    if not isinstance(value, str) or len(value) > limit:
        raise _wrong(name)
    return value


def object_of(data: dict[str, Any], name: str) -> dict[str, Any]:
    """The object `data[name]`.

    Raises:
        HandlerError: it is missing or of another type.
    """
    value = data.get(name)
    if not isinstance(value, dict):
        raise _wrong(name)
    return value


def attempt_id_of(data: dict[str, Any]) -> str:
    """The browser's UUID for this attempt, in its canonical form.

    Raises:
        HandlerError: it is missing or no UUID.
    """
    try:
        return str(UUID(text_of(data, "attempt_id", limit=36)))
    except ValueError:
        raise _wrong("attempt_id") from None


def _wrong(name: str) -> HandlerError:
    return HandlerError(
        "bad_request",
        _("The request lacks “%(name)s” or has a wrong value there. Reload the page and try again.")
        % {"name": name},
    )
