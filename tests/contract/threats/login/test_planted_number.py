"""A planted citizen number, from the login to everything that is written, shown, exported or saved."""

from __future__ import annotations

import base64
import io
import logging

import pytest
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.test import Client

from digital_literacy.certificates.models import Credential
from tests.contract.identity import test_dialects
from tests.contract.identity.fake_servers import NUMBER
from tests.planted import PLANTED, planted_rows

pytestmark = pytest.mark.django_db
set_out, vneid = test_dialects.set_out, test_dialects.vneid


def test_a_planted_citizen_number_is_found_nowhere(
    vneid, set_out, browser, learner, settings, tmp_path, caplog
):
    caplog.set_level(logging.DEBUG)
    settings.DIGITAL_LITERACY_CONFIRMING_BODIES = {
        "so": {"label": "Sở thử", "adapter": "file", "directory": str(tmp_path / "sent")}
    }
    test_dialects.TestVneid().come_back(browser, vneid, set_out("vneid"))
    credential = Credential.objects.get()
    shown = []
    admin = Client()
    admin.force_login(get_user_model().objects.create_superuser("admin"))
    for client, urls in (
        (
            browser,
            ["my-certificates/", *(f"certificates/{credential.pk}{end}" for end in ("/", ".json", ".pdf"))],
        ),
        (admin, []),
    ):
        shown += [client.get(f"/digital-literacy/{url}").content.decode("latin-1") for url in urls]
    for name in ("credential", "application", "auditentry", "submission", "namereport"):
        shown.append(admin.get(f"/admin/digital_literacy/{name}/").content.decode())
    passphrase = tmp_path / "passphrase"
    passphrase.write_text("mười hai chữ trở lên")
    said = io.StringIO()
    for arguments in (
        ("certificates", "export", str(tmp_path / "register.csv")),
        ("certificates", "backup", str(tmp_path / "keys"), "--passphrase-file", str(passphrase)),
        ("certificates", "submit"),
        ("certificates", "health"),
        ("learner_data", "export", "learner"),
    ):
        call_command(*arguments, stdout=said)
    files = [path.read_text("latin-1") for path in tmp_path.rglob("*") if path.is_file()]
    sessions = [str(row.get_decoded()) for row in Session.objects.all()]
    assert len(files) >= 4
    hidden = (NUMBER, base64.b64encode(NUMBER.encode()).decode(), NUMBER[-9:])
    for text in (*shown, *files, *sessions, said.getvalue(), caplog.text):
        assert not any(form in text for form in hidden)
    assert list(planted_rows()) == []


def test_the_watch_sees_what_it_is_for(learner):
    """It is no watch if it cannot find one."""
    assert PLANTED.search(NUMBER)
    learner.first_name = f"x{NUMBER[:0]} {NUMBER}"
    learner.save()
    assert list(planted_rows())
    learner.first_name = ""
    learner.save()
