"""The standard dialect against npm's `oidc-provider`, which enforces PKCE and the single use of codes."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
import requests
from django.contrib.auth import get_user_model
from django.test import Client

from digital_literacy.certificates.models import Credential
from digital_literacy.compat.platform import CourseGrade
from digital_literacy.identity import transactions
from tests.contract.certificates.helpers import COURSE, USAGE, certificate_settings, plan
from tests.contract.identity.conftest import path_of, refused_code

pytestmark = pytest.mark.django_db
HERE = Path(__file__).resolve().parent
RETURN = "http://127.0.0.1:18800/digital-literacy/identity/return/panva/"


@pytest.fixture(scope="module")
def server():
    if shutil.which("node") is None or not (HERE / "node_modules" / "oidc-provider").is_dir():
        pytest.fail("Node or oidc-provider is missing. Run: npm ci --prefix tests/interop")
    command = ["node", str(HERE / "oidc-provider.mjs"), RETURN]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            issuer = process.stdout.readline().strip()
            assert issuer.startswith("http"), "the provider did not start"
            yield issuer
        finally:
            process.kill()


@pytest.fixture
def browser(db, platform, settings, server):
    user = get_user_model().objects.create_user("learner")
    platform.course_grades[(user.pk, COURSE)] = CourseGrade(0.8, True)
    platform.names[user.pk] = "Trần Thị Tư"
    certificate_settings(settings)
    settings.DIGITAL_LITERACY_IDENTITY_PROVIDERS = {
        "panva": {
            "label": "Nơi thử",
            "issuer": server,
            "client_id": "suite",
            "client_secret": "value:secret",
            "levels": {"loa1": 1, "loa2": 2},
            "acr_values": "loa2",
            "algorithms": ["RS256"],
        }
    }
    client = Client()
    client.force_login(user)
    client.user = user
    return client


@pytest.fixture
def log_in(server, browser):
    def run(person: str = "thi-tu") -> str:
        """Set out, pass the provider's pages; gives the address the browser is sent back to."""
        requests.get(f"{server}/next/{person}", timeout=10)
        ticket = transactions.begin(
            user_id=browser.user.pk,
            course_key=COURSE,
            usage_key=USAGE,
            provider="panva",
            purpose="certificate",
            context=plan().to_json(),
            consent_version="1",
        )
        address = browser.get(f"/digital-literacy/identity/start/{ticket}/")["Location"]
        session = requests.Session()
        for _ in range(10):
            reply = session.get(address, allow_redirects=False, timeout=10)
            assert reply.status_code in (302, 303), reply.text
            address = urljoin(address, reply.headers["Location"])
            if address.startswith(RETURN):
                return address
        raise AssertionError("the provider never sent the browser back")

    return run


def test_a_person_receives_a_certificate(log_in, browser):
    address = log_in()
    assert parse_qs(urlsplit(address).query)["iss"]
    assert browser.get(path_of(address)).status_code == 302
    credential = Credential.objects.get()
    assert (credential.holder_name, credential.level) == ("Trần Thị Tư", 2)


def test_level_1_is_told_though_level_2_was_asked(log_in, browser):
    assert refused_code(browser.get(path_of(log_in("gia-linh")))) == "level_too_low"


def test_wrong_pkce_verifier_at_oidc_provider(log_in, server, browser):
    address = log_in()
    form = {
        "grant_type": "authorization_code",
        "code": parse_qs(urlsplit(address).query)["code"][0],
        "redirect_uri": RETURN,
        "code_verifier": "x" * 43,
    }
    stolen = requests.post(f"{server}/token", data=form, auth=("suite", "secret"), timeout=10)
    assert (stolen.status_code, stolen.json()["error"]) == (400, "invalid_grant")


def test_a_code_works_once_at_oidc_provider(log_in, browser):
    first, second = log_in(), log_in()
    assert browser.get(path_of(first)).status_code == 302
    code, state = (parse_qs(urlsplit(first).query)["code"][0], parse_qs(urlsplit(second).query)["state"][0])
    answer = {"code": code, "state": state, "iss": parse_qs(urlsplit(first).query)["iss"][0]}
    assert refused_code(browser.get(urlsplit(path_of(first)).path, answer)) == "provider_error"


def test_another_issuer_is_refused(log_in, browser):
    address = path_of(log_in())
    named = address.split("iss=")[1].split("&")[0]
    assert refused_code(browser.get(address.replace(named, "https%3A%2F%2Fevil.example"))) == "untrusted"
