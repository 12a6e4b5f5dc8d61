"""What Tutor learns from this plugin: settings with their defaults, secrets, patches, init tasks and smoke tests."""

from __future__ import annotations

import base64
import secrets
from pathlib import Path
from typing import Any

from tutor import hooks

from tutordigitalliteracy import dashboard

HERE = Path(__file__).resolve().parent

# All begin with DIGITAL_LITERACY_. What each means stands in the README.
DEFAULTS: dict[str, Any] = {
    # Nothing is installed until the operator says from where: the name is not on PyPI, and whoever took it there would
    # get into the image.
    "REQUIREMENT": "",
    "BASE_URL": "{{ 'https' if ENABLE_HTTPS else 'http' }}://{{ LMS_HOST }}/digital-literacy",
    "ISSUER_NAME": "Bình dân học vụ số",
    "TIME_ZONE": "Asia/Ho_Chi_Minh",
    "IDENTITY_PROVIDERS": {},
    "TARGET_GROUPS": [],
    "PROCESS_EVIDENCE": False,
    "SIGNING_KEY_ID": "key-1",
    "EARLIER_SIGNING_KEYS": [],
    "PERSON_KEY_ID": "p1",
    "EARLIER_PERSON_KEYS": [],
    "ASPECTS": False,
    "ASPECTS_READERS": {},
}

# Made once, when the plugin is first saved, and kept in config.yml: back that file up.
UNIQUE = {
    "SIGNING_KEY": "{{ 32|random_bytes_base64 }}",
    "PERSON_KEY": "{{ 32|random_bytes_base64 }}",
}

INIT_TASKS = (
    ("lms", "./manage.py lms migrate digital_literacy && ./manage.py lms check --tag digital_literacy"),
    ("cms", "./manage.py cms check --tag digital_literacy"),
)


def random_bytes_base64(count: int) -> str:
    """So many bytes of the system's randomness, in base64: an Ed25519 private key where they are 32."""
    return base64.b64encode(secrets.token_bytes(count)).decode()


hooks.Filters.CONFIG_DEFAULTS.add_items(
    [(f"DIGITAL_LITERACY_{name}", value) for name, value in DEFAULTS.items()]
)
hooks.Filters.CONFIG_UNIQUE.add_items([(f"DIGITAL_LITERACY_{name}", value) for name, value in UNIQUE.items()])
hooks.Filters.ENV_PATCHES.add_item(
    ("superset-extra-assets", "{% if DIGITAL_LITERACY_ASPECTS %}" + dashboard.assets() + "{% endif %}")
)
hooks.Filters.ENV_TEMPLATE_FILTERS.add_item(("random_bytes_base64", random_bytes_base64))
hooks.Filters.ENV_PATCHES.add_items(
    [(path.name, path.read_text(encoding="utf-8")) for path in sorted((HERE / "patches").iterdir())]
)
hooks.Filters.CLI_DO_INIT_TASKS.add_items(list(INIT_TASKS))
hooks.Filters.TESTS.add_item(("lms", "smoke", str(HERE / "smoke" / "test_digital_literacy.py")))
