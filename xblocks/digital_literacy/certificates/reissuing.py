"""Put a new certificate in the place of one that stands: its key was compromised, or a text on it was wrong.

The person was verified already, and nothing that was passed is asked again: the new one says what the old one said.
"""

from __future__ import annotations

from django.utils import timezone

from digital_literacy.audit import log as audit
from digital_literacy.certificates.config import get_issuer
from digital_literacy.certificates.credential import new_id, renewed
from digital_literacy.certificates.issuing import once, whole_seconds
from digital_literacy.certificates.keys import Issuer
from digital_literacy.certificates.models import Award, Credential
from digital_literacy.certificates.presentation import has_ended
from digital_literacy.certificates.revoking import SUPERSEDED, revoke
from digital_literacy.certificates.status import take_place
from digital_literacy.certificates.submitting import submit_later
from digital_literacy.compat.platform import get_platform


class NotCurrentError(Exception):
    """The certificate was revoked or emptied, or its time is over: nothing stands that could be issued anew."""


def reissue(identifier: str, *, actor_id: int | None, refresh_title: bool = False) -> Credential:
    """Issue anew, and revoke the old one in the same transaction.

    Args:
        refresh_title: take the course's title of today.

    Raises:
        NotCurrentError: the certificate does not stand.
        NotSetUpError: the issuer's key is missing.
    """
    issuer = get_issuer()

    def run() -> Credential:
        old = Credential.objects.select_related("award").get(pk=identifier)
        Award.objects.select_for_update().get(pk=old.award_id)
        if old.is_withdrawn or has_ended(old) or not revoke(identifier, actor_id=actor_id, kind=SUPERSEDED):
            raise NotCurrentError
        title = get_platform().course_title(old.award.course_key) if refresh_title else ""
        made = _renew(issuer, old, title=title)
        submit_later(made)
        audit.write(
            "reissued",
            actor_id=actor_id,
            subject=made.identifier,
            course_key=old.award.course_key,
            detail=f"in place of {identifier}",
        )
        return made

    return once(run)


def _renew(issuer: Issuer, old: Credential, *, title: str) -> Credential:
    """The same under a number and a place of its own, signed now."""
    row, place = take_place(issuer)
    moment, number = timezone.now(), new_id()
    document = renewed(issuer, old.document, identifier=number, place=place, moment=moment, title=title)
    return Credential.objects.create(
        identifier=number,
        award=old.award,
        status_list=row,
        status_index=place.index,
        document=document,
        course_title=(title or old.course_title)[:255],
        holder_name=old.holder_name,
        name_match=old.name_match,
        provider=old.provider,
        level=old.level,
        simulated=old.simulated,
        verified_at=old.verified_at,
        issued_at=whole_seconds(moment),
    )


def signed_by(key_id: str) -> list[str]:
    """Numbers of the certificates that stand and were signed by a key."""
    rows = Credential.objects.filter(revoked_at=None).values_list("pk", "document__proof__verificationMethod")
    return [pk for pk, method in rows.iterator() if str(method).endswith(f"#{key_id}")]
