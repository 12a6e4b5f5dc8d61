"""From a login to a certificate: what a verified person still waits for, and the step on once it is there.

The application is kept before anything is issued and goes with the issue, in one transaction: a server that dies
in between loses nothing.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

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
from digital_literacy.identity.secret_values import SecretError

# What an application may wait for: an answer of the learner about his name, the staff, a minor's
# representative, a grade.
NAME, REVIEW, REPRESENTATIVE, GRADE = "name", "review", "representative", "grade"
# He logged in before the secret of today, under which he may be known already: he logs in once more.
LOGIN = "login"
KEPT = timedelta(days=30)
_UNSEEN = Q(name_match=NameMatch.DIFFERENT.value, approved_at=None)
_EMPTY: dict[str, Any] = {
    "is_open": None,
    "holder_name": "",
    "person_keys": {},
    "provider": "",
    "level": 0,
    "is_minor": None,
    "waiting_for": "",
}
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
        end_old()
        # Whom the staff declined, or has yet to look at, is looked at whatever he made of his account's name.
        awaits = Application.objects.filter(Q(is_open=None) | _UNSEEN, user_id=user_id).exists()
        match = NameMatch.DIFFERENT.value if awaits else _match_now(user_id, person.name)
        before = Application.objects.filter(user_id=user_id, course_key=course_key, is_open=True).first()
        answers = _answers(before, person)
        if before is not None:
            before.delete()
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
            **answers,
        )

    return once(write)


def _answers(before: Application | None, person: Person) -> dict[str, Any]:
    """What was answered about the same person and name before: nobody is asked again for logging in once more."""
    if before is None or before.holder_name != person.name:
        return {}
    if not {key.value for key in person.keys} & set(before.person_keys.values()):
        return {}
    return {"is_same_person": before.is_same_person, "approved_at": before.approved_at}


def end_old() -> int:
    """Delete applications that are over; gives how many ended. Of one that the staff should have looked at stays
    that they must, without a name or a key, until they approve the account: it is not waited out."""
    old = Application.objects.filter(expires_at__lte=timezone.now())
    old.filter(is_open=None).exclude(declined_reason="").update(declined_reason="")
    emptied = old.filter(_UNSEEN, is_open=True).update(**_EMPTY)
    return emptied + old.filter(is_open=True).delete()[0]


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
    if _before_todays_secret(application):
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


def _before_todays_secret(application: Application) -> bool:
    try:
        return live_secrets()[0][0] not in application.person_keys
    except SecretError:
        return False  # nothing the learner can mend; `proceed` refuses before anything is issued


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
        Application.objects.filter(user_id=application.user_id, is_open=None).delete()
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
    """Nothing of the login is kept. Where the staff was to look at the name, an empty row stays: a learner must not get
    past it by beginning anew."""
    if application.name_match == NameMatch.DIFFERENT.value and application.approved_at is None:
        _empty(application, reason="")
    else:
        Application.objects.filter(pk=application.pk).delete()


def _empty(application: Application, *, reason: str) -> bool:
    """Close an application: that the staff must look stays, and for thirty days why; the name and the keys go."""
    rows = Application.objects.filter(pk=application.pk, is_open=True)
    return bool(rows.update(**_EMPTY, declined_reason=reason[:200], expires_at=timezone.now() + KEPT))


def last_declined(*, user_id: int, course_key: str) -> str:
    """Why the staff declined the account's last application; empty where it did not."""
    rows = Application.objects.filter(
        user_id=user_id, course_key=course_key, is_open=None, expires_at__gt=timezone.now()
    ).exclude(declined_reason="")
    reason = rows.order_by("-pk").values_list("declined_reason", flat=True).first()
    return reason or ""


def _named(application: Application) -> str:
    return f"learner {audit.pseudonym(application.user_id)}"
