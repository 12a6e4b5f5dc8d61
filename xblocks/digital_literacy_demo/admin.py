"""The host's records in the Django admin."""

from __future__ import annotations

from django.contrib import admin

from digital_literacy_demo.models import Block, Completion, Course, Event, Grade, LearnerState, Person

admin.site.register(Course, list_display=("title", "key", "language"))
admin.site.register(Person, list_display=("full_name", "role", "target_group", "cohort"))
admin.site.register(Grade, list_display=("user", "usage_key", "earned", "possible", "modified"))
admin.site.register(Completion, list_display=("user", "usage_key", "completion", "modified"))
admin.site.register(LearnerState, list_display=("user", "scope", "key", "modified"))


@admin.register(Block)
class BlockAdmin(admin.ModelAdmin):
    """Blocks by course."""

    list_display = ("usage_key", "block_type", "version", "edited", "problem")
    list_filter = ("course", "block_type", "edited")
    search_fields = ("usage_key",)


@admin.register(Event)
class EventAdmin(admin.ModelAdmin):
    """Events by kind."""

    list_display = ("at", "user", "kind", "usage_key")
    list_filter = ("kind",)
    date_hierarchy = "at"
