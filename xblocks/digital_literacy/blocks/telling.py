"""The tracking events of a block: the platform adds who, when and where, and makes xAPI statements of them."""

from __future__ import annotations

from typing import Any

from digital_literacy.exercises import events
from digital_literacy.learners.localities import locality_of


class TellingMixin:
    """Publishes what `exercises.events` describes; a door gives `skills`, the learner and the runtime."""

    def publish_attempt(self, **told: Any) -> None:
        """Tell that an attempt was marked; `told` is as `events.submitted` takes it."""
        locality = locality_of(self.kept_user_id)
        self._publish(
            events.submitted(
                skills=(self.skills or "").split(),
                province=locality.province,
                commune=locality.commune,
                **told,
            )
        )

    def publish_hint(self, *, item: str, number: int) -> None:
        """Tell that a hint was given: the author's id of the item, and which of its hints, from 1."""
        self._publish(events.hint_given(item=item, number=number, target_group=self.target_group))

    def _publish(self, event: events.Event) -> None:
        if self.is_tried_out:
            return
        self.runtime.publish(self, event.name, event.payload)
