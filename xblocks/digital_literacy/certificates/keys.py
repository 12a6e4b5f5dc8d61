"""Ed25519 keys as Multikey, and the did:web document that publishes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

# multicodec ed25519-pub, https://www.w3.org/TR/cid-1.0/#Multikey
_ED25519_PUB = b"\xed\x01"
_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def base58_encode(data: bytes) -> str:
    """Base58 (Bitcoin alphabet), as Multibase `z` wants it."""
    number, digits = int.from_bytes(data, "big"), ""
    while number:
        number, rest = divmod(number, 58)
        digits = _ALPHABET[rest] + digits
    return _ALPHABET[0] * (len(data) - len(data.lstrip(b"\0"))) + digits


def base58_decode(text: str) -> bytes:
    """The bytes of a base58 text.

    Raises:
        ValueError: a character is not of the alphabet, or the text is far longer than any key or signature.
    """
    if len(text) > 200:
        raise ValueError("The base58 text is too long.")
    number = 0
    for letter in text:
        number = number * 58 + _ALPHABET.index(letter)
    zeros = len(text) - len(text.lstrip(_ALPHABET[0]))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")


def encode_multikey(key: Ed25519PublicKey) -> str:
    """`publicKeyMultibase` of a public key."""
    return "z" + base58_encode(_ED25519_PUB + key.public_bytes(Encoding.Raw, PublicFormat.Raw))


def decode_multikey(text: str) -> Ed25519PublicKey:
    """The public key of a `publicKeyMultibase`.

    Raises:
        ValueError: the text is no Ed25519 Multikey.
    """
    if not text.startswith("z"):
        raise ValueError("A Multikey begins with z.")
    data = base58_decode(text[1:])
    if not data.startswith(_ED25519_PUB) or len(data) != 34:
        raise ValueError("This is not an Ed25519 Multikey.")
    return Ed25519PublicKey.from_public_bytes(data[2:])


@dataclass(frozen=True)
class SigningKey:
    """The issuer's key of today: `id` is its name in the DID document."""

    id: str
    private: Ed25519PrivateKey

    @property
    def public(self) -> Ed25519PublicKey:
        """Its public half."""
        return self.private.public_key()


@dataclass(frozen=True)
class Issuer:
    """Who signs: address, name, the key of today and all keys that are trusted.

    Attributes:
        base_url: address of the app, without a slash at the end, such as `https://lms.example/digital-literacy`.
        public_keys: trusted keys by id: those of today and of earlier days. A compromised key is taken out.
    """

    base_url: str
    name: str
    signing_key: SigningKey
    public_keys: dict[str, Ed25519PublicKey]

    @property
    def did(self) -> str:
        """The did:web identifier (https://w3c-ccg.github.io/did-method-web/): a port's colon is written
        %3A."""
        parts = urlsplit(self.base_url)
        path = [quote(piece, safe="") for piece in parts.path.split("/") if piece]
        return ":".join(["did:web", parts.netloc.replace(":", "%3A"), *path])

    def method_id(self, key_id: str) -> str:
        """The verification method of a key."""
        return f"{self.did}#{key_id}"

    @property
    def signing_method(self) -> str:
        """The verification method of today's key."""
        return self.method_id(self.signing_key.id)

    def trusted_key(self, method_id: str) -> Ed25519PublicKey | None:
        """The trusted key of a verification method of this issuer, or `None`."""
        did, _, key_id = method_id.partition("#")
        return self.public_keys.get(key_id) if did == self.did else None


def did_document(issuer: Issuer) -> dict[str, Any]:
    """The document served at `<base_url>/did.json`."""
    methods = [
        {
            "id": issuer.method_id(key_id),
            "type": "Multikey",
            "controller": issuer.did,
            "publicKeyMultibase": encode_multikey(key),
        }
        for key_id, key in sorted(issuer.public_keys.items())
    ]
    return {
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": issuer.did,
        "verificationMethod": methods,
        "assertionMethod": [method["id"] for method in methods],
    }


def signature_fits(key: Ed25519PublicKey, signature: bytes, data: bytes) -> bool:
    """Whether the signature over `data` is the key's."""
    try:
        key.verify(signature, data)
    except InvalidSignature:
        return False
    return True
