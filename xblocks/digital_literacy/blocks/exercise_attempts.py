"""Answering an exercise: attempts, hints, help, and what is kept of them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from django.utils.timezone import now
from django.utils.translation import gettext as _
from xblock.fields import Dict, Scope

from digital_literacy.blocks.exercise_answers import answers_of
from digital_literacy.blocks.exercise_checking import ExerciseCheckingMixin
from digital_literacy.blocks.exercise_drawing import draw_head, drawn_items
from digital_literacy.blocks.exercise_rescoring import ExerciseRescoringMixin
from digital_literacy.blocks.exercise_settings import ExerciseSettings
from digital_literacy.blocks.exercise_timing import Running, already_sent
from digital_literacy.blocks.handlers import HandlerError, attempt_id_of, json_endpoint, text_of
from digital_literacy.exercises import page
from digital_literacy.exercises.evidence import read_evidence
from digital_literacy.exercises.grading import ITEM_PATH, grade
from digital_literacy.exercises.help import read_help
from digital_literacy.exercises.model import Answer, Exercise, Result
from digital_literacy.exercises.rules import Rules
from digital_literacy.learners import attempts, process_evidence

NOTHING = Fraction(0)


class ExerciseAttemptsMixin(ExerciseCheckingMixin, ExerciseRescoringMixin, ExerciseSettings):
    """Handlers `submit` and `hint`, and the learner's standing that views need."""

    # Of the last attempt: {"group": …, "answers": author's ids by item id, "hints": …, "help": …, "ended": …}
    last_answers = Dict(scope=Scope.user_state, default={})
    # how many hints of each item were asked for, by item id or `item@place`
    hints_used = Dict(scope=Scope.user_state, default={})

    @json_endpoint
    def submit(self, data: dict[str, Any]) -> dict[str, Any]:
        """Grade and count one attempt; the same `attempt_id` again gives the same attempt again."""
        attempt_id = attempt_id_of(data)
        group = self.target_group
        exercise, rules = self._open_exercise(group), self._rules()
        result, note = None, ""
        store, timed = self.attempts, self.is_timed
        counted = store.find(attempt_id)
        if counted is None and timed and (counted := self.missed(data)):
            note = _(
                "This came after the time was over. What had been saved by then was counted in its place."
            )
        if counted is None:
            running = self.check_clock() if timed else None
            self.check_binding(data, group)
            answers, note = self._answers_in_time(data, exercise, group, rules, timed=timed)
            result = grade(exercise, answers, hints=self.hints_used, hint_cost=rules.hint_cost)
            counted = self._claim_sent(store, attempt_id, self._kept(data, group, answers), result, running)
        self._note(counted, result, data)
        standing = self._standing(group, used=None if counted.replayed else counted.number)
        result = None if counted.replayed else result
        new = page.reply_page(exercise, self._ids(), rules, standing, now=now(), result=result)
        return {**self._reply(counted, new), "note": note}

    @json_endpoint
    def hint(self, data: dict[str, Any]) -> dict[str, Any]:
        """Give the next hint of one item and note that it was asked for."""
        self.check_clock()
        group = self.target_group
        exercise = self._open_exercise(group)
        name, seen = text_of(data, "item", limit=40), data.get("seen")
        self.check_unchecked(name, group)
        item_id = self._ids().find(name, ITEM_PATH, [item.id for item in exercise.items])
        item = exercise.item(item_id) if item_id else None
        here = page.hint_at(item, self._ids(), data.get("at")) if item else None
        if here:
            self._note_hint(here[0], 1)
            return {"html": self.html("skills_exercise/hint_here.html", {"hint": here[1]})}
        if item is None or not isinstance(seen, int) or isinstance(seen, bool) or not item.hints:
            raise HandlerError(
                "unknown_hint", _("There is no such hint here. Reload the page and try again.")
            )
        shown = page.next_hint(item, min(seen, self.hints_used.get(item.id, 0)))
        self._note_hint(item.id, shown)
        html = self.html("skills_exercise/hint.html", {"hint": item.hints[shown - 1], "number": shown})
        return {"shown": shown, "left": len(item.hints) - shown, "html": html}

    def _answers_in_time(
        self, data: dict[str, Any], exercise: Exercise, group: str, rules: Rules, *, timed: bool
    ) -> tuple[dict[str, Answer], str]:
        """The answers that count, and what the learner must know about it.

        What comes too late does not count; what was kept on the server in time counts in its place.
        """
        closed = rules.is_closed(now())
        in_time = self.kept_in_time(group, rules) if closed else None
        if in_time is None:
            sent, ended = self._with_checked(data, group, rules), timed and data.get("ended") is True
            return answers_of(sent, exercise, self._ids(), closed=closed, may_be_empty=ended), ""
        note = _(
            "This came after the time was over. What had been saved before then was counted in its place."
        )
        return answers_of({"answers": in_time}, exercise, self._ids(), closed=False), note

    def _kept(self, data: dict[str, Any], group: str, answers: dict[str, Answer]) -> dict[str, Any]:
        helper = read_help(data.get("help")) if self.ask_help else ""
        kept = {"group": group, "answers": answers, "hints": dict(self.hints_used), "help": helper}
        # What certificates ask of an attempt later (`learners.attempts.of_skill`), as it was when it was made.
        return {**kept, **({"skills": self.skills.split()} if self.skills else {})}

    def _note(self, counted: attempts.CountedAttempt, result: Result | None, data: dict[str, Any]) -> None:
        """Keep, publish and tell a counted attempt."""
        if not counted.replayed and result is not None:
            self._tell(data, counted, result)
        # A replay only makes up for state that was lost: what staff have set since then stays.
        if not counted.replayed or not self.has_attempted:
            self.last_answers = {
                name: counted.result.get(name) for name in ("group", "answers", "hints", "help", "ended")
            }
            self.record_share(counted.share)
        if not counted.replayed:
            self._forget_running()

    def _claim_sent(
        self,
        store: attempts.AttemptStore,
        attempt_id: str,
        kept: dict[str, Any],
        result: Result,
        running: Running | None,
    ) -> attempts.CountedAttempt:
        try:
            return self._claim(store, attempt_id, kept, result, running)
        except attempts.AttemptsUsedError:
            message = _("All attempts have been used. The best result is kept.")
            raise HandlerError("attempts_used", message, status=403) from None
        except attempts.AttemptOpenError:
            raise already_sent() from None

    def _claim(
        self,
        store: attempts.AttemptStore,
        attempt_id: str,
        kept: dict[str, Any],
        result: Result,
        running: Running | None,
    ) -> attempts.CountedAttempt:
        """Count one attempt; with a clock, only the one whose clock runs.

        Raises:
            AttemptsUsedError, AttemptOpenError: see `learners.attempts`.
        """
        shares = {name: float(each.credit) for name, each in result.outcomes.items()}
        outcome = attempts.Outcome(*result.counted, {**kept, "items": shares})
        closed = running.number - 1 if running else None
        return store.claim(attempt_id, limit=self.max_attempts, grade=lambda: outcome, closed=closed)

    def _reply(self, counted: attempts.CountedAttempt, new: dict[str, Any]) -> dict[str, Any]:
        return {
            "attempt": counted.number,
            **{name: new[name] for name in ("score", "possible", "can_answer")},
            "head": draw_head(new, max_attempts=self.max_attempts),
            "items": drawn_items(new["reports"]),
        }

    def _tell(self, data: dict[str, Any], counted: attempts.CountedAttempt, result: Result) -> None:
        hints = sum(self.hints_used.values())
        allowed = process_evidence.is_allowed()
        self.publish_attempt(
            attempt=counted.number,
            earned=float(result.earned),
            possible=float(result.possible),
            shares={name: float(outcome.credit) for name, outcome in result.outcomes.items()},
            target_group=counted.result["group"],
            helper=counted.result["help"],
            hints=hints,
            evidence=read_evidence(data.get("evidence"), hints=hints) if allowed else None,
        )

    def _note_hint(self, name: str, count: int) -> None:
        if count <= self.hints_used.get(name, 0):
            return
        self.hints_used = {**self.hints_used, name: count}
        item = name.partition("@")[0]
        self.publish_hint(item=item, number=count)

    def _standing(
        self,
        group: str,
        *,
        used: int | None = None,
        checked: dict[str, Answer] | None = None,
        running: Running | None = None,
    ) -> page.Standing:
        # A late request of another tab may have put an old state back; attempts are rows that nothing overwrites.
        attempted = self.has_attempted
        lost = None if attempted else self.attempts.after(0)
        last = lost.result if lost else self.last_answers
        answered = (attempted or lost is not None) and last.get("group", "") == group
        answered = answered and not checked and running is None
        if lost:
            used = lost.number
        return page.Standing(
            answers=(last.get("answers") or {}) if answered else None,
            attempts_used=used or (self.attempts.used() if attempted else 0),
            best_share=self._best_share() if lost else self.earned_share,
            hints_used=self.hints_used,
            hints_counted=last.get("hints") or {},
            helper=last.get("help") or "",
            ended=bool(last.get("ended")),
            checked=checked or {},
            sees_all=self.is_staff,
        )

    def _best_share(self) -> float:
        found = attempts.best(self.attempts.all())
        return found.share if found else 0.0

    def _open_exercise(self, group: str) -> Exercise:
        exercise, faults = self._drawn(group)
        if faults:
            message = _("This exercise is being prepared. Please come back later.")
            raise HandlerError("unavailable", message, status=409)
        return exercise

    def _rules(self) -> Rules:
        cost = self.hint_cost
        return replace(
            self.platform_rules(),
            max_attempts=self.max_attempts,
            show_answer=self.show_answer,
            feedback=self.feedback,
            hint_cost=Fraction(str(cost)) if cost else NOTHING,
        )
