"""The standard dialect against a provider of dictionaries: what its answers may not do."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from digital_literacy.identity import oidc
from digital_literacy.identity.login_secrets import new_login
from digital_literacy.identity.results import Refused
from tests.unit.identity.world import ISSUER, REDIRECT, World, identify, provider


@pytest.fixture
def world(monkeypatch):
    made = World()
    monkeypatch.setattr(oidc, "get_json", made.get_json)
    monkeypatch.setattr(oidc, "post_form", made.post_form)
    return made


def test_setting_out(world):
    url = provider(acr_values="loa2").authorization_url(login=world.login, redirect_uri=REDIRECT)
    query = parse_qs(urlsplit(url).query)
    assert query["tenant"] == ["1"]
    assert query["code_challenge_method"] == ["S256"]
    assert query["prompt"] == ["login"]
    assert query["acr_values"] == ["loa2"]
    assert (query["state"], query["nonce"]) == ([world.login.state], [world.login.nonce])
    assert world.login.code_verifier not in url
    assert world.login.browser not in url


def test_coming_back(world):
    identity = identify(world)
    assert (identity.name, identity.level, identity.namespace) == ("Trần Thị Tư", 2, f"issuer:{ISSUER}")
    assert world.sent["code_verifier"] == world.login.code_verifier
    assert world.sent["client_id"] == "c"
    assert world.auth is None
    identify(world, client_secret="value:s")
    assert world.auth == ("c", "s")


def test_the_citizen_number_is_one_namespace(world):
    world.claims["SoDinhDanh"] = "005083000123"
    identity = identify(world, person_claim="SoDinhDanh", person_namespace="citizen-number")
    assert (identity.namespace, identity.subject) == ("citizen-number", "005083000123")
    assert "005083000123" not in repr(identity)


@pytest.mark.parametrize("acr", [None, "", "loa3", 2, "0"])
def test_the_level_counts_only_as_it_comes_back(world, acr):
    world.claims["acr"] = acr
    with pytest.raises(Refused, match="level_unknown"):
        identify(world, acr_values="loa2")


def test_asked_for_level_2_and_told_level_1(world):
    world.claims["acr"] = "loa1"
    assert identify(world, acr_values="loa2").level == 1


def test_the_name_may_come_from_userinfo_of_the_same_person(world):
    world.claims["name"] = None
    world.userinfo = {"sub": "s", "name": "Lê Hà", "acr": "loa1", "birthdate": "x"}
    identity = identify(world)
    assert (identity.name, identity.level) == ("Lê Hà", 2)
    world.userinfo = {"sub": "other", "name": "Lê Hà"}
    with pytest.raises(Refused, match="userinfo: sub"):
        identify(world)


@pytest.mark.parametrize("name", [None, "", " \u200b ", 5])
def test_no_name(world, name):
    world.claims["name"] = name
    world.userinfo = {"sub": "s"}
    with pytest.raises(Refused, match="no_name"):
        identify(world)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("issuer", "https://evil.example"),
        ("issuer", f"{ISSUER}/"),
        ("token_endpoint", "http://id.example/token"),
        ("jwks_uri", None),
        ("digital_literacy_simulator", True),
    ],
)
def test_odd_metadata(world, name, value):
    world.metadata[name] = value
    with pytest.raises(Refused, match="untrusted metadata"):
        identify(world)


def test_a_simulated_token_under_a_real_provider(world):
    world.claims["digital_literacy_simulator"] = True
    with pytest.raises(Refused, match="simulator"):
        identify(world)


def test_a_withdrawn_key_stops_at_the_next_login(world):
    assert identify(world)
    world.keys = {"keys": []}
    with pytest.raises(Refused, match="unknown key"):
        identify(world)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ({"error": "access_denied"}, "cancelled"),
        ({"error": "server_error"}, "provider_error"),
        ({"other": ""}, "untrusted"),
        ({"code": "x" * 5000}, "untrusted"),
        ({"code": "x", "iss": "https://evil.example"}, "untrusted"),
        ({"error": "access_denied", "iss": "https://evil.example"}, "untrusted"),
    ],
)
def test_odd_answers(world, answer, code):
    with pytest.raises(Refused, match=f"^{code}"):
        identify(world, answer)


def test_the_secrets_of_a_login_are_not_printed():
    login = new_login()
    assert login.state not in repr(login)
    assert login.browser not in repr(login)
    assert len({login.state, login.browser, login.nonce, login.code_verifier, login.code_challenge}) == 5


@pytest.mark.parametrize(
    ("told", "minor"), [("2016-05-04", True), ("1980-01-01", False), (None, None), ("0000", None), (7, None)]
)
def test_a_birth_date_says_who_is_a_minor_and_is_forgotten(world, told, minor):
    world.claims["birthdate"] = told
    identity = identify(world)
    assert identity.is_minor is minor
    assert "2016" not in repr(vars(identity))
