"""Attacks on the login, one test each, named after the threat (docs/developers/threats.md)."""

from __future__ import annotations

import time
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from digital_literacy.certificates.models import Application, Award, Credential
from digital_literacy.identity import oidc, transactions
from digital_literacy.identity.models import LoginTransaction
from digital_literacy.identity.results import Refused
from tests.contract.certificates.helpers import COURSE, USAGE, plan
from tests.contract.identity.conftest import path_of, refused_code
from tests.unit.identity.test_id_token import NOW, encoded, read, token
from tests.unit.identity.world import World, identify

pytestmark = pytest.mark.django_db


def nothing_was_made() -> bool:
    return not (Award.objects.exists() or Credential.objects.exists() or Application.objects.exists())


@pytest.fixture
def world(monkeypatch):
    made = World()
    monkeypatch.setattr(oidc, "get_json", made.get_json)
    monkeypatch.setattr(oidc, "post_form", made.post_form)
    return made


def test_login_csrf(set_out, simulator):
    """An attacker sends a victim, signed in as himself, through the attacker's login."""
    answer = path_of(simulator.log_in(set_out(), "thi-tu"))
    victim = Client()
    victim.force_login(get_user_model().objects.create_user("victim"))
    assert refused_code(victim.get(answer)) == "other_user"
    assert nothing_was_made()


def test_callback_of_another_browser(set_out, simulator, learner):
    answer = path_of(simulator.log_in(set_out(), "thi-tu"))
    elsewhere = Client()
    elsewhere.force_login(learner)
    assert refused_code(elsewhere.get(answer)) == "other_browser"
    assert nothing_was_made()


def test_state_replay(set_out, simulator, browser):
    answer = path_of(simulator.log_in(set_out(), "thi-tu"))
    assert browser.get(answer).status_code == 302
    Credential.objects.all().delete()
    Award.objects.all().delete()
    assert refused_code(browser.get(answer)) == "used"
    assert nothing_was_made()


def test_code_replay(set_out, simulator, browser):
    """A code that was used is put into another login."""
    used = simulator.log_in(set_out(), "thi-tu")
    browser.get(path_of(used))
    Credential.objects.all().delete()
    Award.objects.all().delete()
    state = parse_qs(urlsplit(set_out()).query)["state"][0]
    old = parse_qs(urlsplit(used).query)
    answer = {"state": state, "code": old["code"][0], "iss": old["iss"][0]}
    assert refused_code(browser.get(urlsplit(path_of(used)).path, answer)) == "provider_error"
    assert nothing_was_made()


def test_wrong_pkce_verifier(set_out, simulator, browser):
    """A stolen code is worth nothing without the browser's secret."""
    answer = simulator.log_in(set_out(), "thi-tu")
    form = {
        "grant_type": "authorization_code",
        "code": parse_qs(urlsplit(answer).query)["code"][0],
        "code_verifier": "x" * 43,
        "redirect_uri": answer.partition("?")[0],
    }
    secret = (simulator.home / "simulator-client-secret").read_text()
    auth = ("digital-literacy-demo", secret)
    assert requests.post(f"{simulator.issuer}/token", data=form, auth=auth, timeout=10).status_code == 400
    assert refused_code(browser.get(path_of(answer))) == "provider_error"


@pytest.mark.parametrize("nonce", ["other", None, ""])
def test_wrong_nonce(world, nonce):
    world.claims["nonce"] = nonce
    with pytest.raises(Refused, match="nonce"):
        identify(world)


def test_wrong_iss_parameter_mix_up(set_out, simulator, browser):
    answer = path_of(simulator.log_in(set_out(), "thi-tu"))
    mixed = answer.replace(answer.split("iss=")[1].split("&")[0], "https%3A%2F%2Fevil.example")
    assert refused_code(browser.get(mixed)) == "untrusted"
    # The code was not shown to anybody: with the right issuer it would still be good, but the login is over.
    assert refused_code(browser.get(answer)) == "used"
    assert nothing_was_made()


@pytest.mark.parametrize("claims", [{"aud": "other"}, {"aud": ["c", "other"]}, {"azp": "other"}])
def test_wrong_aud_or_azp(world, claims):
    world.claims.update(claims)
    with pytest.raises(Refused, match=r"aud|azp"):
        identify(world)


def test_expired_token(world):
    world.claims["exp"] = int(time.time()) - 120
    with pytest.raises(Refused, match="exp"):
        identify(world)


@pytest.mark.parametrize("apart", [120, -900])
def test_iat_skew(world, apart):
    world.claims["iat"] = int(time.time()) + apart
    with pytest.raises(Refused, match="iat"):
        identify(world)
    assert read(token(exp=NOW - 30, iat=NOW + 30))


@pytest.mark.parametrize("alg", ["none", "NONE", "None"])
def test_alg_none(alg):
    _header, payload, _signature = token().split(".")
    for forged in (
        f"{encoded({'alg': alg})}.{payload}.",
        f"{encoded({'alg': alg, 'kid': 'one'})}.{payload}.x",
    ):
        with pytest.raises(Refused, match=r"alg|no ID token|signature"):
            read(forged)


