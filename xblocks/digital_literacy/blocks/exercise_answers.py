"""What an exercise reads of a request."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from digital_literacy.blocks.handlers import HandlerError, object_of
from digital_literacy.exercises.answers import InvalidAnswer
from digital_literacy.exercises.grading import read_answers
from digital_literacy.exercises.ids import OpaqueIds
from digital_literacy.exercises.model import Answer, Exercise
from digital_literacy.olx.faults import filled


def answers_of(
    data: dict[str, Any], exercise: Exercise, ids: OpaqueIds, *, closed: bool, may_be_empty: bool = False
) -> dict[str, Answer]:
    """The answers of a request, in author's ids.

    Args:
        closed: whether the time for the exercise is over.
        may_be_empty: whether nothing at all is an answer too, as it is when the time of an attempt has run out.

    Raises:
        HandlerError: the time is over, nothing was answered, or no page of ours sends this.
    """
    if closed:
        message = _("The time for this exercise is over. Answers no longer count.")
        raise HandlerError("closed", message, status=403)
    try:
        answers = read_answers(exercise, object_of(data, "answers"), ids)
    except InvalidAnswer as error:
        raise HandlerError("invalid_answer", filled(_(error.message), error.params)) from None
    if not may_be_empty and not any(answers.values()):
        raise HandlerError("nothing_answered", _("Nothing was answered. Answer at least one question."))
    return answers
