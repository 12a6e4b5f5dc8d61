"""Who looks at the block, as far as the host tells."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from xblock.fields import Dict, Scope, String

from digital_literacy.blocks.handlers import HandlerError
from digital_literacy.learners import attempts, groups


class LearnerMixin:
    """Learner context of a block: id, role, language, target group, attempts."""

    # Fallbacks for a host without the Django app. `user_state` and not `user_info`: the library runtime is known
    # to refuse other user scopes (docs/decisions/0005).
    chosen_group = String(scope=Scope.user_state, default="")
    counted_attempts = Dict(scope=Scope.user_state, default={})
    _cohort_read: tuple[int | None, str] | None = None
    _tried_in: tuple[Any, bool] | None = None

    @property
    def user_id(self) -> int | None:
        """The platform's numeric user id; `None` for anonymous visitors and in Studio without a learner."""
        value = self._user_attribute("edx-platform.user_id")
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    @property
    def is_staff(self) -> bool:
        """Whether the viewer belongs to the course's staff, or looks from Studio."""
        return bool(
            getattr(self.runtime, "is_author_mode", False)
            or self._user_attribute("edx-platform.user_is_staff")
        )

    @property
    def is_author(self) -> bool:
        """Whether the viewer may see what only authors see.

        Studio calls handlers without an author's mode or role, but with a service that knows who may write
        (edx-platform, `load_services_for_studio`; its method was renamed later).
        """
        rights = self._service("studio_user_permissions")
        ask = getattr(rights, "can_write", None) or getattr(rights, "can_edit_content", None)
        return self.is_staff or self._shows_draft or bool(ask and ask(self.scope_ids.usage_id.context_key))

    @property
    def _shows_draft(self) -> bool:
        """Whether a content library shows its draft, which it does in Studio only
        (openedx/core/djangoapps/xblock/runtime/runtime.py: no service there tells who may write)."""
        mode = getattr(self.runtime, "authored_data_mode", None)
        return getattr(mode, "name", "") == "DEFAULT_DRAFT"

    @property
    def in_library(self) -> bool:
        """Whether the block stands in a content library, where there is no course and there are no grades."""
        context = getattr(self.scope_ids.usage_id, "context_key", None)
        return context is not None and not hasattr(context, "make_usage_key")

    @property
    def kept_user_id(self) -> int | None:
        """Whose work is kept in the app's rows; `None` for an author who tries the block in Studio or a library."""
        return None if self.is_tried_out else self.user_id

    @property
    def is_tried_out(self) -> bool:
        """Whether an author tries the block in Studio or in a content library: nothing of it counts."""
        runtime = self.runtime
        if self._tried_in is None or self._tried_in[0] is not runtime:
            in_studio = getattr(runtime, "is_author_mode", False) or self._service("studio_user_permissions")
            self._tried_in = (runtime, bool(in_studio) or self.in_library)
        return self._tried_in[1]

    @property
    def language(self) -> str:
        """Two letters of the page's language."""
        return (get_language() or "vi")[:2]

    @property
    def person(self) -> str:
        """Who learns, in the host's own opaque name; never shown."""
        known = self._user_attribute("edx-platform.anonymous_user_id") or self.scope_ids.user_id
        return str(known or "anonymous")

    @property
    def learner_key(self) -> str:
        """A key for drafts in the browser: one person, one block, nothing that names either."""
        return hashlib.sha256(f"{self.person}|{self.scope_ids.usage_id}".encode()).hexdigest()[:24]

    @property
    def html_id(self) -> str:
        """A prefix for element ids, unlike any other block's on the page."""
        return "dl-" + hashlib.sha256(str(self.scope_ids.usage_id).encode()).hexdigest()[:10]

    def binding(self, group: str) -> str:
        """Ties a page to learner, content and target group: an answer counts only for the page it was made on."""
        said = f"{self.learner_key}|{group}|{_digest(self.olx)}"
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    def check_binding(self, data: dict[str, Any], group: str) -> None:
        """Refuse an answer from another learner's page, or from before the content or the group changed.

        Raises:
            HandlerError: the page and what the server would show now are not the same.
        """
        sent = data.get("binding")
        if sent is not None and sent != self.binding(group):
            message = _(
                "This page is no longer the same: the content, the group or the person signed in has changed. "
                "Nothing was counted. Reload the page and answer again."
            )
            raise HandlerError("changed", message, status=409)

    @property
    def target_group(self) -> str:
        """Code of the learner's target group, or empty: what his cohort was given, else what he chose."""
        return self.cohort_group or groups.chosen_group(user_id=self.kept_user_id, fallback=self)

    @property
    def cohort_group(self) -> str:
        """Code of the group an instructor set for the learner's cohort, or empty; read once in a request."""
        # Kept with the learner: the platform may bind a block to another one.
        who = self.user_id
        if self._cohort_read is None or self._cohort_read[0] != who:
            self._cohort_read = (who, groups.cohort_group(user_id=who, course_key=self.course_key))
        return self._cohort_read[1]

    @property
    def course_key(self) -> str:
        """The key of the block's course, or empty."""
        key = getattr(self.scope_ids.usage_id, "context_key", "") or getattr(self.runtime, "course_id", "")
        return str(key or "")

    @property
    def attempts(self) -> attempts.AttemptStore:
        """The learner's counted attempts at this block."""
        return attempts.attempts_of(
            user_id=self.kept_user_id,
            usage_key=str(self.scope_ids.usage_id),
            fallback=FieldState(self, "counted_attempts"),
        )

    def _user_attribute(self, name: str) -> Any:
        service = self._service("user")
        user = service.get_current_user() if service else None
        return user.opt_attrs.get(name) if user else None

    def _service(self, name: str) -> Any:
        """A service of the host, or `None` where it has none (Studio, library, plain runtimes)."""
        try:
            return self.runtime.service(self, name)
        except Exception:  # the runtimes raise their own classes; a missing service is never fatal here
            return None


@lru_cache(maxsize=256)
def _digest(olx: str) -> str:
    return hashlib.sha256(olx.encode()).hexdigest()


class FieldState(dict):
    """A view of a Dict field that writes through, so that the field is seen as changed."""

    def __init__(self, block: Any, field: str) -> None:
        super().__init__(getattr(block, field))
        self._block, self._field = block, field

    def __setitem__(self, key: str, value: Any) -> None:
        super().__setitem__(key, value)
        setattr(self._block, self._field, dict(self))
