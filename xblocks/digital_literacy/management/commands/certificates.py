"""`manage.py certificates …`: what administrators do with certificates outside the admin pages.

`manage.py certificates --help` lists the acts, `manage.py certificates ACT --help` what each takes. Every act that
changes something is written to the audit.
"""

from __future__ import annotations

import getpass
import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from digital_literacy.audit import log as audit
from digital_literacy.certificates import (
    applications,
    backup,
    health,
    register,
    reissuing,
    submitting,
    tidying,
)
from digital_literacy.certificates.config import NotSetUpError, get_issuer
from digital_literacy.certificates.credential import grouped_id, read_id
from digital_literacy.certificates.models import Application, Award, Credential, StatusList
from digital_literacy.certificates.revoking import allow_again, revoke
from digital_literacy.certificates.status import rebuild
from digital_literacy.compat.platform import get_platform
from digital_literacy.identity.results import Refused
from digital_literacy.identity.secret_values import SecretError

Act = Callable[[str, Callable[[Namespace], None], str], ArgumentParser]


class Command(BaseCommand):
    """One command with acts."""

    # A missing key must not keep anyone from restoring it; each act says itself what is wrong.
    requires_system_checks = ()
    help = "Issue, re-issue, revoke, review, export, back up and check certificates."

    def add_arguments(self, parser: ArgumentParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")

        def act(name: str, run: Callable[[Namespace], None], told: str) -> ArgumentParser:
            found: ArgumentParser = acts.add_parser(name, help=told, description=told)
            found.set_defaults(run=run)
            found.add_argument("--by", default="", metavar="USERNAME", help="who does it, for the audit")
            return found

        self._acts_on_certificates(act)
        self._acts_on_queues(act)
        self._acts_on_keys(act)

    def _acts_on_certificates(self, act: Act) -> None:
        issue = act("issue", self._issue, "issue to all who logged in and have passed everything by now")
        issue.add_argument("--course", required=True)
        issue.add_argument(
            "--users", type=Path, help="a file with one user name a line; else all of the course"
        )
        issue.add_argument("--dry-run", action="store_true", help="only say what each one waits for")

        anew = act("reissue", self._reissue, "put new certificates in the place of those that stand")
        anew.add_argument("number", nargs="*")
        anew.add_argument("--key", help="all that this signing key signed, such as a compromised one")
        anew.add_argument("--course", help="all of this course")
        anew.add_argument("--refresh-title", action="store_true", help="take the course's title of today")
        anew.add_argument("--dry-run", action="store_true")

        away = act("revoke", self._revoke, "revoke certificates")
        away.add_argument("number", nargs="+")
        away.add_argument("--reason", required=True, help="for the audit; no name and no number of a person")
        away.add_argument("--allow-again", action="store_true", help="the person may have a new one")

        table = act("export", self._export, "write the register of certificates as CSV")
        table.add_argument("file", type=Path)
        table.add_argument("--course", default="")

    def _acts_on_queues(self, act: Act) -> None:
        queue = act("review", self._review, "list, approve or decline the names that await a decision")
        queue.add_argument("--approve", type=int, nargs="+", default=[], metavar="APPLICATION")
        queue.add_argument("--decline", type=int, nargs="+", default=[], metavar="APPLICATION")
        queue.add_argument("--reason", default="", help="with --decline; the learner reads it")

        send = act(
            "submit", self._submit, "send what is due to the confirming bodies; run it every few minutes"
        )
        send.add_argument("--again", action="store_true", help="try again what was given up")
        act("tidy", self._tidy, "delete logins and applications that are over; run it every day")

    def _acts_on_keys(self, act: Act) -> None:
        act("keys", self._keys, "say which keys sign and are trusted, and how to rotate them")
        act("rebuild-lists", self._rebuild, "sign every status list again, from the table")

        look = act(
            "health", self._health, "look at keys, lists, clock, audit and queues; ends with 1 if not well"
        )
        look.add_argument(
            "--online", action="store_true", help="ask the identity providers for their time too"
        )

        for name, run, told in (
            ("backup", self._backup, "write keys and secrets to a file, under a passphrase"),
            ("prove-backup", self._prove, "prove that keys and secrets of a backup work; ends with 1 if not"),
            ("restore-backup", self._restore, "write keys and secrets of a backup as files for the settings"),
        ):
            kept = act(name, run, told)
            kept.add_argument("file", type=Path)
            kept.add_argument("--passphrase-file", type=Path, help="else it is asked for")
            if name == "restore-backup":
                kept.add_argument("directory", type=Path)
            if name == "prove-backup":
                kept.add_argument(
                    "--did", type=Path, help="the published did.json, on a machine without the keys"
                )

    def handle(self, **options: Any) -> None:
        given = Namespace(**options)
        try:
            given.actor_id = self._user_id(given.by) if given.by else None
            given.run(given)
        except (NotSetUpError, SecretError, backup.BackupError, Refused) as error:
            raise CommandError(str(error)) from None

    def _issue(self, given: Namespace) -> None:
        rows = Application.objects.filter(
            course_key=given.course, is_open=True, expires_at__gt=timezone.now()
        ).select_related("user")
        named = _lines(given.users) if given.users else []
        if named:
            rows = rows.filter(user_id__in=[self._user_id(name) for name in named])
        if not rows and not Award.objects.filter(course_key=given.course).exists():
            raise CommandError(f"Nobody has logged in for a certificate of {given.course}. Is that its key?")
        self._tell_absent(named, [row.user.get_username() for row in rows], given.course)
        issued = 0
        for application in rows:
            missing = self._issue_one(application, given)
            issued += missing == ""
            told = _told(missing) if missing else ("would be issued" if given.dry_run else "issued")
            self.stdout.write(f"{application.user.get_username()}: {told}")
        self.stdout.write(
            f"{issued} {'would be issued' if given.dry_run else 'issued'}, {len(rows) - issued} wait."
        )

    def _issue_one(self, application: Application, given: Namespace) -> str:
        if given.dry_run:
            return ", ".join(applications.all_missing(application))
        try:
            made = applications.proceed(application, actor_id=given.actor_id)
        except Refused as refused:
            return refused.code
        except Exception as error:  # one that fails must not keep a whole class waiting
            return f"failed: {type(error).__name__}"
        return "" if made else application.waiting_for

    def _tell_absent(self, named: list[str], waiting: list[str], course: str) -> None:
        users = get_user_model()
        for name in [name for name in named if name not in waiting]:
            field = {f"award__user__{users.USERNAME_FIELD}": name, "award__course_key": course}
            has_one = Credential.objects.filter(**field, revoked_at=None).exists()
            self.stdout.write(f"{name}: {'has a certificate' if has_one else 'has not logged in for one'}")

    def _reissue(self, given: Namespace) -> None:
        numbers = [self._number(text) for text in given.number]
        if given.key:
            numbers += reissuing.signed_by(given.key)
        if given.course:
            standing = Credential.objects.filter(award__course_key=given.course, revoked_at=None)
            numbers += standing.values_list("pk", flat=True)
        if not numbers:
            raise CommandError("Nothing stands that was named. Give numbers, --key or --course.")
        for number in dict.fromkeys(numbers):
            if given.dry_run:
                self.stdout.write(f"{grouped_id(number)}: would be replaced")
                continue
            try:
                made = reissuing.reissue(number, actor_id=given.actor_id, refresh_title=given.refresh_title)
                self.stdout.write(f"{grouped_id(number)}: replaced by {grouped_id(made.pk)}")
            except reissuing.NotCurrentError:
                self.stdout.write(f"{grouped_id(number)}: does not stand, nothing was done")

    def _revoke(self, given: Namespace) -> None:
        numbers = [self._number(text) for text in given.number]
        for number in numbers:
            done = revoke(number, actor_id=given.actor_id, reason=given.reason)
            if given.allow_again:
                allow_again(number, actor_id=given.actor_id)
            self.stdout.write(f"{grouped_id(number)}: {'revoked' if done else 'was revoked before'}")
        standing = Credential.objects.filter(award__credentials__in=numbers, revoked_at=None).distinct()
        if standing:
            took = ", ".join(grouped_id(one.pk) for one in standing)
            raise CommandError(f"What took its place stands: {took}. Revoke it if it should not.")

    def _keys(self, given: Namespace) -> None:
        issuer = get_issuer()
        for key_id in issuer.public_keys:
            role = "signs" if key_id == issuer.signing_key.id else "trusted"
            standing = len(reissuing.signed_by(key_id))
            self.stdout.write(f"{key_id}: {role}, {standing} certificates that stand")
        self.stdout.write(_ROTATION)

    def _rebuild(self, given: Namespace) -> None:
        issuer = get_issuer()
        for row in StatusList.objects.order_by("number"):
            rebuild(issuer, row)
            audit.write("list_rebuilt", actor_id=given.actor_id, subject=str(row.number))
            self.stdout.write(f"status list {row.number}: signed again")

    def _export(self, given: Namespace) -> None:
        with _new_file(given.file) as file:
            count = register.export(file, course_key=given.course)
        audit.write("register_exported", actor_id=given.actor_id, course_key=given.course, detail=str(count))
        self.stdout.write(f"{count} certificates written to {given.file}. It holds names: keep it safe.")

    def _review(self, given: Namespace) -> None:
        if given.decline and not given.reason:
            raise CommandError("Give --reason: the learner reads it.")
        for number in given.approve:
            made = applications.approve(self._waiting(number), actor_id=given.actor_id)
            self.stdout.write(f"{number}: approved{', issued' if made else ''}")
        for number in given.decline:
            applications.decline(self._waiting(number), actor_id=given.actor_id, reason=given.reason)
            self.stdout.write(f"{number}: declined")
        if not given.approve and not given.decline:
            for row in self._queue():
                account = get_platform().learner_name(row.user_id)
                self.stdout.write(
                    f"{row.pk}: login “{row.holder_name}”, account “{account}”, {row.course_key}"
                )

    def _health(self, given: Namespace) -> None:
        well = True
        for finding in health.look(online=given.online):
            well = well and finding.well
            advice = "" if finding.well else f" {finding.advice}"
            self.stdout.write(
                f"{'ok' if finding.well else 'NOT WELL'}  {finding.what}: {finding.told}.{advice}"
            )
        if not well:
            sys.exit(1)

    def _backup(self, given: Namespace) -> None:
        count = backup.make(given.file, passphrase=_passphrase(given, twice=True))
        audit.write("backup_made", actor_id=given.actor_id, detail=str(count))
        self.stdout.write(
            f"{count} keys and secrets written. Keep file and passphrase in two places, then prove it."
        )

    def _prove(self, given: Namespace) -> None:
        well = True
        did = _json(given.did) if given.did else None
        for held, told in backup.prove(backup.read(given.file, passphrase=_passphrase(given)), did=did):
            well = well and held
            self.stdout.write(f"{'ok' if held else 'FAILED'}  {told}")
        audit.write("backup_proven" if well else "backup_failed", actor_id=given.actor_id)
        if not well:
            sys.exit(1)

    def _restore(self, given: Namespace) -> None:
        content = backup.read(given.file, passphrase=_passphrase(given))
        signing, persons = backup.restore(content, given.directory)
        audit.write("backup_restored", actor_id=given.actor_id)
        for name, entries in (("SIGNING_KEYS", signing), ("PERSON_KEYS", persons)):
            self.stdout.write(f"DIGITAL_LITERACY_{name} = [{', '.join(entries)}]")

    def _submit(self, given: Namespace) -> None:
        if given.again:
            count = submitting.try_again()
            audit.write("submissions_put_back", actor_id=given.actor_id, detail=str(count))
            self.stdout.write(f"{count} put back")
        for state, count in sorted(submitting.send_due().items()):
            self.stdout.write(f"{state}: {count}")

    def _tidy(self, given: Namespace) -> None:
        counts = tidying.tidy()
        if any(counts.values()):
            told = ", ".join(f"{name}: {count}" for name, count in counts.items())
            audit.write("tidied", actor_id=given.actor_id, detail=told)
        for name, count in counts.items():
            self.stdout.write(f"{name}: {count} deleted")

    def _queue(self) -> Iterable[Application]:
        return Application.objects.filter(
            is_open=True, waiting_for=applications.REVIEW, expires_at__gt=timezone.now()
        )

    def _waiting(self, number: int) -> Application:
        found = next((row for row in self._queue() if row.pk == number), None)
        if found is None:
            raise CommandError(f"No application {number} awaits a decision.")
        return found

    def _number(self, text: str) -> str:
        number = read_id(text)
        if number is None or not Credential.objects.filter(pk=number).exists():
            raise CommandError(f"There is no certificate {text}.")
        return number

    def _user_id(self, username: str) -> int:
        users = get_user_model()
        try:
            return int(users.objects.get(**{users.USERNAME_FIELD: username}).pk)
        except users.DoesNotExist:
            raise CommandError(f"There is no user “{username}”.") from None


_ROTATION = """
To rotate: make a key (python -c "import os,base64;print(base64.b64encode(os.urandom(32)).decode())" > FILE), put it
FIRST in DIGITAL_LITERACY_SIGNING_KEYS, keep the old entry behind it, restart, then: certificates rebuild-lists.
After a compromise: remove the old entry instead, restart, then: certificates reissue --key ID."""


def _lines(path: Path) -> list[str]:
    try:
        return [line.strip() for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(f"{path} cannot be read: {error}") from None


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CommandError(f"{path} cannot be read: {error}") from None


def _told(missing: str) -> str:
    return missing if missing.startswith("failed") else f"waits for: {missing}"


def _new_file(path: Path) -> Any:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        # The byte order mark tells Excel that the file is UTF-8.
        return os.fdopen(handle, "w", encoding="utf-8-sig", newline="")
    except OSError as error:
        raise CommandError(f"{path} cannot be written: {error.strerror}.") from None


def _passphrase(given: Namespace, *, twice: bool = False) -> str:
    if given.passphrase_file:
        return (_lines(given.passphrase_file) or [""])[0]
    first = getpass.getpass("Passphrase: ")
    if twice and getpass.getpass("Again: ") != first:
        raise CommandError("The two differ.")
    return first
