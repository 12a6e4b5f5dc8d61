"""Django settings of the embedded host. Loopback only, unless `scripts/demo --host` asks for more."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec

from django.utils.translation import gettext_lazy as _

from digital_literacy_demo.paths import home, secret_key

DEMO_HOME = home()
SECRET_KEY = secret_key(DEMO_HOME)
DEBUG = os.environ.get("DIGITAL_LITERACY_DEMO_DEBUG") == "1"

DEMO_HOST = os.environ.get("DIGITAL_LITERACY_DEMO_HOST", "127.0.0.1")
DEMO_URL = os.environ.get("DEMO_URL", "http://127.0.0.1:8000").rstrip("/")
# One click makes anyone an administrator, so outside loopback it must be asked for by name.
DEMO_ALLOW_SWITCHING = os.environ.get("DIGITAL_LITERACY_DEMO_ALLOW_SWITCHING") == "1"

_LOOPBACK = ["127.0.0.1", "localhost", "[::1]"]
_ANY = {"0.0.0.0", "::"}
ALLOWED_HOSTS = ["*"] if DEMO_HOST in _ANY else [*_LOOPBACK, DEMO_HOST]

INSTALLED_APPS = [
    # The suite first: where both translate a message, its own words are shown, as on the platform.
    "digital_literacy",
    "digital_literacy_demo",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "digital_literacy_demo.middleware.one_address",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "digital_literacy_demo.middleware.language",
    "django.middleware.common.CommonMiddleware",
    "digital_literacy_demo.middleware.read_body",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "digital_literacy_demo.people.current_person",
            ]
        },
    }
]

DATABASES = {
    "default": {
        "ENGINE": "digital_literacy_demo.sqlite_backend",
        "NAME": DEMO_HOME / "demo.sqlite3",
        "OPTIONS": {"timeout": 20},
        "ATOMIC_REQUESTS": True,
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

ROOT_URLCONF = "digital_literacy_demo.urls"
LOGIN_URL = "home"
STATIC_URL = "/static/"

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Vietnamese")), ("en", _("English"))]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

# Cookies are shared by all ports of a host: the simulator on the next port has names of its own. The CSRF
# cookie keeps the platform's name, since blocks read it.
SESSION_COOKIE_NAME = "digital_literacy_demo_session"
SESSION_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "SAMEORIGIN"
CSRF_FAILURE_VIEW = "digital_literacy_demo.views.errors.csrf_failure"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    # A refused request (4xx) is the visitor's affair and was answered; only faults are worth a line here.
    "loggers": {"django.request": {"level": "ERROR"}},
    "root": {"handlers": ["console"], "level": os.environ.get("DIGITAL_LITERACY_DEMO_LOG", "WARNING")},
}

DIGITAL_LITERACY_PLATFORM = "digital_literacy_demo.platform.DemoPlatform"

# Block types by class: used where the entry points are not installed, and for blocks of tests.
DEMO_BLOCKS = {
    "skills_exercise": "digital_literacy.skills_exercise_block.SkillsExerciseBlock",
    "service_practice": "digital_literacy.service_practice_block.ServicePracticeBlock",
    "vneid_certificate": "digital_literacy.vneid_certificate_block.VneidCertificateBlock",
}

# What the platform does with an installed plugin: its own settings are added to the site's.
if find_spec("digital_literacy.settings.common"):
    from digital_literacy.settings.common import plugin_settings

    plugin_settings(sys.modules[__name__])

if find_spec("digital_literacy_demo.settings_identity"):
    from digital_literacy_demo.settings_identity import *  # noqa: F403
