from __future__ import annotations

from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from digital_literacy.certificates import credential, keys
from digital_literacy.certificates.skills import skill

BASE = "https://lms.example:8443/digital-literacy"
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
ID = "0123456789abcdefghjkmnpqrs"


def key(number: int) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32)


def make_issuer(*, signing: int = 1, also: tuple[int, ...] = ()) -> keys.Issuer:
    public = {f"key-{n}": key(n).public_key() for n in (signing, *also)}
    return keys.Issuer(BASE, "Lớp thử", keys.SigningKey(f"key-{signing}", key(signing)), public)


def make(issuer: keys.Issuer, *, name: str = "Đặng Thị Hòa", simulated: bool = False, **changes):
    values = {
        "identifier": ID,
        "course_title": "Kỹ năng số cơ bản",
        "achievement": credential.Achievement(
            key="block-v1:a",
            name="Kỹ năng số",
            description="Dùng dịch vụ công.",
            criteria="Đạt 60%.",
            skills=(skill("tt02:4.2", base_url=BASE),),
        ),
        "holder": credential.Holder(name=name, level=2, provider="VNeID (mô phỏng)", simulated=simulated),
        "facts": (credential.Fact("Kết quả khóa học", "Đạt 80% (yêu cầu 60%)."),),
        "place": credential.Place(1, 77_777),
        "moment": NOW,
    }
    return credential.build(issuer, **{**values, **changes})


@pytest.fixture(scope="session")
def issuer():
    return make_issuer()


@pytest.fixture(scope="session")
def issued(issuer):
    return make(issuer)
