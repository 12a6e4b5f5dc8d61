"""Revoke a certificate, or allow a new one after that."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from digital_literacy.audit import log as audit
from digital_literacy.certificates.config import get_issuer
from digital_literacy.certificates.models import Award, Credential
from digital_literacy.certificates.status import lock, sign_again
from digital_literacy.certificates.submitting import recall_later

# Whose decision a revocation was. Only what the staff decided must hold when its holder leaves and comes back.
BY_STAFF, SUPERSEDED, RETIRED, WITHDRAWN = "staff", "superseded", "retired", "withdrawn"
_REASONS = {
    SUPERSEDED: "replaced by a new certificate",
    RETIRED: "account retired",
    WITHDRAWN: "consent withdrawn",
}


def revoke(identifier: str, *, actor_id: int | None, reason: str = "", kind: str = BY_STAFF) -> bool:
    """Revoke, and sign the status list again in the same transaction: both are seen, or neither.

    Args:
        reason: why, where the staff decided; no name and no number of a person.
        kind: whose decision it is.

    Returns:
        Whether it was revoked now; `False` where it already was.

    Raises:
        Credential.DoesNotExist: there is no such certificate.
        NotSetUpError: the issuer's key is missing.
    """
    issuer = get_issuer()
    with transaction.atomic():
        credential = Credential.objects.select_related("status_list").get(pk=identifier)
        _hold(credential)
        lock(credential.status_list)
        now = timezone.now()
        current = Credential.objects.filter(pk=identifier, revoked_at=None)
        told = _REASONS.get(kind, reason)[:200]
        if not current.update(revoked_at=now, is_current=None, revocation_reason=told, revocation_kind=kind):
            return False
        # A permission that was given earlier must not outlive this revocation.
        Award.objects.filter(pk=credential.award_id).update(reissue_allowed=False)
        sign_again(issuer, credential.status_list)
        recall_later(credential)
        _note("revoked", credential, actor_id=actor_id, detail=told)
    return True


def allow_again(identifier: str, *, actor_id: int | None) -> bool:
    """Let the person of a revoked certificate have a new one at his next login.

    Returns:
        `False` where the person has a certificate that was not revoked: a permission is never given in
        advance.
    """
    with transaction.atomic():
        credential = Credential.objects.select_related("award").get(pk=identifier)
        _hold(credential)
        if credential.award.credentials.filter(revoked_at=None).exists():
            return False
        Award.objects.filter(pk=credential.award_id).update(reissue_allowed=True)
        _note("allowed_again", credential, actor_id=actor_id)
    return True


def _hold(credential: Credential) -> None:
    """Keep others from issuing or revoking for the same person until this transaction ends."""
    Award.objects.select_for_update().get(pk=credential.award_id)


def _note(event: str, credential: Credential, *, actor_id: int | None, detail: str = "") -> None:
    audit.write(
        event,
        actor_id=actor_id,
        subject=credential.identifier,
        course_key=credential.award.course_key,
        detail=detail,
    )
