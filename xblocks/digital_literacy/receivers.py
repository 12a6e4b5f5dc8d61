"""What the app does when the platform tells it something (edx-django-utils, plugin signals)."""

from __future__ import annotations

import logging
from typing import Any

from django.conf import settings

log = logging.getLogger(__name__)


def forget_retired_learner(sender: object, *, user: Any, **_kwargs: object) -> None:
    """The platform retires an account: nothing here may name the person any more.

    An error is not swallowed: the platform's retirement then stops and is tried again.
    """
    from digital_literacy.learner_data import forget

    forget(user.pk)


def forget_deleted_state(sender: object, *, instance: Any, **_kwargs: object) -> None:
    """Staff delete a learner's state in one of our blocks, or everybody's: the counted attempts go with it.

    Not `clear_student_state` of the block: where a block has that, the platform leaves the grade to it, and the task
    that deletes everybody's state never calls it (lms/djangoapps/instructor/enrollment.py, `reset_student_attempts`).
    """
    from digital_literacy.learners.attempts import attempts_of
    from digital_literacy.learners.outcomes import course_of, mark_stale
    from digital_literacy.settings.common import BLOCK_TYPES

    key = instance.module_state_key
    if getattr(key, "block_type", "") in BLOCK_TYPES:
        attempts_of(user_id=instance.student_id, usage_key=str(key), fallback={}).reset()
        mark_stale(user_id=instance.student_id, course_key=course_of(str(key)))


def issue_when_passed(sender: object, *, course_passing_status: Any, **_kwargs: object) -> None:
    """A learner has passed now: it is noted for reports, and where he logged in before, his certificate follows.

    A fault here must not stop the platform's grading, so it is logged; the learner can still press the button.
    """
    from digital_literacy.certificates.applications import open_application, proceed
    from digital_literacy.learners.outcomes import note_passed

    if not course_passing_status.is_passing:
        return
    user_id, course_key = course_passing_status.user.id, str(course_passing_status.course.course_key)
    try:
        note_passed(user_id=user_id, course_key=course_key)
    except Exception as error:
        log.error("a passed course was not noted: %s", type(error).__name__)
    try:
        application = open_application(user_id=user_id, course_key=course_key)
        if application is not None:
            proceed(application, actor_id=None)
    except Exception as error:
        log.error("a waiting certificate was not issued: %s", type(error).__name__)


def revoke_with_the_platform(sender: object, *, certificate: Any, **_kwargs: object) -> None:
    """The platform revokes its own certificate: ours too, where `DIGITAL_LITERACY_REVOKE_WITH_PLATFORM` is set.

    An error is not swallowed: who revoked must know that one of the two still stands.
    """
    from digital_literacy.certificates.models import Credential
    from digital_literacy.certificates.revoking import revoke

    if not getattr(settings, "DIGITAL_LITERACY_REVOKE_WITH_PLATFORM", False):
        return
    standing = Credential.objects.filter(
        award__user_id=certificate.user.id,
        award__course_key=str(certificate.course.course_key),
        revoked_at=None,
    )
    for credential in standing:
        revoke(credential.pk, actor_id=None, reason="revoked by the platform")


def enable_in_new_course(sender: object, *, course: Any, **_kwargs: object) -> None:
    """Studio: a new course has the blocks among its advanced modules, where `DIGITAL_LITERACY_ENABLE_IN_NEW_COURSES` is
    set. A fault must not keep a course from being created."""
    from digital_literacy.authoring import enable

    if not getattr(settings, "DIGITAL_LITERACY_ENABLE_IN_NEW_COURSES", False):
        return
    try:
        enable(str(course.course_key))
    except Exception as error:  # whatever a release of the platform raises
        log.error("the blocks were not added to a new course: %s", type(error).__name__)
