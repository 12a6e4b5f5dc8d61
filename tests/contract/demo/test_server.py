"""The real server in its own process: what it acknowledged survives a kill, and it says what is wrong."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
import requests

ROOT = Path(__file__).parents[3]
COURSES = Path(__file__).parent / "courses"
UNIT = "block-v1:BDHVS+THU01+2026+type@vertical+block@don-vi-1"
COURSE = "course-v1:BDHVS+THU01+2026"


def environment(home: Path) -> dict[str, str]:
    return {
        **{name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"},
        "PYTHONPATH": str(ROOT / "xblocks"),
        "DIGITAL_LITERACY_DEMO_HOME": str(home),
        "DIGITAL_LITERACY_DEMO_COURSES": str(COURSES),
    }


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def serving(home: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "digital_literacy_demo.serve", "--port", str(port)]
    with subprocess.Popen(command, env=environment(home), stderr=subprocess.DEVNULL) as process:
        try:
            _await(f"http://127.0.0.1:{port}/healthz")
            yield process
        finally:
            process.kill()


def _await(url: str) -> None:
    # The port is taken before the courses are loaded: on a busy machine a first request may wait.
    end = time.monotonic() + 180
    while time.monotonic() < end:
        with contextlib.suppress(requests.RequestException):
            requests.get(url, timeout=5)
            return
        time.sleep(0.1)
    pytest.fail(f"{url} did not answer")


class Person:
    """A person over real HTTP."""

    def __init__(self, port: int, username: str) -> None:
        self.base = f"http://127.0.0.1:{port}"
        self.session = requests.Session()
        self.get("/")
        self.post(f"/people/become/{username}")

    def get(self, path: str) -> requests.Response:
        return self.session.get(self.base + path, timeout=60)

    def post(self, path: str) -> requests.Response:
        token = {"X-CSRFToken": self.session.cookies["csrftoken"]}
        return self.session.post(self.base + path, headers=token, timeout=60, allow_redirects=False)


def test_what_was_acknowledged_survives_a_kill_and_the_session_goes_on(tmp_path):
    port = free_port()
    with serving(tmp_path, port) as process:
        person = Person(port, "student")
        assert person.post(f"/units/{quote(UNIT)}/seen").status_code == 204
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    with serving(tmp_path, port):
        page = person.get(f"/courses/{quote(COURSE)}/").text
        assert "2/" in re.sub(r"\s+", " ", page) or "Đã xong" in page
        assert "Nguyễn Minh Anh" in page


def test_many_people_at_once_meet_no_locked_database(tmp_path):
    from concurrent.futures import ThreadPoolExecutor

    port = free_port()
    with serving(tmp_path, port):
        people = [Person(port, name) for name in ("student", "citizen", "official", "worker")]
        with ThreadPoolExecutor(8) as pool:
            calls = [pool.submit(person.post, f"/units/{quote(UNIT)}/seen") for person in people * 8]
            assert {call.result().status_code for call in calls} == {204}


def test_the_launcher_names_a_busy_port_and_its_cure(tmp_path):
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        command = [sys.executable, "-m", "digital_literacy_demo.launch", "--port", str(port)]
        done = subprocess.run(
            command, env=environment(tmp_path), capture_output=True, text=True, timeout=60, check=False
        )
    assert done.returncode == 1
    assert f"port {port}" in done.stderr
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_launcher_stops_both_servers_when_it_is_stopped(tmp_path):
    port = free_port()
    command = [sys.executable, "-m", "digital_literacy_demo.launch", "--port", str(port)]
    with subprocess.Popen(command, env=environment(tmp_path), stdout=subprocess.PIPE, text=True) as process:
        told = ""
        while "Ctrl-C" not in told:
            line = process.stdout.readline()
            assert line, told
            told += line
        assert "citizen" in told
        second = subprocess.run(
            [*command[:-1], str(free_port())],
            env=environment(tmp_path),
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert "already running" in second.stderr
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130
    with pytest.raises(requests.ConnectionError):
        requests.get(f"http://127.0.0.1:{port}/healthz", timeout=5)
