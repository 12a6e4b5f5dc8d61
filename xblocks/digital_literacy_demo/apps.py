"""The host's Django app."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DemoConfig(AppConfig):
    """Courses, people, grades and events of the embedded host."""

    name = "digital_literacy_demo"
    label = "digital_literacy_demo"
    verbose_name = _("Trial host")
    default_auto_field = "django.db.models.BigAutoField"
