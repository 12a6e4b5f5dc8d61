"""`manage.py certificates`: what administrators do, and that each act is in the audit."""

from __future__ import annotations

import csv
import io
import json
import stat
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from digital_literacy.audit import log as audit
from digital_literacy.audit.models import AuditEntry
from digital_literacy.certificates import applications, offline, proof, status_list, submitting
from digital_literacy.certificates.config import get_issuer
from digital_literacy.certificates.keys import did_document
from digital_literacy.certificates.models import Application, Credential, StatusList, Submission
from digital_literacy.certificates.person import Person
from digital_literacy.certificates.verification import Verdict
from digital_literacy.compat.platform import CourseGrade
from digital_literacy.identity import consents
from digital_literacy.identity.models import IdentityEvent, LoginTransaction
from tests.contract.certificates.helpers import COURSE, OTHER_SEED, SEED, USAGE, identity, plan

pytestmark = pytest.mark.django_db
PASSPHRASE = "mười hai chữ trở lên"


def run(*arguments) -> str:
    out = io.StringIO()
    call_command("certificates", *map(str, arguments), stdout=out)
    return out.getvalue()


def fails(*arguments) -> str:
    out = io.StringIO()
    with pytest.raises(SystemExit):
        call_command("certificates", *map(str, arguments), stdout=out)
    return out.getvalue()


def events() -> list[str]:
    return [line.event for line in AuditEntry.objects.order_by("number")]


@pytest.fixture
def waiting(app, platform):
    """Three learners who logged in before their grades stood."""
    users = []
    for name in ("an", "binh", "chi"):
        user = get_user_model().objects.create_user(name)
        platform.names[user.pk] = name.title()
        person = Person.of(identity(subject=name, name=name.title()))
        consents.give(user_id=user.pk, course_key=COURSE, purpose="certificate", version="1")
        kept = applications.keep(
            user_id=user.pk, course_key=COURSE, usage_key=USAGE, plan=plan(), person=person
        )
        assert applications.proceed(kept, actor_id=None) is None
        users.append(user)
    return users


@pytest.fixture
def secret_file(tmp_path):
    path = tmp_path / "passphrase"
    path.write_text(PASSPHRASE)
    return path


def test_a_cohort_receives_what_it_waits_for(waiting, platform, tmp_path):
    get_user_model().objects.create_superuser("admin")
    for user in waiting[:2]:
        platform.course_grades[(user.pk, COURSE)] = CourseGrade(0.9, True)
    assert "2 would be issued, 1 wait." in run("issue", "--course", COURSE, "--dry-run")
    assert not Credential.objects.exists()
    names = tmp_path / "class.txt"
    names.write_text("an\nchi\n")
    told = run("issue", "--course", COURSE, "--users", names, "--by", "admin")
    assert "an: issued" in told
    assert "chi: waits for: grade" in told
    assert Credential.objects.get().holder_name == "An"
    assert "1 issued, 1 wait." in run("issue", "--course", COURSE)
    assert Application.objects.get().user.username == "chi"
    line = AuditEntry.objects.order_by("number").first()
    assert audit.account_names([line.actor]) == {line.actor: "admin"}
    get_user_model().objects.create_user("dung")
    names.write_text("an\nchi\ndung\n")
    told = run("issue", "--course", COURSE, "--users", names)
    assert "an: has a certificate" in told
    assert "dung: has not logged in for one" in told
    with pytest.raises(CommandError, match="Is that its key"):
        run("issue", "--course", COURSE + "x")
    names.write_text("nobody")
    with pytest.raises(CommandError, match="no user"):
        run("issue", "--course", COURSE, "--users", names)


def test_revoke_by_the_number_on_the_paper(give):
    credential = give()
    with pytest.raises(CommandError, match="no certificate"):
        run("revoke", "0" * 26, "--reason", "x")
    from digital_literacy.certificates.credential import grouped_id

    assert "revoked" in run(
        "revoke", grouped_id(credential.pk).upper(), "--reason", "cấp nhầm", "--allow-again"
    )
    assert "was revoked before" in run("revoke", credential.pk, "--reason", "x")
    assert events() == ["issued", "revoked", "allowed_again"]


