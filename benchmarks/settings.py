"""Django settings of the benchmark: the app on SQLite in memory, and nothing of a host."""

import base64
import os

SECRET_KEY = "benchmark only"
DEBUG = False
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "digital_literacy"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
ROOT_URLCONF = "benchmarks.urls"
LANGUAGE_CODE = "vi"
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DIGITAL_LITERACY_PLATFORM = "benchmarks.platform.FixedPlatform"
# Set up as on a platform, so that the certificate's page does all its work. Nothing is sent to the provider.
DIGITAL_LITERACY_BASE_URL = "https://lms.example/digital-literacy"
_KEY = base64.b64encode(os.urandom(32)).decode()
DIGITAL_LITERACY_SIGNING_KEYS = [{"id": "bench", "private_key": f"value:{_KEY}"}]
DIGITAL_LITERACY_IDENTITY_PROVIDERS = {
    "bench": {"label": "Bench", "issuer": "https://id.example", "client_id": "bench", "levels": {"high": 2}}
}
# The public page is asked for more often here than one visitor may.
DIGITAL_LITERACY_PUBLIC_RATE = 10**9
