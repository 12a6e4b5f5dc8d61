"""From a login to a certificate: what a verified person still waits for, and the step on once it is there.

The application is kept before anything is issued and goes with the issue, in one transaction: a server that dies
in between loses nothing.
"""

from __future__ import annotations

import logging
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from digital_literacy.audit import log as audit
from digital_literacy.certificates.issuing import issue, lacks_representative, once, refuse_conflict
from digital_literacy.certificates.models import Application, Credential
from digital_literacy.certificates.person import Person, live_keys
from digital_literacy.certificates.plan import PASSED, Plan, progress
from digital_literacy.compat.platform import get_platform
from digital_literacy.identity.names import NameMatch, compare
from digital_literacy.identity.person_keys import live_secrets
from digital_literacy.identity.person_secrets import require_known_secrets
from digital_literacy.identity.results import Refused

# What an application may wait for: an answer of the learner about his name, the staff, a minor's
# representative, a grade.
NAME, REVIEW, REPRESENTATIVE, GRADE = "name", "review", "representative", "grade"
# He logged in before the secret of today, under which he may be known already: he logs in once more.
LOGIN = "login"
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
        # Whom the staff declined lately, or has yet to look at, is looked at whatever he made of his account's name.
        awaited = Q(is_open=None) | Q(name_match=NameMatch.DIFFERENT.value, approved_at=None)
        awaits = own.filter(awaited).exists()
        own.filter(is_open=True).delete()
        match = NameMatch.DIFFERENT.value if awaits else _match_now(user_id, person.name)
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
    person = Person(
        keys=live_keys(application.person_keys),
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
    if live_secrets()[0][0] not in application.person_keys:
        missing.append(LOGIN)
    if application.name_match == NameMatch.DIFFERENT.value and application.approved_at is None:
        missing.append(REVIEW)
    if application.name_match in (NameMatch.WITHOUT_MARKS.value, "") and not application.is_same_person:
        missing.append(NAME)
    plan = Plan.from_json(application.plan)
    user_id, course_key = application.user_id, application.course_key
    if lacks_representative(application, plan):
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
            let_go(application)


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
        if _empty(application, reason=reason):
            audit.write(
                "declined",
                actor_id=actor_id,
                course_key=application.course_key,
                subject=_named(application),
                detail=reason,
            )


def let_go(application: Application) -> None:
    """Nothing of the login is kept. Where the staff was to look at the name, an empty row stays for a while: a learner
    must not get past it by beginning anew."""
    if application.name_match == NameMatch.DIFFERENT.value and application.approved_at is None:
        _empty(application, reason="")
    else:
        Application.objects.filter(pk=application.pk).delete()


def _empty(application: Application, *, reason: str) -> bool:
    """Close an application: who and when stay for thirty days, the name and the keys go."""
    rows = Application.objects.filter(pk=application.pk, is_open=True)
    return bool(
        rows.update(
            is_open=None,
            declined_reason=reason[:200],
            holder_name="",
            person_keys={},
            waiting_for="",
            expires_at=timezone.now() + KEPT,
        )
    )


def last_declined(*, user_id: int, course_key: str) -> str:
    """Why the staff declined the account's last application; empty where it did not."""
    rows = Application.objects.filter(
        user_id=user_id, course_key=course_key, is_open=None, expires_at__gt=timezone.now()
    ).exclude(declined_reason="")
    reason = rows.order_by("-pk").values_list("declined_reason", flat=True).first()
    return reason or ""


def _named(application: Application) -> str:
    return f"learner {audit.pseudonym(application.user_id)}"
