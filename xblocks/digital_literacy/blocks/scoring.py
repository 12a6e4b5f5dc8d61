"""Scores as the platform wants them: publishing, rescoring, overriding, completion."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from xblock.completable import CompletableXBlockMixin
from xblock.fields import Float, Scope
from xblock.scorable import ScorableXBlockMixin, Score

from digital_literacy.exercises.rules import Rules
from digital_literacy.learners.attempts import best
from digital_literacy.olx.messages import gettext_noop


class ScoringMixin(ScorableXBlockMixin, CompletableXBlockMixin):
    """A scored block whose points come from the learner's counted attempts.

    The raw score is a share between 0 and 1 of `max_score()` = 1; the platform multiplies it by `weight`.
    """

    has_score = True
    icon_class = "problem"

    weight = Float(
        display_name=gettext_noop("Weight"),
        help=gettext_noop("Points this block counts for in the gradebook."),
        scope=Scope.settings,
        default=1.0,
        values={"min": 0, "step": 0.1},
    )
    # The best share so far, from 0 to 1; `None` while no attempt is counted.
    counted_share = Float(scope=Scope.user_state, default=None)

    @property
    def earned_share(self) -> float:
        """The best share so far, 0 while no attempt is counted."""
        return self.counted_share or 0.0

    @property
    def has_attempted(self) -> bool:
        """Whether an attempt is counted."""
        return self.counted_share is not None

    def max_score(self) -> float:
        """The raw maximum; the same for every learner, as the platform collects it at publishing."""
        return 1.0

    def has_submitted_answer(self) -> bool:
        """Whether the learner has a counted attempt."""
        return self.has_attempted

    def get_score(self) -> Score:
        """The score kept in state."""
        return Score(raw_earned=self.earned_share, raw_possible=self.max_score())

    def set_score(self, score: Score) -> None:
        """Keep a score; the platform calls this back after publishing, so it only stores."""
        self.counted_share = score.raw_earned / score.raw_possible if score.raw_possible else 0.0

    def calculate_score(self) -> Score:
        """The best counted attempt, for a rescore by staff."""
        found = best(self.attempts.all())
        return Score(raw_earned=found.share if found else 0.0, raw_possible=self.max_score())

    def rescore(self, only_if_higher: bool) -> None:
        """Compute the score again from the counted attempts and publish it.

        Raises:
            ValueError: the learner has no attempt.
        """
        if not self.has_submitted_answer():
            raise ValueError("Cannot rescore a block without a counted attempt.")
        score = self.calculate_score()
        if not only_if_higher or score.raw_earned >= self.earned_share:
            self.set_score(score)
        self.publish_grade(score, only_if_higher)

    def publish_grade(self, score: Score | None = None, only_if_higher: bool | None = None) -> None:
        """Publish a score; the platform's override task calls this by name."""
        self._publish_grade(score or self.get_score(), only_if_higher)

    def record_share(self, share: float) -> None:
        """Keep the best share so far, publish it and mark the block complete.

        Args:
            share: share of the points of this attempt, from 0 to 1.
        """
        best = max(self.earned_share, min(max(share, 0.0), 1.0))
        self.counted_share = best
        self.publish_grade(Score(raw_earned=best, raw_possible=self.max_score()), only_if_higher=True)
        self.emit_completion(1.0)

    def platform_rules(self) -> Rules:
        """Due date, grace and when results may be seen: the platform's own inherited fields."""
        return Rules(
            due=getattr(self, "due", None),
            grace=getattr(self, "graceperiod", None) or timedelta(0),
            show_correctness=getattr(self, "show_correctness", None) or "always",
        )

    def index_text(self, *texts: str) -> dict[str, Any]:
        """An entry for the course search, from texts that give nothing away."""
        return {
            "content": {"display_name": self.display_name, "text": " ".join(filter(None, texts))},
            "content_type": "Exercise",
        }
