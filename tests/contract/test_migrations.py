"""Migrations that a platform with millions of rows can run: none after the first rewrites a table in one statement.

MySQL copies the whole table, and holds writers back, when a column changes its type or becomes needed, and when rows
are changed by one UPDATE. New tables, new columns that may be empty, new indexes and constraints are added in place.
"""

from __future__ import annotations

import pytest
from django.db import migrations, models
from django.db.migrations.loader import MigrationLoader

LABEL = "digital_literacy"
IN_PLACE = (
    migrations.CreateModel,
    migrations.DeleteModel,
    migrations.AddIndex,
    migrations.RemoveIndex,
    migrations.AddConstraint,
    migrations.RemoveConstraint,
    migrations.AlterModelOptions,
    migrations.AlterModelManagers,
)


def is_in_place(operation, new_models) -> bool:
    """Whether an operation leaves the rows of older tables where they are."""
    if isinstance(operation, migrations.AddField):
        return operation.field.null or operation.model_name_lower in new_models
    if isinstance(operation, migrations.AlterField):
        return operation.model_name_lower in new_models
    if isinstance(operation, migrations.RunPython):
        # Says of itself that it goes row by row; whoever writes one proves it with a test of its own.
        return getattr(operation.code, "in_small_steps", False)
    return isinstance(operation, IN_PLACE)


def ours():
    loader = MigrationLoader(None)
    found = sorted((name, m) for (label, name), m in loader.disk_migrations.items() if label == LABEL)
    return found[1:]


@pytest.mark.parametrize(
    ("name", "migration"), ours(), ids=lambda value: value if isinstance(value, str) else ""
)
def test_no_later_migration_rewrites_a_table(name, migration):
    new = {op.name_lower for op in migration.operations if isinstance(op, migrations.CreateModel)}
    rewriting = [op.describe() for op in migration.operations if not is_in_place(op, new)]
    assert rewriting == [], name


def test_the_check_sees_what_it_is_for():
    needed = migrations.AddField("attempt", "more", models.IntegerField(default=0))
    changed = migrations.AlterField("attempt", "share", models.DecimalField(max_digits=9, decimal_places=6))
    assert not is_in_place(needed, set())
    assert not is_in_place(changed, set())
    assert not is_in_place(migrations.RunPython(migrations.RunPython.noop), set())
    assert is_in_place(migrations.AddField("attempt", "more", models.IntegerField(null=True)), set())


def test_migrations_stand_in_one_line():
    loader = MigrationLoader(None)
    assert len(loader.graph.leaf_nodes(LABEL)) == 1


@pytest.mark.django_db(transaction=True)
def test_the_old_audit_is_carried_into_the_chain():
    from django.contrib.auth import get_user_model
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor
    from django.utils import timezone

    from digital_literacy.audit import log
    from digital_literacy.audit.models import AuditEntry
    from digital_literacy.identity.models import Consent

    leaf = MigrationLoader(None).graph.leaf_nodes(LABEL)
    MigrationExecutor(connection).migrate([(LABEL, "0004_running_attempts")])
    try:
        old = MigrationExecutor(connection).loader.project_state([(LABEL, "0004_running_attempts")]).apps
        user = get_user_model().objects.create_user("old")
        for event in ("issued", "revoked"):
            old.get_model(LABEL, "CertificateEvent").objects.create(
                at=timezone.now(), event=event, actor_id=user.pk, course_key="c", detail="lý do"
            )
        for number in (1, 2):
            old.get_model(LABEL, "LoginTransaction").objects.create(
                user_id=user.pk,
                course_key="c",
                usage_key="u",
                provider="v",
                purpose="certificate",
                consent_version="2026-11.2",
                ticket_hash=f"t{number}",
                created_at=timezone.now(),
                expires_at=timezone.now(),
            )
    finally:
        MigrationExecutor(connection).migrate(leaf)
    assert log.prove() == 2
    # What was agreed to with the logins is a record of its own now, once.
    assert Consent.objects.get().version == "2026-11.2"
    assert [line.event for line in AuditEntry.objects.order_by("number")] == ["issued", "revoked"]
    assert log.account_names([AuditEntry.objects.latest("number").actor]) != {}
    log.write("later")
    assert log.prove() == 3
