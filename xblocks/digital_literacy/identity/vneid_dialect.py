"""VNeID directly, at the Ministry of Public Security's own sign-on.

Not proven against the real one: it follows one public implementation of others (docs/administrators/identity.md). It is
not OpenID Connect: there is no ID token, no nonce and no PKCE; the code and the bodies are encrypted for the client's
RSA key (PKCS #1 v1.5) with AES in ECB mode, as VNeID prescribes. What binds an answer to a login is `state`, the
browser's own secret and the single use of both.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from typing import Any, ClassVar
from urllib.parse import urlencode

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.padding import PKCS7
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from django.utils import timezone

from digital_literacy.identity.claims import identity_of, namespace_of
from digital_literacy.identity.http import get_json, is_safe_url, post_form
from digital_literacy.identity.login_secrets import LoginSecrets
from digital_literacy.identity.person_keys import CITIZEN_NUMBER
from digital_literacy.identity.providers import ProviderSettings
from digital_literacy.identity.results import Identity, Refused
from digital_literacy.identity.secret_values import SecretError, read_secret


class VneidProvider:
    """The dialect. Whatever cannot be decrypted is refused in one way, so that nobody learns from the answer why."""

    simulated = False
    needs_private_key = True
    required_endpoints = ("authorization_endpoint", "token_endpoint", "userinfo_endpoint")
    defaults: ClassVar[dict[str, Any]] = {
        "name_claim": "fullName",
        "person_claim": "citizenPid",
        "person_namespace": CITIZEN_NUMBER,
        "birthdate_claim": "birthDate",
        "level_claim": "accountLevel",
        "scope": "openid",
    }

    def __init__(self, config: ProviderSettings) -> None:
        self.config = config

    def authorization_url(self, *, login: LoginSecrets, redirect_uri: str) -> str:
        """See `IdentityProvider`."""
        query = {
            "response_type": "code",
            "client_id": self.config.client_id,
            "redirect_uri": redirect_uri,
            "scope": self.config.scope,
            "state": login.state,
            "prompt": self.config.prompt,
            "acr_values": self.config.acr_values,
        }
        query = {name: value for name, value in query.items() if value}
        endpoint = self._endpoint("authorization_endpoint")
        return f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode(query)}"

    def identify(self, answer: Mapping[str, str], *, login: LoginSecrets, redirect_uri: str) -> Identity:
        """See `IdentityProvider`. The caller has already compared `state`."""
        if answer.get("error"):
            cancelled = answer["error"] in ("access_denied", "interaction_required", "login_required")
            raise Refused("cancelled" if cancelled else "provider_error", detail="authorization response")
        key = self._private_key()
        # Base64 in the query: every "+" has become a space on the way here.
        code, wrapped = (answer.get(name, "").replace(" ", "+") for name in ("code", "encrypt_key"))
        if not code or len(code) > 4096 or len(wrapped) > 4096:
            raise Refused("untrusted", detail="no code")
        if not wrapped and self.config.encrypted_code:
            raise Refused("untrusted", detail="code is not encrypted")
        form = {
            "grant_type": "authorization_code",
            "code": _decrypted(code, wrapped, key).decode("utf-8", "replace") if wrapped else code,
            "client_id": self.config.client_id,
            "client_secret": self._client_secret(),
            "redirect_uri": redirect_uri,
            **({"encrypt_key": wrapped} if wrapped else {}),
        }
        tokens = post_form(self._endpoint("token_endpoint"), form)
        if "error" in tokens:
            raise Refused("provider_error", detail="token response")
        token = _opened(tokens, key).get("access_token")
        if not isinstance(token, str) or not token:
            raise Refused("untrusted", detail="no access token")
        claims = _opened(get_json(self._endpoint("userinfo_endpoint"), bearer=token), key)
        return identity_of(
            claims,
            self.config,
            namespace=namespace_of(self.config),
            # VNeID says nothing of when; the code it was learnt by lives for seconds.
            verified_at=timezone.now(),
            simulated=False,
        )

    def _endpoint(self, name: str) -> str:
        url = str(self.config.endpoints.get(name, ""))
        if not is_safe_url(url):
            raise Refused("not_set_up", detail=f"endpoints: {name}")
        return url

    def _private_key(self) -> RSAPrivateKey:
        try:
            key = load_pem_private_key(read_secret(self.config.private_key).encode(), password=None)
        except (SecretError, ValueError, TypeError):
            raise Refused("not_set_up", detail="private key") from None
        if not isinstance(key, RSAPrivateKey):
            raise Refused("not_set_up", detail="private key")
        return key

    def _client_secret(self) -> str:
        try:
            return read_secret(self.config.client_secret) if self.config.client_secret else ""
        except SecretError:
            raise Refused("not_set_up", detail="client secret") from None


def _opened(body: Mapping[str, Any], key: RSAPrivateKey) -> dict[str, Any]:
    """The content of a `{"data", "key"}` body; a body that is not encrypted is refused."""
    data, wrapped = body.get("data"), body.get("key")
    if not isinstance(data, str) or not isinstance(wrapped, str):
        raise Refused("untrusted", detail="body is not encrypted")
    try:
        found = json.loads(_decrypted(data, wrapped, key))
    except (ValueError, RecursionError):
        raise Refused("untrusted", detail="body") from None
    if not isinstance(found, dict):
        raise Refused("untrusted", detail="body")
    return found


def _decrypted(data: str, wrapped: str, key: RSAPrivateKey) -> bytes:
    try:
        secret = key.decrypt(base64.b64decode(wrapped, validate=True), PKCS1v15())
        # ECB hides no patterns. It is what VNeID prescribes, inside TLS; nothing of ours is encrypted so.
        opener = Cipher(algorithms.AES(secret), modes.ECB()).decryptor()
        padded = opener.update(base64.b64decode(data, validate=True)) + opener.finalize()
        unpadder = PKCS7(128).unpadder()
        return unpadder.update(padded) + unpadder.finalize()
    except (ValueError, binascii.Error):
        raise Refused("untrusted", detail="encryption") from None
