"""Whether this platform allows process evidence (times and counts of how an attempt was made) in events."""

from __future__ import annotations

from django.conf import settings


def is_allowed() -> bool:
    """The setting `DIGITAL_LITERACY_PROCESS_EVIDENCE`; off unless it is exactly `True`, since it needs consent."""
    return getattr(settings, "DIGITAL_LITERACY_PROCESS_EVIDENCE", False) is True
