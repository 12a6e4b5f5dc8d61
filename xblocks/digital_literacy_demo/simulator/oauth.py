"""The authorization server: Authlib's, with PKCE S256, a nonce and RFC 9207 `iss` required."""

from __future__ import annotations

import hashlib
import hmac
import time
from datetime import date
from typing import Any

from authlib.common.urls import add_params_to_uri
from authlib.integrations.django_oauth2 import AuthorizationServer, BearerTokenValidator, ResourceProtector
from authlib.oauth2.rfc6749 import InvalidRequestError
from authlib.oauth2.rfc6749.grants import AuthorizationCodeGrant
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oauth2.rfc9207 import IssuerParameter
from authlib.oidc.core import OpenIDCode, UserInfo
from django.conf import settings
from joserfc.jwk import ECKey

from digital_literacy_demo.simulator.contract import CLIENT_ID, SIMULATOR_MARK
from digital_literacy_demo.simulator.models import AuthorizationCode, Client, Token
from digital_literacy_demo.simulator.people import Person


def token_key() -> ECKey:
    """The key that signs ID tokens; its id is its thumbprint."""
    key = ECKey.import_key(settings.SIMULATOR_TOKEN_KEY)
    return ECKey.import_key(
        settings.SIMULATOR_TOKEN_KEY, {"kid": key.thumbprint(), "use": "sig", "alg": "ES256"}
    )


def subject_of(person: Person, client_id: str) -> str:
    """A pairwise subject, letters only: nothing in a claim can look like a number of a person."""
    message = f"{client_id}|{person.slug}".encode()
    digest = hmac.new(settings.SIMULATOR_SUBJECT_KEY.encode(), message, hashlib.sha256).hexdigest()
    return digest.translate(str.maketrans("0123456789", "ghijklmnop"))


def claims_of(person: Person, client_id: str, scope: str) -> UserInfo:
    """What userinfo tells."""
    claims = UserInfo(sub=subject_of(person, client_id), **{SIMULATOR_MARK: True})
    if "profile" in scope.split():
        claims["name"] = person.name
        if person.age:
            # The first of January of a year: how old, and no more.
            claims["birthdate"] = f"{date.today().year - person.age:04d}-01-01"
    return claims


class Grant(AuthorizationCodeGrant):
    """Authorization code; a code is gone as soon as anyone shows it, rightly or not."""

    TOKEN_ENDPOINT_AUTH_METHODS = ["client_secret_basic", "client_secret_post"]

    def save_authorization_code(self, code: str, request: Any) -> AuthorizationCode:
        asked = request.payload.data
        return AuthorizationCode.objects.create(
            code=code,
            client_id=request.client.client_id,
            person_slug=request.user.slug,
            redirect_uri=request.payload.redirect_uri,
            scope=request.scope,
            nonce=asked["nonce"],
            code_challenge=asked["code_challenge"],
            code_challenge_method="S256",
            auth_time=int(time.time()),
        )

    def query_authorization_code(self, code: str, client: Client) -> AuthorizationCode | None:
        row = AuthorizationCode.objects.filter(code=code).first()
        taken = row is not None and AuthorizationCode.objects.filter(pk=row.pk).delete()[0] == 1
        return row if row and taken and row.client_id == client.client_id and not row.is_expired() else None

    def delete_authorization_code(self, authorization_code: AuthorizationCode) -> None:
        """It was deleted when it was shown."""

    def authenticate_user(self, authorization_code: AuthorizationCode) -> Person | None:
        return authorization_code.person


class OnlyS256(CodeChallenge):
    """PKCE for every client, S256 only."""

    SUPPORTED_CODE_CHALLENGE_METHOD = ["S256"]

    def validate_code_challenge(self, grant: Any, redirect_uri: str) -> None:
        asked = grant.request.payload.data
        if not asked.get("code_challenge") or asked.get("code_challenge_method") != "S256":
            raise InvalidRequestError("PKCE with code_challenge_method=S256 is required.")
        super().validate_code_challenge(grant, redirect_uri)


class IdToken(OpenIDCode):
    """ID tokens without the name: that is told by userinfo only."""

    def exists_nonce(self, nonce: str, request: Any) -> bool:
        return AuthorizationCode.objects.filter(nonce=nonce).exists()

    def resolve_client_private_key(self, client: Client) -> ECKey:
        return token_key()

    def get_client_algorithm(self, client: Client) -> str:
        return "ES256"

    def get_encode_header(self, client: Client) -> dict[str, str]:
        return {"alg": "ES256", "kid": token_key().thumbprint()}

    def get_client_claims(self, client: Client) -> dict[str, Any]:
        now = int(time.time())
        return {"iss": settings.SIMULATOR_ISSUER, "aud": client.client_id, "iat": now, "exp": now + 300}

    def generate_user_info(self, user: Person, scope: str) -> UserInfo:
        return claims_of(user, CLIENT_ID, scope="openid")


class NamedIssuer(IssuerParameter):
    """`iss` in every authorization response."""

    def add_issuer_parameter(self, authorization_server: Any, response: Any) -> None:
        """As Authlib's own, for Django's responses, whose address is a header."""
        if response.has_header("Location"):
            response["Location"] = add_params_to_uri(response["Location"], {"iss": settings.SIMULATOR_ISSUER})


class Server(AuthorizationServer):
    """Authlib's server; tokens belong to fictional people, who are no rows of a table."""

    def save_token(self, token: dict[str, Any], request: Any) -> None:
        Token.objects.create(
            client_id=request.client.client_id,
            person_slug=request.user.slug,
            access_token=token["access_token"],
            token_type=token["token_type"],
            scope=token.get("scope", ""),
            issued_at=int(time.time()),
            expires_in=token["expires_in"],
        )


server = Server(Client, Token)
server.register_grant(Grant, [OnlyS256(required=True), IdToken(require_nonce=True)])
server.register_extension(NamedIssuer())

require_token = ResourceProtector()
require_token.register_token_validator(BearerTokenValidator(Token))
