"""A locality told and taken back at one moment: the codes and the consent that allows them stand or go together."""

from __future__ import annotations

import functools

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction

from digital_literacy.identity.consents import stands
from digital_literacy.identity.purposes import LOCALITY
from digital_literacy.learners.localities import Locality, is_kept
from digital_literacy.profile.telling import EVERYWHERE, take_back_locality, tell_locality

pytestmark = pytest.mark.django_db(transaction=True)


def as_a_request(action, **arguments):
    with transaction.atomic():  # as the LMS runs every request
        action(**arguments)


def test_neither_stands_without_the_other(at_once):
    user = get_user_model().objects.create(username="lan")
    tell = functools.partial(
        as_a_request, tell_locality, locality=Locality("56"), user_id=user.pk, represented=False
    )
    take = functools.partial(as_a_request, take_back_locality, user_id=user.pk)
    for _round in range(10):
        faults = [each for each in at_once([tell, take] * 4) if each is not None]
        assert faults == []
        assert is_kept(user.pk) is stands(user_id=user.pk, course_key=EVERYWHERE, purpose=LOCALITY)
