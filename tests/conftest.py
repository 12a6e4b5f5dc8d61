"""Fixtures of all tests."""

from __future__ import annotations

import pytest
from django.utils import translation
from hypothesis import settings

from tests.contract.platform import FakePlatform

# A busy machine is no fault of the code: how long an example takes is never judged.
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")


@pytest.fixture(autouse=True)
def _vietnamese():
    with translation.override("vi"):
        yield


@pytest.fixture
def platform():
    FakePlatform.clear()
    yield FakePlatform
    FakePlatform.clear()
