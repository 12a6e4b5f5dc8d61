"""System checks of all settings: names that nobody reads, and values of another type."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register

from digital_literacy.settings.declared import PREFIX, SETTINGS, TYPES, Setting

# The embedded host has settings of its own.
_NOT_OURS = ("DIGITAL_LITERACY_DEMO",)


@register("digital_literacy")
def check_settings(app_configs: Any, **_kwargs: Any) -> list[CheckMessage]:
    """Every name is known, every value has its type."""
    return [*_unknown(), *_of_another_type()]


def _unknown() -> Iterator[CheckMessage]:
    known = {f"{PREFIX}{setting.name}" for setting in SETTINGS}
    for name in sorted(dir(settings)):
        if name.startswith(PREFIX) and name not in known and not name.startswith(_NOT_OURS):
            near = get_close_matches(name, known, n=1)
            hint = (
                f"Did you mean {near[0]}?" if near else "docs/administrators/settings.md lists all settings."
            )
            yield Warning(f"{name} is set, and nothing reads it.", hint=hint, id="digital_literacy.W040")


def _of_another_type() -> Iterator[CheckMessage]:
    for setting in SETTINGS:
        value = getattr(settings, f"{PREFIX}{setting.name}", None)
        if value is not None and value != "" and not _fits(setting, value):
            hint = f"It is a {setting.kind}." + (f" Default: {setting.default}." if setting.default else "")
            message = f"{PREFIX}{setting.name} is of another type."
            yield Error(message, hint=hint, id="digital_literacy.E041")


def _fits(setting: Setting, value: object) -> bool:
    # True is a whole number to Python, and to nobody else.
    if isinstance(value, bool):
        return bool in TYPES[setting.kind]
    return isinstance(value, TYPES[setting.kind])
