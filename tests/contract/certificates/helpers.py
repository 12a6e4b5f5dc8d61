"""Settings and values that the tests of identity and certificates share."""

from __future__ import annotations

import base64
from datetime import UTC, datetime

from digital_literacy.certificates.plan import Goal, Plan
from digital_literacy.identity.results import Identity

COURSE = "course-v1:BDHVS+KNS01+2026"
USAGE = "block-v1:BDHVS+KNS01+2026+type@vneid_certificate+block@giay"
BASE = "http://127.0.0.1:18800/digital-literacy"
SEED = base64.b64encode(bytes(range(32))).decode()
OTHER_SEED = base64.b64encode(bytes(range(1, 33))).decode()


def certificate_settings(settings, *, base_url: str = BASE) -> None:
    settings.DIGITAL_LITERACY_BASE_URL = base_url
    settings.DIGITAL_LITERACY_ISSUER_NAME = "Lớp thử"
    settings.DIGITAL_LITERACY_PERSON_KEYS = [{"id": "p1", "secret": "value:" + "a" * 40}]
    settings.DIGITAL_LITERACY_SIGNING_KEYS = [{"id": "key-1", "private_key": f"value:{SEED}"}]


def provider_settings(settings) -> None:
    settings.DIGITAL_LITERACY_IDENTITY_PROVIDERS = {
        "vneid": {
            "label": "Nơi đăng nhập",
            "issuer": "https://id.example",
            "client_id": "c",
            "levels": {"loa1": 1, "loa2": 2},
        }
    }


def plan(**changes) -> Plan:
    values = {
        "name": "Kỹ năng số cơ bản",
        "description": "Dùng dịch vụ công trực tuyến.",
        "criteria": "Đạt 60% điểm.",
        "skills": ("tt02:2.3", "tt02:4.2"),
        "goals": (Goal("course_grade", 0.6),),
        "level": 2,
    }
    return Plan(**{**values, **changes})


def identity(**changes) -> Identity:
    values = {
        "provider": "vneid",
        "issuer": "https://id.example",
        "namespace": "issuer:https://id.example",
        "subject": "person-1",
        "name": "Trần Thị Tư",
        "level": 2,
        "verified_at": datetime(2026, 11, 23, 8, 0, tzinfo=UTC),
        "simulated": False,
    }
    return Identity(**{**values, **changes})
