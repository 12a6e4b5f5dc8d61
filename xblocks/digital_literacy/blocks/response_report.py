"""The instructor's report of answers: the platform asks each graded block for its rows (`generate_report_data`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from digital_literacy.learners.attempts import CountedAttempt, attempts_by_username
from digital_literacy.learners.installed import has_app
from digital_literacy.public_services.marking import FULL
from digital_literacy.public_services.rubric import Sheet


class ResponseReportMixin:
    """A row for each thing that was answered, attempt by attempt; never a text that somebody typed."""

    def generate_report_data(
        self, user_state_iterator: Iterable[Any], limit_responses: int | None = None
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        """User name and row, as the platform's report wants them.

        Args:
            user_state_iterator: the platform's states of this block, one a learner, each with a `username`.
            limit_responses: how many rows at most; all of them where it is `None`.

        Raises:
            NotImplementedError: attempts are not kept as rows here; the platform then leaves the block out.
        """
        if not has_app():
            raise NotImplementedError
        left = limit_responses
        for state in user_state_iterator:
            for attempt in attempts_by_username(state.username, usage_key=str(self.scope_ids.usage_id)):
                for row in self.report_rows(attempt):
                    if left is not None and left <= 0:
                        return
                    left = None if left is None else left - 1
                    yield state.username, row

    def report_rows(self, attempt: CountedAttempt) -> Iterator[dict[str, Any]]:
        """The rows of one attempt; column names are in the instructor's language."""
        raise NotImplementedError


class ExerciseReportMixin(ResponseReportMixin):
    """One row a question: what was chosen, by the author's own ids."""

    def report_rows(self, attempt: CountedAttempt) -> Iterator[dict[str, Any]]:
        """See `ResponseReportMixin`."""
        exercise, faults = self._read(str(attempt.result.get("group", "")))
        prompts = {} if faults else {item.id: item.prompt.text for item in exercise.items}
        answers = attempt.result.get("answers", {})
        for name, share in attempt.result.get("items", {}).items():
            yield {
                **_of_attempt(attempt),
                _("Question ID"): name,
                _("Question"): prompts.get(name, ""),
                _("Answer"): str(answers.get(name, "")),
                _("Share of the points"): share,
            }


class DossierReportMixin(ResponseReportMixin):
    """One row a dossier: which fields and papers were not right, and where the way was left."""

    def report_rows(self, attempt: CountedAttempt) -> Iterator[dict[str, Any]]:
        """See `ResponseReportMixin`."""
        sheet = Sheet.from_state(attempt.result.get("sheet", {}))
        wrong = [name for name, mark in {**sheet.fields, **sheet.papers}.items() if mark != FULL]
        yield {
            **_of_attempt(attempt),
            _("Which of two forms"): attempt.result.get("form", ""),
            _("Share of the points"): attempt.share,
            _("Not right"): ", ".join(wrong),
            _("Mistakes on the way"): ", ".join(sheet.path),
            _("Clues asked for"): ", ".join(sheet.helped),
        }


def _of_attempt(attempt: CountedAttempt) -> dict[str, Any]:
    return {
        _("Attempt"): attempt.number,
        _("Target group"): attempt.result.get("group", ""),
        _("Helper"): attempt.result.get("help", ""),
    }
