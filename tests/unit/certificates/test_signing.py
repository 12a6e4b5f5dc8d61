"""Signing against the W3C's own vector, and everything that must not pass under a signature."""

from __future__ import annotations

import copy
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from digital_literacy.certificates import jsonld, keys, proof
from tests.unit.certificates.conftest import BASE, key, make, make_issuer

EXAMPLES = "https://www.w3.org/ns/credentials/examples/v2"
# https://www.w3.org/TR/vc-di-eddsa/#representation-eddsa-rdfc-2022
W3C_SECRET = "3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq"
W3C_PUBLIC = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
W3C_PROOF = "z2YwC8z3ap7yx1nZYCg4L3j3ApHsF8kgPdSb5xoS1VR7vPG3F561B52hYnQF9iseabecm3ijx4K1FBTQsCZahKZme"
W3C_DOCUMENT = {
    "@context": [jsonld.CREDENTIALS_V2, EXAMPLES],
    "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
    "type": ["VerifiableCredential", "AlumniCredential"],
    "name": "Alumni Credential",
    "description": "A minimum viable example of an Alumni Credential.",
    "issuer": "https://vc.example/issuers/5678",
    "validFrom": "2023-01-01T00:00:00Z",
    "credentialSubject": {"id": "did:example:abcdefgh", "alumniOf": "The School of Examples"},
}


def test_the_w3c_vector(monkeypatch):
    bundled = jsonld.bundled_context
    examples = {"@context": {"@vocab": "https://www.w3.org/ns/credentials/examples#"}}
    monkeypatch.setattr(jsonld, "bundled_context", lambda url: examples if url == EXAMPLES else bundled(url))
    secret = Ed25519PrivateKey.from_private_bytes(keys.base58_decode(W3C_SECRET)[2:])
    assert keys.encode_multikey(secret.public_key()) == W3C_PUBLIC
    signed = proof.sign(
        W3C_DOCUMENT,
        key=secret,
        verification_method=f"did:key:{W3C_PUBLIC}#{W3C_PUBLIC}",
        created=datetime(2023, 2, 24, 23, 36, 38, tzinfo=UTC),
    )
    assert signed["proof"]["proofValue"] == W3C_PROOF


def test_contexts_are_never_fetched():
    with pytest.raises(LookupError, match="not fetched"):
        jsonld.bundled_context("https://evil.example/context")


def test_a_changed_context_file_is_noticed(monkeypatch):
    name, _pin = jsonld._BUNDLED[jsonld.OPEN_BADGES]
    monkeypatch.setitem(jsonld._BUNDLED, "https://x.example/", (name, "0" * 64))
    with pytest.raises(ValueError, match="Install the package again"):
        jsonld.bundled_context("https://x.example/")


def test_a_certificate_verifies(issuer, issued):
    proof.verify(issued, find_key=issuer.trusted_key)


def paths(value, path=()):
    if isinstance(value, dict):
        for name, child in value.items():
            yield from paths(child, (*path, name))
    elif isinstance(value, list):
        for number, child in enumerate(value):
            yield from paths(child, (*path, number))
    else:
        yield path


def changed(document, path, value):
    copied = copy.deepcopy(document)
    target = copied
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value(target[path[-1]])
    return copied


def test_every_single_value_is_under_the_signature(issuer, issued):
    for path in paths(issued):
        tampered = changed(issued, path, lambda old: (not old) if isinstance(old, bool) else f"{old}x")
        with pytest.raises(proof.ProofError):
            proof.verify(tampered, find_key=issuer.trusted_key)


@pytest.mark.parametrize(
    ("path", "name", "value"),
    [
        ((), "grade", "A+"),
        (("credentialSubject",), "nationalId", "x"),
        (("credentialSubject", "achievement"), "unknownTerm", {"a": "b"}),
        (("issuer",), "@id", "did:web:evil.example"),
        (("evidence", 0), "@context", {"x": "https://x.example/"}),
        (("proof",), "extra", "x"),
    ],
)
def test_undefined_terms_do_not_slip_past(issuer, issued, path, name, value):
    tampered = copy.deepcopy(issued)
    target = tampered
    for step in path:
        target = target[step]
    target[name] = value
    with pytest.raises(proof.ProofError):
        proof.verify(tampered, find_key=issuer.trusted_key)


@pytest.mark.parametrize("type_name", ["NotDefined", "../relative", "urn:x y", ""])
def test_undefined_types_do_not_slip_past(issuer, issued, type_name):
    tampered = copy.deepcopy(issued)
    tampered["type"].append(type_name)
    with pytest.raises(proof.ProofError):
        proof.verify(tampered, find_key=issuer.trusted_key)


def test_a_relative_id_does_not_slip_past(issuer, issued):
    tampered = copy.deepcopy(issued)
    tampered["credentialSubject"]["id"] = "somebody"
    with pytest.raises(proof.ProofError):
        proof.verify(tampered, find_key=issuer.trusted_key)


def test_another_context_is_refused_without_a_request(issuer, issued):
    tampered = {**issued, "@context": [*issued["@context"], "https://evil.example/ctx"]}
    with pytest.raises(proof.ProofError):
        proof.verify(tampered, find_key=issuer.trusted_key)


def test_an_undefined_term_is_never_signed(issuer):
    with pytest.raises(jsonld.UndefinedTermError):
        proof.sign(
            {"@context": [jsonld.CREDENTIALS_V2], "type": ["VerifiableCredential"], "made_up": "x"},
            key=key(1),
            verification_method="did:web:x#y",
            created=datetime(2026, 1, 1, tzinfo=UTC),
        )


def test_an_earlier_key_stays_trusted_and_a_removed_one_does_not(issued):
    proof.verify(issued, find_key=make_issuer(signing=2, also=(1,)).trusted_key)
    with pytest.raises(proof.ProofError, match="not trusted"):
        proof.verify(issued, find_key=make_issuer(signing=2).trusted_key)


def test_a_key_of_another_issuer_is_not_ours(issuer):
    assert issuer.trusted_key("did:web:evil.example#key-1") is None


def test_did_web_with_port_and_path(issuer):
    document = keys.did_document(issuer)
    assert document["id"] == "did:web:lms.example%3A8443:digital-literacy"
    assert document["assertionMethod"] == ["did:web:lms.example%3A8443:digital-literacy#key-1"]
    assert document["verificationMethod"][0]["publicKeyMultibase"].startswith("z6Mk")


@given(st.binary(max_size=80))
def test_base58_round_trip(data):
    assert keys.base58_decode(keys.base58_encode(data)) == data


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=80))
def test_hostile_names_are_signed_as_they_are(name):
    signed = make(make_issuer(), name=name) if name.strip() else None
    if signed:
        assert signed["credentialSubject"]["identifier"][0]["identityHash"] == name


def test_simulated_stands_inside_what_is_signed(issuer):
    signed = make(issuer, simulated=True)
    mark = "MÔ PHỎNG – không có giá trị"
    assert signed["name"].startswith(mark)
    assert signed["description"].startswith(mark)
    assert signed["credentialSubject"]["achievement"]["name"].startswith(mark)
    assert mark in signed["evidence"][-1]["narrative"]


def test_what_the_certificate_says_of_itself(issued):
    assert issued["name"] == "Giấy chứng nhận hoàn thành khóa học: Kỹ năng số cơ bản"
    assert "không phải chứng thư điện tử" in issued["description"]
    assert "757/QĐ-BKHCN" in issued["description"]
    assert issued["id"].startswith(f"{BASE}/certificates/")
    assert "national" not in str(issued).lower()
