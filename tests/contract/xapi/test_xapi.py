"""Runs the tests of `inside/` with the platform's event-routing-backends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

INSIDE = Path(__file__).parent / "inside"
SETTINGS = "tests.contract.xapi.settings"


def test_with_the_platforms_event_routing() -> None:
    if os.environ.get("DIGITAL_LITERACY_TEST_XAPI"):
        return  # inside already
    command = [sys.executable, "-m", "pytest", str(INSIDE), "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, f"--ds={SETTINGS}", "-o", f"DJANGO_SETTINGS_MODULE={SETTINGS}"],
        env={**os.environ, "DIGITAL_LITERACY_TEST_XAPI": "1", "DJANGO_SETTINGS_MODULE": SETTINGS},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]
