"""A backup of the signing keys and the secrets of person keys, under a passphrase, and the proof that it works.

Without the signing keys nothing can be revoked any more; without the secrets nobody is known again.
"""

from __future__ import annotations

import base64
import json
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.conf import settings

from digital_literacy.certificates.config import NAME as SIGNING_NAME
from digital_literacy.certificates.config import get_issuer, read_private_key
from digital_literacy.certificates.keys import encode_multikey
from digital_literacy.certificates.models import Credential
from digital_literacy.identity.models import PersonKeyVersion
from digital_literacy.identity.person_keys import live_secrets
from digital_literacy.identity.person_secrets import fingerprint
from digital_literacy.identity.secret_values import read_secret

FORMAT = "digital-literacy backup of keys 1"
MIN_PASSPHRASE = 12
# OWASP's advice for scrypt: 32 MiB.
_COST = {"n": 2**15, "r": 8, "p": 1}


class BackupError(Exception):
    """The backup cannot be made, read or trusted; the message says why."""


def make(path: Path, *, passphrase: str) -> int:
    """Write the backup, readable by its owner only; gives how many secrets it holds.

    Raises:
        BackupError: the file exists, or the passphrase is short.
        NotSetUpError, SecretError: the settings are incomplete.
    """
    if len(passphrase) < MIN_PASSPHRASE:
        raise BackupError(f"The passphrase needs at least {MIN_PASSPHRASE} characters.")
    content = {
        "base_url": get_issuer().base_url,
        "signing_keys": _signing_keys(),
        "person_keys": _person_keys(),
    }
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    sealed = AESGCM(_key(passphrase, salt)).encrypt(nonce, json.dumps(content).encode(), FORMAT.encode())
    outer = {"format": FORMAT, "salt": _b64(salt), "nonce": _b64(nonce), "sealed": _b64(sealed)}
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise BackupError(f"The file cannot be written: {error.strerror}.") from None
    with os.fdopen(handle, "w") as file:
        json.dump(outer, file, indent=1)
    return len(content["signing_keys"]) + len(content["person_keys"])


def read(path: Path, *, passphrase: str) -> dict[str, Any]:
    """Open a backup.

    Raises:
        BackupError: it is no backup, was changed, or the passphrase is another.
    """
    try:
        outer = json.loads(path.read_text())
        salt, nonce, sealed = (base64.b64decode(outer[name]) for name in ("salt", "nonce", "sealed"))
        plain = AESGCM(_key(passphrase, salt)).decrypt(nonce, sealed, FORMAT.encode())
    except InvalidTag:
        raise BackupError("The passphrase is another, or the file was changed.") from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BackupError(f"This is no backup of keys that can be read: {type(error).__name__}.") from None
    content: dict[str, Any] = json.loads(plain)
    return content


def prove(content: dict[str, Any], *, did: dict[str, Any] | None = None) -> Iterator[tuple[bool, str]]:
    """Prove that the platform could be set up again from the backup: what was tried, and whether it held.

    Args:
        did: the published did.json, for a machine without the platform's keys; else the live keys are compared.
    """
    held = {entry["id"]: entry for entry in content["signing_keys"]}
    published, signing = _published(did)
    for key_id, public in published.items():
        yield (
            held.get(key_id, {}).get("public_key") == public,
            f"It holds the public key {key_id} as it is published.",
        )
    # From did.json nobody can tell which key signs today: every key of which the backup has the private half is tried.
    for key_id in [signing] if signing else [key_id for key_id in held if held[key_id]["private_key"]]:
        yield (
            _signs(held.get(key_id, {}), published.get(key_id, "")),
            f"Its key {key_id} signs as the published one does.",
        )
    yield from _prove_persons(content)
    newest = Credential.objects.filter(revoked_at=None).order_by("-issued_at").first()
    if newest is not None:
        method = str(newest.document["proof"]["verificationMethod"]).rpartition("#")[2]
        yield method in held, "It holds the key of the newest certificate."


def _published(did: dict[str, Any] | None) -> tuple[dict[str, str], str]:
    """The published keys by id, and the id of the one that signs; empty where that is not known."""
    if did is None:
        issuer = get_issuer()
        return {
            key_id: encode_multikey(key) for key_id, key in issuer.public_keys.items()
        }, issuer.signing_key.id
    try:
        methods = {
            one["id"].rpartition("#")[2]: one["publicKeyMultibase"] for one in did["verificationMethod"]
        }
    except (KeyError, TypeError, AttributeError):
        raise BackupError("The file given as did.json is none.") from None
    return methods, ""


def _signs(entry: dict[str, str], public: str) -> bool:
    try:
        private = read_private_key(entry.get("private_key", ""))
        return encode_multikey(private.public_key()) == public
    except ValueError:
        return False


def _prove_persons(content: dict[str, Any]) -> Iterator[tuple[bool, str]]:
    saved = {entry["id"]: entry["secret"].encode() for entry in content["person_keys"]}
    for version, mark in PersonKeyVersion.objects.values_list("version", "fingerprint"):
        known = version in saved and fingerprint(saved[version]) == mark
        yield known, f"Its secret {version} knows the persons of this database again."


def restore(content: dict[str, Any], directory: Path) -> tuple[list[str], list[str]]:
    """Write each secret as a file; existing files are not touched.

    Returns:
        The entries for `DIGITAL_LITERACY_SIGNING_KEYS` and `DIGITAL_LITERACY_PERSON_KEYS`, as Python.

    Raises:
        BackupError: a file exists or cannot be written.
    """
    signing, persons = [], []
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        for entry in content["signing_keys"]:
            told = {"id": entry["id"], "public_key": entry["public_key"]}
            if entry["private_key"]:
                path = _write(directory / f"signing-{entry['id']}", entry["private_key"])
                told = {"id": entry["id"], "private_key": f"file:{path}"}
            signing.append(repr(told))
        for entry in content["person_keys"]:
            path = _write(directory / f"person-{entry['id']}", entry["secret"])
            persons.append(repr({"id": entry["id"], "secret": f"file:{path}"}))
    except OSError as error:
        raise BackupError(f"{error.filename}: {error.strerror}.") from None
    return signing, persons


def _write(path: Path, value: str) -> Path:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(value)
    return path.resolve()


def _signing_keys() -> list[dict[str, str]]:
    public = get_issuer().public_keys
    found = []
    for entry in getattr(settings, SIGNING_NAME):
        private = ""
        if entry.get("private_key"):
            key = read_private_key(read_secret(entry["private_key"]))
            private = _b64(key.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption()))
        found.append(
            {"id": entry["id"], "private_key": private, "public_key": encode_multikey(public[entry["id"]])}
        )
    return found


def _person_keys() -> list[dict[str, str]]:
    return [{"id": version, "secret": secret.decode()} for version, secret in live_secrets()]


def _key(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, **_COST).derive(passphrase.encode())


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode()
