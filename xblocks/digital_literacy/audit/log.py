"""Write lines of the audit, and prove that none was changed or taken away."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable
from datetime import UTC, datetime

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from digital_literacy.audit.models import AuditEnd, AuditEntry, AuditPseudonym

START = "0" * 64


class BrokenChainError(Exception):
    """The audit was changed outside the app; the message says at which line."""


def write(
    event: str, *, actor_id: int | None = None, subject: str = "", course_key: str = "", detail: str = ""
) -> AuditEntry:
    """Add a line, in the caller's transaction or in one of its own.

    Args:
        event: a short word, such as `issued`.
        actor_id: who acted; `None` for the platform itself.
        subject: number of the certificate or other thing it was done to.
        detail: never a name or number of a person.
    """
    with transaction.atomic():
        end = _held_end()
        line = AuditEntry(
            number=end.count + 1,
            at=timezone.now(),
            event=event[:40],
            subject=subject[:80],
            course_key=course_key[:255],
            detail=detail[:200],
            actor=pseudonym(actor_id) if actor_id is not None else "",
            previous=end.digest,
        )
        line.digest = digest_of(line)
        line.save()
        AuditEnd.objects.filter(pk=end.pk).update(count=line.number, digest=line.digest)
    return line


def prove() -> int:
    """Walk the whole chain.

    Returns:
        How many lines stand.

    Raises:
        BrokenChainError: a line was changed, added by hand or taken away.
    """
    previous, count = START, 0
    for line in AuditEntry.objects.order_by("number").iterator(chunk_size=2000):
        count += 1
        if line.number != count:
            raise BrokenChainError(f"Line {count} is missing.")
        if line.previous != previous or line.digest != digest_of(line):
            raise BrokenChainError(f"Line {count} was changed.")
        previous = line.digest
    end = AuditEnd.objects.filter(pk=1).first()
    if (end.count, end.digest) != (count, previous) if end else count:
        raise BrokenChainError(f"Lines after line {count} are missing, or the end was changed.")
    return count


def end_of_chain() -> str:
    """Hash of the last line. Kept elsewhere, it proves later that no line up to it was changed, not even by somebody
    who computed the whole chain anew."""
    end = AuditEnd.objects.filter(pk=1).first()
    return end.digest if end else START


def pseudonym(user_id: int) -> str:
    """What stands for an account in the audit."""
    row, _made = AuditPseudonym.objects.get_or_create(
        user_id=user_id, defaults={"pseudonym": secrets.token_hex(8)}
    )
    return row.pseudonym


def account_names(pseudonyms: Iterable[str]) -> dict[str, str]:
    """User names behind pseudonyms, for those whose account is still linked."""
    rows = AuditPseudonym.objects.filter(pseudonym__in=set(pseudonyms)).select_related("user")
    return {row.pseudonym: row.user.get_username() for row in rows}


def digest_of(line: AuditEntry) -> str:
    """Hash of all that the line says, and of the line before."""
    said = [
        line.number,
        _whole(line.at),
        line.event,
        line.subject,
        line.course_key,
        line.detail,
        line.actor,
        line.previous,
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=True).encode()).hexdigest()


def _whole(moment: datetime) -> str:
    # MySQL may keep fewer decimals than Python has.
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")


def _held_end() -> AuditEnd:
    """The end of the chain, held until the transaction ends: an update locks on every database, SQLite included."""
    if not AuditEnd.objects.filter(pk=1).update(count=F("count")):
        AuditEnd.objects.get_or_create(pk=1)
        AuditEnd.objects.filter(pk=1).update(count=F("count"))
    return AuditEnd.objects.select_for_update().get(pk=1)
