"""The plain scripts do what ours does, or the comparison would mean nothing."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdf
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from benchmarks import budgets, report
from benchmarks.certificates import Certificates, Pair, plain_issue, plain_pdf
from digital_literacy.certificates import proof
from tests.unit.benchmarks.samples import results
from tests.unit.certificates.conftest import *  # noqa: F403
from tests.unit.certificates.test_pdf import SHEET

FOUND = Certificates(
    Pair("issue", 12.0, 10.0), Pair("print", 12.0, 10.0), Pair("page", 14.0, 10.0), 0.03, 0.08
)


def test_the_plain_scripts_signature_holds(issued):
    unsigned = {name: value for name, value in issued.items() if name != "proof"}
    key = Ed25519PrivateKey.generate()
    proof.verify(plain_issue(unsigned, key), find_key=lambda _method: key.public_key())


def test_the_plain_page_has_the_same_words():
    text = pypdf.PdfReader(io.BytesIO(plain_pdf(SHEET))).pages[0].extract_text()
    for part in (SHEET.holder_name, SHEET.course_title, SHEET.issued_on, SHEET.page):
        assert part in text


def test_the_report_and_the_budgets():
    kept = replace(results(), certificates=FOUND)
    text = report.text(kept, budgets.checks(kept))
    assert "issue" in text
    assert "Ed25519: sign" in text
    late = replace(FOUND, issuing=Pair("issue", 12.6, 10.0), page=Pair("page", 15.1, 10.0))
    checks = list(budgets.checks(replace(results(), certificates=late)))
    assert [check.kept for check in checks[-3:]] == [False, True, False]
    assert all(check.kept for check in list(budgets.checks(kept))[-3:])
    assert kept.as_json()["certificates"]["pairs"][0]["ratio"] == 1.2
    assert results().as_json()["certificates"] is None
