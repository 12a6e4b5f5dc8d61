"""Logos, colour, signatory, a renderer of the administrator's own, and a signature in the PDF."""

from __future__ import annotations

import datetime
import io

import pypdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID
from django.test import Client
from PIL import Image

from digital_literacy.certificates import checks

pytestmark = pytest.mark.django_db


@pytest.fixture
def logo(tmp_path):
    path = tmp_path / "logo.png"
    Image.new("RGBA", (300, 120), (200, 30, 30, 255)).save(path)
    return path


@pytest.fixture
def printed(give, learner):
    credential, client = give(), Client()
    client.force_login(learner)
    return lambda: client.get(f"/digital-literacy/certificates/{credential.pk}.pdf")


def found():
    return {message.id.rpartition(".")[2]: message.hint for message in checks.check_issuer(None)}


def test_the_administrators_design_is_on_the_page(printed, app, logo):
    plain = printed().content
    app.DIGITAL_LITERACY_CERTIFICATE_DESIGN = {
        "logos": [str(logo), str(logo)],
        "colour": "#006644",
        "signatory": "Lê Thị Mẫu",
        "signatory_role": "Giám đốc trung tâm thử",
    }
    assert found() == {}
    data = printed().content
    page = pypdf.PdfReader(io.BytesIO(data)).pages[0]
    assert len(page.images) >= 1
    assert "Lê Thị Mẫu" in page.extract_text()
    assert "Giám đốc trung tâm thử" in page.extract_text()
    assert data != plain
    assert data == printed().content


def own_page(sheet) -> bytes:
    return b"%PDF-own " + sheet.holder_name.encode()


def test_a_renderer_of_ones_own(printed, app):
    app.DIGITAL_LITERACY_CERTIFICATE_RENDERER = "tests.contract.certificates.test_design.own_page"
    assert printed().content == b"%PDF-own " + "Trần Thị Tư".encode()


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("DESIGN", {"logos": ["/does/not/exist.png"]}, "cannot be read"),
        ("DESIGN", {"logos": [__file__]}, "PNG or JPEG"),
        ("DESIGN", {"logos": ["a"] * 4}, "at most 3"),
        ("DESIGN", {"colour": "red"}, "#0b4f8a"),
        ("DESIGN", {"colours": "red"}, "mapping with"),
        ("RENDERER", "no.such.renderer", "RENDERER"),
    ],
)
def test_mistakes_are_explained_and_end_on_a_page(printed, app, name, value, word):
    setattr(app, f"DIGITAL_LITERACY_CERTIFICATE_{name}", value)
    assert word in found()["W021"]
    assert printed().status_code == 503


@pytest.fixture
def archive(tmp_path):
    """A key and a certificate that this test made."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Lớp thử")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=30))
        .add_extension(
            x509.KeyUsage(True, True, False, False, False, False, False, False, False), critical=True
        )
        .sign(key, hashes.SHA256())
    )
    path = tmp_path / "key.p12"
    path.write_bytes(
        pkcs12.serialize_key_and_certificates(b"a", key, certificate, None, BestAvailableEncryption(b"pw"))
    )
    return path


def test_a_signed_pdf_says_when_it_was_changed(printed, app, archive):
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko.sign.validation import validate_pdf_signature

    app.DIGITAL_LITERACY_PDF_SIGNING = {"file": str(archive), "passphrase": "value:pw", "reason": "Thử"}
    assert found() == {}
    data = printed().content

    def state(pdf: bytes):
        (signature,) = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
        return validate_pdf_signature(signature)

    assert state(data).intact
    assert state(data).valid
    at = data.index(b"/Title")
    changed = data[: at - 40] + bytes([data[at - 40] ^ 1]) + data[at - 39 :]
    assert not state(changed).intact
    assert "Trần Thị Tư" in pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text()


@pytest.mark.parametrize(
    "changes", [{"passphrase": "value:wrong"}, {"file": "/does/not/exist"}, {"file": ""}]
)
def test_a_key_that_cannot_be_used_is_said(printed, app, archive, changes):
    app.DIGITAL_LITERACY_PDF_SIGNING = {"file": str(archive), "passphrase": "value:pw", **changes}
    assert "W021" in found()
    assert printed().status_code == 503


def test_a_body_that_cannot_be_used_is_said(app):
    app.DIGITAL_LITERACY_CONFIRMING_BODIES = {"so": {"label": "x"}}
    assert "adapter" in found()["W022"]
