"""What a practice reads of a request, and what it says about it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from digital_literacy.blocks.handlers import HandlerError
from digital_literacy.olx.faults import filled
from digital_literacy.public_services import filing
from digital_literacy.public_services.answers import Answers, InvalidAnswerError, read_answers
from digital_literacy.public_services.checking import FAULT_TEXTS
from digital_literacy.public_services.scenario import Practice


def answers_of(practice: Practice, sent: dict[str, Any]) -> Answers:
    """The answers a browser sent.

    Raises:
        HandlerError: a part cannot be read.
    """
    try:
        return read_answers(practice, sent)
    except InvalidAnswerError as error:
        raise unreadable(error) from None


def unreadable(error: InvalidAnswerError) -> HandlerError:
    """The refusal of an answer that no page of ours sends."""
    return HandlerError("bad_request", _(error.message) % {"part": error.part})


def already_filed() -> HandlerError:
    """The refusal of a second dossier while one is open."""
    message = _(
        "A dossier was filed already, perhaps in another tab. This one was not filed and no attempt was used. What "
        "you entered stays on this page until you reload it. Reload to look up the dossier that was filed."
    )
    return HandlerError("already_filed", message, status=409)


def used_up() -> HandlerError:
    """The refusal when no attempt is left."""
    return HandlerError(
        "attempts_used", _("All attempts have been used. The best result is kept."), status=403
    )


def verdict(faults: list[filing.Fault]) -> dict[str, Any]:
    """The reply to a step: whether it may go on, and what is to be mended where."""
    errors = [
        {"field": fault.field, "message": fault.text if fault.own else filled(_(fault.text), fault.params)}
        for fault in faults
    ]
    return {"valid": not errors, "errors": errors}


def real_at(practice: Practice, place: str) -> dict[str, str]:
    """The error beside a field whose value looks real."""
    item = practice.service.field(place)
    return {"field": place, "message": _(FAULT_TEXTS["real_looking"]) % {"label": item.label if item else ""}}


def number_of(data: dict[str, Any], name: str) -> int:
    """The small number `data[name]`.

    Raises:
        HandlerError: it is missing or no such number.
    """
    value = data.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 1000:
        raise HandlerError("bad_request", _("The request cannot be read. Reload the page and try again."))
    return value
