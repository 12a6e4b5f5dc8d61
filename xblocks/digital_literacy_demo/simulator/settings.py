"""Django settings of the simulator's own process. `__main__` puts what it was told into the environment."""

from __future__ import annotations

import os
from pathlib import Path

from digital_literacy_demo.kept_secrets import ec_key, keep, random_text

SIMULATOR_HOME = Path(os.environ["SIMULATOR_HOME"])
SIMULATOR_ISSUER = os.environ["SIMULATOR_ISSUER"]
SIMULATOR_TOKEN_KEY = keep(SIMULATOR_HOME / "simulator-token-key.pem", ec_key).read_text(encoding="ascii")
SIMULATOR_SUBJECT_KEY = keep(SIMULATOR_HOME / "simulator-subject-key", random_text).read_text(
    encoding="ascii"
)

SECRET_KEY = keep(SIMULATOR_HOME / "simulator-secret-key", random_text).read_text(encoding="ascii")
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
INSTALLED_APPS = ["digital_literacy_demo.simulator.apps.SimulatorConfig"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": SIMULATOR_HOME / "simulator.sqlite3",
        "OPTIONS": {"timeout": 20},
    }
}
ROOT_URLCONF = "digital_literacy_demo.simulator.urls"
LANGUAGE_CODE = "vi"
USE_TZ = True
TIME_ZONE = "UTC"

# Ports share cookies: these names must differ from the host's.
CSRF_COOKIE_NAME = "identity_simulator_csrf"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_NAME = "identity_simulator_session"
CSRF_COOKIE_SAMESITE = "Strict"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"

AUTHLIB_OAUTH2_PROVIDER = {
    "scopes_supported": ["openid", "profile"],
    "token_expires_in": {"authorization_code": 300},
}
