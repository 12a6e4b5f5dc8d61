"""The Bitstring Status List (https://www.w3.org/TR/vc-bitstring-status-list/): one bit a certificate,
set when revoked."""

from __future__ import annotations

import base64
import gzip
import secrets
import zlib
from collections.abc import Collection, Iterable
from datetime import datetime

from digital_literacy.certificates.jsonld import CREDENTIALS_V2, Document
from digital_literacy.certificates.keys import Issuer
from digital_literacy.certificates.proof import sign, timestamp

# The standard's minimum, so that one bit does not single out a person.
SIZE = 131_072


def random_index(taken: Collection[int]) -> int:
    """An index nobody has, chosen at random so that it tells neither order nor number of certificates.

    Raises:
        ValueError: the list is more than half full; begin a new one.
    """
    if len(taken) > SIZE // 2:
        raise ValueError("This status list is more than half full.")
    while (index := secrets.randbelow(SIZE)) in taken:
        pass
    return index


def encode(revoked: Iterable[int]) -> str:
    """`encodedList` with the bits of `revoked` set; the first index is the highest bit of the first byte."""
    bits = bytearray(SIZE // 8)
    for index in revoked:
        bits[index // 8] |= 0x80 >> (index % 8)
    packed = gzip.compress(bytes(bits), mtime=0)
    return "u" + base64.urlsafe_b64encode(packed).decode().rstrip("=")


def is_set(encoded: str, index: int) -> bool:
    """Whether the bit `index` of an `encodedList` is set.

    Raises:
        ValueError: the list cannot be read or has no such index.
    """
    try:
        packed = base64.urlsafe_b64decode(encoded.removeprefix("u") + "=" * (-len(encoded[1:]) % 4))
        bits = zlib.decompressobj(wbits=31).decompress(packed, SIZE // 8 + 1)
    except (ValueError, zlib.error):
        raise ValueError("The status list cannot be read.") from None
    if len(bits) != SIZE // 8 or not 0 <= index < SIZE:
        raise ValueError("The status list has another size.")
    return bool(bits[index // 8] & (0x80 >> (index % 8)))


def list_url(issuer: Issuer, number: int) -> str:
    """Where list `number` is served."""
    return f"{issuer.base_url}/status/{number}.json"


def entry(issuer: Issuer, *, number: int, index: int) -> Document:
    """A certificate's `credentialStatus`."""
    url = list_url(issuer, number)
    return {
        "id": f"{url}#{index}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": "revocation",
        "statusListIndex": str(index),
        "statusListCredential": url,
    }


def signed_list(issuer: Issuer, *, number: int, revoked: Iterable[int], moment: datetime) -> Document:
    """The signed status list credential."""
    url = list_url(issuer, number)
    document = {
        "@context": [CREDENTIALS_V2],
        "id": url,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer.did,
        "validFrom": timestamp(moment),
        "credentialSubject": {
            "id": f"{url}#list",
            "type": "BitstringStatusList",
            "statusPurpose": "revocation",
            "encodedList": encode(revoked),
        },
    }
    return sign(
        document, key=issuer.signing_key.private, verification_method=issuer.signing_method, created=moment
    )
