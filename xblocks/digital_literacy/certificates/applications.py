"""From a login to a certificate: what a verified person still waits for, and the step on once it is there.

The application is kept before anything is issued and goes with the issue, in one transaction: a server that dies
in between loses nothing.
"""

from __future__ import annotations

import logging
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from digital_literacy.audit import log as audit
from digital_literacy.certificates.issuing import issue, once, refuse_conflict
from digital_literacy.certificates.models import Application, Credential
from digital_literacy.certificates.person import Person, live_keys
from digital_literacy.certificates.plan import PASSED, Plan, progress
from digital_literacy.compat.platform import get_platform
from digital_literacy.identity import consents
from digital_literacy.identity.names import NameMatch, compare
from digital_literacy.identity.person_keys import live_secrets
from digital_literacy.identity.person_secrets import require_known_secrets
from digital_literacy.identity.results import Refused

# What an application may wait for: an answer of the learner about his name, the staff, a minor's
# representative, a grade.
NAME, REVIEW, REPRESENTATIVE, GRADE = "name", "review", "representative", "grade"
KEPT = timedelta(days=30)
log = logging.getLogger(__name__)


def keep(*, user_id: int, course_key: str, usage_key: str, plan: Plan, person: Person) -> Application:
    """Keep what a login told, in place of an earlier application of the account in the course.

    Raises:
        Refused: `level_too_low`, or the person cannot have this certificate (`refuse_conflict`).
    """
    if person.level < plan.level:
        raise Refused("level_too_low", level=person.level, needed=plan.level)
    now = timezone.now()

    def write() -> Application:
        refuse_conflict(course_key=course_key, user_id=user_id, keys=person.keys)
        own = Application.objects.filter(user_id=user_id, course_key=course_key)
        Application.objects.filter(expires_at__lte=now).delete()
        own.filter(is_open=True).delete()
        # Whom the staff declined lately is looked at again, whatever he has made of his account's name.
        match = NameMatch.DIFFERENT.value if own.exists() else _match_now(user_id, person.name)
        return Application.objects.create(
            user_id=user_id,
            course_key=course_key,
            usage_key=usage_key,
            plan=plan.to_json(),
            person_keys={key.version: key.value for key in person.keys},
            holder_name=person.name,
            provider=person.provider,
            level=person.level,
            simulated=person.simulated,
            is_minor=person.is_minor,
            name_match=match,
            verified_at=person.verified_at,
            created_at=now,
            expires_at=now + KEPT,
        )

    return once(write)


def open_application(*, user_id: int, course_key: str) -> Application | None:
    """The account's open application in a course that is not too old."""
    rows = Application.objects.filter(
        user_id=user_id, course_key=course_key, is_open=True, expires_at__gt=timezone.now()
    )
    return rows.first()


def proceed(application: Application, *, actor_id: int | None) -> Credential | None:
    """Issue the certificate if nothing is missing any more; otherwise note what is.

    Raises:
        Refused: the person cannot have it; the application is gone then.
    """
    if look_again(application):
        return None
    require_known_secrets()
    keys = live_keys(application.person_keys)
    if not keys or keys[0].version != live_secrets()[0][0]:
        # Made before the secret of today: he could be known under that one already, so he logs in once more.
        application.delete()
        raise Refused("keys_changed")
    person = Person(
        keys=keys,
        name=application.holder_name,
        provider=application.provider,
        level=application.level,
        simulated=application.simulated,
        verified_at=application.verified_at,
        is_minor=application.is_minor,
    )
    try:
        issued = issue(
            user_id=application.user_id,
            course_key=application.course_key,
            usage_key=application.usage_key,
            plan=Plan.from_json(application.plan),
            person=person,
            actor_id=actor_id,
            application_id=application.pk,
        )
        _note_identity(application)
        return issued
    except Refused as refused:
        if refused.code in ("other_account", "other_person", "revoked", "no_consent"):
            Application.objects.filter(pk=application.pk).delete()
        raise


