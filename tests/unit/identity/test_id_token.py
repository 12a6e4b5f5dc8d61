"""ID tokens: what is accepted, and every rule that refuses one."""

from __future__ import annotations

import base64
import json

import pytest
from joserfc import jws
from joserfc.jwk import ECKey, OctKey, OKPKey, RSAKey

from digital_literacy.identity.id_token import POSSIBLE_ALGORITHMS, Expected, read_id_token
from digital_literacy.identity.results import Refused

NOW = 1_800_000_000
KEY = ECKey.generate_key("P-256", {"kid": "one", "use": "sig"})
OTHER = ECKey.generate_key("P-256", {"kid": "two", "use": "sig"})
CLAIMS = {
    "iss": "https://id.example",
    "aud": "client",
    "sub": "person",
    "nonce": "n",
    "iat": NOW - 1,
    "exp": NOW + 300,
    "acr": "loa2",
}
EXPECTED = Expected(
    issuer="https://id.example",
    client_id="client",
    nonce="n",
    algorithms=("RS256", "ES256", "EdDSA"),
    now=NOW,
)
KEYS = {"keys": [KEY.as_dict(private=False), OTHER.as_dict(private=False)]}


def token(*, key=KEY, alg="ES256", header=None, **changes) -> str:
    claims = {name: value for name, value in {**CLAIMS, **changes}.items() if value is not None}
    protected = {"alg": alg, "kid": "one", **(header or {})}
    protected = {name: value for name, value in protected.items() if value is not None}
    return jws.serialize_compact(protected, json.dumps(claims).encode(), key, algorithms=[alg])


def encoded(value) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def read(text, keys=KEYS, expected=EXPECTED):
    return read_id_token(text, key_set=keys, expected=expected)


def test_a_good_token():
    assert read(token())["sub"] == "person"
    assert read(token(aud=["client"]))["sub"] == "person"
    assert read(token(aud=["client", "other"], azp="client"))["sub"] == "person"


@pytest.mark.parametrize(
    ("make", "alg"),
    [(lambda: RSAKey.generate_key(2048), "RS256"), (lambda: OKPKey.generate_key("Ed25519"), "EdDSA")],
)
def test_the_other_algorithms(make, alg):
    key = make()
    assert (
        read(token(key=key, alg=alg, header={"kid": None}), {"keys": [key.as_dict(private=False)]})["sub"]
        == "person"
    )


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"iss": "https://evil.example"}, "iss"),
        ({"iss": None}, "iss"),
        ({"aud": "other"}, "aud"),
        ({"aud": None}, "aud"),
        ({"aud": ["other"]}, "aud"),
        ({"aud": ["client", "other"]}, "azp"),
        ({"azp": "other"}, "azp"),
        ({"sub": None}, "sub"),
        ({"sub": 5}, "sub"),
        ({"nonce": "other"}, "nonce"),
        ({"nonce": None}, "nonce"),
        ({"exp": NOW - 61}, "exp"),
        ({"exp": None}, "exp"),
        ({"exp": "soon"}, "exp"),
        ({"exp": True}, "exp"),
        ({"iat": NOW + 61}, "iat"),
        ({"iat": NOW - 700}, "iat"),
        ({"iat": None}, "iat"),
        ({"nbf": NOW + 61}, "nbf"),
    ],
)
def test_wrong_claims(changes, rule):
    with pytest.raises(Refused, match=f"ID token: {rule}"):
        read(token(**changes))


def test_a_minute_of_skew_is_allowed():
    assert read(token(exp=NOW - 30, iat=NOW + 30))


def test_none_is_refused():
    text = f"{encoded({'alg': 'none'})}.{encoded(CLAIMS)}."
    with pytest.raises(Refused, match="alg"):
        read(text)


def test_hmac_with_the_public_key_or_the_secret_is_refused():
    key = OctKey.import_key(json.dumps(KEY.as_dict(private=False)))
    text = token(key=key, alg="HS256")
    with pytest.raises(Refused, match="alg"):
        read(text)
    allowed = Expected(
        issuer="https://id.example", client_id="client", nonce="n", algorithms=("HS256",), now=NOW
    )
    with pytest.raises(Refused, match="alg"):
        read(text, expected=allowed)


def test_an_algorithm_that_is_not_configured_is_refused():
    only_rsa = Expected(
        issuer="https://id.example", client_id="client", nonce="n", algorithms=("RS256",), now=NOW
    )
    with pytest.raises(Refused, match="alg"):
        read(token(), expected=only_rsa)


def test_another_key_with_the_same_name():
    with pytest.raises(Refused, match="signature"):
        read(token(key=OTHER, header={"kid": "one"}))


def test_an_unknown_and_a_withdrawn_key():
    with pytest.raises(Refused, match="unknown key"):
        read(token(header={"kid": "three"}))
    assert read(token())
    with pytest.raises(Refused, match="unknown key"):
        read(token(), {"keys": [OTHER.as_dict(private=False)]})


def test_without_a_name_only_a_single_key_will_do():
    text = token(header={"kid": None})
    with pytest.raises(Refused, match="ambiguous"):
        read(text)
    assert read(text, {"keys": [KEY.as_dict(private=False)]})


@pytest.mark.parametrize(
    "keys", [{}, {"keys": None}, {"keys": ["x", 1, None]}, {"keys": [{"kty": "EC", "kid": "one"}]}]
)
def test_odd_key_sets(keys):
    with pytest.raises(Refused):
        read(token(), keys)


@pytest.mark.parametrize(
    "text", [None, 5, "", "a.b", "a.b.c", "..", "é.é.é", "x" * 20_000, f"{encoded([1])}.{encoded({})}.x"]
)
def test_anything_else(text):
    with pytest.raises(Refused, match=r"^untrusted"):
        read(text)


def test_a_changed_payload():
    head, body, sign = token().split(".")
    changed = encoded({**CLAIMS, "sub": "somebody"})
    assert body != changed
    with pytest.raises(Refused, match="signature"):
        read(f"{head}.{changed}.{sign}")


def test_critical_headers_are_refused():
    with pytest.raises(Refused, match="crit"):
        read(f"{encoded({'alg': 'ES256', 'kid': 'one', 'crit': ['x'], 'x': 1})}.{encoded(CLAIMS)}.AA")


def test_no_algorithm_is_offered_that_the_library_lacks():
    assert set(POSSIBLE_ALGORITHMS) <= set(jws.JWSRegistry.algorithms)
    assert {"RS256", "PS256", "ES256", "EdDSA"} <= set(POSSIBLE_ALGORITHMS)
    assert not {"none", "HS256"} & set(POSSIBLE_ALGORITHMS)
