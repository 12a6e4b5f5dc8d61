"""The audit in Django's admin: to read, newest first."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from digital_literacy.audit.log import account_names
from digital_literacy.audit.models import AuditEntry


@admin.register(AuditEntry)
class AuditEntryAdmin(admin.ModelAdmin):
    """What was done, and by whom."""

    list_display = ("at", "event", "about", "course_key", "by", "detail")
    list_filter = ("event",)
    search_fields = ("subject", "course_key")

    @admin.display(description=_("about"))
    def about(self, line: AuditEntry) -> str:
        """A certificate's number, or a learner, while he is linked to his pseudonym."""
        kind, _space, name = line.subject.partition(" ")
        return account_names([name]).get(name, line.subject) if kind == "learner" else line.subject

    @admin.display(description=_("by"))
    def by(self, line: AuditEntry) -> str:
        """The account, while the line is linked to one."""
        return account_names([line.actor]).get(line.actor, line.actor)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
