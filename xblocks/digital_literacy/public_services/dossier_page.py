"""What a filed dossier shows: receipt, tracking, what the agency asks for, and the result."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from digital_literacy.olx.messages import gettext_noop
from digital_literacy.public_services.dossier import MOVES, Dossier, Status, days_of_history
from digital_literacy.public_services.page import day_of, dong
from digital_literacy.public_services.reasons import mistakes, refusals
from digital_literacy.public_services.rubric import Sheet, score, traps
from digital_literacy.public_services.scenario import Practice

PART_NAMES = {
    "fields": gettext_noop("Form fields"),
    "papers": gettext_noop("Papers"),
    "path": gettext_noop("The way there: procedure, address, agency"),
    "traps": gettext_noop("Traps avoided"),
    "supplement": gettext_noop("Answer to the request for a paper"),
    "help": gettext_noop("Done without hints"),
    "time": gettext_noop("Done in time"),
}
TRAP_NAMES = {
    "owner": gettext_noop("Filing for another person with the tick still there"),
    "old_name": gettext_noop("An old place name in an address"),
    "no_marks": gettext_noop("A name without its marks"),
    "date_format": gettext_noop("A date in a wrong shape"),
    "expired": gettext_noop("An expired paper"),
    "blurred": gettext_noop("A paper that cannot be read"),
    "stranger": gettext_noop("Paying by a stranger's code or account"),
    "lure": gettext_noop("A link that leaves the portal"),
}


def dossier_page(practice: Practice, dossier: Dossier, sheet: Sheet) -> dict[str, Any]:
    """Receipt and tracking; the result once the dossier came to its end."""
    term = practice.service.term.days or 3
    days = days_of_history(dossier.filed_on, len(dossier.history), term)
    tried = [option for option in map(_supplement(practice).get, dossier.tries) if option]
    return {
        "dossier": dossier,
        "service": practice.service,
        "seen": len(dossier.history),
        "history": [{"label": s.label, "day": day_of(d)} for s, d in zip(dossier.history, days, strict=True)],
        "looked_up": len(dossier.history) > 1,
        "filed_on": day_of(dossier.filed_on),
        "request": practice.scenario.supplement if dossier.status is Status.SUPPLEMENT_REQUIRED else None,
        **_owed(practice, dossier, sheet),
        "can_withdraw": Status.WITHDRAWN in MOVES[dossier.status],
        "refusals": refusals(practice, sheet) if dossier.status is Status.NOT_ACCEPTED else [],
        "tried": tried,
        "try_number": len(dossier.tries) + 1,
        "stuck": is_stuck(practice, dossier),
        **(result_page(practice, sheet, tries=dossier.tries) if dossier.finished else {}),
    }


def _owed(practice: Practice, dossier: Dossier, sheet: Sheet) -> dict[str, Any]:
    """The fee that the agency asks for, with what was tried before."""
    payment = practice.service.payment
    if payment is None or dossier.status is not Status.PAYMENT_REQUIRED:
        return {}
    tried = [way for way in payment.question.answers if not way.correct and _tried(sheet, way.id)]
    fees = [{"fact": fee, "amount": dong(fee.amount)} for fee in practice.service.fees if fee.checked]
    return {"owed": payment.question, "ways_tried": tried, "fees": fees}


def _tried(sheet: Sheet, way: str) -> bool:
    return any(entry.endswith(f":payment:{way}") for entry in sheet.path)


def is_stuck(practice: Practice, dossier: Dossier) -> bool:
    """Whether the dossier waits for a paper or a fee that is no longer asked for."""
    if dossier.status is Status.PAYMENT_REQUIRED:
        return not practice.service.pays_at("obligation")
    return dossier.status is Status.SUPPLEMENT_REQUIRED and practice.scenario.supplement is None


def _supplement(practice: Practice) -> dict[str, Any]:
    supplement = practice.scenario.supplement
    return {option.id: option for option in supplement.options} if supplement else {}


def result_page(practice: Practice, sheet: Sheet, *, tries: Sequence[str] = ()) -> dict[str, Any]:
    """Points by part and the mistakes with their reasons; `tries` are ids of the papers sent on request."""
    found = score(practice, sheet)
    return {
        "share": found.share,
        "outcome": practice.service.outcome,
        "parts": [{"name": PART_NAMES[part.id], "part": part} for part in found.parts],
        "mistakes": mistakes(practice, sheet, tries=tries),
        "together": sheet.together,
        "traps": [TRAP_NAMES[name] for name in traps(practice, sheet)],
    }
