"""Django has one settings module a process: what needs the host's is collected only there."""

from __future__ import annotations

import os

if os.environ.get("DJANGO_SETTINGS_MODULE") != "digital_literacy_demo.settings":
    collect_ignore = ["inside"]
