"""The ways into an image beside the plugin's own, what Tutor is told to run, and what the plugin's wheel carries."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from test_plugin import NAME, Tutor
from tutor import hooks
from tutordigitalliteracy import plugin

HERE = Path(__file__).resolve().parents[1]
OURS = "$PIP_COMMAND install 'digital-literacy-xblocks"


@pytest.fixture
def tutor(tmp_path: Path) -> Tutor:
    return Tutor(tmp_path / "root")


def test_an_operators_own_requirement_comes_after_ours(tutor):
    tutor.run("plugins", "enable", NAME)
    ours = "DIGITAL_LITERACY_REQUIREMENT=digital-literacy-xblocks @ https://git.example/a.whl"
    tutor.run("config", "save", "--set", ours, "--append", "OPENEDX_EXTRA_PIP_REQUIREMENTS=own-xblock==1.0")
    dockerfile = tutor.text("build/openedx/Dockerfile")
    assert -1 < dockerfile.find(OURS) < dockerfile.find("install 'own-xblock==1.0'")


def test_without_the_plugin_the_package_is_one_of_the_extra_requirements(tutor):
    requirement = "digital-literacy-xblocks[names] @ https://git.example/a.whl"
    tutor.run("config", "save", "--append", f"OPENEDX_EXTRA_PIP_REQUIREMENTS={requirement}")
    assert f"install '{requirement}'" in tutor.text("build/openedx/Dockerfile")


def test_a_mounted_checkout_is_one_that_tutor_installs_again():
    # Tutor's job for mounted folders passes over one that has no setup.py.
    checkout = HERE.parent
    assert (checkout / "setup.py").is_file()


def test_tutor_is_told_what_to_run_at_init_and_as_a_test():
    assert set(plugin.INIT_TASKS) <= set(hooks.Filters.CLI_DO_INIT_TASKS.iterate())
    ours = [path for name, kind, path in hooks.Filters.TESTS.iterate() if (name, kind) == ("lms", "smoke")]
    assert [Path(path).is_file() for path in ours if "digital_literacy" in path] == [True]


def test_the_wheel_of_the_plugin_carries_all_its_files(tmp_path):
    # A copy: a build leaves folders beside what it builds.
    copy = tmp_path / "copy"
    shutil.copytree(HERE, copy, ignore=shutil.ignore_patterns("*.egg-info", "__pycache__", "tests"))
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--wheel-dir",
        str(tmp_path),
        str(copy),
    ]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    inside = set(zipfile.ZipFile(wheel).namelist())
    source = HERE / "tutordigitalliteracy"
    wanted = {
        str(path.relative_to(HERE))
        for path in source.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert wanted - inside == set()
