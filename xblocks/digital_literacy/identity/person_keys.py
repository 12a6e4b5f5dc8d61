"""A person as a keyed hash: the same person gives the same key, and without the secret a key tells nothing.

An unkeyed hash of a citizen number falls to a million guesses; the secret stands outside the database.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from digital_literacy.identity.results import Identity
from digital_literacy.identity.secret_values import SecretError, read_secret

CITIZEN_NUMBER = "citizen-number"
MIN_SECRET_BYTES = 32


@dataclass(frozen=True)
class PersonKey:
    """A person under one version of the secret."""

    version: str
    value: str


def person_keys(identity: Identity) -> list[PersonKey]:
    """The person's key under every live version of the secret; the version of today comes first.

    Raises:
        SecretError: `DIGITAL_LITERACY_PERSON_KEYS` cannot be used; the system checks say why.
    """
    message = f"person:v1|{identity.namespace}|{identity.subject}".encode()
    return [
        PersonKey(version, hmac.new(secret, message, hashlib.sha256).hexdigest())
        for version, secret in live_secrets()
    ]


def live_secrets() -> list[tuple[str, bytes]]:
    """Versions and secrets of `DIGITAL_LITERACY_PERSON_KEYS`, today's first.

    Raises:
        SecretError: the setting is missing or one of its entries cannot be used.
    """
    entries = getattr(settings, "DIGITAL_LITERACY_PERSON_KEYS", None)
    if not isinstance(entries, (list, tuple)) or not entries:
        raise SecretError(
            'Set DIGITAL_LITERACY_PERSON_KEYS to a list such as [{"id": "p1", "secret": "file:…"}].'
        )
    found = [_read(entry) for entry in entries]
    if len({version for version, _ in found}) != len(found):
        raise SecretError("Two entries of DIGITAL_LITERACY_PERSON_KEYS have the same id.")
    return found


def _read(entry: Any) -> tuple[str, bytes]:
    if (
        not isinstance(entry, Mapping)
        or not isinstance(entry.get("id"), str)
        or not re.fullmatch(r"[A-Za-z0-9._-]{1,20}", entry["id"])
    ):
        raise SecretError(
            'Every entry of DIGITAL_LITERACY_PERSON_KEYS needs an "id" of 1 to 20 letters, digits, dots and hyphens.'
        )
    secret = read_secret(entry.get("secret")).encode()
    if len(secret) < MIN_SECRET_BYTES:
        raise SecretError(f"The secret of “{entry['id']}” needs at least {MIN_SECRET_BYTES} characters.")
    return entry["id"], secret
