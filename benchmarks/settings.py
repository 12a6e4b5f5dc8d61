"""Django settings of the benchmark: the app on SQLite in memory, and nothing of a host."""

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
