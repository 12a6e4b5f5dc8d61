"""How the certificate on paper looks here: logos, colour, who signs, or a page of the administrator's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string
from PIL import Image

from digital_literacy.certificates.config import NotSetUpError
from digital_literacy.certificates.pdf import Design, Sheet, render
from digital_literacy.certificates.pdf_signing import signed
from digital_literacy.identity.secret_values import SecretError, read_secret

NAME, RENDERER, SIGNING = (
    "DIGITAL_LITERACY_CERTIFICATE_DESIGN",
    "DIGITAL_LITERACY_CERTIFICATE_RENDERER",
    "DIGITAL_LITERACY_PDF_SIGNING",
)
MAX_LOGOS, MAX_LOGO_BYTES = 3, 500_000
_KNOWN = {"logos", "colour", "signatory", "signatory_role"}


def get_design() -> Design:
    """The design of the settings; ours where none is set.

    Raises:
        NotSetUpError: a value cannot be used; the message says what to write.
    """
    entry = getattr(settings, NAME, None) or {}
    if not isinstance(entry, Mapping) or set(entry) - _KNOWN:
        raise NotSetUpError(f"{NAME} is a mapping with: {', '.join(sorted(_KNOWN))}.")
    colour = str(entry.get("colour", Design.colour))
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        raise NotSetUpError(f'{NAME}: write the colour as "#0b4f8a".')
    paths = [Path(path) for path in entry.get("logos") or ()]
    if len(paths) > MAX_LOGOS:
        raise NotSetUpError(f"{NAME}: at most {MAX_LOGOS} logos fit the page.")
    return Design(
        logos=tuple(_logo(path) for path in paths),
        colour=colour,
        signatory=str(entry.get("signatory", "")),
        signatory_role=str(entry.get("signatory_role", "")),
    )


def printed_page(sheet: Sheet) -> bytes:
    """The PDF as this platform hands it out: by its own renderer or ours, signed where a key is set.

    Raises:
        NotSetUpError: a setting cannot be used.
        UnprintableNameError: the name cannot be set.
    """
    own = getattr(settings, RENDERER, "")
    try:
        page: Callable[[Sheet], bytes] = (
            import_string(own) if own else lambda sheet: render(sheet, get_design())
        )
    except ImportError as error:
        raise NotSetUpError(f"{RENDERER}: {error}.") from None
    data = page(sheet)
    entry = getattr(settings, SIGNING, None)
    return _sign(data, entry) if entry else data


def _sign(data: bytes, entry: object) -> bytes:
    if not isinstance(entry, Mapping) or not entry.get("file"):
        raise NotSetUpError(f'{SIGNING} is a mapping: {{"file": "/path/key.p12", "passphrase": "env:…"}}.')
    try:
        archive = Path(str(entry["file"]))
        archive.stat()  # says why, where it is not there
        passphrase = read_secret(entry["passphrase"]) if entry.get("passphrase") else ""
        return signed(data, archive=archive, passphrase=passphrase, reason=str(entry.get("reason", "")))
    except ImportError:
        raise NotSetUpError(
            f"{SIGNING} needs the extra: pip install digital-literacy-xblocks[pades]."
        ) from None
    except (OSError, SecretError, ValueError) as error:
        raise NotSetUpError(f"{SIGNING} cannot be used: {error}.") from None


def _logo(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise NotSetUpError(f"{NAME}: the logo {path} cannot be read ({error.strerror}).") from None
    try:
        with Image.open(BytesIO(data)) as image:
            image.load()
            good = image.format in ("PNG", "JPEG")
    except Exception:  # Pillow raises many classes for a picture that is none
        good = False
    if not good or len(data) > MAX_LOGO_BYTES:
        raise NotSetUpError(f"{NAME}: the logo {path} is not a PNG or JPEG of at most 500 KB.")
    return data
