"""Secrets the host makes for itself at the first start and keeps in its home folder."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat


def keep(path: Path, make: Callable[[], str]) -> Path:
    """Make sure that `path` holds a secret; of two processes that start at once, the first wins whole."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(make())
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path


def random_text() -> str:
    """A secret for hashing and for clients."""
    return secrets.token_urlsafe(48)


def ed25519_key() -> str:
    """A private key for signing certificates, as PEM."""
    return _pem(ed25519.Ed25519PrivateKey.generate())


def ec_key() -> str:
    """A private key for signing ID tokens with ES256, as PEM."""
    return _pem(ec.generate_private_key(ec.SECP256R1()))


def _pem(key: ed25519.Ed25519PrivateKey | ec.EllipticCurvePrivateKey) -> str:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
