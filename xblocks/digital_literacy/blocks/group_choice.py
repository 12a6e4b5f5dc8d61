"""Asking the learner for his target group, once, and letting him change it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from digital_literacy.blocks.handlers import HandlerError, json_endpoint, text_of
from digital_literacy.blocks.rendering import render_once
from digital_literacy.identity.pages import address
from digital_literacy.learners import groups
from digital_literacy.learners.installed import has_rows


class GroupChoiceMixin:
    """Handler and template context of the group choice (`blocks/group_choice.html`)."""

    @json_endpoint
    def choose_group(self, data: dict[str, Any]) -> dict[str, Any]:
        """Keep the chosen group; the page is loaded again to show its variant."""
        code = text_of(data, "group", limit=40)
        # A page opened before staff looked as another learner must not change that learner's group.
        self.check_binding(data, self.target_group)
        if self.cohort_group:
            message = _("Your instructor has set the group. You cannot change it here.")
            raise HandlerError("group_set", message, status=403)
        try:
            groups.choose_group(code, user_id=self.kept_user_id, fallback=self)
        except groups.UnknownGroupError:
            raise HandlerError(
                "unknown_group", _("This group is not known. Choose one of the list.")
            ) from None
        return {"group": code}

    def _about_me(self) -> str:
        """The page where the learner tells of himself, with the way back here; empty where there is none."""
        page = address("about_me") if has_rows(self.kept_user_id) else ""
        return page and f"{page}?{urlencode({'unit': str(self.scope_ids.usage_id)})}"

    def group_context(self, current: str) -> dict[str, object]:
        """The groups to choose from and the `current` one, named in the page's language."""
        choices = [
            {"code": group.code, "name": group.name(self.language)} for group in groups.target_groups()
        ]
        context: dict[str, Any] = {
            "about_me": self._about_me(),
            "html_id": self.html_id,
            "groups": choices,
            "current_group": current,
            "set_by_instructor": bool(self.cohort_group),
            "current_group_name": next((c["name"] for c in choices if c["code"] == current), ""),
        }
        key = (
            self.html_id,
            current,
            context["set_by_instructor"],
            context["about_me"],
            tuple(choice["code"] for choice in choices),
        )
        return {**context, "group_choice": render_once("blocks/group_choice.html", lambda: context, key=key)}