def test_a_compromised_key_is_answered_by_new_certificates(give, app):
    """The old certificate is trusted by nobody any more; the new one says the same and is the only one that counts."""
    from digital_literacy.certificates.presentation import verdict_of

    old = give()
    app.DIGITAL_LITERACY_SIGNING_KEYS = [{"id": "key-2", "private_key": f"value:{OTHER_SEED}"}]
    assert verdict_of(get_issuer(), old) is Verdict.NOT_TRUSTED
    assert "NOT WELL  keys of certificates: 1" in fails("health")
    assert "would be replaced" in run("reissue", "--key", "key-1", "--dry-run")
    run("reissue", "--key", "key-1")
    new = Credential.objects.get(revoked_at=None)
    proof.verify(new.document, find_key=get_issuer().trusted_key)
    same = ("credentialSubject", "evidence", "name", "description")
    assert [new.document[name] for name in same] == [old.document[name] for name in same]
    assert (new.award_id, new.holder_name, new.verified_at) == (
        old.award_id,
        old.holder_name,
        old.verified_at,
    )
    assert events() == ["issued", "revoked", "reissued"]
    with pytest.raises(CommandError, match="Nothing stands"):
        run("reissue", "--key", "key-1")
    assert "does not stand" in run("reissue", old.pk)


def test_the_page_of_a_replaced_certificate_leads_to_the_new_one(give, client):
    old = give()
    run("reissue", old.pk)
    new = Credential.objects.get(revoked_at=None)
    page = client.get(f"/digital-literacy/certificates/{old.pk}/").content.decode()
    assert 'data-dl-verdict="revoked"' in page
    assert f'href="../{new.pk}/"' in page
    handed = client.post("/digital-literacy/verify/", {"file": io.BytesIO(json.dumps(old.document).encode())})
    assert f'href="../certificates/{new.pk}/"' in handed.content.decode()


def test_a_wrong_course_title_is_written_anew(give, platform, monkeypatch):
    give()
    monkeypatch.setattr(platform, "course_title", lambda *_args: "Kỹ năng số nâng cao")
    run("reissue", "--course", COURSE, "--refresh-title")
    new = Credential.objects.get(revoked_at=None)
    assert new.course_title == "Kỹ năng số nâng cao"
    assert new.document["name"].endswith(": Kỹ năng số nâng cao")


def test_keys_and_lists(give):
    credential = give()
    assert "key-1: signs, 1 certificates" in run("keys")
    row = StatusList.objects.get()
    row.document["credentialSubject"]["encodedList"] = status_list.encode([credential.status_index])
    row.save()
    assert "NOT WELL  status list 1" in fails("health")
    run("rebuild-lists")
    assert not status_list.is_set(
        StatusList.objects.get().document["credentialSubject"]["encodedList"], credential.status_index
    )
    assert "NOT WELL" not in run("health")


def test_the_register_is_a_table_that_runs_nothing(give, tmp_path):
    give(name="=HYPERLINK(1)")
    path = tmp_path / "register.csv"
    run("export", path, "--course", COURSE)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(path.open(encoding="utf-8-sig"))
    assert (row["name"], row["state"], row["level"]) == ("'=HYPERLINK(1)", "stands", "2")
    with pytest.raises(CommandError, match="cannot be written"):
        run("export", path)
    assert events()[-1] == "register_exported"


def test_the_review_queue(waiting, platform):
    Application.objects.update(name_match="different")
    for user in waiting:
        platform.course_grades[(user.pk, COURSE)] = CourseGrade(0.9, True)
    run("issue", "--course", COURSE)
    told = run("review")
    assert told.count("login “") == 3
    first, second, _third = Application.objects.order_by("pk")
    assert "issued" in run("review", "--approve", first.pk)
    with pytest.raises(CommandError, match="--reason"):
        run("review", "--decline", second.pk)
    run("review", "--decline", second.pk, "--reason", "Không khớp giấy tờ.")
    assert run("review").count("login “") == 1
    with pytest.raises(CommandError, match="awaits"):
        run("review", "--approve", second.pk)


def test_a_dry_run_says_all_that_is_missing(waiting, platform):
    Application.objects.filter(user=waiting[0]).update(is_minor=True, name_match="different")
    assert "an: waits for: review, representative, grade" in run("issue", "--course", COURSE, "--dry-run")


