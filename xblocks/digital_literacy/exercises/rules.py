"""When an answer may be given, and when results and solutions may be seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction


@dataclass(frozen=True)
class Rules:
    """The settings of one block that decide what a learner may do and see.

    Attributes:
        max_attempts: 0 for no limit.
        show_answer: when the solution of an item shows. `after_attempts`: once the item is right or no
            attempt is left; `after_pass`: once the item is right; `never`.
        due: the platform's due date, with a time zone, or `None`.
        grace: time after `due` in which answers still count.
        show_correctness: `always` or `past_due`, as the platform means them (`xblock.scorable.ShowCorrectness`);
            anything else hides results for good: `never`, `never_but_include_grade`, what a later release adds. The
            stricter of this and `feedback` decides.
        feedback: when results are told. `at_once`: after each attempt; `each`: after each question of it too;
            `at_end`: once nothing more can be earned; `after_due`: after the due date, and as `at_end` where there
            is none.
        hint_cost: share of a question's points that each hint costs.
    """

    max_attempts: int = 0
    show_answer: str = "after_attempts"
    due: datetime | None = None
    grace: timedelta = timedelta(0)
    show_correctness: str = "always"
    feedback: str = "at_once"
    hint_cost: Fraction = Fraction(0)

    def is_closed(self, now: datetime) -> bool:
        """Whether answers no longer count."""
        return self.due is not None and now > self.due + self.grace

    def attempts_left(self, used: int) -> int | None:
        """How many attempts there are still; `None` for no limit."""
        return max(0, self.max_attempts - used) if self.max_attempts else None

    def shows_results(self, now: datetime, *, all_right: bool = False, used: int = 0) -> bool:
        """Whether a learner may see what was right and how many points he has.

        Args:
            all_right: whether his last attempt was wholly right.
            used: how many attempts he has used.
        """
        is_due = self.due is None or now > self.due
        if self.show_correctness != "always" and not (self.show_correctness == "past_due" and is_due):
            return False
        if self.feedback == "after_due" and self.due is not None:
            return is_due
        ended = all_right or self.attempts_left(used) == 0 or self.is_closed(now)
        return self.feedback in ("at_once", "each") or ended

    def checks_questions(self, now: datetime) -> bool:
        """Whether a learner may be told of each question by itself, before the attempt is sent."""
        return self.feedback == "each" and self.shows_results(now)

    def reveals(self, *, correct: bool, used: int) -> bool:
        """Whether the solution of an item may be shown, given whether the last answer to it was `correct`."""
        if self.show_answer == "never":
            return False
        return correct or (self.show_answer == "after_attempts" and self.attempts_left(used) == 0)
