"""Issuing, printing and checking certificates beside plain scripts that do the least that would do."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from statistics import median
from time import thread_time
from typing import Any

import segno
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from pyld import jsonld
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from digital_literacy.certificates import presentation, proof, views
from digital_literacy.certificates.config import get_issuer
from digital_literacy.certificates.issuing import issue
from digital_literacy.certificates.jsonld import Document, bundled_context
from digital_literacy.certificates.keys import base58_encode
from digital_literacy.certificates.lettering import font_bytes
from digital_literacy.certificates.models import Credential
from digital_literacy.certificates.pdf import Sheet, render
from digital_literacy.certificates.person import Person
from digital_literacy.certificates.plan import Plan
from digital_literacy.identity.person_keys import PersonKey

COURSE, USAGE = "course-v1:Bench+C+1", "block-v1:Bench+C+1+type@vneid_certificate+block@c"


@dataclass(frozen=True)
class Pair:
    """Milliseconds of ours and of the plain script, medians."""

    name: str
    ours: float
    plain: float

    @property
    def ratio(self) -> float:
        """How many times as long ours takes."""
        return self.ours / self.plain


@dataclass(frozen=True)
class Certificates:
    """All pairs, and what the raw signature costs, in milliseconds."""

    issuing: Pair
    printing: Pair
    page: Pair
    sign: float
    verify: float

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """For the table."""
        return self.issuing, self.printing, self.page


def measure_certificates(*, rounds: int) -> Certificates:
    """Measure in turns, so that a machine that slows down slows all alike."""
    key = Ed25519PrivateKey.generate()
    first = _issue(0)
    sheet = presentation.sheet(get_issuer(), first)
    unsigned = {name: value for name, value in first.document.items() if name != "proof"}
    signature = key.sign(b"x" * 64)
    factory = RequestFactory()
    ways: dict[str, Callable[[int], object]] = {
        "issue": lambda number: _issue(number + 1),
        "issue plain": lambda _number: plain_issue(unsigned, key),
        "print": lambda _number: render(sheet),
        "print plain": lambda _number: plain_pdf(sheet),
        "page": lambda _number: _page(factory, first.pk),
        "page plain": lambda _number: proof.verify(first.document, find_key=get_issuer().trusted_key),
        "sign": lambda _number: key.sign(b"x" * 64),
        "verify": lambda _number: key.public_key().verify(signature, b"x" * 64),
    }
    kept: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(rounds + 3):
        for name, way in ways.items():
            start = thread_time()
            way(number)
            if number >= 3:
                kept[name].append((thread_time() - start) * 1000)
    at = {name: median(samples) for name, samples in kept.items()}
    return Certificates(
        Pair("issue: grade, row, signature", at["issue"], at["issue plain"]),
        Pair("page to print", at["print"], at["print plain"]),
        Pair("public page, verified", at["page"], at["page plain"]),
        at["sign"],
        at["verify"],
    )


def plain_issue(document: Document, key: Ed25519PrivateKey) -> Document:
    """The least: PyLD's canonical form, guarded against dropped terms by expanding, compacting and comparing."""
    options = {"documentLoader": _load, "base": "", "processingMode": "json-ld-1.1"}
    expanded = jsonld.expand(document, options)
    compacted = jsonld.compact(expanded, {"@context": document["@context"]}, options)
    if set(compacted) != set(document):
        raise ValueError("a term was dropped")
    proof_options = {
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "created": "2026-11-23T08:00:00Z",
        "verificationMethod": "did:web:bench#key",
        "proofPurpose": "assertionMethod",
    }
    form = {**options, "algorithm": "URDNA2015", "format": "application/n-quads"}
    parts = ({"@context": document["@context"], **proof_options}, document)
    data = b"".join(hashlib.sha256(jsonld.normalize(part, form).encode()).digest() for part in parts)
    return {**document, "proof": {**proof_options, "proofValue": "z" + base58_encode(key.sign(data))}}


def plain_pdf(sheet: Sheet) -> bytes:
    """The same words and the same code with ReportLab alone: no check of letters, nothing fitted."""
    for name in ("BeVietnamPro-Regular", "BeVietnamPro-Bold"):
        if f"plain-{name}" not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(f"plain-{name}", BytesIO(font_bytes(name))))
    regular, bold = "plain-BeVietnamPro-Regular", "plain-BeVietnamPro-Bold"
    out = BytesIO()
    canvas = Canvas(out, pagesize=landscape(A4), invariant=1, pageCompression=1)
    width, height = landscape(A4)
    canvas.rect(24, 24, width - 48, height - 48)
    lines = [
        (bold, 14, sheet.issuer_name),
        (bold, 27, "GIẤY CHỨNG NHẬN HOÀN THÀNH KHÓA HỌC"),
        (regular, 13, "Chứng nhận"),
        (bold, 31, sheet.holder_name),
        (regular, 13, "đã hoàn thành khóa học"),
        (bold, 20, sheet.course_title),
        (regular, 13, sheet.achievement_name),
        (regular, 9.5, "; ".join(sheet.skills)),
        (regular, 10.5, sheet.identity),
        (bold, 13, sheet.issued_on),
        (regular, 9.5, sheet.page),
        (regular, 9.5, sheet.identifier),
        (
            regular,
            8.5,
            "Giấy này ghi nhận việc hoàn thành một khóa học. Giấy này không phải chứng thư điện tử.",
        ),
    ]
    for number, (font, size, words) in enumerate(lines):
        canvas.setFont(font, size)
        canvas.drawCentredString(width / 2, height - 70 - number * 32, words)
    rows = list(segno.make(sheet.page, error="m", micro=False).matrix_iter(border=4))
    unit = 96 / len(rows)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                canvas.rect(52 + x * unit, 144 - (y + 1) * unit, unit, unit, stroke=0, fill=1)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _issue(number: int) -> Credential:
    user, _made = get_user_model().objects.get_or_create(username=f"holder{number}")
    person = Person(
        keys=(PersonKey("bench", f"{number:064d}"),),
        name="Nguyễn Thị Hường",
        provider="bench",
        level=2,
        simulated=False,
        verified_at=datetime(2026, 11, 23, tzinfo=UTC),
    )
    plan = Plan("Kỹ năng số", "Mô tả.", "Đạt 60% điểm.", ("tt02:2.3", "tt02:4.2"), (), 2)
    return issue(user_id=user.pk, course_key=COURSE, usage_key=USAGE, plan=plan, person=person)


def _page(factory: RequestFactory, identifier: str) -> Any:
    request = factory.get(f"/digital-literacy/certificates/{identifier}/")
    request.user = AnonymousUser()
    reply = views.certificate(request, identifier)
    if b'data-dl-verdict="valid"' not in reply.content:
        raise ValueError("the page did not say valid, so its time would mean nothing")
    return reply


def _load(url: str, _options: Document) -> Document:
    return {
        "contextUrl": None,
        "documentUrl": url,
        "contentType": "application/ld+json",
        "document": bundled_context(url),
    }