def _note_identity(application: Application) -> None:
    """Tell the platform, if it wants to know. The certificate stands whatever comes of it."""
    days = int(getattr(settings, "DIGITAL_LITERACY_NOTE_IDENTITY_DAYS", 0) or 0)
    if days <= 0 or application.simulated or application.level < 2:
        return
    try:
        get_platform().note_identity(
            user_id=application.user_id,
            name=application.holder_name,
            until=application.verified_at + timedelta(days=days),
        )
    except Exception as error:  # whatever a release of the platform raises
        log.error("the platform did not note an identity: %s", type(error).__name__)


def look_again(application: Application) -> str:
    """What is missing first, now; kept with the application, so that the staff's lists say the same."""
    missing = waits_for(application)
    if missing != application.waiting_for:
        Application.objects.filter(pk=application.pk).update(waiting_for=missing)
        application.waiting_for = missing
    return missing


def waits_for(application: Application) -> str:
    """The first thing that is missing now, or an empty text. What takes people longest comes first."""
    return next(iter(all_missing(application)), "")


def all_missing(application: Application) -> list[str]:
    """Everything that is missing now."""
    missing = []
    if application.name_match == NameMatch.DIFFERENT.value and application.approved_at is None:
        missing.append(REVIEW)
    if application.name_match in (NameMatch.WITHOUT_MARKS.value, "") and not application.is_same_person:
        missing.append(NAME)
    plan = Plan.from_json(application.plan)
    user_id, course_key = application.user_id, application.course_key
    needed = application.is_minor or plan.representative
    if needed and not consents.representative_agreed(user_id=user_id, course_key=course_key):
        missing.append(REPRESENTATIVE)
    seen = progress(plan.goals, platform=get_platform(), user_id=user_id, course_key=course_key)
    if any(one.state != PASSED for one in seen):
        missing.append(GRADE)
    return missing


def _match_now(user_id: int, name: str) -> str:
    """How the name of the login compares to the account's; empty where the account has none."""
    account_name = get_platform().learner_name(user_id)
    return compare(name, account_name).value if account_name else ""


def answer_name(application: Application, *, is_me: bool) -> None:
    """The learner says whether the name of the login is his. If not, nothing of the login is kept."""
    with transaction.atomic():
        audit.write(
            "name_confirmed" if is_me else "name_denied",
            actor_id=application.user_id,
            course_key=application.course_key,
        )
        if is_me:
            Application.objects.filter(pk=application.pk).update(is_same_person=True)
            application.is_same_person = True
        else:
            Application.objects.filter(pk=application.pk).delete()


def approve(application: Application, *, actor_id: int | None) -> Credential | None:
    """The staff has looked at paper and account: it is one person. Then as `proceed`."""
    with transaction.atomic():
        still = Application.objects.filter(pk=application.pk, is_open=True)
        if not still.update(approved_at=timezone.now()):
            raise Refused("no_consent")
        audit.write(
            "approved", actor_id=actor_id, course_key=application.course_key, subject=_named(application)
        )
    application.refresh_from_db()
    return proceed(application, actor_id=actor_id)


def decline(application: Application, *, actor_id: int | None, reason: str) -> None:
    """The staff says no: the learner reads why, and nothing of the login is kept."""
    with transaction.atomic():
        gone = Application.objects.filter(pk=application.pk, is_open=True).update(
            is_open=None,
            declined_reason=reason[:200],
            holder_name="",
            person_keys={},
            waiting_for="",
            expires_at=timezone.now() + KEPT,
        )
        if gone:
            audit.write(
                "declined",
                actor_id=actor_id,
                course_key=application.course_key,
                subject=_named(application),
                detail=reason,
            )


def last_declined(*, user_id: int, course_key: str) -> str:
    """Why the staff declined the account's last application; empty where it did not."""
    rows = Application.objects.filter(user_id=user_id, course_key=course_key, is_open=None)
    reason = rows.order_by("-pk").values_list("declined_reason", flat=True).first()
    return reason or ""


def _named(application: Application) -> str:
    return f"learner {audit.pseudonym(application.user_id)}"
