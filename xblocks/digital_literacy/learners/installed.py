"""Whether the Django app is there: the blocks also work on a host that has only them."""

from __future__ import annotations

from typing import TypeGuard

from django.apps import apps


def has_app() -> bool:
    """Whether the app is installed, so that its tables can be used."""
    return apps.ready and apps.is_installed("digital_literacy")


def has_rows(user_id: int | None) -> TypeGuard[int]:
    """Whether what is kept of this user stands in the app's tables; else it stands in the block's state."""
    return user_id is not None and has_app()
