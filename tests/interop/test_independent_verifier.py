"""An implementation that is not ours verifies what we sign, offline."""

from __future__ import annotations

import copy
import json
import shutil
import subprocess
from importlib import resources
from pathlib import Path

import jsonschema
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from digital_literacy.certificates import keys, proof, status_list
from tests.interop.conftest import NOW

HERE = Path(__file__).resolve().parent


@pytest.fixture(scope="module")
def verifier():
    if shutil.which("node") is None:
        pytest.fail("Node is missing. Install it: apt-get install nodejs npm")
    if not (HERE / "node_modules" / "@digitalbazaar" / "vc").is_dir():
        pytest.fail("The verifier is not installed. Run: npm ci --prefix tests/interop")
    return HERE / "verify.mjs"


@pytest.fixture
def check(verifier, issuer, tmp_path):
    def run(document: dict, revoked: tuple[int, ...] = (), listed: dict | None = None) -> dict:
        signed = listed or status_list.signed_list(issuer, number=1, revoked=revoked, moment=NOW)
        (tmp_path / "credential.json").write_text(json.dumps(document))
        (tmp_path / "did.json").write_text(json.dumps(keys.did_document(issuer)))
        (tmp_path / "status-list.json").write_text(json.dumps(signed))
        contexts = resources.files("digital_literacy.certificates").joinpath("contexts")
        command = ["node", str(verifier), str(tmp_path), str(contexts)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.splitlines()[-1])

    return run


def test_a_fresh_certificate_verifies(check, issued):
    assert check(issued) == {"signed": True, "statusChecked": True, "revoked": False, "error": None}


def test_one_changed_character_does_not(check, issued):
    changed = copy.deepcopy(issued)
    changed["credentialSubject"]["identifier"][0]["identityHash"] = "Đặng Thị Hoa"
    assert check(changed)["signed"] is False


def test_an_undefined_term_does_not(check, issued):
    assert check({**issued, "extra": "x"})["signed"] is False


def test_the_revoked_list_says_revoked(check, issued):
    assert check(issued, revoked=(77_777,)) == {
        "signed": True,
        "statusChecked": True,
        "revoked": True,
        "error": None,
    }
    assert check(issued, revoked=(77_776, 77_778))["revoked"] is False


def test_a_forged_status_list_is_noticed(check, issued, issuer):
    listed = status_list.signed_list(issuer, number=1, revoked=(77_777,), moment=NOW)
    listed["credentialSubject"]["encodedList"] = status_list.encode(())
    assert check(issued, listed=listed)["statusChecked"] is False


def test_an_expired_certificate_is_refused(check, issued, issuer):
    ended = signed_again(issuer, issued, validUntil="2026-11-24T00:00:00Z")
    found = check(ended)
    assert found["signed"] is False
    assert "validuntil" in found["error"].lower()
    assert check(signed_again(issuer, issued, validUntil="2999-01-01T00:00:00Z"))["signed"] is True


def test_a_certificate_of_a_foreign_key_is_refused(check, issued, issuer):
    found = check(signed_by_another(issuer, issued))
    assert found["signed"] is False
    assert "signature" in found["error"].lower()


@pytest.fixture
def core(verifier, issuer, schema, tmp_path):
    """The same with the engine of VerifierPlus and of the Learner Credential Wallet."""

    def run(document: dict, revoked: tuple[int, ...] = ()) -> dict:
        signed = status_list.signed_list(issuer, number=1, revoked=revoked, moment=NOW)
        (tmp_path / "credential.json").write_text(json.dumps(document))
        (tmp_path / "did.json").write_text(json.dumps(keys.did_document(issuer)))
        (tmp_path / "status-list.json").write_text(json.dumps(signed))
        command = ["node", str(HERE / "verify-core.mjs"), str(tmp_path), str(schema)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.splitlines()[-1])

    return run


def signed_again(issuer, document: dict, **changes) -> dict:
    unsigned = {name: value for name, value in {**document, **changes}.items() if name != "proof"}
    key, method = issuer.signing_key.private, issuer.signing_method
    return proof.sign(unsigned, key=key, verification_method=method, created=NOW)


def signed_by_another(issuer, document: dict) -> dict:
    unsigned = {name: value for name, value in document.items() if name != "proof"}
    other = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))
    return proof.sign(unsigned, key=other, verification_method=issuer.signing_method, created=NOW)


def test_verifier_core_accepts_a_fresh_certificate(core, issued):
    found = core(issued)
    assert found["errors"] == []
    assert found["refused"] == []
    assert found["steps"]["valid_signature"] is True
    assert found["steps"]["revocation_status"] is True
    assert found["steps"]["expiration"] is True
    assert found["schema"] == {"valid": True}


def test_verifier_core_sees_the_revocation(core, issued):
    found = core(issued, revoked=(77_777,))
    assert (found["steps"]["valid_signature"], found["steps"]["revocation_status"]) == (True, False)


def test_verifier_core_sees_the_expiry(core, issued, issuer):
    assert (
        core(signed_again(issuer, issued, validUntil="2026-01-01T00:00:00Z"))["steps"]["expiration"] is False
    )
    assert (
        core(signed_again(issuer, issued, validUntil="2999-01-01T00:00:00Z"))["steps"]["expiration"] is True
    )


def test_verifier_core_refuses_what_was_changed(core, issued):
    changed = copy.deepcopy(issued)
    changed["credentialSubject"]["identifier"][0]["identityHash"] = "Đặng Thị Hoa"
    assert core(changed)["errors"] == ["invalid_signature"]


def test_verifier_core_refuses_a_foreign_key(core, issued, issuer):
    forged = signed_by_another(issuer, issued)
    assert core(forged)["errors"] == ["invalid_signature"]


def test_the_schema_of_1edtech_finds_no_error(issued, schema):
    validator = jsonschema.Draft201909Validator(json.loads(schema.read_text()))
    assert [error.message for error in validator.iter_errors(issued)] == []
    assert list(validator.iter_errors({**issued, "credentialSubject": {"type": ["AchievementSubject"]}}))
