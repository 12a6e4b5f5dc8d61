"""Verify a certificate with files only: no network, no database, no Django.

python -m digital_literacy.certificates.offline certificate.json --did did.json --status-list 1.json

`did.json` and the status list are fetched beforehand from the issuer's own address. The program ends with 0 where the
certificate is valid, 1 where it is not, 2 where a file cannot be read, 3 where it proves nothing: its status was not
checked, or it is a simulation.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from digital_literacy.certificates import status_list
from digital_literacy.certificates.credential import SIMULATED
from digital_literacy.certificates.jsonld import Document
from digital_literacy.certificates.keys import decode_multikey
from digital_literacy.certificates.proof import ProofError, verify
from digital_literacy.certificates.verification import UnreadableError, read_document

VALID, REVOKED, EXPIRED, NOT_YET = "valid", "revoked", "expired", "not valid yet"
SIMULATION = "a simulation"
NOT_OURS, CHANGED = "of another issuer", "changed, or signed by a key that is not trusted"


@dataclass(frozen=True)
class Result:
    """What was found. `status_checked` is False where no status list was given: it may be revoked then."""

    verdict: str
    why: str
    status_checked: bool


def check(document: Document, *, did: Document, listed: Document | None, now: datetime) -> Result:
    """Judge a certificate by the issuer's published keys and status list.

    Args:
        did: the issuer's did:web document.
        listed: the status list that the certificate names, or `None`.
    """
    find_key = _keys_of(did)
    named = document.get("issuer")
    issuer = named.get("id") if isinstance(named, dict) else named
    if issuer != did.get("id"):
        return Result(NOT_OURS, "The certificate names another issuer than did.json.", False)
    try:
        verify(document, find_key=find_key)
    except ProofError as error:
        return Result(CHANGED, str(error), False)
    if _time(document.get("validFrom")) > now:
        return Result(NOT_YET, f"It counts from {document.get('validFrom')}.", False)
    until = document.get("validUntil")
    if until is not None and _time(until) <= now:
        return Result(EXPIRED, f"It counted until {until}.", False)
    simulated = str(document.get("name", "")).startswith(SIMULATED)
    if listed is None:
        result = Result(VALID, "The signature holds. Whether it was revoked was not checked.", False)
    else:
        result = _status(document, did=did, listed=listed, find_key=find_key)
    if simulated and result.verdict == VALID:
        return Result(SIMULATION, "Person and login are fictional: it proves nothing.", result.status_checked)
    return result


def _status(
    document: Document, *, did: Document, listed: Document, find_key: Callable[[str], Ed25519PublicKey | None]
) -> Result:
    entry = document.get("credentialStatus") or {}
    if entry.get("statusListCredential") != listed.get("id") or listed.get("issuer") != did.get("id"):
        return Result(CHANGED, "The status list is not the one that the certificate names.", False)
    try:
        verify(listed, find_key=find_key)
        revoked = status_list.is_set(
            listed["credentialSubject"]["encodedList"], int(entry["statusListIndex"])
        )
    except (ProofError, ValueError, KeyError, TypeError) as error:
        return Result(CHANGED, f"The status list cannot be trusted: {error}", False)
    if revoked:
        return Result(REVOKED, "The status list says so.", True)
    return Result(VALID, "The signature holds, and it was not revoked when the list was signed.", True)


def main(arguments: Sequence[str] | None = None) -> int:
    """The program."""
    parser = argparse.ArgumentParser(description="Verify certificates without a network.")
    parser.add_argument("certificate", nargs="+", type=Path)
    parser.add_argument("--did", required=True, type=Path, help="the issuer's did.json")
    parser.add_argument("--status-list", type=Path, help="the status list, such as 1.json")
    options = parser.parse_args(arguments)
    codes: list[int] = []
    try:
        did = read_document(options.did.read_bytes())
        listed = read_document(options.status_list.read_bytes()) if options.status_list else None
        for path in options.certificate:
            result = check(read_document(path.read_bytes()), did=did, listed=listed, now=datetime.now(UTC))
            print(f"{path}: {result.verdict}. {result.why}")
            codes.append(_code(result))
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 2
    except UnreadableError as error:
        print(f"A file is no certificate, did.json or status list: {error}.", file=sys.stderr)
        return 2
    return next((code for code in (1, 3) if code in codes), 0)


def _code(result: Result) -> int:
    if result.verdict == SIMULATION or (result.verdict == VALID and not result.status_checked):
        return 3
    return int(result.verdict != VALID)


def _keys_of(did: Document) -> Callable[[str], Ed25519PublicKey | None]:
    trusted = did.get("assertionMethod") or []
    methods = {one["id"]: one for one in did.get("verificationMethod") or [] if one.get("id") in trusted}

    def find(method: str) -> Ed25519PublicKey | None:
        try:
            return decode_multikey(methods[method]["publicKeyMultibase"])
        except (KeyError, ValueError):
            return None

    return find


def _time(text: object) -> datetime:
    try:
        found = datetime.fromisoformat(str(text).replace("Z", "+00:00"))
    except ValueError:
        return datetime.max.replace(tzinfo=UTC)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


if __name__ == "__main__":
    sys.exit(main())
