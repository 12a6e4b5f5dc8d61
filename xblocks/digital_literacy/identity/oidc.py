"""Standard OpenID Connect: authorization code, PKCE S256, state, nonce, RFC 9207 `iss`, `acr` compared.

Metadata and keys are fetched anew at each login. Logins are rare, and a key that the provider has
withdrawn stops
being trusted at once.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from digital_literacy.identity.claims import identity_of, namespace_of
from digital_literacy.identity.http import get_json, is_safe_url, post_form
from digital_literacy.identity.id_token import Expected, read_id_token
from digital_literacy.identity.login_secrets import LoginSecrets
from digital_literacy.identity.providers import ProviderSettings
from digital_literacy.identity.results import Identity, Refused
from digital_literacy.identity.secret_values import SecretError, read_secret

# What our simulator says of itself in metadata and tokens; a real provider never does.
SIMULATOR_MARK = "digital_literacy_simulator"
_ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")


class OidcProvider:
    """A provider that speaks standard OpenID Connect."""

    simulated = False
    # Whether an ID token without a nonce may pass; one with another nonce never does.
    nonce_may_be_absent = False
    # Claims beside name and person that may come from the userinfo endpoint; the level of a signed token never does.
    userinfo_claims: tuple[str, ...] = ()

    def __init__(self, config: ProviderSettings) -> None:
        self.config = config

    def authorization_url(self, *, login: LoginSecrets, redirect_uri: str) -> str:
        """See `IdentityProvider`."""
        parameters = {
            "response_type": "code",
            "client_id": self.config.client_id,
            "redirect_uri": redirect_uri,
            "scope": self.config.scope,
            "state": login.state,
            "nonce": login.nonce,
            "code_challenge": login.code_challenge,
            "code_challenge_method": "S256",
            "acr_values": self.config.acr_values,
            "prompt": self.config.prompt,
        }
        query = urlencode({name: value for name, value in parameters.items() if value})
        endpoint = str(self._metadata()["authorization_endpoint"])
        return f"{endpoint}{'&' if '?' in endpoint else '?'}{query}"

    def identify(self, answer: Mapping[str, str], *, login: LoginSecrets, redirect_uri: str) -> Identity:
        """See `IdentityProvider`. The caller has already compared `state`."""
        metadata = self._metadata()
        self._check_issuer(answer, metadata)
        if answer.get("error"):
            cancelled = answer["error"] in ("access_denied", "interaction_required", "login_required")
            raise Refused("cancelled" if cancelled else "provider_error", detail="authorization response")
        tokens = self._exchange(metadata, answer, login=login, redirect_uri=redirect_uri)
        claims = read_id_token(
            tokens.get("id_token"),
            key_set=get_json(str(metadata["jwks_uri"])),
            expected=Expected(
                issuer=self.config.issuer,
                client_id=self.config.client_id,
                nonce=login.nonce,
                nonce_may_be_absent=self.nonce_may_be_absent,
                algorithms=self.config.algorithms,
                now=time.time(),
            ),
        )
        return self._identity(self._with_userinfo(claims, metadata, tokens))

    def _metadata(self) -> dict[str, Any]:
        metadata = get_json(f"{self.config.issuer.rstrip('/')}/.well-known/openid-configuration")
        # OpenID Connect Discovery 1.0, 4.3: the issuer must be exactly the one asked.
        if metadata.get("issuer") != self.config.issuer:
            raise Refused("untrusted", detail="metadata: issuer")
        for name in _ENDPOINTS:
            if not is_safe_url(str(metadata.get(name, ""))):
                raise Refused("untrusted", detail=f"metadata: {name}")
        if bool(metadata.get(SIMULATOR_MARK)) != self.simulated:
            raise Refused("untrusted", detail="metadata: simulator under the wrong dialect")
        return metadata

    def _check_issuer(self, answer: Mapping[str, str], metadata: Mapping[str, Any]) -> None:
        """RFC 9207: an answer made by another provider is refused before its code is used."""
        named = answer.get("iss")
        if named is None and metadata.get("authorization_response_iss_parameter_supported"):
            raise Refused("untrusted", detail="answer: iss missing")
        if named is not None and named != self.config.issuer:
            raise Refused("untrusted", detail="answer: iss")

    def _exchange(
        self,
        metadata: Mapping[str, Any],
        answer: Mapping[str, str],
        *,
        login: LoginSecrets,
        redirect_uri: str,
    ) -> dict[str, Any]:
        code = answer.get("code", "")
        if not code or len(code) > 2048:
            raise Refused("untrusted", detail="no code")
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": redirect_uri,
            "code_verifier": login.code_verifier,
        }
        auth = self._client_auth()
        if auth is None:
            form["client_id"] = self.config.client_id
        tokens = post_form(str(metadata["token_endpoint"]), form, auth=auth)
        if "error" in tokens:
            raise Refused("provider_error", detail="token response")
        return tokens

    def _client_auth(self) -> tuple[str, str] | None:
        if not self.config.client_secret:
            return None
        try:
            return self.config.client_id, read_secret(self.config.client_secret)
        except SecretError:
            raise Refused("not_set_up", detail="client secret") from None

    def _with_userinfo(
        self, claims: dict[str, Any], metadata: Mapping[str, Any], tokens: Mapping[str, Any]
    ) -> dict[str, Any]:
        """Add what the ID token leaves to the userinfo endpoint; signed claims are never replaced."""
        # The birth date too: a minor must not pass because his provider tells it in the second place.
        config = self.config
        wanted = {config.name_claim, config.person_claim, config.birthdate_claim, *self.userinfo_claims}
        endpoint, token = metadata.get("userinfo_endpoint"), tokens.get("access_token")
        if wanted <= claims.keys() or not endpoint or not isinstance(token, str):
            return claims
        told = get_json(str(endpoint), bearer=token)
        if told.get("sub") != claims["sub"]:
            raise Refused("untrusted", detail="userinfo: sub")
        return {**{name: told[name] for name in wanted if name in told}, **claims}

    def _identity(self, claims: Mapping[str, Any]) -> Identity:
        if bool(claims.get(SIMULATOR_MARK)) != self.simulated:
            raise Refused("untrusted", detail="ID token: simulator under the wrong dialect")
        return identity_of(
            claims,
            self.config,
            namespace=self.namespace,
            verified_at=datetime.fromtimestamp(claims.get("auth_time") or claims["iat"], UTC),
            simulated=self.simulated,
        )

    @property
    def namespace(self) -> str:
        """What the person claim is unique in."""
        return namespace_of(self.config)
