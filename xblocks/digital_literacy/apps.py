"""The Django app: installed by the platform through the entry points `lms.djangoapp` and `cms.djangoapp`."""

from __future__ import annotations

from django.apps import AppConfig, apps
from django.db.models.signals import post_delete
from django.utils.translation import gettext_lazy as _


class DigitalLiteracyConfig(AppConfig):
    """Attempts, groups, identity and certificates; its `locale/` also serves the XBlocks."""

    name = "digital_literacy"
    verbose_name = _("Digital literacy")
    default_auto_field = "django.db.models.BigAutoField"

    # The platform's plugin contract (edx-django-utils, plugins/constants.py), written out so that the package
    # needs no platform import.
    plugin_app = {
        "url_config": {
            "lms.djangoapp": {
                "namespace": "digital_literacy",
                "regex": r"^digital-literacy/",
                "relative_path": "urls",
            },
        },
        "settings_config": {
            "lms.djangoapp": {
                "common": {"relative_path": "settings.common"},
                "production": {"relative_path": "settings.production"},
            },
            "cms.djangoapp": {
                "common": {"relative_path": "settings.common"},
                "production": {"relative_path": "settings.production"},
            },
        },
        "signals_config": {
            "lms.djangoapp": {
                "relative_path": "receivers",
                "receivers": [
                    {
                        "receiver_func_name": "forget_retired_learner",
                        "signal_path": "openedx.core.djangoapps.user_api.accounts.signals.USER_RETIRE_LMS_MISC",
                        "dispatch_uid": "digital_literacy.forget_retired_learner",
                    },
                    {
                        "receiver_func_name": "issue_when_passed",
                        "signal_path": "openedx_events.learning.signals.COURSE_PASSING_STATUS_UPDATED",
                        "dispatch_uid": "digital_literacy.issue_when_passed",
                    },
                    {
                        "receiver_func_name": "revoke_with_the_platform",
                        "signal_path": "openedx_events.learning.signals.CERTIFICATE_REVOKED",
                        "dispatch_uid": "digital_literacy.revoke_with_the_platform",
                    },
                ],
            },
            "cms.djangoapp": {
                "relative_path": "receivers",
                "receivers": [
                    {
                        "receiver_func_name": "enable_in_new_course",
                        "signal_path": "openedx_events.content_authoring.signals.COURSE_CREATED",
                        "dispatch_uid": "digital_literacy.enable_in_new_course",
                    },
                ],
            },
        },
    }

    def ready(self) -> None:
        """Register the system checks, what follows the platform's learner state, and xAPI statements where there are
        some."""
        from digital_literacy.certificates import checks as certificate_checks  # noqa: F401
        from digital_literacy.identity import checks as identity_checks  # noqa: F401
        from digital_literacy.learners import checks as learner_checks  # noqa: F401
        from digital_literacy.receivers import forget_deleted_state
        from digital_literacy.settings import checks as setting_checks  # noqa: F401

        # By its label: the app is the LMS's, and Django refuses to wait for a model of an app that is not there.
        if any(config.label == "courseware" for config in apps.get_app_configs()):
            post_delete.connect(
                forget_deleted_state,
                sender="courseware.StudentModule",
                dispatch_uid="digital_literacy.forget_deleted_state",
            )
        if apps.is_installed("event_routing_backends"):
            from digital_literacy.compat import xapi  # noqa: F401
