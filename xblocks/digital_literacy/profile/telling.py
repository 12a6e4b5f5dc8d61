"""Tell, change and take back one's locality: the codes and the consent that allows them stand or go together."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.db import transaction

from digital_literacy.identity import consents
from digital_literacy.identity.purposes import LOCALITY
from digital_literacy.learners.localities import Locality, forget_locality, keep_locality

# Of the text in templates/digital_literacy/profile/about_me.html: change both together.
CONSENT_VERSION = "2026-11.2"
# The consent is for the whole platform, not for one course.
EVERYWHERE = ""


def tell_locality(locality: Locality, *, user_id: int, represented: bool) -> None:
    """Keep a locality, with the consent to the present text: his own, or of who is not of age his parent's too."""
    with transaction.atomic():
        _alone(user_id)
        consents.give(user_id=user_id, course_key=EVERYWHERE, purpose=LOCALITY, version=CONSENT_VERSION)
        keep_locality(locality, user_id=user_id, represented=represented)


def take_back_locality(*, user_id: int) -> None:
    """Delete the locality and withdraw the consent."""
    with transaction.atomic():
        _alone(user_id)
        forget_locality(user_id=user_id)
        consents.withdraw(user_id=user_id, course_key=EVERYWHERE, purpose=LOCALITY)


def _alone(user_id: int) -> None:
    """Wait until no other request tells or takes back for this account: one of the two must see the other's work."""
    get_user_model().objects.select_for_update().get(pk=user_id)
