"""The secrets of one login, all drawn from one that only the learner's own session holds."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass, field


@dataclass(frozen=True)
class LoginSecrets:
    """State, nonce and PKCE verifier of one login; the database keeps hashes of `state` and `browser`
    only."""

    state: str = field(repr=False)
    browser: str = field(repr=False)

    @property
    def nonce(self) -> str:
        """Binds the ID token to this login."""
        return self._derive("nonce")

    @property
    def code_verifier(self) -> str:
        """PKCE verifier (RFC 7636): 43 characters."""
        return self._derive("pkce")

    @property
    def code_challenge(self) -> str:
        """S256 of the verifier."""
        return _base64url(hashlib.sha256(self.code_verifier.encode()).digest())

    def _derive(self, purpose: str) -> str:
        return _base64url(
            hmac.new(self.browser.encode(), f"{purpose}|{self.state}".encode(), hashlib.sha256).digest()
        )


def new_login() -> LoginSecrets:
    """Fresh secrets."""
    return LoginSecrets(state=secrets.token_urlsafe(32), browser=secrets.token_urlsafe(32))


def digest(secret: str) -> str:
    """How a secret is kept in the database. It has 256 random bits, so a plain hash is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")
