"""Calls of blocks' handlers from the browser."""

from __future__ import annotations

import logging

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from opaque_keys import InvalidKeyError
from opaque_keys.edx.keys import UsageKey
from xblock.exceptions import InvalidScopeError, NoSuchHandlerError, NoSuchUsage
from xblock.plugin import PluginMissingError

from digital_literacy_demo import block_types, content
from digital_literacy_demo.field_data import ContentConflictError
from digital_literacy_demo.models import Block
from digital_literacy_demo.runtime import DemoRuntime
from digital_literacy_demo.views.errors import json_error
from digital_literacy_demo.webob_bridge import to_django, to_webob

log = logging.getLogger(__name__)


def handler(request: HttpRequest, usage_key: str, name: str, suffix: str = "") -> HttpResponse:
    """A handler for the learner who is logged in."""
    if getattr(request.user, "person", None) is None:
        return json_error(
            "not_logged_in", _("You are not logged in any more. Open the first page."), status=403
        )
    return _run(request, usage_key, name, suffix, user=request.user)


@csrf_exempt
def thirdparty(request: HttpRequest, usage_key: str, name: str, suffix: str = "") -> HttpResponse:
    """A handler for another server: nobody is logged in, and nothing of a learner is kept."""
    return _run(request, usage_key, name, suffix, user=None)


def studio(request: HttpRequest, usage_key: str, name: str, suffix: str = "") -> HttpResponse:
    """A handler in Studio: it may write content, if nobody else did since the editor was opened."""
    person = getattr(request.user, "person", None)
    if person is None or not person.is_staff_of_courses:
        return json_error("forbidden", _("Only the author and the administrator may do this."), status=403)
    version = request.GET.get("version", "")
    expected = {usage_key: int(version)} if version.isdecimal() and len(version) < 10 else {}
    if _guards_saves(usage_key):
        expected = {}
    response = _run(request, usage_key, name, suffix, user=request.user, studio=True, expected=expected)
    content.collect_again(usage_key)
    return response


def _guards_saves(usage_key: str) -> bool:
    """Whether a block tells a stale editor itself, so that its author may choose to overwrite."""
    try:
        return getattr(block_types.load(UsageKey.from_string(usage_key).block_type), "guards_saves", False)
    except (InvalidKeyError, PluginMissingError):
        return False


def _run(
    request: HttpRequest,
    usage_key: str,
    name: str,
    suffix: str,
    *,
    user: object,
    studio: bool = False,
    expected: dict[str, int] | None = None,
) -> HttpResponse:
    try:
        key = UsageKey.from_string(usage_key)
        runtime = DemoRuntime(course_key=key.context_key, user=user, studio=studio, expected=expected)
        with transaction.atomic():
            if Block.objects.filter(usage_key=usage_key).exclude(problem="").exists():
                raise NoSuchUsage(usage_key)
            block = runtime.get_block(key)
            return to_django(runtime.handle(block, name, to_webob(request), suffix))
    except (InvalidKeyError, NoSuchUsage, NoSuchHandlerError, PluginMissingError):
        return json_error("not_found", _("There is no such block or action."), status=404)
    except InvalidScopeError:
        return json_error("read_only", _("Content can be changed in Studio only."), status=403)
    except ContentConflictError:
        return json_error(
            "conflict",
            _("Someone else changed this block meanwhile. Copy your text, reload the page, put it in again."),
            status=409,
        )
    except Exception:
        log.exception("Handler %s of %s failed", name, usage_key)
        return json_error("server", _("This part of the page has a fault. Nothing was changed."), status=500)
