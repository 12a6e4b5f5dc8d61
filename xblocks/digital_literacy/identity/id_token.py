"""Check an ID token (OpenID Connect Core 1.0, 3.1.3.7), stricter than the text where that costs nothing."""

from __future__ import annotations

import base64
import hmac
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import import_key

from digital_literacy.identity.results import Refused

# `none` and the HMAC family can never be configured: a client secret must not make identity tokens.
_ACCEPTABLE = {"RS256": "RSA", "PS256": "RSA", "ES256": "EC", "EdDSA": "OKP", "Ed25519": "OKP"}
# Older releases of joserfc do not know the newer name Ed25519: then the system check says so, not a login.
POSSIBLE_ALGORITHMS = {name: kind for name, kind in _ACCEPTABLE.items() if name in jws.JWSRegistry.algorithms}
SKEW_SECONDS = 60
_MAX_TOKEN = 16 * 1024


@dataclass(frozen=True)
class Expected:
    """What the token must say."""

    issuer: str
    client_id: str
    nonce: str
    algorithms: Sequence[str]
    now: float
    nonce_may_be_absent: bool = False


def read_id_token(token: object, *, key_set: dict[str, Any], expected: Expected) -> dict[str, Any]:
    """The claims of a token that is signed by a published key and meant for this login.

    Raises:
        Refused: `untrusted`; the detail names the failed rule, never a value.
    """
    if not isinstance(token, str) or len(token) > _MAX_TOKEN or token.count(".") != 2:
        raise _untrusted("no ID token")
    header = _part(token.split(".")[0])
    algorithm = header.get("alg")
    if algorithm not in expected.algorithms or algorithm not in POSSIBLE_ALGORITHMS:
        raise _untrusted("alg")
    if "crit" in header:
        raise _untrusted("crit")
    key = _find_key(key_set, kid=header.get("kid"), algorithm=str(algorithm))
    try:
        jws.deserialize_compact(token, import_key(key), algorithms=[str(algorithm)])
    except (JoseError, ValueError, TypeError):
        raise _untrusted("signature") from None
    claims = _part(token.split(".")[1])
    _check_claims(claims, expected)
    return claims


def _find_key(key_set: dict[str, Any], *, kid: object, algorithm: str) -> dict[str, Any]:
    published = key_set.get("keys")
    fitting = [
        key
        for key in (published if isinstance(published, list) else [])
        if isinstance(key, dict)
        and key.get("kty") == POSSIBLE_ALGORITHMS[algorithm]
        and key.get("use", "sig") == "sig"
        and key.get("alg", algorithm) == algorithm
        and (kid is None or key.get("kid") == kid)
    ]
    if len(fitting) != 1:
        raise _untrusted("unknown key" if not fitting else "ambiguous key")
    return fitting[0]


def _check_claims(claims: dict[str, Any], expected: Expected) -> None:
    if claims.get("iss") != expected.issuer:
        raise _untrusted("iss")
    audience = claims.get("aud")
    audiences = [audience] if isinstance(audience, str) else audience
    if not isinstance(audiences, list) or expected.client_id not in audiences:
        raise _untrusted("aud")
    # The party the token was made for, wherever it is named or there could be another.
    if claims.get("azp", expected.client_id if len(audiences) == 1 else None) != expected.client_id:
        raise _untrusted("azp")
    if not isinstance(claims.get("sub"), str) or not claims["sub"]:
        raise _untrusted("sub")
    absent = expected.nonce_may_be_absent and "nonce" not in claims
    if not absent and not hmac.compare_digest(str(claims.get("nonce", "")).encode(), expected.nonce.encode()):
        raise _untrusted("nonce")
    _check_times(claims, expected.now)


def _check_times(claims: dict[str, Any], now: float) -> None:
    for name in ("exp", "iat", "nbf", "auth_time"):
        value = claims.get(name, 0 if name in ("nbf", "auth_time") else None)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise _untrusted(name)
        late = name == "exp" and value <= now - SKEW_SECONDS
        early = name != "exp" and value > now + SKEW_SECONDS
        if late or early:
            raise _untrusted(name)
    if claims["iat"] < now - 600 - SKEW_SECONDS:
        raise _untrusted("iat")


def _part(text: str) -> dict[str, Any]:
    try:
        found = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (ValueError, RecursionError):
        raise _untrusted("encoding") from None
    if not isinstance(found, dict):
        raise _untrusted("encoding")
    return found


def _untrusted(rule: str) -> Refused:
    return Refused("untrusted", detail=f"ID token: {rule}")
