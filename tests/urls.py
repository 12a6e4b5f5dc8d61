"""URLs of the tests: the app where the platform mounts it, and the admin."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("digital-literacy/", include("digital_literacy.urls")),
]
