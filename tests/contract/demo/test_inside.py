"""Runs the tests of `inside/` with the host's settings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

INSIDE = Path(__file__).parent / "inside"


def test_the_host_keeps_its_promises(tmp_path):
    if os.environ.get("DJANGO_SETTINGS_MODULE") == "digital_literacy_demo.settings":
        return
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "digital_literacy_demo.settings",
        "DIGITAL_LITERACY_DEMO_HOME": str(tmp_path),
    }
    command = [sys.executable, "-m", "pytest", str(INSIDE), "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, "-o", "DJANGO_SETTINGS_MODULE=digital_literacy_demo.settings"],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]
