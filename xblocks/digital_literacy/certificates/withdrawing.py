"""Take a person out of what was issued: because he withdraws his consent, or because he leaves."""

from __future__ import annotations

import logging
import secrets
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from digital_literacy.audit import log as audit
from digital_literacy.certificates.applications import let_go as forget_login
from digital_literacy.certificates.models import Application, Award, Credential, NameReport
from digital_literacy.certificates.revoking import BY_STAFF, WITHDRAWN, revoke
from digital_literacy.compat.platform import get_platform
from digital_literacy.identity import consents
from digital_literacy.identity.purposes import CERTIFICATE

log = logging.getLogger(__name__)


def withdraw_consent(*, user_id: int, course_key: str, actor_id: int | None) -> None:
    """End what the consent allowed: the application goes, certificates are revoked and emptied, and the person's
    key is taken out unless a revocation by the staff must still hold.

    Raises:
        NotSetUpError: the key to sign a revocation is missing; nothing is changed then.
    """
    own = Credential.objects.filter(award__user_id=user_id, award__course_key=course_key)
    names = sorted(set(own.exclude(holder_name="").values_list("holder_name", flat=True)))
    with transaction.atomic():
        for application in Application.objects.filter(user_id=user_id, course_key=course_key, is_open=True):
            forget_login(application)
        for award in Award.objects.select_for_update().filter(user_id=user_id, course_key=course_key):
            held = _must_hold(award)
            take_out(award.credentials.all(), kind=WITHDRAWN, actor_id=actor_id)
            if not held:
                let_go(award)
        consents.withdraw(user_id=user_id, course_key=course_key, purpose=CERTIFICATE)
        audit.write(
            "consent_withdrawn",
            actor_id=actor_id,
            course_key=course_key,
            subject=f"learner {audit.pseudonym(user_id)}",
        )
    _forget_at_platform(user_id, names)


def _forget_at_platform(user_id: int, names: list[str]) -> None:
    """The platform may have been told who was verified."""
    if not names or not getattr(settings, "DIGITAL_LITERACY_NOTE_IDENTITY_DAYS", 0):
        return
    try:
        get_platform().forget_identity(user_id=user_id, names=names)
    except Exception as error:  # whatever a release of the platform raises
        log.error("the platform did not forget an identity: %s", type(error).__name__)


def take_out(credentials: QuerySet[Credential], *, kind: str, actor_id: int | None = None) -> int:
    """Revoke what still counts, then remove the person; number, dates and revocation stay for who holds a copy."""
    # Asked anew each time: what may have taken one's place meanwhile is revoked as well.
    while (standing := credentials.filter(revoked_at=None).first()) is not None:
        revoke(standing.pk, actor_id=actor_id, kind=kind)
    open_reports = NameReport.objects.filter(credential__in=credentials.values("pk"), is_open=True)
    open_reports.update(is_open=None, settled_at=timezone.now())
    return credentials.update(document={}, holder_name="", name_match="", provider="")


def let_go(award: Award) -> None:
    """Replace the person's key by chance, another value for each: he may come back."""
    award.person_key, award.key_version, award.user_id = f"gone:{secrets.token_hex(16)}", "", None
    award.reissue_allowed = False
    award.save()


def leave(awards: QuerySet[Any]) -> object:
    """The accounts of these awards leave; a revocation by the staff keeps hold of the person, not of the account."""
    for award in awards:
        if _must_hold(award):
            Award.objects.filter(pk=award.pk).update(user_id=None)
        else:
            let_go(award)
    return None


def _must_hold(award: Award) -> bool:
    """Whether the staff revoked the person's certificate and has not allowed a new one: leaving and coming back
    must not undo that."""
    if award.reissue_allowed or award.credentials.filter(revoked_at=None).exists():
        return False
    latest = award.credentials.order_by("-revoked_at", "-pk").first()
    # Rows of earlier releases have no kind: all of them were the staff's, or name nobody any more.
    return latest is not None and latest.revocation_kind in (BY_STAFF, None)
