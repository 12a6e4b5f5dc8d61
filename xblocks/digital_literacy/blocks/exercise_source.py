"""The exercise a block holds: read for a group, and drawn for the learner."""

from __future__ import annotations

from typing import Any

from django.utils.crypto import salted_hmac
from xblock.fields import Scope, String

from digital_literacy.blocks.exercise_drawing import draw_content
from digital_literacy.exercises.drawing import Seed, drawn
from digital_literacy.exercises.model import Exercise
from digital_literacy.exercises.source import NO_EXERCISE, exercise_of
from digital_literacy.learners import groups
from digital_literacy.olx.faults import Fault
from digital_literacy.olx.messages import gettext_noop

_SALT = "digital_literacy.exercises"


class ExerciseSourceMixin:
    """Reads the block's source; views and handlers for learners take what is drawn from `_drawn` alone."""

    form_set = String(
        display_name=gettext_noop("Set of forms"),
        help=gettext_noop(
            "The same word at a pre-test and its post-test: no learner gets the same form in both. "
            "Empty where there is nothing to keep apart."
        ),
        scope=Scope.settings,
        default="",
    )
    form_role = String(
        display_name=gettext_noop("Place in the set of forms"),
        help=gettext_noop("Counts only together with a set of forms."),
        scope=Scope.settings,
        default="pre",
        values=[
            {"value": "pre", "display_name": gettext_noop("Before: first form")},
            {"value": "post", "display_name": gettext_noop("After: another form")},
        ],
    )

    def _read(self, group: str) -> tuple[Exercise, list[Fault]]:
        """The whole exercise as `group` sees it, with all there is to draw from: for authors and indexes."""
        if self.is_rejected:
            return NO_EXERCISE, self.source_faults()
        return exercise_of(self.olx, groups.lineage(group))

    def _drawn(self, group: str) -> tuple[Exercise, list[Fault]]:
        """The exercise as this learner gets it, the same at every load and on every device."""
        exercise, faults = self._read(group)
        return (exercise, faults) if faults or exercise.is_drawn else (drawn(exercise, self._seed()), [])

    def _seed(self) -> Seed:
        # Blocks of one set share their key, so it must not hang on the block.
        shared = f"{self.person}|{self._context_key()}|{self.form_set.strip()}"
        own = _secret("draw", self.learner_key)
        return Seed(own, _secret("forms", shared) if self.form_set.strip() else own, self.form_role)

    def _context_key(self) -> str:
        context = getattr(self.scope_ids.usage_id, "context_key", None)
        return str(context or getattr(self.runtime, "course_id", ""))

    def _draw_contents(self, parts: list[dict[str, Any]]) -> None:
        """Give each content its HTML, with the addresses of the host."""
        service = self._service("replace_urls")
        for part in parts:
            if "content" in part:
                part["html"] = draw_content(part, service)


def _secret(use: str, value: str) -> bytes:
    return salted_hmac(f"{_SALT}.{use}", value, algorithm="sha256").digest()
