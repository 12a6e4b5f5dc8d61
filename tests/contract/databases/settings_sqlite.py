"""The tests' settings on a SQLite file that several threads share."""

import os

from tests.settings import *  # noqa: F403
from tests.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "tests.lms"]
_FILE = os.path.join(os.environ["DIGITAL_LITERACY_TEST_HOME"], "tests.sqlite3")
DATABASES = {
    "default": {
        # As any SQLite host with several threads needs it: a writer waits its turn from the start.
        "ENGINE": "digital_literacy_demo.sqlite_backend",
        "NAME": _FILE,
        "OPTIONS": {"timeout": 60},
        "TEST": {"NAME": _FILE},
    }
}
