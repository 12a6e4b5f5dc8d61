"""Prints statements as the suite's own transformers make them: reads events from the standard input, as JSON lines."""

from __future__ import annotations

import json
import os
import sys


def main() -> None:
    """The program."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.contract.xapi.settings"
    import django

    django.setup()
    from event_routing_backends.processors.xapi import transformer
    from event_routing_backends.processors.xapi.transformer_processor import XApiProcessor

    from digital_literacy.exercises import events

    for line in sys.stdin:
        wanted = json.loads(line)
        event = getattr(events, wanted["kind"])(**wanted["event"])
        # What event-routing-backends asks of the LMS, which is not here.
        transformer.get_anonymous_user_id = lambda user, kind, who=wanted["learner"]: who
        transformer.get_course_from_id = lambda key: {"id": key, "display_name": "Kỹ năng số"}
        tracked = {
            "name": event.name,
            "data": event.payload,
            "timestamp": wanted["time"],
            "context": {
                "course_id": wanted["course"],
                "user_id": 7,
                "username": "hoc-vien",
                "session": "s",
                "module": {"display_name": "Mật khẩu", "usage_key": wanted["block"]},
            },
        }
        (made,) = XApiProcessor()([tracked])
        print(json.dumps(made))


main()
