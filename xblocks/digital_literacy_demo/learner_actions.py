"""What staff can do to a learner's work in one block."""

from __future__ import annotations

import logging
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext as _
from opaque_keys.edx.keys import UsageKey

from digital_literacy_demo.models import Block, Completion, Event, Grade, LearnerState
from digital_literacy_demo.runtime import DemoRuntime

log = logging.getLogger(__name__)


class ActionError(Exception):
    """The action was not possible; the message says why."""


def reset(user: AbstractBaseUser, block: Block, *, asked_by: AbstractBaseUser) -> None:
    """Forget a learner's state, grade and completion in a block.

    A block that keeps more elsewhere has `clear_student_state`, with the platform's arguments
    (lms/djangoapps/instructor/enrollment.py, `reset_student_attempts`).
    """
    key = UsageKey.from_string(block.usage_key)
    try:
        with transaction.atomic():
            xblock = _xblock(user, block)
            if hasattr(xblock, "clear_student_state"):
                xblock.clear_student_state(
                    user_id=user.person.anonymous_id,
                    course_id=str(key.context_key),
                    item_id=block.usage_key,
                    requesting_user_id=asked_by.person.anonymous_id,
                )
            elif hasattr(xblock, "attempts"):
                xblock.attempts.reset()
    except Exception as error:
        log.exception("Reset of %s failed", block.usage_key)
        raise ActionError(_("The block could not be reset: %(error)s") % {"error": error}) from error
    LearnerState.objects.filter(user=user, scope="user_state", key=block.usage_key).delete()
    Grade.objects.filter(user=user, usage_key=block.usage_key).delete()
    Completion.objects.filter(user=user, usage_key=block.usage_key).delete()
    Event.objects.create(user=user, usage_key=block.usage_key, kind="reset", data={})


def rescore(user: AbstractBaseUser, block: Block) -> None:
    """Grade a learner's answer again.

    Raises:
        ActionError: the block cannot be rescored, or the learner has not answered.
    """
    try:
        with transaction.atomic():
            xblock = _xblock(user, block)
            if not hasattr(xblock, "rescore") or not xblock.allows_rescore():
                raise ActionError(_("This block cannot be rescored."))
            if not xblock.has_submitted_answer():
                raise ActionError(_("The learner has not answered yet."))
            xblock.rescore(only_if_higher=False)
            xblock.save()
    except ActionError:
        raise
    except Exception as error:
        log.exception("Rescoring of %s failed", block.usage_key)
        raise ActionError(_("The block could not be rescored: %(error)s") % {"error": error}) from error


def _xblock(user: AbstractBaseUser, block: Block) -> Any:
    key = UsageKey.from_string(block.usage_key)
    return DemoRuntime(course_key=key.context_key, user=user).get_block(key)
