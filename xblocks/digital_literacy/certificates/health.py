"""Is all well with the certificates: keys, secrets, lists, clock, audit, and what awaits somebody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import requests
from django.db import connection
from django.utils import timezone

from digital_literacy.audit import log as audit
from digital_literacy.certificates import applications
from digital_literacy.certificates.config import NotSetUpError, get_issuer
from digital_literacy.certificates.models import (
    Application,
    Award,
    Credential,
    NameReport,
    StatusList,
    Submission,
)
from digital_literacy.certificates.presentation import has_ended
from digital_literacy.certificates.proof import ProofError, verify
from digital_literacy.certificates.status_list import encode
from digital_literacy.certificates.submitting import GAVE_UP, RECALL_FAILED
from digital_literacy.identity.http import is_safe_url
from digital_literacy.identity.person_keys import live_secrets
from digital_literacy.identity.person_secrets import replaced_versions
from digital_literacy.identity.providers import provider_entries
from digital_literacy.identity.secret_values import SecretError

_SKEW = timedelta(seconds=30)
_LONG = timedelta(days=7)


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at. `advice` says what to do where it is not well."""

    what: str
    well: bool
    told: str
    advice: str = ""


def look(*, online: bool = False) -> Iterator[Finding]:
    """Look at everything; a check that itself fails is a finding too.

    Args:
        online: ask the identity providers for their time.
    """
    checks: list[Callable[[], Iterator[Finding]]] = [_keys, _lists, _secrets, _clock, _audit, _queues]
    for check in [*checks, *([_providers] if online else [])]:
        try:
            yield from check()
        except Exception as error:  # whatever it is, the other checks go on
            name = check.__name__.strip("_")
            yield Finding(name, False, f"The check stopped: {type(error).__name__}.", "See the log.")


def _keys() -> Iterator[Finding]:
    try:
        issuer = get_issuer()
    except NotSetUpError as error:
        yield Finding("signing keys", False, "Certificates cannot be signed.", str(error))
        return
    yield Finding("signing keys", True, f"{issuer.signing_key.id} signs, {len(issuer.public_keys)} trusted")
    standing = Credential.objects.filter(revoked_at=None)
    lost = sum(
        issuer.trusted_key(str(one.document["proof"]["verificationMethod"])) is None and not has_ended(one)
        for one in standing.iterator(chunk_size=500)
    )
    yield Finding(
        "keys of certificates",
        not lost,
        f"{lost} that stand are signed by a key that is not trusted" if lost else "all trusted",
        "Put the public key back, or, if it was compromised: manage.py certificates reissue --key ID",
    )


def _lists() -> Iterator[Finding]:
    issuer = get_issuer()
    for row in StatusList.objects.order_by("number"):
        revoked = row.credentials.exclude(revoked_at=None).values_list("status_index", flat=True)
        agrees = row.document["credentialSubject"]["encodedList"] == encode(revoked)
        try:
            verify(row.document, find_key=issuer.trusted_key)
            signed = True
        except ProofError:
            signed = False
        yield Finding(
            f"status list {row.number}",
            agrees and signed,
            "agrees with the table"
            if agrees and signed
            else "differs from the table, or its signature fails",
            "manage.py certificates rebuild-lists",
        )


def _secrets() -> Iterator[Finding]:
    advice = (
        "Restore the secret from the backup (manage.py certificates restore-backup); never make a new one."
    )
    try:
        live = {version for version, _ in live_secrets()}
        replaced = replaced_versions()
    except SecretError as error:
        yield Finding("person keys", False, str(error), advice)
        return
    by_version = Counter(Award.objects.exclude(key_version="").values_list("key_version", flat=True))
    standing = ", ".join(f"{version}: {by_version[version]} persons" for version in sorted(live))
    told = f"another secret under: {', '.join(replaced)}" if replaced else f"{len(live)} live ({standing})"
    yield Finding("person keys", not replaced, told, advice)
    lost = Award.objects.exclude(key_version__in=[*live, ""]).count()
    yield Finding(
        "persons under a lost key",
        not lost,
        f"{lost} would not be known again" if lost else "none",
        "Put the earlier secret back behind today's in DIGITAL_LITERACY_PERSON_KEYS.",
    )


def _clock() -> Iterator[Finding]:
    now = timezone.now()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT UTC_TIMESTAMP()" if connection.vendor == "mysql" else "SELECT CURRENT_TIMESTAMP"
        )
        told = cursor.fetchone()[0]
    there = told if isinstance(told, datetime) else datetime.fromisoformat(str(told))
    apart = abs((there if there.tzinfo else there.replace(tzinfo=UTC)) - now)
    advice = "Set up time synchronisation (NTP): logins and certificates depend on the clock."
    yield Finding("clock", apart <= _SKEW, f"{apart.total_seconds():.0f} s from the database's", advice)
    ahead = Credential.objects.filter(issued_at__gt=now + _SKEW).count()
    yield Finding(
        "dates of certificates", not ahead, f"{ahead} in the future" if ahead else "none ahead", advice
    )


def _audit() -> Iterator[Finding]:
    try:
        yield Finding("audit", True, f"{audit.prove()} lines, unbroken, end {audit.end_of_chain()[:16]}")
    except audit.BrokenChainError as error:
        yield Finding("audit", False, str(error), "Compare with a backup of the database.")


def _queues() -> Iterator[Finding]:
    now = timezone.now()
    open_now = Application.objects.filter(is_open=True, expires_at__gt=now)
    for reason, what, advice in (
        (
            applications.REVIEW,
            "names to compare",
            "Admin > Applications for certificates, or certificates review.",
        ),
        (applications.REPRESENTATIVE, "representatives to record", "Admin > Consents of representatives."),
    ):
        waiting = open_now.filter(waiting_for=reason)
        late = waiting.filter(created_at__lt=now - _LONG).count()
        yield Finding(what, not late, f"{waiting.count()} wait, {late} for over a week", advice)
    ending = open_now.filter(expires_at__lt=now + _LONG).count()
    yield Finding(
        "applications near their end",
        not ending,
        f"{ending} end within a week, and their learners must log in again",
        "certificates issue --course KEY --dry-run says what each one waits for.",
    )
    reports = NameReport.objects.filter(is_open=True)
    late = reports.filter(at__lt=now - _LONG).count()
    yield Finding(
        "reports of wrong names",
        not late,
        f"{reports.count()} wait, {late} for over a week",
        "See the admin.",
    )
    stuck = Submission.objects.filter(state__in=(GAVE_UP, RECALL_FAILED)).count()
    yield Finding(
        "submissions",
        not stuck,
        f"{stuck} given up" if stuck else "none given up",
        "manage.py certificates submit --again",
    )


def _providers() -> Iterator[Finding]:
    for code, entry in provider_entries().items():
        issuer = str(entry.get("issuer", ""))
        if not is_safe_url(issuer):
            continue
        reply = requests.head(issuer, timeout=8, allow_redirects=False)
        apart = abs(parsedate_to_datetime(reply.headers["Date"]) - timezone.now())
        yield Finding(
            f"clock of {code}", apart <= _SKEW, f"{apart.total_seconds():.0f} s apart", "Check the clock."
        )
