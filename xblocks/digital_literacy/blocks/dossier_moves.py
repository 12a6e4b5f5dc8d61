"""What a learner does with a dossier after filing: look it up, send a paper, pay, take it back."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from digital_literacy.blocks.dossier import DossierMixin
from digital_literacy.blocks.dossier_messages import number_of
from digital_literacy.blocks.handlers import HandlerError, json_endpoint, text_of
from digital_literacy.public_services import filing
from digital_literacy.public_services.dossier import Dossier, IllegalMoveError
from digital_literacy.public_services.progress import Progress
from digital_literacy.public_services.rubric import Sheet, score
from digital_literacy.public_services.scenario import Practice


class DossierMovesMixin(DossierMixin):
    """The handlers of a filed dossier."""

    @json_endpoint
    def track(self, data: dict[str, Any]) -> dict[str, Any]:
        """Look the dossier up: one new status for each look; `seen` says how many were seen before."""
        done, dossier = self.filed_dossier()
        if text_of(data, "code", limit=40).strip().upper() != dossier.code:
            message = _("No dossier has this code. Copy it from the receipt with its dots and dashes.")
            raise HandlerError("unknown_code", message, status=404)
        practice = self.practice_for(done.group)
        moved, sheet = filing.look(practice, dossier, done.sheet, seen=number_of(data, "seen"))
        return self._moved(practice, done, moved, sheet)

    @json_endpoint
    def supplement(self, data: dict[str, Any]) -> dict[str, Any]:
        """Send one more paper; the `number` of the try makes a repeated request harmless."""
        done, dossier = self.filed_dossier()
        self.refuse_closed()
        practice = self.practice_for(done.group)
        option, number = text_of(data, "option", limit=40), number_of(data, "number")
        try:
            moved, sheet = filing.supplement(practice, dossier, done.sheet, option=option, number=number)
        except (KeyError, IllegalMoveError):
            message = _("This paper is not asked for now. Look the dossier up again.")
            raise HandlerError("not_asked", message, status=409) from None
        return self._moved(practice, done, moved, sheet)

    @json_endpoint
    def pay(self, data: dict[str, Any]) -> dict[str, Any]:
        """Pay the fee that the agency asks for, in the simulation; a wrong way is noted and explained."""
        done, dossier = self.filed_dossier()
        self.refuse_closed()
        practice = self.practice_for(done.group)
        try:
            moved, sheet = filing.pay(practice, dossier, done.sheet, way=text_of(data, "way", limit=40))
        except (KeyError, IllegalMoveError):
            message = _("No fee is asked for now. Look the dossier up again.")
            raise HandlerError("not_asked", message, status=409) from None
        return self._moved(practice, done, moved, sheet)

    @json_endpoint
    def withdraw(self, data: dict[str, Any]) -> dict[str, Any]:
        """Take the dossier back; `code` says which: that of the page."""
        done, dossier = self.filed_dossier()
        practice = self.practice_for(done.group)
        try:
            if data.get("code") != dossier.code:
                raise IllegalMoveError
            moved = dossier.withdrawn()
        except IllegalMoveError:
            message = _("This dossier cannot be taken back now. Look it up again.")
            raise HandlerError("not_withdrawn", message, status=409) from None
        return self._moved(practice, done, moved, done.sheet)

    def _moved(self, practice: Practice, done: Progress, dossier: Dossier, sheet: Sheet) -> dict[str, Any]:
        """Keep what happened to the dossier and publish a score that changed."""
        changed = (done.sheet.owes, sheet.answered) != (sheet.owes, done.sheet.answered)
        done = done.with_dossier(dossier, sheet)
        self.keep(done)
        if changed and not self.is_closed():
            marked = score(practice, sheet)
            self.record_share(marked.share)
            self.publish_dossier(done, marked)
        return self.dossier_reply(practice, done)
