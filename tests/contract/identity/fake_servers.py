"""Servers that answer as the national portal and VNeID are said to (docs/administrators/identity.md), on this machine.

The people are fictional; their numbers have a province that was never assigned, so nobody can own them.
"""

from __future__ import annotations

import base64
import json
import os
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.padding import PKCS7
from joserfc import jws
from joserfc.jwk import RSAKey

NUMBER = "005083000123"
KEY = RSAKey.generate_key(2048, {"kid": "portal", "use": "sig"})


def sealed(content: bytes, public_key: Any) -> tuple[str, str]:
    """Data and wrapped key, as VNeID encrypts them."""
    secret, padder = os.urandom(32), PKCS7(128).padder()
    closer = Cipher(algorithms.AES(secret), modes.ECB()).encryptor()
    data = closer.update(padder.update(content) + padder.finalize()) + closer.finalize()
    return base64.b64encode(data).decode(), base64.b64encode(public_key.encrypt(secret, PKCS1v15())).decode()


class FakeServer:
    """One provider; `claims` is whom it tells, and a code is good once."""

    def __init__(self) -> None:
        self.codes: set[str] = set()
        self.tokens: set[str] = set()
        self.claims: dict[str, Any] = {}
        self.seen: list[dict[str, str]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                form = {name: values[0] for name, values in parse_qs(body).items()}
                outer.seen.append(form)
                self.answer(*outer.token(form))

            def do_GET(self) -> None:
                bearer = (self.headers.get("Authorization") or "").removeprefix("Bearer ")
                self.answer(*outer.get(self.path, bearer))

            def answer(self, status: int, body: dict[str, Any]) -> None:
                data = json.dumps(body).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_args: object) -> None:
                """Nothing is printed."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def new_code(self) -> str:
        code = secrets.token_hex(16)
        self.codes.add(code)
        return code

    def take(self, form: dict[str, str]) -> str | None:
        """An access token for a good code; the code is gone either way."""
        if form.get("grant_type") != "authorization_code" or form.get("code") not in self.codes:
            return None
        self.codes.discard(form["code"])
        token = secrets.token_hex(16)
        self.tokens.add(token)
        return token


class FakePortal(FakeServer):
    """WSO2-like: an ID token without the person, the person at userinfo."""

    def __init__(self) -> None:
        super().__init__()
        self.nonce: str | None = None
        self.id_token: dict[str, Any] = {}
        self.claims = {
            "sub": "6f6b",
            "LoaiTaiKhoan": "1",
            "loginIdp": "BCA",
            "IAL": "LoA2",
            "HoVaTen": "TRẦN THỊ TƯ",
            "SoDinhDanh": NUMBER,
            "NgayThangNamSinh": "19830102",
        }

    def token(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        token, now = self.take(form), int(time.time())
        if token is None:
            return 400, {"error": "invalid_grant"}
        claims = {
            "iss": self.base,
            "aud": "suite",
            "sub": "6f6b",
            "iat": now,
            "exp": now + 60,
            **({"nonce": self.nonce} if self.nonce else {}),
            **self.id_token,
        }
        signed = jws.serialize_compact({"alg": "RS256", "kid": "portal"}, json.dumps(claims).encode(), KEY)
        return 200, {"access_token": token, "id_token": signed, "token_type": "Bearer"}

    def get(self, path: str, bearer: str) -> tuple[int, dict[str, Any]]:
        if path == "/oauth2/jwks":
            return 200, {"keys": [KEY.as_dict(private=False)]}
        return (200, self.claims) if bearer in self.tokens else (401, {"error": "invalid_token"})


class FakeVneid(FakeServer):
    """No ID token; bodies, and where told the code, encrypted for the client."""

    def __init__(self, public_key: Any) -> None:
        super().__init__()
        self.public_key, self.plain = public_key, False
        self.claims = {
            "citizenPid": NUMBER,
            "fullName": "TRẦN THỊ TƯ",
            "birthDate": "02/01/1983",
            "accountType": "CITIZEN",
            "accountLevel": 2,
        }

    def answer_parameters(self, *, encrypted: bool) -> dict[str, str]:
        """What the browser comes back with, beside `state`."""
        code = self.new_code()
        if not encrypted:
            return {"code": code}
        data, wrapped = sealed(code.encode(), self.public_key)
        return {"code": data, "encrypt_key": wrapped}

    def body(self, content: dict[str, Any]) -> dict[str, Any]:
        if self.plain:
            return content
        data, key = sealed(json.dumps(content).encode(), self.public_key)
        return {"data": data, "key": key}

    def token(self, form: dict[str, str]) -> tuple[int, dict[str, Any]]:
        token = self.take(form)
        if token is None or form.get("client_secret") != "bí mật":
            return 401, {"error": "invalid_client"}
        return 200, self.body({"access_token": token, "expires_in": 60})

    def get(self, path: str, bearer: str) -> tuple[int, dict[str, Any]]:
        return (200, self.body(self.claims)) if bearer in self.tokens else (401, {"error": "invalid_token"})
