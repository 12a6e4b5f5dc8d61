"""The pure scripts of the Studio editor, in Node."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from digital_literacy.exercises.item_types import item_types

HERE = Path(__file__).parent


def test_the_editors_pure_scripts():
    node = shutil.which("node")
    if node is None:
        pytest.fail("Node is needed for the editor's scripts. Install it with: apt install nodejs")
    samples = json.dumps([kind.sample for kind in item_types().values()])
    done = subprocess.run(
        [node, "--test", str(HERE / "studio.test.js")],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "STUDIO_SAMPLES": samples},
    )
    assert done.returncode == 0, done.stdout + done.stderr
