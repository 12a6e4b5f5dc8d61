"""The tests' settings on a MariaDB server, reached through a socket of its own."""

import os

import pymysql

from tests.settings import *  # noqa: F403
from tests.settings import INSTALLED_APPS

# Django asks for mysqlclient by version; PyMySQL takes its place without a compiler.
pymysql.version_info = (2, 2, 1, "final", 0)
pymysql.install_as_MySQLdb()

INSTALLED_APPS = [*INSTALLED_APPS, "tests.lms"]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.mysql",
        "NAME": "suite",
        "USER": os.environ["DIGITAL_LITERACY_TEST_USER"],
        "OPTIONS": {
            "unix_socket": os.path.join(os.environ["DIGITAL_LITERACY_TEST_HOME"], "mariadb.sock"),
            "charset": "utf8mb4",
        },
    }
}
