"""Files for browsers: public files of blocks, and files of a course's `static/`."""

from __future__ import annotations

import hashlib
import mimetypes

from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from digital_literacy_demo import public_files
from digital_literacy_demo.models import CourseFile

_YEAR = 365 * 24 * 3600
# A course's file is the author's: it is shown, but may not run as a page of this site.
_SHOWN = (
    "image/png",
    "image/jpeg",
    "image/gif",
    "image/webp",
    "audio/",
    "video/",
    "text/css",
    "application/pdf",
)


@require_safe
@transaction.non_atomic_requests
def public_file(request: HttpRequest, package: str, uri: str) -> HttpResponse:
    """A file of a block's `public` folder; kept by browsers as long as its address names this version."""
    path = public_files.find(package, uri)
    if path is None:
        raise Http404(_("There is no such file."))
    version = public_files.version(path)
    etag = f'"{version}"'
    fresh = request.headers.get("If-None-Match") == etag
    response = (
        HttpResponseNotModified() if fresh else FileResponse(path.open("rb"), content_type=_type(path.name))
    )
    named = request.GET.get("v") == version
    response.headers["Cache-Control"] = f"public, max-age={_YEAR}, immutable" if named else "no-cache"
    response.headers["ETag"] = etag
    return response


@require_safe
def course_file(request: HttpRequest, course_key: str, path: str) -> HttpResponse:
    """A file of the course's `static/` folder."""
    file = CourseFile.objects.filter(course__key=course_key, path=f"static/{path}").first()
    if file is None:
        raise Http404(_("There is no such file."))
    content = bytes(file.content)
    etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    if request.headers.get("If-None-Match") == etag:
        return HttpResponseNotModified(headers={"ETag": etag})
    kind = _type(path)
    headers = {
        "ETag": etag,
        "Cache-Control": "no-cache",
        "Content-Security-Policy": "sandbox; default-src 'none'",
    }
    if not kind.startswith((*_SHOWN, "image/svg+xml")):
        headers["Content-Disposition"] = "attachment"
    return HttpResponse(content, content_type=kind, headers=headers)


def _type(name: str) -> str:
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind.endswith("javascript") else kind
