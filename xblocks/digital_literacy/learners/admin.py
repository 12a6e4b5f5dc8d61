"""Target groups of cohorts, and extra time for learners, in Django's admin."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from digital_literacy.learners.groups import target_groups
from digital_literacy.learners.models import CohortGroup, TimeAllowance


def _groups() -> list[tuple[str, str]]:
    return [(group.code, group.name(get_language() or "vi")) for group in target_groups()]


class CohortGroupForm(forms.ModelForm):
    """The groups of this platform to choose from."""

    target_group = forms.ChoiceField(label=_("target group"), choices=_groups)

    class Meta:
        model = CohortGroup
        fields = ("course_key", "cohort", "target_group")


@admin.register(CohortGroup)
class CohortGroupAdmin(admin.ModelAdmin):
    """One row for each cohort whose group is set."""

    form = CohortGroupForm
    list_display = ("course_key", "cohort", "target_group")
    list_filter = ("target_group",)
    search_fields = ("course_key", "cohort")


@admin.register(TimeAllowance)
class TimeAllowanceAdmin(admin.ModelAdmin):
    """Who may take longer, how much, and who said so."""

    list_display = ("user", "course_key", "usage_key", "percent", "given_by", "given_at")
    list_filter = ("course_key",)
    search_fields = ("user__username", "user__email", "course_key", "usage_key")
    autocomplete_fields = ("user",)
    readonly_fields = ("given_by", "given_at")

    def save_model(self, request: Any, obj: TimeAllowance, form: Any, change: bool) -> None:
        """Note who gave it."""
        obj.given_by = request.user
        super().save_model(request, obj, form, change)
