"""Logins as server-side transactions: begun by a block, started in one browser, used once."""

from __future__ import annotations

import hmac
import secrets
from datetime import timedelta
from typing import Any

from django.db.models import F, Q
from django.utils import timezone

from digital_literacy.identity import consents
from digital_literacy.identity.login_secrets import LoginSecrets, digest, new_login
from digital_literacy.identity.models import IdentityEvent, LoginTransaction
from digital_literacy.identity.results import Refused

LIFETIME = timedelta(minutes=10)
_KEPT = timedelta(days=30)


def begin(
    *,
    user_id: int,
    course_key: str,
    usage_key: str,
    provider: str,
    purpose: str,
    context: dict[str, Any],
    consent_version: str,
) -> str:
    """Note that a learner agreed to log in; gives the ticket for the page that starts it.

    Args:
        purpose: what follows the login (`purposes`).
        context: what the purpose will need, fixed now by the server; no personal data.
    """
    now = timezone.now()
    ticket = secrets.token_urlsafe(32)
    LoginTransaction.objects.filter(user_id=user_id, created_at__lt=now - _KEPT).delete()
    consents.give(user_id=user_id, course_key=course_key, purpose=purpose, version=consent_version)
    LoginTransaction.objects.create(
        user_id=user_id,
        course_key=course_key,
        usage_key=usage_key,
        provider=provider,
        purpose=purpose,
        context=context,
        consent_version=consent_version,
        ticket_hash=digest(ticket),
        created_at=now,
        expires_at=now + LIFETIME,
    )
    return ticket


def start(ticket: str, *, user_id: int) -> tuple[LoginTransaction, LoginSecrets]:
    """Open the login in this browser; opening it again, as a reload does, replaces its secrets.

    Raises:
        Refused: `unknown_login`, `other_user`, `used` or `expired`.
    """
    row = LoginTransaction.objects.filter(ticket_hash=digest(ticket)).first()
    if row is None:
        raise Refused("unknown_login")
    _require_user(row, user_id)
    login = new_login()
    row.state_hash, row.browser_hash = digest(login.state), digest(login.browser)
    opened = LoginTransaction.objects.filter(pk=row.pk, used_at=None, expires_at__gt=timezone.now())
    if not opened.update(state_hash=row.state_hash, browser_hash=row.browser_hash):
        raise _too_late(row)
    return row, login


def find(state: str, *, provider: str) -> LoginTransaction:
    """The login that an answer with this state belongs to.

    Raises:
        Refused: `unknown_login`.
    """
    row = (
        LoginTransaction.objects.filter(state_hash=digest(state), provider=provider).first()
        if state
        else None
    )
    if row is None:
        raise Refused("unknown_login")
    return row


def claim(row: LoginTransaction, *, user_id: int, browser: str) -> None:
    """Use the login up. Of two answers with one state only the first gets past this line.

    Args:
        browser: the secret from the session of the browser that came back; empty where it has none.

    Raises:
        Refused: `other_user`, `other_browser`, `used` or `expired`.
    """
    _require_user(row, user_id)
    if not browser or not hmac.compare_digest(digest(browser), row.browser_hash):
        raise Refused("other_browser")
    now = timezone.now()
    free = LoginTransaction.objects.filter(pk=row.pk, used_at=None, expires_at__gt=now)
    if not free.update(used_at=now):
        raise _too_late(row)


def finish(row: LoginTransaction, outcome: str) -> None:
    """Note how the login ended, for the block that asked for it."""
    LoginTransaction.objects.filter(pk=row.pk).update(outcome=outcome[:40])


def latest_outcome(*, user_id: int, usage_key: str) -> str:
    """How the learner's last finished login for a block ended; empty where there is none."""
    rows = LoginTransaction.objects.filter(~Q(outcome=""), user_id=user_id, usage_key=usage_key)
    latest = rows.order_by(F("created_at").desc(), "-pk").values_list("outcome", flat=True).first()
    return latest or ""


def record(
    event: str,
    *,
    row: LoginTransaction | None,
    user_id: int | None,
    detail: str = "",
    level: int | None = None,
) -> None:
    """Write an audit line. Views call it outside any transaction, so that a refusal's line stays."""
    IdentityEvent.objects.create(
        at=timezone.now(),
        event=event[:40],
        detail=detail[:80],
        provider=row.provider if row else "",
        level=level,
        user_id=user_id,
        course_key=row.course_key if row else "",
        usage_key=row.usage_key if row else "",
    )


def _require_user(row: LoginTransaction, user_id: int) -> None:
    if row.user_id != user_id:
        raise Refused("other_user")


def _too_late(row: LoginTransaction) -> Refused:
    row.refresh_from_db()
    return Refused("used" if row.used_at else "expired")
