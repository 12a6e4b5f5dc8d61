"""The app's pages, below `/digital-literacy/`."""

from __future__ import annotations

from django.urls import include, path

app_name = "digital_literacy"

urlpatterns = [
    path("", include("digital_literacy.identity.urls")),
    path("", include("digital_literacy.certificates.urls")),
    path("", include("digital_literacy.profile.urls")),
    path("", include("digital_literacy.monitoring.urls")),
]
