"""An implementation that is not ours verifies what we sign, offline."""

from __future__ import annotations

import copy
import json
import shutil
import subprocess
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from digital_literacy.certificates import credential, keys, status_list
from digital_literacy.certificates.skills import skill

HERE = Path(__file__).resolve().parent
BASE = "http://127.0.0.1:8000/digital-literacy"
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def verifier():
    if shutil.which("node") is None:
        pytest.fail("Node is missing. Install it: apt-get install nodejs npm")
    if not (HERE / "node_modules" / "@digitalbazaar" / "vc").is_dir():
        pytest.fail("The verifier is not installed. Run: npm ci --prefix tests/interop")
    return HERE / "verify.mjs"


@pytest.fixture(scope="module")
def issuer():
    key = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    return keys.Issuer(BASE, "Lớp thử", keys.SigningKey("key-1", key), {"key-1": key.public_key()})


@pytest.fixture(scope="module")
def issued(issuer):
    return credential.build(
        issuer,
        identifier=credential.new_id(),
        course_title="Kỹ năng số cơ bản",
        achievement=credential.Achievement(
            key="block-v1:a",
            name="Kỹ năng số",
            description="Dùng dịch vụ công.",
            criteria="Đạt 60%.",
            skills=(skill("tt02:4.2", base_url=BASE), skill("tt02:2.3", base_url=BASE)),
        ),
        holder=credential.Holder(name="Đặng Thị Hòa", level=2, provider="VNeID (mô phỏng)", simulated=True),
        facts=(credential.Fact("Kết quả khóa học", "Đạt 80% (yêu cầu 60%)."),),
        place=credential.Place(1, 77_777),
        moment=NOW,
    )


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