class TestHealth:
    def test_who_waits_is_counted(self, waiting, platform, give):
        give()
        Application.objects.filter(user=waiting[0]).update(
            waiting_for="representative", created_at=timezone.now() - timedelta(days=8)
        )
        Application.objects.filter(user=waiting[1]).update(expires_at=timezone.now() + timedelta(days=2))
        told = fails("health")
        assert "NOT WELL  representatives to record: 1 wait, 1 for over a week" in told
        assert "NOT WELL  applications near their end: 1 end" in told
        assert "p1: 1 persons" in told

    def test_all_well(self, give):
        give()
        told = run("health")
        assert "NOT WELL" not in told
        for what in ("signing keys", "status list 1", "person keys", "clock", "audit: 1 lines"):
            assert f"ok  {what}" in told

    def test_nothing_set_up(self, app):
        app.DIGITAL_LITERACY_SIGNING_KEYS = []
        told = fails("health")
        assert "NOT WELL  signing keys" in told
        assert "ok  clock" in told

    def test_a_lost_secret(self, give, app):
        from digital_literacy.identity.person_secrets import require_known_secrets

        require_known_secrets()
        give()
        app.DIGITAL_LITERACY_PERSON_KEYS = [{"id": "p9", "secret": "value:" + "z" * 40}]
        assert "NOT WELL  persons under a lost key: 1" in fails("health")
        app.DIGITAL_LITERACY_PERSON_KEYS = [{"id": "p1", "secret": "value:" + "z" * 40}]
        assert "NOT WELL  person keys: another secret under: p1" in fails("health")

    def test_a_clock_that_is_wrong(self, give, monkeypatch):
        give()
        wrong = timezone.now() - timedelta(hours=1)
        monkeypatch.setattr("digital_literacy.certificates.health.timezone.now", lambda: wrong)
        told = fails("health")
        assert "NOT WELL  clock" in told
        assert "NOT WELL  dates of certificates" in told

    def test_an_audit_that_was_changed(self, give):
        give()
        with connection.cursor() as cursor:
            cursor.execute("UPDATE digital_literacy_auditentry SET event = 'x'")
        assert "NOT WELL  audit: Line 1" in fails("health")


class TestBackup:
    def test_it_is_made_proven_and_restored(self, give, app, tmp_path, secret_file):
        from digital_literacy.identity.person_secrets import require_known_secrets

        require_known_secrets()
        give()
        path = tmp_path / "keys.backup"
        run("backup", path, "--passphrase-file", secret_file)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert "a" * 40 not in path.read_text()
        assert SEED not in path.read_text()
        assert "FAILED" not in run("prove-backup", path, "--passphrase-file", secret_file)
        app.DIGITAL_LITERACY_SIGNING_KEYS = [{"id": "key-1", "private_key": "file:/is/lost"}]
        app.DIGITAL_LITERACY_PERSON_KEYS = [{"id": "p1", "secret": "file:/is/lost"}]
        told = run("restore-backup", path, tmp_path / "restored", "--passphrase-file", secret_file)
        written: dict[str, object] = {}
        exec(told, written)  # lines to paste into settings
        app.DIGITAL_LITERACY_SIGNING_KEYS = written["DIGITAL_LITERACY_SIGNING_KEYS"]
        app.DIGITAL_LITERACY_PERSON_KEYS = written["DIGITAL_LITERACY_PERSON_KEYS"]
        assert "NOT WELL" not in run("health")
        assert give().pk == Credential.objects.get().pk
        assert events()[-3:] == ["backup_made", "backup_proven", "backup_restored"]

    def test_it_is_proven_where_the_keys_are_not(self, give, app, tmp_path, secret_file):
        """On another machine: with the published did.json alone."""
        path, did = tmp_path / "keys.backup", tmp_path / "did.json"
        run("backup", path, "--passphrase-file", secret_file)
        did.write_text(json.dumps(did_document(get_issuer())))
        app.DIGITAL_LITERACY_SIGNING_KEYS = []
        app.DIGITAL_LITERACY_PERSON_KEYS = []
        told = run("prove-backup", path, "--did", did, "--passphrase-file", secret_file)
        assert "FAILED" not in told
        assert "key-1 signs as the published one does" in told
        app.DIGITAL_LITERACY_SIGNING_KEYS = [{"id": "key-1", "private_key": f"value:{OTHER_SEED}"}]
        did.write_text(json.dumps(did_document(get_issuer())))
        app.DIGITAL_LITERACY_SIGNING_KEYS = []
        assert (
            fails("prove-backup", path, "--did", did, "--passphrase-file", secret_file).count("FAILED") == 2
        )
        did.write_text("{}")
        with pytest.raises(CommandError, match="none"):
            run("prove-backup", path, "--did", did, "--passphrase-file", secret_file)

    def test_an_old_backup_is_not_proven(self, give, app, tmp_path, secret_file):
        from digital_literacy.identity.person_secrets import require_known_secrets

        path = tmp_path / "keys.backup"
        run("backup", path, "--passphrase-file", secret_file)
        app.DIGITAL_LITERACY_SIGNING_KEYS = [
            {"id": "key-2", "private_key": f"value:{OTHER_SEED}"},
            *app.DIGITAL_LITERACY_SIGNING_KEYS,
        ]
        app.DIGITAL_LITERACY_PERSON_KEYS = [
            {"id": "p2", "secret": "value:" + "b" * 40},
            *app.DIGITAL_LITERACY_PERSON_KEYS,
        ]
        require_known_secrets()
        told = fails("prove-backup", path, "--passphrase-file", secret_file)
        # Neither the new key nor the new secret is in it.
        assert told.count("FAILED") == 3
        assert "ok  It holds the public key key-1" in told

    def test_what_is_refused(self, app, tmp_path, secret_file):
        path, other = tmp_path / "keys.backup", tmp_path / "other"
        other.write_text("another passphrase")
        run("backup", path, "--passphrase-file", secret_file)
        with pytest.raises(CommandError, match="another"):
            run("prove-backup", path, "--passphrase-file", other)
        with pytest.raises(CommandError, match="cannot be written"):
            run("backup", path, "--passphrase-file", secret_file)
        with pytest.raises(CommandError, match="no backup"):
            run("prove-backup", other, "--passphrase-file", secret_file)
        other.write_text("short")
        with pytest.raises(CommandError, match="12 characters"):
            run("backup", tmp_path / "new", "--passphrase-file", other)