def test_alg_hs256_with_the_public_key():
    import hmac
    from base64 import urlsafe_b64encode

    from tests.unit.identity.test_id_token import KEY

    _header, payload, _signature = token().split(".")
    signed = f"{encoded({'alg': 'HS256', 'kid': 'one'})}.{payload}"
    for secret in (KEY.as_pem(private=False), str(KEY.as_dict(private=False)).encode()):
        mark = urlsafe_b64encode(hmac.digest(secret, signed.encode(), "sha256")).decode().rstrip("=")
        with pytest.raises(Refused, match="alg"):
            read(f"{signed}.{mark}")


def test_unknown_kid(world):
    world.keys = {"keys": [{**key, "kid": "two"} for key in world.keys["keys"]]}
    with pytest.raises(Refused, match="unknown key"):
        identify(world)


def test_withdrawn_kid(world):
    assert identify(world)
    world.keys = {"keys": []}
    with pytest.raises(Refused, match="unknown key"):
        identify(world)


def test_jwks_down(set_out, simulator, browser, monkeypatch):
    answer, real = path_of(simulator.log_in(set_out(), "thi-tu")), oidc.get_json

    def down(url, **options):
        if url.endswith("/jwks"):
            raise Refused("unavailable", detail="connection")
        return real(url, **options)

    monkeypatch.setattr(oidc, "get_json", down)
    assert refused_code(browser.get(answer)) == "unavailable"
    assert nothing_was_made()


def test_acr_missing(world):
    world.claims["acr"] = None
    with pytest.raises(Refused, match="level_unknown"):
        identify(world, acr_values="loa2")


def test_acr_level_1(set_out, simulator, browser):
    """Level 2 was asked for, and the provider answers with level 1."""
    assert refused_code(browser.get(path_of(simulator.log_in(set_out(), "gia-linh")))) == "level_too_low"
    assert nothing_was_made()


def test_session_changed_user_between_start_and_callback(set_out, simulator, browser):
    answer = path_of(simulator.log_in(set_out(), "thi-tu"))
    browser.force_login(get_user_model().objects.create_user("sibling"))
    assert refused_code(browser.get(answer)) == "other_user"
    assert nothing_was_made()


def test_transaction_older_than_ten_minutes(set_out, simulator, browser):
    answer = path_of(simulator.log_in(set_out(), "thi-tu"))
    row = LoginTransaction.objects.get()
    assert row.expires_at - row.created_at == timedelta(minutes=10)
    LoginTransaction.objects.update(expires_at=timezone.now())
    assert refused_code(browser.get(answer)) == "expired"
    assert nothing_was_made()


def test_transaction_of_another_course_or_block(set_out, simulator, browser, platform, learner):
    """What is issued is what the server fixed at the start, whatever the answer says."""
    answer = path_of(simulator.log_in(set_out(), "thi-tu"))
    other = f"&course_key=course-v1:o&usage_key={USAGE.replace('giay', 'khac')}&level=1&minimum=0"
    assert browser.get(answer + other)["Location"] == f"/unit/{USAGE}"
    assert Award.objects.get().course_key == COURSE


def test_open_redirect(set_out, simulator, browser):
    answer = path_of(simulator.log_in(set_out(), "thi-tu"))
    evil = "https://evil.example"
    reply = browser.get(f"{answer}&next={evil}&redirect_uri={evil}&return_to=//evil.example")
    assert reply["Location"] == f"/unit/{USAGE}"


def test_staff_masquerade_must_not_issue(app, simulator, learner):
    ticket = transactions.begin(
        user_id=learner.pk,
        course_key=COURSE,
        usage_key=USAGE,
        provider="vneid-simulator",
        purpose="certificate",
        context=plan().to_json(),
        consent_version="1",
    )
    staff = Client()
    staff.force_login(get_user_model().objects.create_user("staff", is_staff=True, is_superuser=True))
    assert refused_code(staff.get(f"/digital-literacy/identity/start/{ticket}/")) == "other_user"
    assert nothing_was_made()


def test_someone_elses_vneid_on_my_account(set_out, simulator, browser, platform, learner):
    """A name that differs is looked at by a person; the same name but for its marks is asked about."""
    browser.get(path_of(simulator.log_in(set_out(), "minh-anh")))
    assert not Credential.objects.exists()
    assert Application.objects.get().waiting_for == "review"


def test_one_person_two_accounts(set_out, simulator, browser, platform):
    browser.get(path_of(simulator.log_in(set_out(), "thi-tu")))
    other = get_user_model().objects.create_user("other")
    platform.course_grades[(other.pk, COURSE)] = next(iter(platform.course_grades.values()))
    platform.names[other.pk] = "Trần Thị Tư"
    browser.force_login(other)
    reply = browser.get(path_of(simulator.log_in(set_out(user_id=other.pk), "thi-tu")))
    assert refused_code(reply) == "other_account"
    assert Credential.objects.count() == 1


def test_logs_carry_no_person(set_out, simulator, browser, caplog):
    """Name, code, state and subject of the login are in no line of any log, of the suite or below it."""
    caplog.set_level("DEBUG")
    answer = simulator.log_in(set_out(), "thi-tu")
    query = parse_qs(urlsplit(answer).query)
    caplog.clear()
    browser.get(path_of(answer))
    ours = [r.getMessage() for r in caplog.records if not r.name.startswith(("django.db", "urllib3"))]
    for secret in ("Trần Thị Tư", query["code"][0], query["state"][0]):
        assert not [line for line in ours if secret in line]
