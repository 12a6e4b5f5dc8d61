"""Who may read reports, in Django's admin."""

from __future__ import annotations

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from digital_literacy.frameworks.administrative_units import provinces
from digital_literacy.monitoring.models import ReportReader


class ReportReaderForm(forms.ModelForm):
    """A province to choose, or the whole country."""

    province = forms.ChoiceField(
        label=_("Province or city"),
        required=False,
        choices=lambda: [("", _("The whole country")), *((each.code, each.name) for each in provinces())],
    )

    class Meta:
        model = ReportReader
        fields = ("user", "province")


@admin.register(ReportReader)
class ReportReaderAdmin(admin.ModelAdmin):
    """One row for each account."""

    form = ReportReaderForm
    list_display = ("user", "province")
    list_filter = ("province",)
    search_fields = ("user__username", "user__email")
    autocomplete_fields = ("user",)
