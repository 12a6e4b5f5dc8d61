"""What awaits the staff, in Django's admin: names to compare, reports of wrong names, submissions."""

from __future__ import annotations

import logging
from collections import Counter
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from digital_literacy.certificates.admin import ReadOnlyAdmin, ReasonForm
from digital_literacy.certificates.applications import (
    GRADE,
    LOGIN,
    NAME,
    REPRESENTATIVE,
    REVIEW,
    approve,
    decline,
)
from digital_literacy.certificates.config import NotSetUpError
from digital_literacy.certificates.models import Application, NameReport, Submission
from digital_literacy.certificates.reports import RevokedByStaffError, settle
from digital_literacy.compat.platform import get_platform
from digital_literacy.identity.refusals import WORDS
from digital_literacy.identity.results import Refused

log = logging.getLogger(__name__)
WAITS = {
    NAME: _("the learner's answer about his name"),
    REVIEW: _("a decision about the name"),
    REPRESENTATIVE: _("the consent of a representative"),
    GRADE: _("a grade"),
    LOGIN: _("another login, since the platform's keys were changed"),
}


class QueueAdmin(ReadOnlyAdmin):
    """A list with acts on the chosen rows, for those who may change them."""

    action_form = ReasonForm

    def reason(self, request: HttpRequest) -> str:
        """What was written beside the action; says so where it is missing."""
        reason = request.POST.get("reason", "").strip()
        if not reason:
            self.message_user(
                request, _("Nothing was done: write the reason beside the action."), messages.ERROR
            )
        return reason


class WaitingFilter(admin.SimpleListFilter):
    """What applications wait for, in words."""

    title = _("waiting for")
    parameter_name = "waiting_for"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Only what some of them wait for."""
        present = set(model_admin.get_queryset(request).values_list("waiting_for", flat=True))
        return [(code, words) for code, words in WAITS.items() if code in present]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Application]) -> QuerySet[Application]:
        """Those that wait for the chosen one."""
        return queryset.filter(waiting_for=self.value()) if self.value() else queryset


@admin.register(Application)
class ApplicationAdmin(QueueAdmin):
    """Who was verified and has no certificate yet. Those whose names differ need a decision."""

    list_display = ("created_at", "holder_name", "account_name", "user", "course_key", "waits", "level")
    list_filter = (WaitingFilter, "course_key", "simulated")
    search_fields = ("user__username", "user__email")
    actions = ("approve_selected", "decline_selected")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Application]:
        """Only what is open and not too old."""
        found = super().get_queryset(request)
        return found.filter(is_open=True, expires_at__gt=timezone.now()).select_related("user")

    @admin.display(description=_("waiting for"), ordering="waiting_for")
    def waits(self, application: Application) -> str:
        """What it waited for when it was last looked at."""
        return str(WAITS.get(application.waiting_for, ""))

    @admin.display(description=_("name in the account"))
    def account_name(self, application: Application) -> str:
        """The name as the platform has it, to compare."""
        return get_platform().learner_name(application.user_id)

    @admin.action(description=_("It is one person: issue when everything is passed"))
    def approve_selected(self, request: HttpRequest, queryset: QuerySet[Application]) -> None:
        """The staff has compared account and papers."""
        issued, waiting = 0, Counter[str]()
        for application in queryset:
            try:
                made = approve(application, actor_id=request.user.pk)
                issued += made is not None
                waiting.update([application.waiting_for] if made is None else [])
            except Refused as refused:
                words = WORDS.get(refused.code, WORDS["unexpected"])
                self.message_user(
                    request, f"{application.user}: {_(words.happened) % refused.params}", messages.ERROR
                )
            except Exception as error:  # one that fails must not keep the others waiting
                log.exception("an application was not issued")
                self.message_user(request, f"{application.user}: {type(error).__name__}", messages.ERROR)
        text = ngettext("%(count)d certificate was issued.", "%(count)d certificates were issued.", issued)
        self.message_user(request, text % {"count": issued})
        for reason, count in waiting.items():
            told = _("%(count)d still wait for: %(what)s.") % {
                "count": count,
                "what": WAITS.get(reason, reason),
            }
            self.message_user(request, told, messages.WARNING)

    @admin.action(description=_("Decline (write the reason beside; the learner reads it)"))
    def decline_selected(self, request: HttpRequest, queryset: QuerySet[Application]) -> None:
        """It is not one person."""
        reason = self.reason(request)
        for application in queryset if reason else ():
            decline(application, actor_id=request.user.pk, reason=reason)


@admin.register(NameReport)
class NameReportAdmin(QueueAdmin):
    """Holders who say that the name is wrong, the open ones first."""

    list_display = ("at", "kind", "credential", "user", "settled_at", "answer")
    list_filter = (("settled_at", admin.EmptyFieldListFilter), "kind")
    ordering = ("-is_open", "at")
    actions = ("open_the_way", "answer_only")

    @admin.action(description=_("Revoke and allow a new certificate (write the answer beside)"))
    def open_the_way(self, request: HttpRequest, queryset: QuerySet[NameReport]) -> None:
        """The holder is right: he logs in again and receives a certificate with the name of today."""
        self._settle(request, queryset, renew=True)

    @admin.action(description=_("The name is right (write the answer beside; the learner reads it)"))
    def answer_only(self, request: HttpRequest, queryset: QuerySet[NameReport]) -> None:
        """The certificate stays."""
        self._settle(request, queryset, renew=False)

    def _settle(self, request: HttpRequest, queryset: QuerySet[NameReport], *, renew: bool) -> None:
        answer = self.reason(request)
        for report in queryset if answer else ():
            try:
                settle(report, actor_id=request.user.pk, answer=answer, renew=renew)
            except NotSetUpError as error:
                self.message_user(request, str(error), messages.ERROR)
            except RevokedByStaffError:
                text = _(
                    "The certificate %(number)s was revoked by the staff, and its report stays open. Allow a new "
                    "certificate in the list of certificates, or answer without a new one."
                )
                number = report.credential.identifier
                self.message_user(request, text % {"number": number}, messages.WARNING)


@admin.register(Submission)
class SubmissionAdmin(ReadOnlyAdmin):
    """What was handed to confirming bodies, and what they answered."""

    list_display = ("changed_at", "credential", "body", "state", "tries", "receipt", "problem")
    list_filter = ("state", "body")
    search_fields = ("credential__identifier",)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