class TestOffline:
    @pytest.fixture
    def files(self, give, tmp_path):
        credential = give()

        def write(name, document):
            path = tmp_path / name
            path.write_text(json.dumps(document))
            return str(path)

        return credential, write, ["--did", write("did.json", did_document(get_issuer()))]

    def test_valid_with_and_without_a_list(self, files, capsys):
        credential, write, did = files
        paper = write("c.json", credential.document)
        assert offline.main([paper, *did]) == 3
        assert "was not checked" in capsys.readouterr().out
        listed = write("1.json", credential.status_list.document)
        assert offline.main([paper, *did, "--status-list", listed]) == 0
        assert "not revoked" in capsys.readouterr().out

    def test_a_simulation_proves_nothing(self, give, app, tmp_path, capsys):
        credential = give(simulated=True)
        for name, document in (
            ("c", credential.document),
            ("did", did_document(get_issuer())),
            ("list", credential.status_list.document),
        ):
            (tmp_path / name).write_text(json.dumps(document))
        common = ["--did", str(tmp_path / "did"), "--status-list", str(tmp_path / "list")]
        assert offline.main([str(tmp_path / "c"), *common]) == 3
        assert "simulation" in capsys.readouterr().out

    def test_every_other_verdict(self, files, capsys, give):
        credential, write, did = files
        listed = write("1.json", credential.status_list.document)
        run("revoke", credential.pk, "--reason", "x")
        revoked = write("revoked.json", StatusList.objects.get().document)
        paper = write("c.json", credential.document)
        issuer = get_issuer()
        other = {
            **credential.document,
            "issuer": {**credential.document["issuer"], "id": "did:web:other.example"},
        }
        expired = signed_again(issuer, {**credential.document, "validUntil": "2026-01-01T00:00:00Z"})
        early = signed_again(issuer, {**credential.document, "validFrom": "2999-01-01T00:00:00Z"})
        changed = {**credential.document, "name": "x"}
        forged = json.loads(json.dumps(StatusList.objects.get().document))
        forged["credentialSubject"]["encodedList"] = status_list.encode(())
        cases = [
            ([paper, "--status-list", revoked], "revoked"),
            ([paper, "--status-list", write("forged.json", forged)], "cannot be trusted"),
            ([paper, "--status-list", paper], "not the one"),
            ([write("o.json", other)], "another issuer"),
            ([write("e.json", expired)], "expired"),
            ([write("n.json", early)], "not valid yet"),
            ([write("x.json", changed), "--status-list", listed], "changed"),
        ]
        for arguments, word in cases:
            assert offline.main([*arguments, *did]) == 1, word
            assert word in capsys.readouterr().out

    def test_files_that_cannot_be_read(self, files, tmp_path, capsys):
        _credential, _write, did = files
        (tmp_path / "no.json").write_text("{")
        assert offline.main([str(tmp_path / "no.json"), *did]) == 2
        assert offline.main([str(tmp_path / "missing.json"), *did]) == 2


