"""Let the suite's tracking events through to xAPI, where the platform has event-routing-backends (Aspects)."""

from __future__ import annotations

from typing import Any

from digital_literacy.exercises.events import HINT_GIVEN, SUBMITTED

EVENTS = (SUBMITTED, HINT_GIVEN)


def allow_events(settings: Any) -> None:
    """Add the events to the lists of event-routing-backends, whichever of the two plugins is loaded first.

    Its configuration holds copies of the lists, so it is built anew from them.
    """
    try:
        from event_routing_backends.utils.settings import event_tracking_backends_config
    except ImportError:
        return
    allowed = list(getattr(settings, "EVENT_TRACKING_BACKENDS_ALLOWED_XAPI_EVENTS", []))
    allowed += [name for name in EVENTS if name not in allowed]
    settings.EVENT_TRACKING_BACKENDS_ALLOWED_XAPI_EVENTS = allowed
    if hasattr(settings, "EVENT_BUS_TRACKING_LOGS"):
        settings.EVENT_BUS_TRACKING_LOGS = {*settings.EVENT_BUS_TRACKING_LOGS, *EVENTS}
    if "event_transformer" in (getattr(settings, "EVENT_TRACKING_BACKENDS", None) or {}):
        caliper = getattr(settings, "EVENT_TRACKING_BACKENDS_ALLOWED_CALIPER_EVENTS", [])
        settings.EVENT_TRACKING_BACKENDS.update(event_tracking_backends_config(settings, allowed, caliper))
