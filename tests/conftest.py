"""Fixtures of all tests."""

from __future__ import annotations

import pytest
from django.utils import translation

from tests.contract.platform import FakePlatform


@pytest.fixture(autouse=True)
def _vietnamese():
    with translation.override("vi"):
        yield


@pytest.fixture
def platform():
    FakePlatform.clear()
    yield FakePlatform
    FakePlatform.clear()