def signed_again(issuer, document):
    unsigned = {name: value for name, value in document.items() if name != "proof"}
    return proof.sign(
        unsigned,
        key=issuer.signing_key.private,
        verification_method=issuer.signing_method,
        created=timezone.now(),
    )


class TestSubmitting:
    @pytest.fixture
    def bodies(self, app, tmp_path):
        app.DIGITAL_LITERACY_CONFIRMING_BODIES = {
            "so": {"label": "Sở thử", "adapter": "file", "directory": str(tmp_path / "out")},
            "mock": {"label": "Nơi thử", "adapter": "mock"},
        }
        return tmp_path / "out"

    def test_it_is_sent_by_the_command_and_says_no_more_than_was_answered(self, bodies, give):
        credential = give()
        assert set(Submission.objects.values_list("state", flat=True)) == {"waiting"}
        assert not bodies.exists()
        run("submit")
        assert dict(Submission.objects.values_list("body", "state")) == {"so": "sent", "mock": "accepted"}
        assert json.loads((bodies / f"{credential.pk}.json").read_text()) == credential.document
        assert Submission.objects.get(body="mock").receipt.startswith("MÔ PHỎNG")
        assert run("submit") == ""

    def test_one_that_fails_is_tried_again_and_holds_up_no_other(self, bodies, give, app):
        give()
        bodies.write_text("a file where the directory should be")
        run("submit")
        assert dict(Submission.objects.values_list("body", "state")) == {"so": "waiting", "mock": "accepted"}
        row = Submission.objects.get(body="so")
        assert row.next_try_at > timezone.now()
        assert "cannot be written" in row.problem
        for _ in range(submitting._MOST_TRIES):
            Submission.objects.filter(body="so").update(next_try_at=timezone.now())
            submitting.send_due()
        assert Submission.objects.get(body="so").state == "gave_up"
        assert "NOT WELL  submissions: 1 given up" in fails("health")
        bodies.unlink()
        run("submit", "--again")
        assert Submission.objects.get(body="so").state == "sent"

    def test_the_simulated_and_the_revoked_go_nowhere(self, bodies, give):
        give(simulated=True)
        run("submit")
        assert Submission.objects.get(body="so").state == "not_sent"
        other = give(user=get_user_model().objects.create_user("o"), subject="2", plan={"goals": ()})
        run("revoke", other.pk, "--reason", "x")
        run("submit")
        assert set(other.submissions.values_list("state", flat=True)) == {"not_sent"}
        assert not bodies.exists()

    def test_two_senders_send_once(self, bodies, give):
        give()
        row = Submission.objects.select_related("credential").get(body="mock")
        assert submitting._send(row) == "accepted"
        assert submitting._send(row) == "taken"

    def test_a_body_that_is_not_set_up(self, bodies, give, app):
        give()
        app.DIGITAL_LITERACY_CONFIRMING_BODIES = {"so": {"label": "x", "adapter": "no.such.Adapter"}}
        submitting.send_due()
        assert 'CONFIRMING_BODIES["so"]' in Submission.objects.get(body="so").problem


def test_tidy_takes_what_is_over_and_nothing_else(waiting, give):
    now, user = timezone.now(), waiting[0]
    Application.objects.filter(user=user).update(expires_at=now)
    for days in (1, 40):
        LoginTransaction.objects.create(
            user=user,
            course_key=COURSE,
            usage_key=USAGE,
            provider="v",
            purpose="certificate",
            consent_version="1",
            ticket_hash=str(days),
            created_at=now - timedelta(days=days),
            expires_at=now,
        )
    for days in (300, 500):
        IdentityEvent.objects.create(at=now - timedelta(days=days), event="started", user=user)
    credential = give()
    told = run("tidy")
    assert told.count(": 1 deleted") == 3
    assert (Application.objects.count(), LoginTransaction.objects.count(), IdentityEvent.objects.count()) == (
        2,
        1,
        1,
    )
    assert Credential.objects.get().pk == credential.pk
