"""Addresses of the host."""

from __future__ import annotations

from importlib.util import find_spec

from django.contrib import admin
from django.urls import include, path, register_converter
from django.views.generic import RedirectView
from django.views.i18n import set_language

from digital_literacy_demo.views import (
    courseware,
    events,
    files,
    gradebook,
    handlers,
    home,
    studio,
)


class KeyConverter:
    """A course or usage key."""

    regex = "[^/]+"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: object) -> str:
        return str(value)


class RestConverter(KeyConverter):
    """Whatever follows, perhaps nothing."""

    regex = ".*"


register_converter(KeyConverter, "key")
register_converter(RestConverter, "rest")

urlpatterns = [
    path("", home.home, name="home"),
    path("favicon.ico", RedirectView.as_view(url="/static/digital_literacy_demo/icon.svg")),
    path("healthz", home.healthz, name="healthz"),
    path("people/become/<str:username>", home.become, name="become"),
    path("people/leave", home.leave, name="leave"),
    path("language", set_language, name="set_language"),
    path("courses/<key:course_key>/", courseware.course, name="course"),
    path("courses/<key:course_key>/jump_to_id/<rest:name>", courseware.jump_to_id, name="jump_to_id"),
    path("courses/<key:course_key>/files/<rest:path>", files.course_file, name="course_file"),
    path("courses/<key:course_key>/gradebook/", gradebook.course, name="gradebook"),
    path("courses/<key:course_key>/gradebook/<str:username>/", gradebook.learner, name="gradebook_learner"),
    path(
        "courses/<key:course_key>/gradebook/<str:username>/change", gradebook.change, name="gradebook_change"
    ),
    path("courses/<key:course_key>/export", studio.export, name="export"),
    path("jump_to/<key:usage_key>", courseware.jump_to, name="jump_to"),
    path("units/<key:usage_key>/", courseware.unit, name="unit"),
    path("units/<key:usage_key>/seen", courseware.seen, name="seen"),
    path("handler/<key:usage_key>/<str:name>/<rest:suffix>", handlers.handler, name="handler"),
    path(
        "thirdparty/handler/<key:usage_key>/<str:name>/<rest:suffix>",
        handlers.thirdparty,
        name="thirdparty_handler",
    ),
    path("public/<str:package>/<rest:uri>", files.public_file, name="public_file"),
    path("studio/<key:course_key>/", studio.course, name="studio_course"),
    path("studio/unit/<key:usage_key>/", studio.unit, name="studio_unit"),
    path("studio/handler/<key:usage_key>/<str:name>/<rest:suffix>", handlers.studio, name="studio_handler"),
    path("events/", events.events, name="events"),
    path("admin/", admin.site.urls),
]

# Mounted as the platform mounts it (digital_literacy.apps, `plugin_app`).
if find_spec("digital_literacy.urls"):
    suite = ("digital_literacy.urls", "digital_literacy")
    urlpatterns.append(path("digital-literacy/", include(suite, namespace="digital_literacy")))

handler404 = "digital_literacy_demo.views.errors.not_found"
handler500 = "digital_literacy_demo.views.errors.server_error"
