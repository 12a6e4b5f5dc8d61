"""What follows a login. Named by dotted path, as Django names views: the rooms above import this one,
never the reverse."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.module_loading import import_string

from digital_literacy.identity.models import LoginTransaction
from digital_literacy.identity.results import Identity

# Takes the login and the person, does its work, or raises `Refused`. It runs outside any transaction.
FollowUp = Callable[[LoginTransaction, Identity], None]

CERTIFICATE = "certificate"
# Not after a login: what a learner agrees to when he tells where he lives (`profile.telling`).
LOCALITY = "locality"
_FOLLOW_UPS = {CERTIFICATE: "digital_literacy.certificates.after_login.apply_for_certificate"}


def follow_up(purpose: str) -> FollowUp:
    """The function for a purpose."""
    found: FollowUp = import_string(_FOLLOW_UPS[purpose])
    return found
