"""The end: an archive with which certificates stay verifiable, then nothing is left."""

from __future__ import annotations

import io
import json

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from digital_literacy import learner_data
from digital_literacy.certificates import offline
from digital_literacy.certificates.models import Credential
from digital_literacy.certificates.revoking import revoke
from tests.contract.certificates.helpers import OTHER_SEED
from tests.contract.certificates.test_learner_data import everything

pytestmark = pytest.mark.django_db
__all__ = ["everything"]


def purge(*arguments) -> str:
    out = io.StringIO()
    call_command("digital_literacy_purge", *map(str, arguments), stdout=out)
    return out.getvalue()


def rows() -> int:
    return sum(
        model._default_manager.count() for model in apps.get_app_config("digital_literacy").get_models()
    )


@pytest.fixture
def issued(give):
    """One that stands, one revoked, one withdrawn."""
    users = [get_user_model().objects.create_user(name) for name in ("revoked", "gone")]
    made = [give(name="<b>Trần</b> Thị Tư")]
    made += [give(user=user, subject=user.username, plan={"goals": ()}) for user in users]
    revoke(made[1].pk, actor_id=None, reason="x")
    learner_data.forget(users[1].pk)
    return made


def test_the_archive_verifies_where_the_suite_is_gone(issued, tmp_path, capsys):
    archive = tmp_path / "archive"
    assert "Nothing was deleted" in purge(archive)
    assert not archive.exists()
    assert "3 certificates archived" in purge(archive, "--yes")
    stands, revoked, gone = (archive / "certificates" / f"{one.pk}.json" for one in issued)
    common = ["--did", str(archive / "did.json"), "--status-list", str(archive / "status" / "1.json")]
    assert offline.main([str(stands), *common]) == 0
    assert offline.main([str(revoked), *common]) == 1
    assert "revoked" in capsys.readouterr().out
    assert not gone.exists()
    page = (archive / "certificates" / issued[0].pk / "index.html").read_text()
    assert "&lt;b&gt;Trần&lt;/b&gt; Thị Tư" in page
    assert "Đã thu hồi ngày" in (archive / "certificates" / issued[1].pk / "index.html").read_text()
    assert "nội dung đã được xóa" in (archive / "certificates" / issued[2].pk / "index.html").read_text()
    assert json.loads((archive / "did.json").read_text())["assertionMethod"]
    # What signed certificates point at is there too.
    for address in (issued[0].document["issuer"]["url"], *targets(issued[0].document)):
        place = address.partition("/digital-literacy/")[2]
        assert (archive / place / "index.html").exists(), address


def targets(document):
    return [one["targetUrl"] for one in document["credentialSubject"]["achievement"]["alignment"]]


def test_the_archive_does_not_vouch_for_a_key_that_was_taken_out(give, app, tmp_path):
    credential = give()
    app.DIGITAL_LITERACY_SIGNING_KEYS = [{"id": "key-2", "private_key": f"value:{OTHER_SEED}"}]
    purge(tmp_path / "archive", "--yes")
    page = (tmp_path / "archive" / "certificates" / credential.pk / "index.html").read_text()
    assert "Không xác nhận được" in page


def test_nothing_is_deleted_without_yes_and_all_with_it(everything, tmp_path):
    before = rows()
    assert "Nothing was deleted" in purge(tmp_path / "one")
    assert rows() == before
    assert "All rows were deleted" in purge(tmp_path / "two", "--yes")
    assert rows() == 0


def test_without_an_archive_nothing_is_deleted(issued, tmp_path, app):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").write_text("x")
    with pytest.raises(CommandError, match="not empty"):
        purge(tmp_path / "full", "--yes")
    app.DIGITAL_LITERACY_SIGNING_KEYS = []
    with pytest.raises(CommandError, match="Nothing was deleted"):
        purge(tmp_path / "new", "--yes")
    assert Credential.objects.count() == 3


def test_a_suite_that_never_issued_ends_without_an_archive(db, tmp_path):
    assert "nothing to archive" in purge(tmp_path / "none", "--yes")
    assert not (tmp_path / "none").exists()
