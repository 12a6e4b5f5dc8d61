"""An attempt with a time limit: starting its clock, and ending it when the time is over (docs/decisions/0009)."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.utils.timezone import now
from django.utils.translation import gettext as _

from digital_literacy.blocks.handlers import HandlerError, json_endpoint
from digital_literacy.blocks.learner import FieldState
from digital_literacy.exercises.answers import InvalidAnswer
from digital_literacy.exercises.grading import grade, read_answers
from digital_literacy.exercises.rules import Rules
from digital_literacy.exercises.timing import TimeLimit, time_limit
from digital_literacy.learners.allowances import extra_percent
from digital_literacy.learners.attempts import AttemptOpenError, CountedAttempt
from digital_literacy.learners.starts import StartStore, starts_of

TIME = "time"


def already_sent() -> HandlerError:
    """The refusal for a second window."""
    message = _("This attempt has been sent from another window. Reload the page to see it.")
    return HandlerError("already_sent", message, status=409)


@dataclass(frozen=True)
class Running:
    """An attempt whose clock runs: its number, when it began, and its limit."""

    number: int
    started: datetime
    limit: TimeLimit

    def is_over(self, moment: datetime) -> bool:
        """Whether answers no longer count."""
        return self.limit.is_over(self.started, moment)

    def remaining(self, moment: datetime) -> int:
        """Whole seconds until its end."""
        return self.limit.remaining(self.started, moment)


class ExerciseTimingMixin:
    """Handlers `start` and `clock`; a door gives the rules and counts what was kept of an attempt."""

    @property
    def is_timed(self) -> bool:
        """Whether an attempt has a time limit."""
        return (self.time_limit or 0) > 0

    @json_endpoint
    def start(self, data: dict[str, Any]) -> dict[str, Any]:
        """Start the clock of the next attempt; one that runs goes on as it is."""
        # A page opened before staff looked as another learner must not start that learner's clock.
        self.check_binding(data, self.target_group)
        if not self.is_timed:
            raise HandlerError("not_timed", _("This exercise has no time limit. Reload the page."))
        self.settle()
        rules, used = self._rules(), self.attempts.used()
        self._may_answer(rules, used)
        self._starts().begin(used + 1, now())
        return self._clock()

    @json_endpoint
    def clock(self, _data: dict[str, Any]) -> dict[str, Any]:
        """How many seconds are left, by the server's time and with what the learner is allowed by now."""
        self.settle()
        return self._clock()

    def running(self) -> Running | None:
        """The attempt whose clock was started and that is not counted yet; `None` where there is none."""
        limit = self._time_limit()
        if limit is None:
            return None
        number = self.attempts.used() + 1
        started = self._starts().begun(number)
        return Running(number, started, limit) if started else None

    def settle(self) -> CountedAttempt | None:
        """Count a running attempt whose time is over, by what was kept of it; the same one once."""
        running = self.running()
        if running is None or not running.is_over(now()):
            return None
        return self._count_kept(running)

    def missed(self, data: dict[str, Any]) -> CountedAttempt | None:
        """The attempt that a request came too late for, since its time had run out; `None` for one in time.

        Raises:
            HandlerError: the attempt that the page is of was sent from another window.
        """
        last, running = self.settle(), self.running()
        if running is not None and self._is_of(data, running):
            return None
        last = last or self.attempts.after(0)
        if last and last.result.get("ended") == TIME:
            return replace(last, replayed=True)
        if running is not None:
            raise already_sent()
        return None

    def check_clock(self) -> Running | None:
        """Refuse what needs a running attempt where none runs.

        Returns:
            The running attempt; `None` where the exercise has no time limit.

        Raises:
            HandlerError: the clock was not started, or its time is over.
        """
        if not self.is_timed:
            return None
        if self.settle():
            message = _("The time of this attempt is over. What had been saved by then was counted.")
            raise HandlerError("time_over", message, status=403)
        running = self.running()
        if running is None:
            message = _("The clock of this attempt is not running. Reload the page and start it.")
            raise HandlerError("not_started", message, status=403)
        return running

    def start_page(self, running: Running | None, body: dict[str, Any]) -> dict[str, Any]:
        """For the templates: the limit, and whether the clock runs, waits to be started, or neither."""
        limit = running.limit if running else self._time_limit()
        if limit is None:
            return {"timed": False, "waits": False}
        return {
            "timed": True,
            "waits": running is None and body["can_answer"],
            "minutes": limit.length.total_seconds() / 60,
            "closes_at": limit.latest if limit.is_cut(now()) else None,
            "remaining": running.remaining(now()) if running else None,
            "number": running.number if running else None,
            "remaining_minutes": running.remaining(now()) // 60 if running else 0,
            "started_before": bool(body["attempts_used"]),
        }

    def _count_kept(self, running: Running) -> CountedAttempt | None:
        group = self._kept_group(self.target_group)
        exercise, faults = self._drawn(group)
        if faults:  # counted when the author has mended it
            return None
        rules = self._rules()
        try:
            answers = read_answers(exercise, self.kept_in_time(group, rules) or {}, self._ids())
        except InvalidAnswer:
            answers = {}
        result = grade(exercise, answers, hints=self.hints_used, hint_cost=rules.hint_cost)
        name = f"digital_literacy|{self.scope_ids.usage_id}|{self.learner_key}|{running.number}"
        kept = {**self._kept({}, group, answers), "ended": TIME}
        try:
            counted = self._claim(self.attempts, str(uuid5(NAMESPACE_URL, name)), kept, result, running)
        except AttemptOpenError:  # another window was faster
            return None
        self._note(counted, result, {})
        self.save()  # a view may have come upon it, and not every host saves after a view
        return counted

    def _may_answer(self, rules: Rules, used: int) -> None:
        if rules.is_closed(now()):
            message = _("The time for this exercise is over. Answers no longer count.")
            raise HandlerError("closed", message, status=403)
        if rules.attempts_left(used) == 0:
            message = _("All attempts have been used. The best result is kept.")
            raise HandlerError("attempts_used", message, status=403)

    def _is_running(self, data: dict[str, Any]) -> bool:
        """Whether a request is of an attempt whose clock runs."""
        running = None if self.settle() else self.running()
        return running is not None and self._is_of(data, running)

    def _is_of(self, data: dict[str, Any], running: Running) -> bool:
        """Whether a request is of the running attempt, and not of a page that an earlier one left behind."""
        return data.get("number") in (None, running.number)

    def _clock(self) -> dict[str, Any]:
        running = self.running()
        return {"remaining": running.remaining(now()) if running else None}

    def _time_limit(self) -> TimeLimit | None:
        if not self.is_timed:
            return None
        rules: Rules = self._rules()
        extra = extra_percent(
            user_id=self.kept_user_id, course_key=self.course_key, usage_key=str(self.scope_ids.usage_id)
        )
        return time_limit(
            minutes=self.time_limit,
            grace_seconds=self.time_grace or 0,
            extra_percent=extra,
            latest=rules.due + rules.grace if rules.due else None,
        )

    def _starts(self) -> StartStore:
        return starts_of(
            user_id=self.kept_user_id,
            usage_key=str(self.scope_ids.usage_id),
            fallback=FieldState(self, "counted_attempts"),
        )

    def _kept_group(self, group: str) -> str:
        return str(json.loads(self.begun).get("group", group)) if self.begun else group
