"""Identity and certificates of the embedded host: the simulator, and keys made at the first start.

The environment says where things are: `DEMO_URL` is this host, `DEMO_SIMULATOR_URL` the simulator.
"""

from __future__ import annotations

import os

from digital_literacy_demo.kept_secrets import ed25519_key, keep, random_text
from digital_literacy_demo.paths import home
from digital_literacy_demo.simulator.contract import CLIENT_ID, CLIENT_SECRET_FILE, LEVELS, PROVIDER_CODE

__all__ = [
    "DIGITAL_LITERACY_BASE_URL",
    "DIGITAL_LITERACY_IDENTITY_PROVIDERS",
    "DIGITAL_LITERACY_ISSUER_NAME",
    "DIGITAL_LITERACY_PERSON_KEYS",
    "DIGITAL_LITERACY_SIGNING_KEYS",
]

_HOME = home()

DIGITAL_LITERACY_BASE_URL = (
    os.environ.get("DEMO_URL", "http://127.0.0.1:8000").rstrip("/") + "/digital-literacy"
)
DIGITAL_LITERACY_ISSUER_NAME = "Bình dân học vụ số – bản dùng thử"
DIGITAL_LITERACY_IDENTITY_PROVIDERS = {
    PROVIDER_CODE: {
        "dialect": "simulator",
        "label": "VNeID (mô phỏng)",
        "issuer": os.environ.get("DEMO_SIMULATOR_URL", "http://127.0.0.1:8001").rstrip("/"),
        "client_id": CLIENT_ID,
        "client_secret": f"file:{keep(_HOME / CLIENT_SECRET_FILE, random_text)}",
        "levels": LEVELS,
        "acr_values": " ".join(acr for acr, level in LEVELS.items() if level == 2),
        "algorithms": ["ES256"],
    }
}
DIGITAL_LITERACY_PERSON_KEYS = [{"id": "p1", "secret": f"file:{keep(_HOME / 'person-key', random_text)}"}]
DIGITAL_LITERACY_SIGNING_KEYS = [
    {"id": "key-1", "private_key": f"file:{keep(_HOME / 'signing-key.pem', ed25519_key)}"}
]
