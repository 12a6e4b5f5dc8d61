"""Backwards to nothing and forwards again, with rows in the tables."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from digital_literacy.audit import log as audit
from digital_literacy.learners.models import LearnerProfile

pytestmark = pytest.mark.django_db(transaction=True)
APP = "digital_literacy"


def tables() -> set[str]:
    with connection.cursor() as cursor:
        return {name for name in connection.introspection.table_names(cursor) if name.startswith(f"{APP}_")}


def names() -> list[str]:
    return sorted(name for label, name in MigrationLoader(None).disk_migrations if label == APP)


def test_backwards_and_forwards():
    user = get_user_model().objects.create(username="lan")
    LearnerProfile.objects.create(user=user, target_group="citizens")
    audit.write("looked", actor_id=user.pk)
    everything = tables()
    try:
        for name in [*reversed(names()[:-1]), "zero"]:
            call_command("migrate", APP, name, verbosity=0)
        assert tables() == set()
        for name in names():
            call_command("migrate", APP, name, verbosity=0)
    finally:
        call_command("migrate", verbosity=0)
    assert tables() == everything
    assert audit.write("again").number == 1


def test_the_purge_empties_every_table(tmp_path):
    user = get_user_model().objects.create(username="lan")
    LearnerProfile.objects.create(user=user, target_group="citizens")
    audit.write("looked", actor_id=user.pk)
    call_command("digital_literacy_purge", str(tmp_path / "archive"), "--yes", verbosity=0)
    with connection.cursor() as cursor:
        for table in tables():
            cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(table)}")
            assert cursor.fetchone() == (0,), table
