"""A stand-in for the LMS's courseware app, for tests alone."""

from django.apps import AppConfig


class LmsConfig(AppConfig):
    name = "tests.lms"
    label = "courseware"  # as the LMS calls it: receivers of its models are connected
    default_auto_field = "django.db.models.BigAutoField"
