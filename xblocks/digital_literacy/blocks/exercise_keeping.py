"""What a learner has entered and not sent yet, kept for his other devices and for the case that time runs out."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from django.utils.timezone import now
from xblock.fields import Scope, String

from digital_literacy.blocks.exercise_timing import ExerciseTimingMixin
from digital_literacy.blocks.handlers import json_endpoint, object_of
from digital_literacy.exercises.answers import InvalidAnswer
from digital_literacy.exercises.grading import read_answers
from digital_literacy.exercises.rules import Rules


class ExerciseKeepingMixin(ExerciseTimingMixin):
    """Handler `keep`; a door gives the exercise, its rules and the learner's names of its parts."""

    # JSON: {"group": …, "sent": answers by the names the page knows, "at": time in ISO 8601}; empty for nothing.
    # A text, since each request that looks at a Dict pays for a copy of it.
    begun = String(scope=Scope.user_state, default="")

    @json_endpoint
    def keep(self, data: dict[str, Any]) -> dict[str, Any]:
        """Keep what is entered so far. What could not be sent either is not kept, without complaint: nobody asked."""
        group, sent = self.target_group, object_of(data, "answers")
        exercise, rules, moment = self._open_exercise(group), self._rules(), now()
        left = rules.attempts_left(self.attempts.used() if self.has_attempted else 0)
        try:
            answers = read_answers(exercise, sent, self._ids())
        except InvalidAnswer:
            return self._kept_at()
        if self.is_timed and not self._is_running(data):
            return self._kept_at()
        if left == 0 or rules.is_closed(moment) or data.get("binding") != self.binding(group):
            return self._kept_at()
        if any(answers.values()):
            kept = {"group": group, "sent": sent, "at": moment.isoformat()}
            self.begun = json.dumps(kept, ensure_ascii=False)
        elif self.begun:
            self.begun = ""
        return self._kept_at()

    def kept_json(self, group: str) -> str:
        """For the page: what is kept of an attempt at this variant, as JSON; empty for nothing."""
        kept = self._kept_of(group)
        return json.dumps({name: kept[name] for name in ("sent", "at")}, ensure_ascii=False) if kept else ""

    def kept_in_time(self, group: str, rules: Rules) -> dict[str, Any] | None:
        """The answers kept before the time was over, for an attempt that arrives after it; `None` for none."""
        kept = self._kept_of(group)
        if not kept or rules.is_closed(datetime.fromisoformat(kept["at"])):
            return None
        return dict(kept["sent"])

    def _kept_of(self, group: str) -> dict[str, Any]:
        kept: dict[str, Any] = json.loads(self.begun) if self.begun else {}
        return kept if kept.get("group") == group else {}

    def _kept_at(self) -> dict[str, Any]:
        return {"kept_at": json.loads(self.begun)["at"] if self.begun else ""}
