"""Fixtures of all tests."""

from __future__ import annotations

import pytest
from django.utils import translation
from hypothesis import settings

from tests.contract.platform import FakePlatform
from tests.planted import Watch

# A busy machine is no fault of the code: how long an example takes is never judged.
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")


@pytest.fixture(scope="session")
def _watch():
    with Watch() as watch:
        yield watch


@pytest.fixture(autouse=True)
def _no_planted_number_stays(request, _watch):
    """After every test: no citizen number that a test planted stands in a table or in a line of a log."""
    in_database = request.node.get_closest_marker("django_db") is not None
    if in_database:
        request.getfixturevalue("_django_db_helper")  # so that this ends before the rows are rolled back
    _watch.begin()
    yield
    _watch.prove(in_database=in_database)


@pytest.fixture(autouse=True)
def _vietnamese():
    with translation.override("vi"):
        yield


@pytest.fixture
def platform():
    FakePlatform.clear()
    yield FakePlatform
    FakePlatform.clear()
