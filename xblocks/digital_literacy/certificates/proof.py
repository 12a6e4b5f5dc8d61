"""Data Integrity proofs with `eddsa-rdfc-2022` (W3C vc-di-eddsa, https://www.w3.org/TR/vc-di-eddsa/)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from digital_literacy.certificates.jsonld import (
    Document,
    Expanded,
    UndefinedTermError,
    canonical,
    require_defined,
)
from digital_literacy.certificates.keys import base58_decode, base58_encode, signature_fits

_PROOF_IRI = "https://w3id.org/security#proof"
_PROOF_TERMS = {"type", "cryptosuite", "created", "verificationMethod", "proofPurpose", "proofValue"}


class ProofError(ValueError):
    """The document's proof does not hold; the message says why, for logs."""


def timestamp(moment: datetime) -> str:
    """An aware time as `xsd:dateTime` in UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def sign(
    document: Document, *, key: Ed25519PrivateKey, verification_method: str, created: datetime
) -> Document:
    """Give the document with a proof.

    Raises:
        UndefinedTermError: a part of the document would not be covered by the signature.
    """
    options = {
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "created": timestamp(created),
        "verificationMethod": verification_method,
        "proofPurpose": "assertionMethod",
    }
    data = _hash_data(document["@context"], require_defined(document), options)
    signature = key.sign(data)
    if not signature_fits(key.public_key(), signature, data):
        raise ProofError("The signature that was just made does not fit: the machine is not to be trusted.")
    value = "z" + base58_encode(signature)
    return {**document, "proof": {**options, "proofValue": value}}


def verify(document: Document, *, find_key: Callable[[str], Ed25519PublicKey | None]) -> None:
    """Check the document's one proof.

    Args:
        find_key: gives the trusted key of a verification method, or `None`.

    Raises:
        ProofError: there is no proof of this kind, its key is not trusted, or the signature does not fit.
    """
    proof = document.get("proof")
    if not isinstance(proof, dict) or set(proof) != _PROOF_TERMS:
        raise ProofError("There is no single proof with the terms of eddsa-rdfc-2022.")
    if (proof["type"], proof["cryptosuite"]) != ("DataIntegrityProof", "eddsa-rdfc-2022"):
        raise ProofError("The proof is of another kind.")
    if proof["proofPurpose"] != "assertionMethod":
        raise ProofError("The proof was made for another purpose.")
    key = find_key(str(proof["verificationMethod"]))
    if key is None:
        raise ProofError("The proof's key is not trusted.")
    options = {name: value for name, value in proof.items() if name != "proofValue"}
    try:
        expanded = [
            {name: value for name, value in node.items() if name != _PROOF_IRI}
            for node in require_defined(document)
        ]
        data = _hash_data(document["@context"], expanded, options)
        signature = base58_decode(str(proof["proofValue"]).removeprefix("z"))
    except (UndefinedTermError, LookupError, ValueError) as error:
        raise ProofError(str(error)) from None
    except Exception as error:  # PyLD raises its own class for every fault of a document
        raise ProofError(f"The document is not JSON-LD that can be read: {type(error).__name__}.") from None
    if not signature_fits(key, signature, data):
        raise ProofError("The signature does not fit the document.")


def hash_data(document: Document, options: dict[str, Any]) -> bytes:
    """What is signed: the hash of the canonical proof options, then that of the canonical document."""
    return _hash_data(document["@context"], document, options)


def _hash_data(context: Any, document: Document | Expanded, options: dict[str, Any]) -> bytes:
    configuration = {"@context": context, **options}
    return hashlib.sha256(canonical(configuration)).digest() + hashlib.sha256(canonical(document)).digest()
