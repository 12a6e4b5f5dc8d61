"""The app's pages, where the platform's plugin mechanism puts them."""

from django.urls import include, path

urlpatterns = [path("digital-literacy/", include("digital_literacy.urls", namespace="digital_literacy"))]
