"""What the platform's plugin framework reads of the app: every path leads somewhere, and importing does nothing."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

from digital_literacy.apps import DigitalLiteracyConfig

PLUGIN = DigitalLiteracyConfig.plugin_app
ROOT = Path(__file__).resolve().parents[2]
# As openedx-events and the platform name them; a slip would connect nothing and say nothing.
SIGNALS = {
    "lms.djangoapp": {
        "forget_retired_learner": "openedx.core.djangoapps.user_api.accounts.signals.USER_RETIRE_LMS_MISC",
        "issue_when_passed": "openedx_events.learning.signals.COURSE_PASSING_STATUS_UPDATED",
        "revoke_with_the_platform": "openedx_events.learning.signals.CERTIFICATE_REVOKED",
    },
    "cms.djangoapp": {"enable_in_new_course": "openedx_events.content_authoring.signals.COURSE_CREATED"},
}


def test_settings_stand_where_the_platform_looks_and_none_for_its_tests():
    for kinds in PLUGIN["settings_config"].values():
        # A settings/test.py that imports what a platform lacks would keep its LMS from starting.
        assert set(kinds) == {"common", "production"}
        for one in kinds.values():
            module = importlib.import_module(f"digital_literacy.{one['relative_path']}")
            assert callable(module.plugin_settings)


def test_urls_stand_where_the_platform_looks_and_only_the_lms_serves_them():
    assert set(PLUGIN["url_config"]) == {"lms.djangoapp"}
    (one,) = PLUGIN["url_config"].values()
    assert importlib.import_module(f"digital_literacy.{one['relative_path']}").urlpatterns
    assert one["namespace"] == "digital_literacy"


@pytest.mark.parametrize("project", SIGNALS)
def test_every_receiver_exists_and_listens_to_a_signal_of_that_name(project):
    config = PLUGIN["signals_config"][project]
    module = importlib.import_module(f"digital_literacy.{config['relative_path']}")
    found = {one["receiver_func_name"]: one["signal_path"] for one in config["receivers"]}
    assert found == SIGNALS[project]
    for name, signal in found.items():
        assert callable(getattr(module, name))
        if signal.startswith("openedx_events"):
            home, _, attribute = signal.rpartition(".")
            assert hasattr(importlib.import_module(home), attribute)
    ids = [one["dispatch_uid"] for one in config["receivers"]]
    assert len(set(ids)) == len(ids)


def test_importing_the_app_and_its_settings_needs_no_settings_and_makes_no_query():
    code = (
        "import digital_literacy, digital_literacy.apps, digital_literacy.receivers\n"
        "import digital_literacy.settings.common, digital_literacy.settings.production\n"
        "from django.conf import settings\n"
        "assert not settings.configured\n"
        "settings.configure(INSTALLED_APPS=['django.contrib.auth', 'django.contrib.contenttypes', 'digital_literacy'],"
        " DATABASES={'default': {'ENGINE': 'django.db.backends.dummy'}})\n"
        "import django\n"
        "django.setup()\n"
        "print('ready')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(ROOT / "xblocks"), "PATH": "/usr/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.strip() == "ready", done.stderr[-2000:]


@pytest.mark.parametrize("settings", ["tests.settings", "digital_literacy_demo.settings"])
def test_djangos_own_checks_find_nothing_where_the_lms_is_not(settings, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "django", "check"],
        env={
            "PYTHONPATH": f"{ROOT / 'xblocks'}:{ROOT}",
            "DJANGO_SETTINGS_MODULE": settings,
            "DIGITAL_LITERACY_DEMO_HOME": str(tmp_path),
            "PATH": "/usr/bin",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
