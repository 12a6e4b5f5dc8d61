"""Judge a certificate somebody hands over: one verdict, in terms a clerk can act on."""

from __future__ import annotations

import json
from datetime import datetime
from enum import Enum
from typing import Any

from digital_literacy.certificates.credential import read_id
from digital_literacy.certificates.jsonld import Document
from digital_literacy.certificates.keys import Issuer
from digital_literacy.certificates.proof import ProofError, verify

MAX_BYTES = 64 * 1024
_MAX_DEPTH = 16


class Verdict(Enum):
    """What is true of the certificate now."""

    VALID = "valid"
    REVOKED = "revoked"
    EXPIRED = "expired"
    CHANGED = "changed"
    NOT_OURS = "not_ours"
    NOT_TRUSTED = "not_trusted"


class UnreadableError(ValueError):
    """What was handed over is no certificate at all: too large, too deep, or not a JSON object."""


def read_document(data: bytes) -> Document:
    """Read JSON from an unknown hand.

    Raises:
        UnreadableError: too large, too deep, a key twice, or not a JSON object.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableError("too large")
    try:
        document = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_unique, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise UnreadableError("not JSON") from None
    if not isinstance(document, dict):
        raise UnreadableError("not an object")
    _refuse_depth(document)
    return document


def claimed_id(issuer: Issuer, document: Document) -> str | None:
    """The id under which the document claims to be one of this issuer's certificates, or `None`."""
    named = document.get("issuer")
    did = named.get("id") if isinstance(named, dict) else named
    identifier = document.get("id")
    if did != issuer.did or not isinstance(identifier, str):
        return None
    if not identifier.startswith(f"{issuer.base_url}/certificates/"):
        return None
    return read_id(identifier)


def judge(
    issuer: Issuer, document: Document, *, registered: Document | None, revoked: bool, now: datetime
) -> Verdict:
    """Judge a document against the issuer's register.

    The signature is computed only for a document equal to the registered one: a hostile document never
    reaches the
    costly canonical form.

    Args:
        registered: the certificate with the id that the document claims, or `None`.
        revoked: whether that certificate was revoked.
    """
    if registered is None:
        return Verdict.NOT_OURS
    if not _same(document, registered):
        return Verdict.CHANGED
    # Of a revoked one nobody need know whether its key is still trusted.
    if revoked:
        return Verdict.REVOKED
    try:
        verify(document, find_key=issuer.trusted_key)
    except ProofError:
        return Verdict.NOT_TRUSTED
    return Verdict.EXPIRED if _is_over(document, now) else Verdict.VALID


def _same(one: Any, other: Any) -> bool:
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def _is_over(document: Document, now: datetime) -> bool:
    until = document.get("validUntil")
    return isinstance(until, str) and datetime.fromisoformat(until.replace("Z", "+00:00")) <= now


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _refuse(_name: str) -> Any:
    raise ValueError("not a JSON number")


def _refuse_depth(document: Document) -> None:
    level: list[Any] = [document]
    for _ in range(_MAX_DEPTH):
        children: list[Any] = []
        for value in level:
            children.extend(
                value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
            )
        if not children:
            return
        level = children
    raise UnreadableError("too deep")
