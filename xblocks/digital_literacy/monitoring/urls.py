"""The reports, below `/digital-literacy/`."""

from django.urls import path

from digital_literacy.monitoring import views

urlpatterns = [path("reports/", views.reports, name="reports")]
