"""Notice a secret of person keys that was replaced by mistake: it would make a new person of everybody."""

from __future__ import annotations

import hashlib
import hmac

from django.utils import timezone

from digital_literacy.identity.models import PersonKeyVersion
from digital_literacy.identity.person_keys import live_secrets
from digital_literacy.identity.results import Refused
from digital_literacy.identity.secret_values import SecretError


def fingerprint(secret: bytes) -> str:
    """Tells two secrets apart, and tells nothing else of them."""
    return hmac.new(secret, b"digital-literacy fingerprint v1", hashlib.sha256).hexdigest()


def replaced_versions() -> list[str]:
    """Versions whose secret of today is not the one that was used before.

    Raises:
        SecretError: the setting cannot be used.
    """
    known = dict(PersonKeyVersion.objects.values_list("version", "fingerprint"))
    return [
        version
        for version, secret in live_secrets()
        if known.get(version, "") not in ("", fingerprint(secret))
    ]


def require_known_secrets() -> None:
    """Refuse to work with a replaced secret, and remember new versions.

    Raises:
        Refused: `not_set_up`.
    """
    try:
        replaced = replaced_versions()
    except SecretError:
        raise Refused("not_set_up", detail="person keys") from None
    if replaced:
        raise Refused("not_set_up", detail=f"person key {replaced[0]}: another secret")
    for version, secret in live_secrets():
        PersonKeyVersion.objects.get_or_create(
            version=version, defaults={"fingerprint": fingerprint(secret), "first_used_at": timezone.now()}
        )
