"""Telling a learner about one question before he sends the whole attempt."""

from __future__ import annotations

from typing import Any

from django.utils.timezone import now
from django.utils.translation import gettext as _

from digital_literacy.blocks.exercise_answers import answers_of
from digital_literacy.blocks.exercise_drawing import drawn_items
from digital_literacy.blocks.exercise_keeping import ExerciseKeepingMixin
from digital_literacy.blocks.handlers import HandlerError, json_endpoint, text_of
from digital_literacy.blocks.learner import FieldState
from digital_literacy.exercises.answers import InvalidAnswer
from digital_literacy.exercises.checking import checked_reports
from digital_literacy.exercises.grading import read_answers
from digital_literacy.exercises.model import Answer, Exercise
from digital_literacy.exercises.rules import Rules
from digital_literacy.learners.checked import CheckedStore, checked_of


class ExerciseCheckingMixin(ExerciseKeepingMixin):
    """Handler `check_item`: the first answer that is checked is the one that counts in the running attempt."""

    @json_endpoint
    def check_item(self, data: dict[str, Any]) -> dict[str, Any]:
        """Grade one question and keep its answer; asked again, the same report of the same answer."""
        group = self.target_group
        exercise, rules = self._open_exercise(group), self._rules()
        self.check_binding(data, group)
        used = self.attempts.used()
        self._may_check(rules, used)
        name = text_of(data, "item", limit=40)
        answers = answers_of({"answers": {name: data.get("answer")}}, exercise, self._ids(), closed=False)
        if not any(item.points and answers.get(item.id) is not None for item in exercise.items):
            raise HandlerError("not_graded", _("This question is not graded."))
        kept = self._checked_store(group, used).first(name, data["answer"])
        answers = read_answers(exercise, {name: kept}, self._ids())
        reports = checked_reports(exercise, self._ids(), rules, answers, hints=self.hints_used, used=used)
        return {"answer": kept, **drawn_items(reports)[name]}

    def kept_in_time(self, group: str, rules: Rules) -> dict[str, Any] | None:
        """The answers kept or checked before the time was over; nothing is checked after it."""
        return {**(super().kept_in_time(group, rules) or {}), **self._checked_sent(group)} or None

    def check_unchecked(self, name: str, group: str) -> None:
        """Refuse a hint for a question whose answer is settled: it would only cost points.

        Raises:
            HandlerError: the question was checked in the running attempt.
        """
        if name in self._checked_sent(group):
            raise HandlerError("checked", _("This question has been checked already."), status=409)

    def _may_check(self, rules: Rules, used: int) -> None:
        self.check_clock()
        self._may_answer(rules, used)
        if not rules.checks_questions(now()):
            message = _("Here questions are not checked one by one. Send the whole exercise.")
            raise HandlerError("not_here", message, status=403)

    def _checked_sent(self, group: str) -> dict[str, Any]:
        """Checked answers of the running attempt, by the names the page knows."""
        return self._checked_store(group, self.attempts.used()).all() if self.feedback == "each" else {}

    def _checked_answers(self, exercise: Exercise, group: str) -> dict[str, Answer]:
        """The same by author's ids, with `None` for questions that are not checked; empty where none is."""
        sent = self._checked_sent(group)
        try:
            return read_answers(exercise, sent, self._ids()) if sent else {}
        except InvalidAnswer:  # an author has changed what is drawn
            return {}

    def _with_checked(self, data: dict[str, Any], group: str, rules: Rules) -> dict[str, Any]:
        """A request whose answers are those that were checked, where a question was."""
        if rules.feedback != "each":
            return data
        sent, answers = self._checked_sent(group), data.get("answers")
        return {**data, "answers": {**answers, **sent}} if sent and isinstance(answers, dict) else data

    def _forget_running(self) -> None:
        """A new attempt begins with nothing kept and nothing checked."""
        if self.begun:
            self.begun = ""
        if self.feedback == "each":
            self._checked_store("", 0).forget()

    def _checked_store(self, group: str, used: int) -> CheckedStore:
        return checked_of(
            user_id=self.kept_user_id,
            usage_key=str(self.scope_ids.usage_id),
            number=used + 1,
            binding=self.binding(group),
            fallback=FieldState(self, "counted_attempts"),
        )
