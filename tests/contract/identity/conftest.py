"""A running simulator, and the app set up for it."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

import pytest
import requests
from django.contrib.auth import get_user_model
from django.test import Client

from digital_literacy.compat.platform import CourseGrade
from digital_literacy.identity import providers, transactions
from digital_literacy_demo.simulator.contract import CLIENT_ID, CLIENT_SECRET_FILE, LEVELS, PROVIDER_CODE
from tests.contract.certificates.helpers import COURSE, USAGE, certificate_settings, plan

BASE = "http://127.0.0.1:18800/digital-literacy"


class Simulator:
    """The simulator's address, and a person using it with a browser of his own."""

    def __init__(self, port: int, home: Path) -> None:
        self.issuer, self.home = f"http://127.0.0.1:{port}", home

    def log_in(self, location: str, person: str, *, decision: str = "agree") -> str:
        """Pick a person; gives the address the browser is sent back to."""
        browser = requests.Session()
        page = browser.get(location, timeout=10)
        assert page.status_code == 200, page.text
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text).group(1)
        form = {"csrfmiddlewaretoken": token, "person": person, "decision": decision}
        reply = browser.post(
            location, data=form, headers={"Referer": location}, allow_redirects=False, timeout=10
        )
        assert reply.status_code == 302, reply.text
        return urljoin(location, reply.headers["Location"])


@pytest.fixture(scope="session")
def simulator(tmp_path_factory):
    home = tmp_path_factory.mktemp("simulator")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "digital_literacy_demo.simulator",
        "--port",
        str(port),
        "--home",
        str(home),
    ]
    command += ["--rp-redirect-uri", f"{BASE}/identity/return/{PROVIDER_CODE}/"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        line = process.stdout.readline()
        assert "Identity simulator" in line, line + process.stdout.read()
        yield Simulator(port, home)
    finally:
        process.terminate()
        process.wait(timeout=10)


@pytest.fixture
def app(settings, simulator, monkeypatch, platform):
    """The app with the simulator as its provider, and a learner (id 1) who has passed."""
    # The simulator is allowed beside the demo app only; the test site stands in for it.
    monkeypatch.setattr(providers, "DEMO_APP", "digital_literacy")
    certificate_settings(settings, base_url=BASE)
    settings.DIGITAL_LITERACY_IDENTITY_PROVIDERS = {
        PROVIDER_CODE: {
            "dialect": "simulator",
            "label": "VNeID (mô phỏng)",
            "issuer": simulator.issuer,
            "client_id": CLIENT_ID,
            "client_secret": f"file:{simulator.home / CLIENT_SECRET_FILE}",
            "levels": LEVELS,
            "algorithms": ["ES256"],
        }
    }
    return settings


@pytest.fixture
def learner(db, platform):
    user = get_user_model().objects.create_user("learner")
    platform.course_grades[(user.pk, COURSE)] = CourseGrade(0.8, True)
    platform.names[user.pk] = "Trần Thị Tư"
    return user


@pytest.fixture
def browser(learner):
    client = Client()
    client.force_login(learner)
    return client


@pytest.fixture
def set_out(app, simulator, learner, browser):
    """Begin a login and start it in the browser; gives the address at the simulator."""

    def begin(**changes: object) -> str:
        ticket = transactions.begin(
            **{
                "user_id": learner.pk,
                "course_key": COURSE,
                "usage_key": USAGE,
                "provider": PROVIDER_CODE,
                "purpose": "certificate",
                "context": plan().to_json(),
                "consent_version": "2026-11",
                **changes,
            }
        )
        reply = browser.get(f"/digital-literacy/identity/start/{ticket}/")
        assert reply.status_code == 302, reply.content.decode()
        return reply["Location"]

    return begin


def path_of(address: str) -> str:
    """An address of the site as the test client wants it."""
    return address.removeprefix("http://127.0.0.1:18800")


def refused_code(reply) -> str:
    """Which refusal the page tells."""
    return re.search(r'data-dl-refused="(\w+)"', reply.content.decode()).group(1)


__all__ = ["path_of", "refused_code"]
