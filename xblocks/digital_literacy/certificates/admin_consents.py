"""Consents of representatives in Django's admin: recorded from paper, withdrawn, never deleted by hand."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from digital_literacy.audit import log as audit
from digital_literacy.certificates.admin import GuardedActions
from digital_literacy.certificates.admin_queues import WAITS
from digital_literacy.certificates.applications import open_application, proceed
from digital_literacy.certificates.config import NotSetUpError
from digital_literacy.certificates.models import Credential
from digital_literacy.certificates.withdrawing import withdraw_consent
from digital_literacy.compat.platform import get_platform
from digital_literacy.identity.consents import representative_agreed
from digital_literacy.identity.models import RepresentativeConsent
from digital_literacy.identity.refusals import WORDS
from digital_literacy.identity.results import Refused


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
