"""Clients, authorization codes and access tokens."""

from __future__ import annotations

import hmac
import time

from authlib.oauth2.rfc6749 import ClientMixin, TokenMixin
from authlib.oidc.core import AuthorizationCodeMixin
from django.db import models

from digital_literacy_demo.simulator.contract import LEVELS
from digital_literacy_demo.simulator.people import Person, find

CODE_SECONDS = 60


class Client(models.Model, ClientMixin):
    """A relying party: the host, registered at start."""

    client_id = models.CharField(max_length=60, unique=True)
    client_secret = models.CharField(max_length=200)
    redirect_uris = models.JSONField(default=list)

    def __str__(self) -> str:
        return self.client_id

    def get_client_id(self) -> str:
        return self.client_id

    def get_default_redirect_uri(self) -> None:
        """There is none: every request names its own, and it is compared."""

    def get_allowed_scope(self, scope: str) -> str:
        return " ".join(name for name in (scope or "").split() if name in ("openid", "profile"))

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        return redirect_uri in self.redirect_uris

    def check_client_secret(self, client_secret: str) -> bool:
        return hmac.compare_digest(self.client_secret, client_secret)

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        return method in ("client_secret_basic", "client_secret_post")

    def check_response_type(self, response_type: str) -> bool:
        return response_type == "code"

    def check_grant_type(self, grant_type: str) -> bool:
        return grant_type == "authorization_code"


class AuthorizationCode(models.Model, AuthorizationCodeMixin):
    """A code: used once, within a minute."""

    code = models.CharField(max_length=120, unique=True)
    client_id = models.CharField(max_length=60)
    person_slug = models.CharField(max_length=40)
    redirect_uri = models.TextField()
    scope = models.TextField()
    nonce = models.CharField(max_length=200)
    code_challenge = models.CharField(max_length=128)
    code_challenge_method = models.CharField(max_length=10)
    auth_time = models.IntegerField()

    def __str__(self) -> str:
        return f"{self.client_id} {self.pk}"

    def is_expired(self) -> bool:
        return self.auth_time + CODE_SECONDS < time.time()

    def get_redirect_uri(self) -> str:
        return self.redirect_uri

    def get_scope(self) -> str:
        return self.scope

    def get_nonce(self) -> str:
        return self.nonce

    def get_auth_time(self) -> int:
        return self.auth_time

    def get_acr(self) -> str:
        """The level the person has, whatever was asked for: `acr_values` is voluntary."""
        return acr_of(self.person)

    def get_amr(self) -> None:
        """Nothing is said of the means: nobody proved anything."""

    @property
    def person(self) -> Person | None:
        return find(self.person_slug)


class Token(models.Model, TokenMixin):
    """An access token for the userinfo endpoint."""

    client_id = models.CharField(max_length=60)
    person_slug = models.CharField(max_length=40)
    access_token = models.CharField(max_length=200, unique=True)
    token_type = models.CharField(max_length=20)
    scope = models.TextField()
    issued_at = models.IntegerField()
    expires_in = models.IntegerField()

    def __str__(self) -> str:
        return f"{self.client_id} {self.pk}"

    def check_client(self, client: Client) -> bool:
        return self.client_id == client.client_id

    def get_scope(self) -> str:
        return self.scope

    def get_expires_in(self) -> int:
        return self.expires_in

    def is_expired(self) -> bool:
        return self.issued_at + self.expires_in < time.time()

    def is_revoked(self) -> bool:
        return False

    @property
    def person(self) -> Person | None:
        return find(self.person_slug)


def acr_of(person: Person | None) -> str:
    """The acr value of a person's level."""
    level = person.level if person else 0
    return next((acr for acr, known in LEVELS.items() if known == level), "")
