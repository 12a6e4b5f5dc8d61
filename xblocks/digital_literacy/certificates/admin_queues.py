"""What awaits the staff, in Django's admin: names to compare, reports of wrong names, consents of representatives."""

from __future__ import annotations

import logging
from collections import Counter
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from digital_literacy.audit import log as audit
from digital_literacy.certificates.admin import GuardedActions, ReadOnlyAdmin, ReasonForm
from digital_literacy.certificates.applications import (
    GRADE,
    LOGIN,
    NAME,
    REPRESENTATIVE,
    REVIEW,
    approve,
    decline,
    open_application,
    proceed,
)
from digital_literacy.certificates.config import NotSetUpError
from digital_literacy.certificates.models import Application, Credential, NameReport, Submission
from digital_literacy.certificates.reports import RevokedByStaffError, settle
from digital_literacy.certificates.withdrawing import withdraw_consent
from digital_literacy.compat.platform import get_platform
from digital_literacy.identity.consents import representative_agreed
from digital_literacy.identity.models import RepresentativeConsent
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


class RepresentativeConsentForm(forms.ModelForm):
    """A course's key is typed or pasted: a slip would leave the learner waiting."""

    course_key = forms.RegexField(
        label=_("course"),
        regex=r"^course-v1:[^+\s]+\+[^+\s]+\+[^+\s]+$",
        max_length=255,
        error_messages={"invalid": _("Write the course's key, such as course-v1:ORG+COURSE+RUN.")},
    )

    class Meta:
        model = RepresentativeConsent
        fields = ("user", "course_key", "relation", "given_on", "reference")

    def clean_course_key(self) -> str:
        """A course that the platform knows."""
        key = str(self.cleaned_data["course_key"])
        try:
            title = get_platform().course_title(key)
        except Exception:  # each release raises its own class for a course that is not there
            title = key
        if title == key:
            raise forms.ValidationError(_("There is no course with this key."))
        return key

    def clean_given_on(self) -> Any:
        """Nobody agrees in the future."""
        day = self.cleaned_data["given_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This date is still to come."))
        return day

    def clean(self) -> dict[str, Any]:
        """One consent is enough: a second one would hide that the first was withdrawn."""
        found = super().clean() or {}
        user, key = found.get("user"), found.get("course_key")
        if user and key and representative_agreed(user_id=user.pk, course_key=key):
            raise forms.ValidationError(_("For this learner and course a consent stands already."))
        return found


@admin.register(RepresentativeConsent)
class RepresentativeConsentAdmin(GuardedActions):
    """Consents of representatives: recorded from paper, withdrawn, never deleted by hand."""

    form = RepresentativeConsentForm
    list_display = ("user", "course_key", "relation", "given_on", "reference", "recorded_by", "withdrawn_at")
    list_filter = ("course_key", ("withdrawn_at", admin.EmptyFieldListFilter))
    search_fields = ("user__username", "user__email", "reference")
    autocomplete_fields = ("user",)
    actions = ("withdraw_selected", "mistaken_selected")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return obj is None and super().has_change_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: Any, obj: RepresentativeConsent, form: Any, change: bool) -> None:
        """Note who recorded it, and issue what waited for it."""
        obj.recorded_by, obj.recorded_at = request.user, timezone.now()
        with transaction.atomic():
            super().save_model(request, obj, form, change)
            audit.write(
                "representative_agreed",
                actor_id=request.user.pk,
                course_key=obj.course_key,
                subject=f"learner {audit.pseudonym(obj.user_id)}",
            )
        self._go_on(request, obj)

    def _go_on(self, request: HttpRequest, obj: RepresentativeConsent) -> None:
        application = open_application(user_id=obj.user_id, course_key=obj.course_key)
        if application is None:
            self.message_user(request, _("The learner has not logged in for the certificate yet."))
            return
        try:
            issued = proceed(application, actor_id=request.user.pk)
        except Refused as refused:
            words = WORDS.get(refused.code, WORDS["unexpected"])
            self.message_user(request, str(_(words.happened) % refused.params), messages.WARNING)
            return
        if issued:
            self.message_user(request, _("The certificate was issued."))
        else:
            reason = WAITS[application.waiting_for]
            self.message_user(request, _("The certificate still waits for: %(what)s.") % {"what": reason})

    @admin.action(description=_("Recorded by mistake: the consent ends, a certificate stays"))
    def mistaken_selected(self, request: HttpRequest, queryset: QuerySet[RepresentativeConsent]) -> None:
        """Whoever recorded it corrects himself; what was issued meanwhile is for him to judge."""
        for consent in queryset.filter(withdrawn_at=None):
            with transaction.atomic():
                consent.withdrawn_at, consent.is_mistaken = timezone.now(), True
                consent.save(update_fields=["withdrawn_at", "is_mistaken"])
                audit.write(
                    "representative_mistaken",
                    actor_id=request.user.pk,
                    course_key=consent.course_key,
                    subject=f"learner {audit.pseudonym(consent.user_id)}",
                )
            held = Credential.objects.filter(
                award__user_id=consent.user_id, award__course_key=consent.course_key, revoked_at=None
            ).first()
            if held is not None:
                text = _("The certificate %(number)s stands. Revoke it if it was issued on this consent.")
                self.message_user(request, text % {"number": held.identifier}, messages.WARNING)

    @admin.action(description=_("Withdrawn by the representative: the certificate is revoked"))
    def withdraw_selected(self, request: HttpRequest, queryset: QuerySet[RepresentativeConsent]) -> None:
        """The same as if the learner had withdrawn his own."""
        for consent in queryset.filter(withdrawn_at=None):
            try:
                with transaction.atomic():
                    withdraw_consent(
                        user_id=consent.user_id, course_key=consent.course_key, actor_id=request.user.pk
                    )
                    # Whoever else has agreed in writing: one who withdraws ends it for the child.
                    RepresentativeConsent.objects.filter(
                        user_id=consent.user_id, course_key=consent.course_key, withdrawn_at=None
                    ).update(withdrawn_at=timezone.now())
            except NotSetUpError as error:
                self.message_user(request, str(error), messages.ERROR)


@admin.register(Submission)
class SubmissionAdmin(ReadOnlyAdmin):
    """What was handed to confirming bodies, and what they answered."""

    list_display = ("changed_at", "credential", "body", "state", "tries", "receipt", "problem")
    list_filter = ("state", "body")
    search_fields = ("credential__identifier",)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
