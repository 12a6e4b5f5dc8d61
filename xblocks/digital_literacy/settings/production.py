"""Settings that an operator gives through the platform's environment tokens."""

from __future__ import annotations

from typing import Any

from digital_literacy.settings.common import allow_in_libraries, leave_untracked


def plugin_settings(settings: Any) -> None:
    """Take every `DIGITAL_LITERACY_…` token of the operator's configuration."""
    tokens = getattr(settings, "ENV_TOKENS", None) or {}
    for name, value in tokens.items():
        if name.startswith("DIGITAL_LITERACY_"):
            setattr(settings, name, value)
    # These lists are written after the plugins' common settings were read, or come from the operator's file.
    allow_in_libraries(settings)
    leave_untracked(settings)
