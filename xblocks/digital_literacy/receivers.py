"""What the app does when the platform tells it something (edx-django-utils, plugin signals)."""

from __future__ import annotations

from typing import Any


def forget_retired_learner(sender: object, *, user: Any, **_kwargs: object) -> None:
    """The platform retires an account: nothing here may name the person any more.

    An error is not swallowed: the platform's retirement then stops and is tried again.
    """
    from digital_literacy.certificates.learner_data import forget

    forget(user.pk)
