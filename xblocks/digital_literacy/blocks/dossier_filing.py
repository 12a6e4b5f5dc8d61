"""Filling in and filing a dossier: steps are checked, and the filed dossier is counted once."""

from __future__ import annotations

from typing import Any

from django.utils.timezone import now
from django.utils.translation import gettext as _

from digital_literacy.blocks.dossier_messages import already_filed, answers_of, used_up, verdict
from digital_literacy.blocks.dossier_moves import DossierMovesMixin
from digital_literacy.blocks.handlers import HandlerError, attempt_id_of, json_endpoint, object_of, text_of
from digital_literacy.learners import attempts
from digital_literacy.public_services import filing, page
from digital_literacy.public_services.progress import HELPED, Progress
from digital_literacy.public_services.rubric import Score, score


class DossierFilingMixin(DossierMovesMixin):
    """The handlers up to filing, and of what is only shown."""

    @json_endpoint
    def check_step(self, data: dict[str, Any]) -> dict[str, Any]:
        """Check one step; nothing of it is kept but a wrong choice of procedure."""
        practice = self.open_practice(data)
        step = text_of(data, "step", limit=40)
        if practice.rubric.time:
            self.keep(Progress.from_state(self.progress).begun_at(int(now().timestamp())))
        if step == page.SEARCH:
            return self.open_result(practice, text_of(data, "choice", limit=40))
        checked = filing.check(practice, answers_of(practice, data), step or "-")
        self.keep(Progress.from_state(self.progress).with_path(filing.slips(checked, step or "-")))
        return verdict(checked.faults)

    @json_endpoint
    def submit(self, data: dict[str, Any]) -> dict[str, Any]:
        """File the dossier; the same `attempt_id` again gives the same dossier again."""
        attempt_id, sent = attempt_id_of(data), object_of(data, "answers")
        done, store = Progress.from_state(self.progress), self.attempts
        counted, marked = store.find(attempt_id), None
        if counted is None:
            group = self.target_group
            self.check_binding(data, group)
            practice = self.open_practice(sent, group)
            if practice.shows:
                raise HandlerError(
                    "only_shown", _("This practice is only shown. Nothing is filed."), status=409
                )
            checked = filing.check(practice, answers_of(practice, sent))
            if checked.faults:
                self.keep(done.with_path(filing.slips(checked)))
                return verdict(checked.faults)
            counted, marked = self._claim(store, attempt_id, checked, done, group)
        elif done.attempt_id != attempt_id and not self.is_open(counted, done):
            raise HandlerError(
                "filed_before", _("This dossier was filed before. Reload the page."), status=409
            )
        if counted.replayed:
            practice = self.practice_for(counted.result["group"])
        if done.attempt_id != attempt_id:
            done = self.file(practice, counted, done)
        if not counted.replayed:
            self.publish_dossier(done, marked or score(practice, done.sheet))
        return {"valid": True, "replayed": counted.replayed, **self.dossier_reply(practice, done)}

    def _claim(
        self,
        store: attempts.AttemptStore,
        attempt_id: str,
        checked: filing.Checked,
        done: Progress,
        group: str,
    ) -> tuple[attempts.CountedAttempt, Score | None]:
        """The counted attempt, and its score where it was marked just now."""
        marked: Score | None = None
        if done.dossier:
            raise already_filed()
        self.refuse_closed()

        def outcome() -> attempts.Outcome:
            nonlocal marked
            minutes = (int(now().timestamp()) - done.begun) // 60 if done.begun else 0
            sheet = filing.mark(
                checked, path=done.path, helped=done.helped, together=done.together, minutes=max(minutes, 0)
            )
            # Attempts with a helper never show what a learner can do alone (`learners.attempts.alone`).
            kept = {"group": group, "sheet": sheet.as_state(), "help": HELPED if done.together else ""}
            # What certificates ask of an attempt later (`learners.attempts.of_skill`), as it was when it was made.
            told = {"skills": (self.skills or "").split(), "form": self.form}
            kept.update({name: value for name, value in told.items() if value})
            marked = score(checked.practice, sheet)
            return attempts.Outcome(marked.share, 1.0, kept)

        try:
            counted = store.claim(attempt_id, limit=self.max_attempts, grade=outcome, closed=done.closed)
        except attempts.AttemptOpenError:
            raise already_filed() from None
        except attempts.AttemptsUsedError:
            raise used_up() from None
        return counted, marked

    @json_endpoint
    def watched(self, _data: dict[str, Any]) -> dict[str, Any]:
        """The learner has gone through a practice that is only shown: it is complete, and nothing is marked."""
        if not self.practice_for(self.target_group).shows:
            raise HandlerError("not_shown", _("This practice is to be filled in and filed."), status=409)
        self.emit_completion(1.0)
        return {}
