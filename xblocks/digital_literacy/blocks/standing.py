"""How far a learner is in a service practice: the state that is kept, and the attempt that outlives it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from xblock.fields import Dict, Scope

from digital_literacy.learners.attempts import CountedAttempt
from digital_literacy.public_services import filing
from digital_literacy.public_services.progress import Progress
from digital_literacy.public_services.rubric import Sheet
from digital_literacy.public_services.scenario import Practice


class StandingMixin:
    """Keeps the progress; a door gives `practice_for(group)`, the learner's attempts and scoring.

    The platform writes state without a lock, so a late request of another tab may put an old state back. Attempts
    are rows that nothing overwrites: the latest one after `Progress.closed` is the learner's open dossier.
    """

    # `public_services.progress`: correctness, ids and statuses; nothing that was typed.
    progress = Dict(scope=Scope.user_state, default={})

    def standing(self) -> Progress:
        """How far the learner is; a filed dossier that the state has lost is opened again from its attempt."""
        done = Progress.from_state(self.progress)
        lost = None if done.dossier else self.attempts.after(done.closed)
        return _opened(self.practice_for(lost.result["group"]), lost, done) if lost else done

    def is_open(self, counted: CountedAttempt, done: Progress) -> bool:
        """Whether this attempt is the open dossier's: the latest one, and not put aside."""
        latest = self.attempts.after(done.closed)
        return latest is not None and latest.attempt_id == counted.attempt_id

    def file(self, practice: Practice, counted: CountedAttempt, done: Progress) -> Progress:
        """Open the dossier of a counted attempt and publish its score."""
        done = _opened(practice, counted, done)
        self.keep(done)
        self.record_share(counted.earned)
        return done

    def keep(self, done: Progress) -> None:
        """Store a progress, if it is another than the one stored."""
        state, kept = done.as_state(), self.progress
        if state != kept and (kept or done != Progress()):
            self.progress = state


def _opened(practice: Practice, counted: CountedAttempt, done: Progress) -> Progress:
    kept: dict[str, Any] = counted.result
    sheet = Sheet.from_state(kept["sheet"])
    dossier = filing.open_dossier(practice, sheet, number=counted.number)
    done = replace(done, closed=counted.number - 1)
    return done.filed(group=kept["group"], attempt_id=counted.attempt_id, dossier=dossier, sheet=sheet)
