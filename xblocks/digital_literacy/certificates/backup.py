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
from digital_literacy.certificates.proof import ProofError, verify
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


def prove(content: dict[str, Any]) -> Iterator[tuple[bool, str]]:
    """Prove that the platform could be set up again from the backup: what was tried, and whether it held."""
    issuer = get_issuer()
    held = {entry["id"]: entry for entry in content["signing_keys"]}
    yield content["base_url"] == issuer.base_url, f"It is of this issuer ({content['base_url']})."
    for key_id, public in issuer.public_keys.items():
        same = held.get(key_id, {}).get("public_key") == encode_multikey(public)
        yield same, f"It holds the public key {key_id} as it is published."
    signing = held.get(issuer.signing_key.id, {}).get("private_key", "")
    try:
        signs = encode_multikey(read_private_key(signing).public_key()) == encode_multikey(
            issuer.signing_key.public
        )
    except ValueError:
        signs = False
    yield signs, f"Its key {issuer.signing_key.id} signs as the live one does."
    kept = dict(PersonKeyVersion.objects.values_list("version", "fingerprint"))
    saved = {entry["id"]: entry["secret"].encode() for entry in content["person_keys"]}
    for version, mark in kept.items():
        known = version in saved and fingerprint(saved[version]) == mark
        yield known, f"Its secret {version} knows the persons of this database again."
    newest = Credential.objects.filter(revoked_at=None).order_by("-issued_at").first()
    if newest is not None:
        try:
            verify(newest.document, find_key=issuer.trusted_key)
            fits = str(newest.document["proof"]["verificationMethod"]).rpartition("#")[2] in held
        except ProofError:
            fits = False
        yield fits, "It holds the key of the newest certificate, which verifies."


def restore(content: dict[str, Any], directory: Path) -> list[Path]:
    """Write each secret as a file that the settings can name (`file:…`); existing files are not touched.

    Raises:
        BackupError: a file exists or cannot be written.
    """
    values = {
        f"signing-{entry['id']}": entry["private_key"]
        for entry in content["signing_keys"]
        if entry["private_key"]
    }
    values |= {f"person-{entry['id']}": entry["secret"] for entry in content["person_keys"]}
    written = []
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, value in values.items():
            handle = os.open(directory / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w") as file:
                file.write(value)
            written.append(directory / name)
    except OSError as error:
        raise BackupError(f"{error.filename}: {error.strerror}.") from None
    return written


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
