"""Counted attempts, graded again with the content as it is now, and what was done alone."""

from __future__ import annotations

from xblock.scorable import Score

from digital_literacy.exercises.grading import grade, restore_answers
from digital_literacy.learners import attempts


class ExerciseRescoringMixin:
    """What staff and certificates ask of the attempts; a door gives the exercise and its rules."""

    def calculate_score(self) -> Score:
        """The best of all counted attempts, each graded again with the content as it is now, for a rescore by staff."""
        shares = [self._share_now(counted) for counted in self.attempts.all()]
        return Score(raw_earned=max(shares, default=0.0), raw_possible=self.max_score())

    @property
    def independent_share(self) -> float | None:
        """The best share of an attempt made without a declared helper; `None` where there is none."""
        found = attempts.best(attempts.alone(self.attempts.all()))
        return found.share if found else None

    def _share_now(self, counted: attempts.CountedAttempt) -> float:
        exercise, faults = self._drawn(str(counted.result.get("group") or ""))
        if faults or "answers" not in counted.result:
            return counted.share
        answers = restore_answers(exercise, counted.result["answers"])
        hints = counted.result.get("hints") or {}
        earned, possible = grade(exercise, answers, hints=hints, hint_cost=self._rules().hint_cost).counted
        return earned / possible
