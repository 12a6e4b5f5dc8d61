"""The issuer, from settings."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from django.conf import settings

from digital_literacy.certificates.keys import Issuer, SigningKey, decode_multikey
from digital_literacy.identity.addresses import base_url
from digital_literacy.identity.secret_values import SecretError, read_secret

NAME = "DIGITAL_LITERACY_SIGNING_KEYS"
DEFAULT_ISSUER_NAME = "Bình dân học vụ số"


class NotSetUpError(Exception):
    """Certificates cannot be issued or checked until the settings are mended; the message says how."""


def get_issuer() -> Issuer:
    """The issuer with its keys.

    `DIGITAL_LITERACY_SIGNING_KEYS` is a list: the first entry `{"id": …, "private_key": "file:…"}` signs;
    further ones, also as `{"id": …, "public_key": "z6Mk…"}`, are earlier keys whose certificates stay valid.

    Raises:
        NotSetUpError: a setting is missing or cannot be used.
    """
    entries = getattr(settings, NAME, None)
    if not isinstance(entries, (list, tuple)) or not entries:
        raise NotSetUpError(f'Set {NAME} to a list such as [{{"id": "key-1", "private_key": "file:…"}}].')
    if not base_url():
        raise NotSetUpError("Set DIGITAL_LITERACY_BASE_URL, such as https://lms.example/digital-literacy.")
    read = [_read(entry) for entry in entries]
    signing_id, private, _public = read[0]
    if private is None:
        raise NotSetUpError(f"The first entry of {NAME} signs, so it needs a private_key.")
    if len({key_id for key_id, *_rest in read}) != len(read):
        raise NotSetUpError(f"Two entries of {NAME} have the same id.")
    return Issuer(
        base_url=base_url(),
        name=str(getattr(settings, "DIGITAL_LITERACY_ISSUER_NAME", "") or DEFAULT_ISSUER_NAME),
        signing_key=SigningKey(signing_id, private),
        public_keys={key_id: public for key_id, _private, public in read},
    )


def time_zone() -> ZoneInfo:
    """The zone of the dates on certificates; the platform's own clock is UTC."""
    return ZoneInfo(getattr(settings, "DIGITAL_LITERACY_TIME_ZONE", "Asia/Ho_Chi_Minh"))


def _read(entry: Any) -> tuple[str, Ed25519PrivateKey | None, Ed25519PublicKey]:
    key_id = entry.get("id") if isinstance(entry, Mapping) else None
    if not isinstance(key_id, str) or not key_id.replace("-", "").isalnum() or len(key_id) > 40:
        raise NotSetUpError(f'Every entry of {NAME} needs an "id" of letters, digits and hyphens.')
    try:
        if entry.get("private_key"):
            private = read_private_key(read_secret(entry["private_key"]))
            return key_id, private, private.public_key()
        return key_id, None, decode_multikey(str(entry.get("public_key", "")))
    except (SecretError, ValueError) as error:
        raise NotSetUpError(f"The key “{key_id}” of {NAME} cannot be used: {error}") from None


@lru_cache(maxsize=8)
def read_private_key(text: str) -> Ed25519PrivateKey:
    """The key of a PEM text, or of 32 bytes in base64.

    Raises:
        ValueError: it is no Ed25519 key.
    """
    if text.startswith("-----BEGIN"):
        key = load_pem_private_key(text.encode(), password=None)
        if not isinstance(key, Ed25519PrivateKey):
            raise ValueError("it is not an Ed25519 key")
        return key
    return Ed25519PrivateKey.from_private_bytes(base64.b64decode(text, validate=True))
