"""Certificates in Django's admin: look, revoke with a reason, allow a new one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from digital_literacy.certificates.config import NotSetUpError
from digital_literacy.certificates.credential import read_id
from digital_literacy.certificates.models import Credential
from digital_literacy.certificates.revoking import allow_again, revoke
from digital_literacy.vietnamese.letters import clean, without_marks

_MOST_BY_NAME = 500  # databases limit how many values stand in one statement


class ReasonForm(ActionForm):
    """The list's actions, with room for the reason of a revocation."""

    reason = forms.CharField(
        label=_("Reason (no name and no number of a person)"), required=False, max_length=200
    )


class GuardedActions(admin.ModelAdmin):
    """Acts on chosen rows are for those who may change them, not for all who may look."""

    def get_actions(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """None for who may only look."""
        found = super().get_actions(request, *args, **kwargs)
        allowed = f"{self.opts.app_label}.change_{self.opts.model_name}"
        return found if request.user.has_perm(allowed) else {}


class ReadOnlyAdmin(GuardedActions):
    """Rows are made and changed by use cases only."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return [field.name for field in self.model._meta.fields]


@admin.register(Credential)
class CredentialAdmin(ReadOnlyAdmin):
    """Certificates, newest first."""

    list_display = (
        "identifier",
        "holder_name",
        "revoked_at",
        "page",
        "issued_at",
        "course_title",
        "level",
        "simulated",
    )
    list_filter = ("simulated", ("revoked_at", admin.EmptyFieldListFilter), "course_title")
    search_fields = (
        "identifier",
        "holder_name",
        "award__user__username",
        "award__user__first_name",
        "award__user__last_name",
    )
    action_form = ReasonForm
    actions = ("revoke_selected", "allow_selected")

    def get_search_fields(self, request: HttpRequest) -> tuple[str, ...]:
        """The account's full name too, where the platform keeps it in a profile."""
        has_profile = hasattr(get_user_model(), "profile")
        return (*self.search_fields, *(("award__user__profile__name",) if has_profile else ()))

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Credential], search_term: str
    ) -> tuple[QuerySet[Credential], bool]:
        """The number also as it is printed, in groups with dashes; the holder's name also without its marks."""
        found, twice = super().get_search_results(request, queryset, read_id(search_term) or search_term)
        words = without_marks(clean(search_term)).split()
        if not words:
            return found, twice
        named = queryset.values_list("pk", "holder_name").iterator()
        near = [pk for pk, name in named if all(word in without_marks(name) for word in words)]
        return queryset.filter(Q(pk__in=found.values("pk")) | Q(pk__in=near[:_MOST_BY_NAME])), twice

    @admin.display(description=_("Page"))
    def page(self, credential: Credential) -> str:
        """A link to the public page; a withdrawn certificate no longer says where it is."""
        if credential.is_withdrawn:
            return ""
        return format_html('<a href="{}">{}</a>', credential.document["id"], _("Open"))

    @admin.action(description=_("Revoke (write the reason beside)"))
    def revoke_selected(self, request: HttpRequest, queryset: QuerySet[Credential]) -> None:
        """Revoke the chosen certificates."""
        reason = request.POST.get("reason", "").strip()
        if not reason:
            self.message_user(
                request, _("Nothing was revoked: write the reason beside the action."), messages.ERROR
            )
            return
        try:
            done = sum(revoke(row.pk, actor_id=request.user.pk, reason=reason) for row in queryset)
        except NotSetUpError as error:
            self.message_user(request, str(error), messages.ERROR)
            return
        text = ngettext("%(count)d certificate was revoked.", "%(count)d certificates were revoked.", done)
        self.message_user(request, text % {"count": done})

    @admin.action(description=_("Allow a new certificate after revocation"))
    def allow_selected(self, request: HttpRequest, queryset: QuerySet[Credential]) -> None:
        """Let the holders of the chosen, revoked certificates have a new one."""
        answers = [allow_again(row.pk, actor_id=request.user.pk) for row in queryset]
        done, refused = answers.count(True), answers.count(False)
        if refused:
            said = ngettext(
                "%(count)d holder has a certificate that was not revoked: revoke that one first.",
                "%(count)d holders have a certificate that was not revoked: revoke that one first.",
                refused,
            )
            self.message_user(request, said % {"count": refused}, messages.ERROR)
        text = ngettext(
            "%(count)d holder may have a new certificate.",
            "%(count)d holders may have a new certificate.",
            done,
        )
        self.message_user(request, text % {"count": done})
