"""The dossier of a service practice after filing, and what its handlers share."""

from __future__ import annotations

from typing import Any, cast

from django.utils.safestring import SafeString
from django.utils.timezone import now
from django.utils.translation import gettext as _
from webob import Response
from xblock.core import XBlock
from xblock.scorable import Score

from digital_literacy.blocks.dossier_messages import real_at, unreadable, used_up
from digital_literacy.blocks.handlers import HandlerError, json_endpoint, text_of
from digital_literacy.blocks.rendering import render_once
from digital_literacy.blocks.standing import StandingMixin
from digital_literacy.frameworks.administrative_units import communes
from digital_literacy.olx.faults import Fault
from digital_literacy.public_services import dossier_page
from digital_literacy.public_services.answers import InvalidAnswerError, path_of, real_looking
from digital_literacy.public_services.dossier import Dossier
from digital_literacy.public_services.progress import HELPED, Progress
from digital_literacy.public_services.rubric import Score as Marked
from digital_literacy.public_services.rubric import score
from digital_literacy.public_services.scenario import Practice


class DossierMixin(StandingMixin):
    """Communes, hints, what is shown of a dossier, and a new start; a door gives `read_practice(group)`."""

    def read_practice(self, group: str) -> tuple[Practice | None, list[Fault]]:
        """The practice as a target group has it, or its faults. The door implements it."""
        raise NotImplementedError

    @XBlock.handler
    def communes_of(self, request: Any, suffix: str = "") -> Response:
        """The communes of a province, as `[code, name]`: public data that a browser may keep for a day."""
        try:
            province = request.GET.get("province", "")
        except UnicodeDecodeError:
            return Response(json_body={"status": "error", "communes": []}, status=400, charset="utf-8")
        found = [[unit.code, unit.name] for unit in communes(province[:2])]
        response = Response(json_body={"status": "ok", "communes": found}, charset="utf-8")
        response.headers["Cache-Control"] = "private, max-age=86400"
        return response

    @json_endpoint
    def clue(self, data: dict[str, Any]) -> dict[str, Any]:
        """Give the hint of one field and note that it was asked for."""
        practice = self.open_practice(data)
        item = practice.service.field(text_of(data, "field", limit=80))
        if item is None or not item.clue or practice.mode != "try":
            raise HandlerError("unknown_hint", _("There is no hint here."), status=404)
        done = Progress.from_state(self.progress)
        helped = done.with_help(item.id)
        if helped != done:
            self.keep(helped)
            self.publish_hint(item=item.id, number=1)
        return {"html": item.clue.html}

    @json_endpoint
    def together(self, data: dict[str, Any]) -> dict[str, Any]:
        """Somebody helps from now on: every hint, beside its field; the dossier counts as done together."""
        practice = self.open_practice(data)
        if practice.mode != "try":
            raise HandlerError("no_helper", _("This practice is to be done alone."), status=403)
        self.keep(Progress.from_state(self.progress).with_helper())
        return {"hints": {item.id: item.clue.html for item in practice.service.fields() if item.clue}}

    @json_endpoint
    def restart(self, data: dict[str, Any]) -> dict[str, Any]:
        """Put the dossier aside and begin a new one; the best score stays. `code` says which: that of the page."""
        done, dossier = self.filed_dossier()
        self.refuse_closed()
        if data.get("code", dossier.code) != dossier.code:
            raise HandlerError(
                "filed_before", _("This dossier was filed before. Reload the page."), status=409
            )
        if self.max_attempts and self.attempts.used() >= self.max_attempts:
            raise used_up()
        # Not the number of attempts used: a dossier filed in another tab since must be found again.
        best = max(done.best, score(self.practice_for(done.group), done.sheet).share)
        self.keep(Progress(closed=done.closed + 1, best=best))
        return {}

    def calculate_score(self) -> Score:
        """The best counted attempt, or the present dossier with its supplement where that is more."""
        counted, done = super().calculate_score(), Progress.from_state(self.progress)
        # A supplement is no attempt: what it added stands in the progress, of closed dossiers too.
        share = score(self.practice_for(done.group), done.sheet).share if done.dossier else 0.0
        return counted._replace(raw_earned=max(counted.raw_earned, share, done.best))

    def publish_dossier(self, done: Progress, marked: Marked) -> None:
        """Tell what the filed dossier is worth now; a paper sent later, or a fee paid, tells it again."""
        self.publish_attempt(
            attempt=done.closed + 1,
            earned=marked.share,
            possible=1.0,
            shares={part.id: part.earned / part.possible for part in marked.parts},
            target_group=done.group,
            helper=HELPED if done.sheet.together else "",
            hints=len(done.sheet.helped),
        )

    def is_closed(self) -> bool:
        """Whether nothing counts any more; what is filed may still be looked up."""
        return self.platform_rules().is_closed(now())

    def refuse_closed(self) -> None:
        """Refuse what would count.

        Raises:
            HandlerError: the time is over.
        """
        if self.is_closed():
            message = _("The time for this exercise is over. Answers no longer count.")
            raise HandlerError("closed", message, status=403)

    def open_practice(self, sent: dict[str, Any], group: str | None = None) -> Practice:
        """The practice the learner may answer now; what he sent is looked at for real-looking data first.

        Args:
            sent: what the browser sent.
            group: the learner's target group, where it is known already.

        Raises:
            HandlerError: something sent looks real or is far too long, or the content has faults.
        """
        try:
            places = real_looking(sent)
        except InvalidAnswerError as error:
            raise unreadable(error) from None
        practice = self.practice_for(self.target_group if group is None else group)
        if places:
            raise HandlerError(
                "real_looking",
                _(
                    "Something here looks like a real person's number or address. It was not kept. Use only what "
                    "stands on the persona card."
                ),
                errors=[real_at(practice, place) for place in places if practice.service.field(place)],
            )
        return practice

    def practice_for(self, group: str) -> Practice:
        """The practice as a group has it.

        Raises:
            HandlerError: the content has faults.
        """
        practice = self.read_practice(group)[0]
        if practice is None:
            message = _("This exercise is being prepared. Please come back later.")
            raise HandlerError("unavailable", message, status=409)
        return practice

    def open_result(self, practice: Practice, choice: str) -> dict[str, Any]:
        """Open a search result; a wrong one is noted and explained."""
        result = practice.service.result(choice)
        if result is None:
            raise HandlerError("unknown_choice", _("There is no such procedure here. Reload the page."))
        self.keep(Progress.from_state(self.progress).with_path(path_of(practice, [choice])))
        return {"valid": result.correct, "lure": result.lure, "html": result.reason.html}

    def dossier_html(self, practice: Practice, done: Progress) -> SafeString:
        """Receipt, tracking and result of the filed dossier."""
        dossier, html_id, best = cast(Dossier, done.dossier), self.html_id, self.earned_share
        # Only who waits for nothing more is asked whether to begin again.
        at_end = dossier.finished or dossier_page.is_stuck(practice, dossier)
        limit = self.max_attempts if at_end else 0
        can_restart = at_end and not self.is_closed() and (not limit or self.attempts.used() < limit)
        shows = self.is_staff or self.platform_rules().shows_results(now())

        def context() -> dict[str, Any]:
            own = {"html_id": html_id, "can_restart": can_restart, "best": best, "shows_results": shows}
            return {**dossier_page.dossier_page(practice, dossier, done.sheet), **own}

        ended = (best, str(done.sheet.as_state())) if dossier.finished else (done.sheet.path,)
        key = (practice, dossier, html_id, can_restart, shows, *ended)
        return render_once("service_practice/dossier.html", context, key=key)

    def dossier_reply(self, practice: Practice, done: Progress) -> dict[str, Any]:
        """The reply of every handler of the dossier."""
        dossier = cast(Dossier, done.dossier)
        status = {"number": int(dossier.status), "label": dossier.status.label}
        html = self.dossier_html(practice, done)
        return {"code": dossier.code, "dossier": status, "finished": dossier.finished, "html": html}

    def filed_dossier(self) -> tuple[Progress, Dossier]:
        """How far the learner is, and his dossier.

        Raises:
            HandlerError: none was filed.
        """
        done = self.standing()
        if done.dossier is None:
            raise HandlerError(
                "not_filed", _("No dossier was filed yet. Fill in and file it first."), status=409
            )
        return done, done.dossier
