"""Runs the tests of `inside/` with real concurrency: on a SQLite file, and on a MariaDB server of its own."""

from __future__ import annotations

import getpass
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

INSIDE = Path(__file__).parent / "inside"
SETTINGS = "tests.contract.databases.settings_"
START_SECONDS = 60


@pytest.mark.parametrize("database", ["sqlite", "mariadb"])
def test_on(database: str) -> None:
    if os.environ.get("DIGITAL_LITERACY_TEST_HOME"):
        return  # inside already
    # A socket's path may have 107 characters, so not pytest's own long temporary folder.
    with tempfile.TemporaryDirectory(prefix="dl-") as home:
        if database == "sqlite":
            _run(database, home)
        else:
            with _mariadb(Path(home)):
                _run(database, home)


def _run(database: str, home: str) -> None:
    env = {**os.environ, "DIGITAL_LITERACY_TEST_HOME": home, "DIGITAL_LITERACY_TEST_USER": getpass.getuser()}
    settings = f"{SETTINGS}{database}"
    command = [sys.executable, "-m", "pytest", str(INSIDE), "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, f"--ds={settings}", "-o", f"DJANGO_SETTINGS_MODULE={settings}"],
        env={**env, "DJANGO_SETTINGS_MODULE": settings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]


@contextmanager
def _mariadb(home: Path) -> Iterator[None]:
    """A server of the tests' own: data in `home`, no network."""
    server = shutil.which("mariadbd") or shutil.which("mariadbd", path="/usr/sbin:/usr/local/sbin")
    assert server, "MariaDB was not found. Run scripts/test, or: apt-get install mariadb-server"
    user = getpass.getuser()
    place = ["--no-defaults", f"--datadir={home / 'data'}", f"--user={user}"]
    root = ["--auth-root-authentication-method=socket", f"--auth-root-socket-user={user}"]
    subprocess.run(["mariadb-install-db", *place, *root, "--skip-test-db"], check=True, capture_output=True)
    options = [*place, f"--socket={home / 'mariadb.sock'}"]
    options += ["--skip-networking", "--character-set-server=utf8mb4", "--skip-log-bin"]
    with (
        (home / "log").open("wb") as log,
        subprocess.Popen([server, *options], stdout=log, stderr=log) as process,
    ):
        try:
            _wait(home, process)
            yield
        finally:
            process.terminate()
            process.wait(timeout=START_SECONDS)


def _wait(home: Path, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + START_SECONDS
    while not (home / "mariadb.sock").exists():
        assert process.poll() is None, (home / "log").read_text()[-2000:]
        assert time.monotonic() < end, "the server did not open its socket in time"
        time.sleep(0.1)
