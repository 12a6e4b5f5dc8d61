"""Defaults for LMS and Studio."""

from __future__ import annotations

from typing import Any

from digital_literacy.compat.xapi_settings import allow_events

UNTRACKED = r"^/digital-literacy/"
BLOCK_TYPES = ("skills_exercise", "service_practice", "vneid_certificate")


def plugin_settings(settings: Any) -> None:
    """Add the suite's defaults; runs more than once, so every step is idempotent."""
    settings.DIGITAL_LITERACY_PLATFORM = getattr(
        settings, "DIGITAL_LITERACY_PLATFORM", "digital_literacy.compat.openedx.OpenEdxPlatform"
    )
    allow_in_libraries(settings)
    leave_untracked(settings)
    allow_events(settings)


def allow_in_libraries(settings: Any) -> None:
    """Let authors use the blocks in content libraries, where the platform keeps a list of such blocks."""
    enabled = getattr(settings, "LIBRARY_ENABLED_BLOCKS", None)
    if enabled is not None:
        settings.LIBRARY_ENABLED_BLOCKS = [*enabled, *(name for name in BLOCK_TYPES if name not in enabled)]


def leave_untracked(settings: Any) -> None:
    """Keep what is sent to our pages out of the tracking log: the platform notes every form, with who sent it, also one
    that was refused (common/djangoapps/track/middleware.py)."""
    patterns = getattr(settings, "TRACKING_IGNORE_URL_PATTERNS", None)
    if patterns is not None and UNTRACKED not in patterns:
        settings.TRACKING_IGNORE_URL_PATTERNS = [*patterns, UNTRACKED]
