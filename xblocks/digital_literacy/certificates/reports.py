"""Settle a holder's report that the name on his certificate is wrong."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from digital_literacy.audit import log as audit
from digital_literacy.certificates.models import NameReport
from digital_literacy.certificates.revoking import BY_STAFF, allow_again, revoke

WRONG_NAME = "wrong name"


class RevokedByStaffError(Exception):
    """The staff revoked the certificate meanwhile: a report of a name does not undo that."""


def settle(report: NameReport, *, actor_id: int | None, answer: str, renew: bool) -> bool:
    """Answer a report.

    Args:
        answer: what the holder reads; no number and no paper of his.
        renew: revoke the certificate and allow a new one, for which the holder logs in again.

    Returns:
        `False` where it was settled before.

    Raises:
        NotSetUpError: the revocation cannot be signed; the report stays open.
        RevokedByStaffError: a new one is not allowed by a report; the report stays open.
    """
    with transaction.atomic():
        open_now = NameReport.objects.filter(pk=report.pk, is_open=True)
        if not open_now.update(is_open=None, settled_at=timezone.now(), answer=answer[:200]):
            return False
        renewed = renew and _open_the_way(report, actor_id=actor_id)
        audit.write(
            "name_report_settled",
            actor_id=actor_id,
            subject=report.credential_id,
            course_key=report.credential.award.course_key,
            detail="renewed" if renewed else "stays",
        )
    return True


def _open_the_way(report: NameReport, *, actor_id: int | None) -> bool:
    """Revoke what the person holds now, which may have replaced what he reported, and allow a new one."""
    award = report.credential.award
    credentials = award.credentials
    current = credentials.filter(revoked_at=None).first()
    latest = credentials.order_by("-revoked_at").first()
    by_staff = current is None and latest is not None and latest.revocation_kind == BY_STAFF
    if by_staff and not award.reissue_allowed:
        raise RevokedByStaffError
    if current is not None:
        revoke(current.pk, actor_id=actor_id, reason=WRONG_NAME)
    return allow_again((current or report.credential).pk, actor_id=actor_id)
