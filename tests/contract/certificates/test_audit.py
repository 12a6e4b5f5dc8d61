"""The audit: lines are only ever added, and every other change is noticed."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client

from digital_literacy.audit import log
from digital_literacy.audit.models import AppendOnlyError, AuditEnd, AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def lines():
    user = get_user_model().objects.create_user("a")
    return [
        log.write(event, actor_id=user.pk, subject="s", detail="lý do") for event in ("one", "two", "three")
    ]


def test_a_chain_that_nobody_touched(lines):
    assert log.prove() == 3
    assert log.account_names([lines[0].actor]) == {lines[0].actor: "a"}


def test_the_app_can_only_add(lines):
    for change in (
        lines[0].save,
        lines[0].delete,
        lambda: AuditEntry.objects.update(event="x"),
        lambda: AuditEntry.objects.filter(pk=1).delete(),
        lambda: AuditEntry.objects.all().bulk_update(lines, ["event"]),
    ):
        with pytest.raises(AppendOnlyError):
            change()
    assert log.prove() == 3


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE digital_literacy_auditentry SET detail = 'x' WHERE number = 2",
        "UPDATE digital_literacy_auditentry SET actor = '' WHERE number = 1",
        "DELETE FROM digital_literacy_auditentry WHERE number = 2",
        "DELETE FROM digital_literacy_auditentry WHERE number = 3",
        "DELETE FROM digital_literacy_auditentry",
        "UPDATE digital_literacy_auditend SET count = 2",
    ],
)
def test_a_change_in_the_database_is_noticed(lines, change):
    with connection.cursor() as cursor:
        cursor.execute(change)
    with pytest.raises(log.BrokenChainError):
        log.prove()


def test_the_administrator_reads_and_cannot_change(lines):
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("admin"))
    assert "lý do" in client.get("/admin/digital_literacy/auditentry/").content.decode()
    assert client.get("/admin/digital_literacy/auditentry/add/").status_code == 403
    assert client.post(f"/admin/digital_literacy/auditentry/{lines[0].pk}/delete/").status_code == 403


def test_an_empty_audit_is_whole():
    assert log.prove() == 0
    assert not AuditEnd.objects.exists()
