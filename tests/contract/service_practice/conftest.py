from __future__ import annotations

import pytest

from tests.contract.runtime import block_from
from tests.unit.public_services.samples import olx


@pytest.fixture
def user(django_user_model):
    return django_user_model.objects.create(username="lan")


@pytest.fixture
def block(user):
    return block_from(olx(), user_id=user.pk)
