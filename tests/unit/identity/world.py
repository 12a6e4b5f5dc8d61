"""A provider made of dictionaries: what it answers can be changed at will."""

from __future__ import annotations

import json
import time
from urllib.parse import urlsplit

from joserfc import jws
from joserfc.jwk import ECKey

from digital_literacy.identity.login_secrets import new_login
from digital_literacy.identity.oidc import OidcProvider
from digital_literacy.identity.providers import ProviderSettings

ISSUER = "https://id.example"
KEY = ECKey.generate_key("P-256", {"kid": "one", "use": "sig"})
REDIRECT = "https://lms.example/digital-literacy/identity/return/vneid/"


class World:
    """What the provider answers; tests change it."""

    def __init__(self) -> None:
        self.login = new_login()
        self.claims: dict[str, object] = {"name": "Trần Thị Tư", "acr": "loa2"}
        self.userinfo: dict[str, object] = {"sub": "s"}
        self.keys: dict[str, object] = {"keys": [KEY.as_dict(private=False)]}
        self.metadata: dict[str, object] = {
            "issuer": ISSUER,
            "authorization_endpoint": f"{ISSUER}/authorize?tenant=1",
            "token_endpoint": f"{ISSUER}/token",
            "jwks_uri": f"{ISSUER}/jwks",
            "userinfo_endpoint": f"{ISSUER}/userinfo",
        }
        self.sent: dict[str, str] = {}
        self.auth: object = None

    def get_json(self, url: str, *, bearer: str = "") -> dict[str, object]:
        return {
            "/.well-known/openid-configuration": self.metadata,
            "/jwks": self.keys,
            "/userinfo": self.userinfo,
        }[urlsplit(url).path]

    def post_form(self, url: str, data: dict[str, str], *, auth: object = None) -> dict[str, object]:
        self.sent, self.auth = data, auth
        now = int(time.time())
        standard = {
            "iss": ISSUER,
            "aud": "c",
            "sub": "s",
            "nonce": self.login.nonce,
            "iat": now,
            "exp": now + 60,
        }
        claims = {name: value for name, value in {**standard, **self.claims}.items() if value is not None}
        token = jws.serialize_compact({"alg": "ES256", "kid": "one"}, json.dumps(claims).encode(), KEY)
        return {"id_token": token, "access_token": "a"}


def provider(**changes) -> OidcProvider:
    values = {
        "code": "vneid",
        "label": "VNeID",
        "issuer": ISSUER,
        "client_id": "c",
        "levels": {"loa1": 1, "loa2": 2},
    }
    return OidcProvider(ProviderSettings(**{**values, **changes}))


def identify(world, answer=None, **changes):
    return provider(**changes).identify(answer or {"code": "x"}, login=world.login, redirect_uri=REDIRECT)
