from __future__ import annotations

import contextlib
import copy
import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digital_literacy.certificates import credential
from digital_literacy.certificates.verification import (
    MAX_BYTES,
    UnreadableError,
    Verdict,
    claimed_id,
    judge,
    read_document,
)
from tests.unit.certificates.conftest import BASE, ID, NOW, make_issuer


def test_the_verdicts(issuer, issued):
    assert judge(issuer, issued, registered=issued, revoked=False, now=NOW) is Verdict.VALID
    assert judge(issuer, issued, registered=issued, revoked=True, now=NOW) is Verdict.REVOKED
    assert judge(issuer, issued, registered=None, revoked=False, now=NOW) is Verdict.NOT_OURS
    changed = copy.deepcopy(issued)
    changed["credentialSubject"]["identifier"][0]["identityHash"] = "Đặng Thị Hoa"
    assert judge(issuer, changed, registered=issued, revoked=False, now=NOW) is Verdict.CHANGED
    assert (
        judge(make_issuer(signing=2), issued, registered=issued, revoked=False, now=NOW)
        is Verdict.NOT_TRUSTED
    )


def test_expired(issuer, issued):
    from digital_literacy.certificates.proof import sign

    limited = {name: value for name, value in issued.items() if name != "proof"}
    limited["validUntil"] = "2026-12-01T00:00:00Z"
    signed = sign(
        limited, key=issuer.signing_key.private, verification_method=issuer.signing_method, created=NOW
    )
    assert judge(issuer, signed, registered=signed, revoked=False, now=NOW) is Verdict.VALID
    later = NOW + timedelta(days=30)
    assert judge(issuer, signed, registered=signed, revoked=False, now=later) is Verdict.EXPIRED


def test_a_hostile_document_never_reaches_canonical_form(issuer, issued, monkeypatch):
    from digital_literacy.certificates import verification

    monkeypatch.setattr(verification, "verify", lambda *_a, **_k: pytest.fail("it was computed"))
    assert judge(issuer, {**issued, "x": 1}, registered=issued, revoked=False, now=NOW) is Verdict.CHANGED


def test_whose_it_claims_to_be(issuer, issued):
    assert claimed_id(issuer, issued) == ID
    assert claimed_id(issuer, {**issued, "issuer": {"id": "did:web:evil.example"}}) is None
    assert claimed_id(issuer, {**issued, "issuer": issuer.did}) == ID
    assert claimed_id(issuer, {**issued, "id": f"https://evil.example/certificates/{ID}/"}) is None
    assert claimed_id(issuer, {**issued, "id": 5}) is None
    assert claimed_id(issuer, {}) is None


def test_one_and_true_are_not_the_same(issuer, issued):
    changed = copy.deepcopy(issued)
    changed["credentialSubject"]["identifier"][0]["hashed"] = 0
    assert judge(issuer, changed, registered=issued, revoked=False, now=NOW) is Verdict.CHANGED


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x",
        b"[]",
        b'"text"',
        b"\xff\xfe",
        b'{"a": NaN}',
        b'{"id": 1, "id": 2}',
        b'{"a":' * 20_000,
        json.dumps({"a": "x" * MAX_BYTES}).encode(),
        ('{"a":' * 30 + "1" + "}" * 30).encode(),
    ],
)
def test_what_cannot_be_read(data):
    with pytest.raises(UnreadableError):
        read_document(data)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    with contextlib.suppress(UnreadableError):
        assert isinstance(read_document(data), dict)


@given(st.text(max_size=60))
def test_any_text_gives_an_id_or_none(text):
    found = credential.read_id(text)
    assert found is None or len(found) == credential.ID_LENGTH


def test_ids_are_read_as_people_type_them():
    fresh = credential.new_id()
    assert credential.read_id(f"  {credential.grouped_id(fresh).upper()} ") == fresh
    assert credential.read_id(f"{BASE}/certificates/{fresh}/") == fresh
    assert credential.read_id(f"{fresh}.json") == fresh
    assert credential.read_id(fresh[:-1]) is None
    assert len({credential.new_id() for _ in range(100)}) == 100
    assert credential.read_id("o1234-56789-abcde-fghjk-mnpqrs") == ID
