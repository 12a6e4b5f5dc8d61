"""An electronic signature in the PDF itself (PAdES), with pyHanko, the extra `pades`.

With it a reader program says whether the PDF was changed; without it only the signed file and the public page can. What
the signature is worth in law depends on whose certificate it is made with.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path


def signed(data: bytes, *, archive: Path, passphrase: str, reason: str) -> bytes:
    """The PDF with a signature (PAdES B-B, without a time stamp of a third party).

    Args:
        archive: the path of a PKCS #12 file with key and certificate.

    Raises:
        ImportError: pyHanko is not installed.
        ValueError: the archive cannot be opened.
    """
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers

    signer = signers.SimpleSigner.load_pkcs12(str(archive), passphrase=passphrase.encode())
    if signer is None:
        raise ValueError("the archive or its passphrase is wrong")
    meta = signers.PdfSignatureMetadata(
        field_name="Signature", reason=reason or None, subfilter=fields.SigSeedSubFilter.PADES
    )
    out = BytesIO()
    signers.sign_pdf(IncrementalPdfFileWriter(BytesIO(data)), meta, signer=signer, output=out)
    return out.getvalue()
