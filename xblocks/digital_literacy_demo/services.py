"""Services of the runtime, under the platform's names."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.urls import reverse
from django.utils import translation
from opaque_keys.edx.keys import CourseKey
from xblock.reference.user_service import UserService, XBlockUser

from digital_literacy_demo.models import Completion, Person


def services_for(*, user: AbstractBaseUser | None, course_key: CourseKey, studio: bool) -> dict[str, Any]:
    """All services; what is not here answers `None` to a block that wants it."""
    return {
        "user": DemoUserService(user, studio=studio),
        "i18n": I18nService(),
        "settings": SettingsService(),
        "completion": CompletionService(user),
        "replace_urls": ReplaceUrlsService(course_key),
    }


class DemoUserService(UserService):
    """Who looks at the block; attribute names of common/djangoapps/xblock_django/constants.py."""

    def __init__(self, user: AbstractBaseUser | None, *, studio: bool) -> None:
        super().__init__()
        self._user, self._studio = user, studio

    def get_current_user(self) -> XBlockUser:
        if self._user is None:
            anonymous = XBlockUser(is_current_user=True)
            anonymous.opt_attrs["edx-platform.is_authenticated"] = False
            return anonymous
        return self._as_xblock_user(self._user.person)

    def get_user_by_anonymous_id(self, uid: str | None = None) -> Any:
        """The Django user behind an anonymous id."""
        person = Person.objects.select_related("user").filter(anonymous_id=uid).first() if uid else None
        return person.user if person else self._user

    def get_anonymous_user_id(self, username: str, _course_id: str) -> str | None:
        """The anonymous id of a user."""
        return Person.objects.filter(user__username=username).values_list("anonymous_id", flat=True).first()

    def _as_xblock_user(self, person: Person) -> XBlockUser:
        user = person.user
        result = XBlockUser(is_current_user=True, emails=[user.email], full_name=person.full_name)
        role = {Person.AUTHOR: "staff", Person.ADMINISTRATOR: "instructor"}.get(person.role, "student")
        result.opt_attrs.update(
            {
                "edx-platform.is_authenticated": True,
                "edx-platform.user_id": user.pk,
                "edx-platform.username": user.username,
                "edx-platform.anonymous_user_id": person.anonymous_id,
                "edx-platform.user_role": role,
                "edx-platform.user_is_staff": person.is_staff_of_courses,
                "edx-platform.user_is_global_staff": user.is_superuser,
                "edx-platform.user_is_beta_tester": False,
                "edx-platform.request_country_code": "VN",
                "edx-platform.user_preferences": {
                    "pref-lang": translation.get_language(),
                    "time_zone": settings.TIME_ZONE,
                },
            }
        )
        return result


class I18nService:
    """Django's translations; a block's own catalogue is read because its package is an installed app."""

    def __getattr__(self, name: str) -> Any:
        return getattr(translation, {"ugettext": "gettext", "ungettext": "ngettext"}.get(name, name))

    def strftime(self, moment: Any, form: str) -> str:
        """A date as text; the short names of the platform's service are known."""
        return moment.strftime({"SHORT_DATE": "%d/%m/%Y", "DATE_TIME": "%d/%m/%Y %H:%M"}.get(form, form))

    def get_javascript_i18n_catalog_url(self, _block: Any) -> None:
        """There are no catalogues for scripts: texts come from the server."""
        return


class SettingsService:
    """The site's settings for a kind of block: `XBLOCK_SETTINGS`."""

    def get_settings_bucket(self, block: Any, default: Any = None) -> Any:
        """The bucket named by the block's `block_settings_key`, or by its class."""
        name = getattr(block, "block_settings_key", getattr(block, "unmixed_class", type(block)).__name__)
        return getattr(settings, "XBLOCK_SETTINGS", {}).get(name, {} if default is None else default)


class CompletionService:
    """What the learner has completed."""

    def __init__(self, user: AbstractBaseUser | None) -> None:
        self._user = user

    def completion_tracking_enabled(self) -> bool:
        """Always, for someone who is logged in."""
        return self._user is not None

    def get_completions(self, candidates: Any) -> dict[Any, float]:
        """Completion of each usage key, 0 where nothing is known."""
        by_key = {str(key): key for key in candidates}
        found = dict.fromkeys(by_key.values(), 0.0)
        if self._user is not None:
            rows = Completion.objects.filter(user=self._user, usage_key__in=by_key)
            found.update({by_key[row.usage_key]: row.completion for row in rows})
        return found


class ReplaceUrlsService:
    """Makes `/static/…`, `/course/…` and `/jump_to_id/…` of course content work here."""

    def __init__(self, course_key: CourseKey) -> None:
        self._key = str(course_key)

    def replace_urls(self, text: str, static_replace_only: bool = False) -> str:
        """`text` with the addresses of this host."""
        text = self._replace(text, "/static/", reverse("course_file", args=[self._key, ""]))
        if static_replace_only:
            return text
        text = self._replace(text, "/course/", reverse("course", args=[self._key]))
        return self._replace(text, "/jump_to_id/", reverse("jump_to_id", args=[self._key, ""]))

    @staticmethod
    def _replace(text: str, prefix: str, address: str) -> str:
        return re.sub(rf"""(?<=["']){re.escape(prefix)}(?=[^"']*["'])""", lambda _match: address, text)
