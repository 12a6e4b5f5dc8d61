"""The outbox: a submission is written with the certificate and sent by a command, never inside a web request."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from digital_literacy.audit import log as audit
from digital_literacy.certificates.confirming_bodies import (
    ACCEPTED,
    SENT,
    Answer,
    BodySettingsError,
    SendError,
    body_codes,
    get_adapter,
)
from digital_literacy.certificates.models import Credential, Submission

WAITING, GAVE_UP, NOT_SENT = "waiting", "gave_up", "not_sent"
# It was sent, and must be told to count no more; then that was told.
RECALL, RECALLED, RECALL_FAILED = "recall", "recalled", "recall_failed"
UNSENT = (WAITING, GAVE_UP, NOT_SENT)
_MOST_TRIES = 12
_LONGEST = timedelta(hours=12)


def submit_later(credential: Credential) -> None:
    """Write a submission for every body, in the transaction of the issue."""
    now = timezone.now()
    for code in body_codes():
        Submission.objects.create(credential=credential, body=code, next_try_at=now, changed_at=now)


def recall_later(credential: Credential) -> None:
    """The certificate is revoked: whoever has it is told, in the transaction of the revocation."""
    now = timezone.now()
    # Whatever was tried may have arrived, though its answer was lost.
    arrived = Q(state__in=(SENT, ACCEPTED)) | Q(state__in=(WAITING, GAVE_UP), tries__gt=0)
    Submission.objects.filter(arrived, credential=credential).update(
        state=RECALL, tries=0, next_try_at=now, changed_at=now
    )


def send_due(*, limit: int = 500) -> Counter[str]:
    """Send what is due, each on its own: one that fails holds up no other.

    Returns:
        How many reached which state.
    """
    due = Submission.objects.filter(
        state__in=(WAITING, RECALL), next_try_at__lte=timezone.now()
    ).select_related("credential__award")
    return Counter(_send(row) for row in list(due.order_by("next_try_at")[:limit]))


def try_again(body: str = "") -> int:
    """Put back what was given up; gives how many."""
    chosen, now = Submission.objects.filter(**({"body": body} if body else {})), timezone.now()
    return sum(
        # One try, not none: what was tried may have arrived, and is then recalled.
        chosen.filter(state=failed).update(state=again, tries=1, next_try_at=now)
        for failed, again in ((GAVE_UP, WAITING), (RECALL_FAILED, RECALL))
    )


def _send(row: Submission) -> str:
    # Whoever raises the number of tries first has it; another sender passes by.
    now = timezone.now()
    mine = Submission.objects.filter(pk=row.pk, state=row.state, tries=row.tries)
    if not mine.update(tries=F("tries") + 1, next_try_at=now + _pause(row.tries)):
        return "taken"
    # It may have been revoked since the list was read.
    row.credential.refresh_from_db()
    try:
        return _note(row, *_hand_over(row))
    except Exception as error:  # an adapter may raise anything; the others are sent all the same
        known = isinstance(error, (SendError, BodySettingsError))
        last = RECALL_FAILED if row.state == RECALL else GAVE_UP
        again = row.state if row.tries + 1 < _MOST_TRIES else last
        return _note(row, Answer(again), str(error) if known else type(error).__name__)


def _hand_over(row: Submission) -> tuple[Answer, str]:
    """Send or recall; gives the answer, and why nothing was sent."""
    adapter = get_adapter(row.body)
    if row.state == RECALL:
        adapter.recall(row.credential_id)
        return Answer(RECALLED), ""
    if row.credential.revoked_at is not None or row.credential.is_withdrawn:
        return Answer(NOT_SENT), "revoked before it was sent"
    if row.credential.simulated and not adapter.takes_simulated:
        return Answer(NOT_SENT), "simulated"
    return adapter.send(row.credential_id, row.credential.document), ""


def _pause(tries: int) -> timedelta:
    return min(timedelta(minutes=2) * (2 ** min(tries, 12)), _LONGEST)


def _note(row: Submission, answer: Answer, problem: str = "") -> str:
    with transaction.atomic():
        if answer.state != row.state:
            audit.write(
                f"submission_{answer.state}",
                subject=row.credential_id,
                course_key=row.credential.award.course_key,
                detail=row.body,
            )
        # Revoked while it was being sent: it stays to be recalled.
        unchanged = Submission.objects.filter(pk=row.pk, state=row.state)
        unchanged.update(
            state=answer.state,
            receipt=answer.receipt[:120],
            problem=problem[:200],
            changed_at=timezone.now(),
        )
    return answer.state
