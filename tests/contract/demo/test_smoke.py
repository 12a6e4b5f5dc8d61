"""The smoke tests that an administrator runs with `tutor … do tests`, against the embedded host."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.contract.demo.test_server import ROOT, free_port, serving

SMOKE = (
    ROOT / "tutor-contrib-digital-literacy" / "tutordigitalliteracy" / "smoke" / "test_digital_literacy.py"
)


def smoke(port: int, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", str(SMOKE), "-q", "-p", "no:cacheprovider", "-p", "no:django"]
    env = {**os.environ, "LMS_HOST": "127.0.0.1", "LMS_PORT": str(port)}
    env.pop("DJANGO_SETTINGS_MODULE", None)
    return subprocess.run(
        [*command, f"--rootdir={tmp_path}", "-c", os.devnull],
        env=env,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )


def test_they_pass_where_the_suite_answers(tmp_path):
    port = free_port()
    with serving(tmp_path, port):
        done = smoke(port, tmp_path)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-1000:]
    assert "2 passed" in done.stdout


def test_they_fail_and_say_why_where_nothing_answers(tmp_path):
    done = smoke(free_port(), tmp_path)
    assert done.returncode == 1
    assert "2 failed" in done.stdout
