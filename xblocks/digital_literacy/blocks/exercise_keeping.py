"""What a learner has entered and not sent yet, kept for his other devices and for the case that time runs out."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from django.utils.timezone import now
from xblock.fields import Dict, Scope

from digital_literacy.blocks.handlers import json_endpoint, object_of
from digital_literacy.exercises.answers import InvalidAnswer
from digital_literacy.exercises.grading import read_answers
from digital_literacy.exercises.rules import Rules


class ExerciseKeepingMixin:
    """Handler `keep`; a door gives the exercise, its rules and the learner's names of its parts."""

    # {"group": …, "sent": answers by the names the page knows, "at": time in ISO 8601}; empty for nothing.
    begun = Dict(scope=Scope.user_state, default={})

    @json_endpoint
    def keep(self, data: dict[str, Any]) -> dict[str, Any]:
        """Keep what is entered so far. What could not be sent either is not kept, without complaint: nobody asked."""
        group, sent = self.target_group, object_of(data, "answers")
        exercise, rules, moment = self._open_exercise(group), self._rules(), now()
        left = rules.attempts_left(self.attempts.used() if self.has_attempted else 0)
        try:
            answers = read_answers(exercise, sent, self._ids())
        except InvalidAnswer:
            return {"kept_at": self.begun.get("at", "")}
        if left == 0 or rules.is_closed(moment) or data.get("binding") != self.binding(group):
            return {"kept_at": self.begun.get("at", "")}
        if any(answers.values()):
            self.begun = {"group": group, "sent": sent, "at": moment.isoformat()}
        elif self.begun:
            self.begun = {}
        return {"kept_at": self.begun.get("at", "")}

    def kept_json(self, group: str) -> str:
        """For the page: what is kept of an attempt at this variant, as JSON; empty for nothing."""
        if not self.begun or self.begun.get("group") != group:
            return ""
        return json.dumps({name: self.begun[name] for name in ("sent", "at")}, ensure_ascii=False)

    def kept_in_time(self, group: str, rules: Rules) -> dict[str, Any] | None:
        """The answers kept before the time was over, for an attempt that arrives after it; `None` for none."""
        if not self.begun or self.begun.get("group") != group or rules.is_closed(self._kept_at()):
            return None
        return dict(self.begun["sent"])

    def _kept_at(self) -> datetime:
        return datetime.fromisoformat(self.begun["at"])
