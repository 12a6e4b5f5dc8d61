"""Issue a certificate: decided by the grades on the server at this moment, once for a person and a course."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from django.db import IntegrityError, OperationalError, transaction
from django.utils import timezone

from digital_literacy.audit import log as audit
from digital_literacy.certificates.config import NotSetUpError, get_issuer, time_zone
from digital_literacy.certificates.credential import (
    BLOCK_RESULT,
    COURSE_RESULT,
    SKILL_RESULT,
    Achievement,
    Fact,
    Holder,
    build,
    months_later,
    new_id,
)
from digital_literacy.certificates.keys import Issuer
from digital_literacy.certificates.models import Application, Award, Credential
from digital_literacy.certificates.person import Person
from digital_literacy.certificates.plan import COMPUTING, PASSED, Plan, Progress, progress
from digital_literacy.certificates.presentation import has_ended
from digital_literacy.certificates.printed import percent
from digital_literacy.certificates.requirements import COURSE_GRADE, DONE_ALONE, SKILL
from digital_literacy.certificates.revoking import SUPERSEDED, revoke
from digital_literacy.certificates.skills import skill
from digital_literacy.certificates.status import take_place
from digital_literacy.certificates.submitting import submit_later
from digital_literacy.compat.platform import get_platform
from digital_literacy.identity import consents
from digital_literacy.identity.names import compare
from digital_literacy.identity.person_keys import PersonKey
from digital_literacy.identity.providers import get_provider
from digital_literacy.identity.purposes import CERTIFICATE
from digital_literacy.identity.results import Refused

_TRIES = 4
T = TypeVar("T")


def issue(
    *,
    user_id: int,
    course_key: str,
    usage_key: str,
    plan: Plan,
    person: Person,
    actor_id: int | None = None,
    application_id: int | None = None,
) -> Credential:
    """Issue the learner's certificate, or give the one he has.

    Args:
        plan: what must be passed, fixed by the server when the learner set out.
        person: who was verified.
        actor_id: whose act it is; `None` for the platform's own.
        application_id: goes in the same transaction.

    Raises:
        Refused: with the reason; see `refusals`.
    """
    if person.level < plan.level:
        raise Refused("level_too_low", level=person.level, needed=plan.level)
    seen = progress(plan.goals, platform=get_platform(), user_id=user_id, course_key=course_key)
    if any(one.state == COMPUTING for one in seen):
        raise Refused("still_computing")
    if any(one.state != PASSED for one in seen):
        raise Refused("not_passed")
    try:
        step = _Issue(get_issuer(), user_id, course_key, usage_key, plan, person, seen)
    except NotSetUpError:
        raise Refused("not_set_up", detail="issuer") from None
    step.actor_id, step.application_id = actor_id, application_id
    return once(step.run)


def once(work: Callable[[], T]) -> T:
    """Do the work in a transaction. Of two requests at once one meets a constraint or a lock, and then finds
    what the other made."""
    for last in range(1, _TRIES + 1):
        try:
            with transaction.atomic():
                return work()
        except (IntegrityError, OperationalError):
            if last == _TRIES:
                raise
            time.sleep(random.uniform(0.0, 0.05) * last)
    raise AssertionError("unreachable")


def refuse_conflict(*, course_key: str, user_id: int, keys: Sequence[PersonKey]) -> Award | None:
    """The person's award, held for this transaction; `None` where he has none.

    Raises:
        Refused: `other_account`, `other_person`, or `revoked`.
    """
    known = Award.objects.filter(course_key=course_key, person_key__in=[key.value for key in keys])
    award = known.select_for_update().first()
    if award is not None and award.user_id not in (None, user_id):
        raise Refused("other_account")
    others = Award.objects.filter(course_key=course_key, user_id=user_id)
    if others.exclude(pk=award.pk).exists() if award else others.exists():
        raise Refused("other_person")
    if award is not None and not award.reissue_allowed:
        issued = award.credentials.all()
        if issued.exists() and not issued.filter(revoked_at=None).exists():
            raise Refused("revoked")
    return award


def lacks_representative(application: Application, plan: Plan) -> bool:
    """Whether a representative must agree and has not. One who withdrew must agree again, unless the login says that
    the learner is of age now."""
    user_id, course_key = application.user_id, application.course_key
    withdrew = consents.representative_withdrew(user_id=user_id, course_key=course_key)
    withdrew_for_minor = withdrew and application.is_minor is not False
    needed = application.is_minor or plan.representative or withdrew_for_minor
    return bool(needed) and not consents.representative_agreed(user_id=user_id, course_key=course_key)


class _Issue:
    """One attempt to issue, inside the caller's transaction."""

    actor_id: int | None
    application_id: int | None

    def __init__(
        self,
        issuer: Issuer,
        user_id: int,
        course_key: str,
        usage_key: str,
        plan: Plan,
        person: Person,
        seen: list[Progress],
    ) -> None:
        self.issuer, self.user_id, self.course_key, self.usage_key = issuer, user_id, course_key, usage_key
        self.plan, self.person, self.seen = plan, person, seen
        platform = get_platform()
        self.course_title = platform.course_title(course_key)
        self.account_name = platform.learner_name(user_id)

    def run(self) -> Credential:
        award = self._award()
        made = award.credentials.filter(revoked_at=None).first()
        if made is not None and has_ended(made):
            revoke(made.pk, actor_id=self.actor_id, kind=SUPERSEDED)
            made = None
        if made is None:
            self._require_application()
            made = self._make(award)
            Award.objects.filter(pk=award.pk).update(reissue_allowed=False)
            submit_later(made)
            audit.write("issued", actor_id=self.actor_id, subject=made.identifier, course_key=self.course_key)
        if self.application_id is not None:
            Application.objects.filter(pk=self.application_id).delete()
        return made

    def _require_application(self) -> None:
        """Whoever withdrew or left meanwhile has none any more: nothing is issued then."""
        if self.application_id is None:
            return
        rows = Application.objects.select_for_update().filter(pk=self.application_id, is_open=True)
        application = rows.first()
        agreed = consents.stands(user_id=self.user_id, course_key=self.course_key, purpose=CERTIFICATE)
        if application is None or not agreed or lacks_representative(application, self.plan):
            raise Refused("no_consent")

    def _award(self) -> Award:
        today = self.person.keys[0]
        award = refuse_conflict(course_key=self.course_key, user_id=self.user_id, keys=self.person.keys)
        if award is None:
            return self._new_award(today)
        award.user_id, award.person_key, award.key_version = self.user_id, today.value, today.version
        award.save(update_fields=["user", "person_key", "key_version"])
        return award

    def _new_award(self, key: PersonKey) -> Award:
        return Award.objects.create(
            course_key=self.course_key,
            usage_key=self.usage_key,
            user_id=self.user_id,
            person_key=key.value,
            key_version=key.version,
            created_at=timezone.now(),
        )

    def _make(self, award: Award) -> Credential:
        row, place = take_place(self.issuer)
        moment, identifier = timezone.now(), new_id()
        return Credential.objects.create(
            identifier=identifier,
            award=award,
            status_list=row,
            status_index=place.index,
            document=build(
                self.issuer, identifier=identifier, place=place, moment=moment, **self._content(moment)
            ),
            course_title=self.course_title[:255],
            holder_name=self.person.name,
            name_match=compare(self.person.name, self.account_name).value if self.account_name else "",
            provider=self.person.provider,
            level=self.person.level,
            simulated=self.person.simulated,
            verified_at=self.person.verified_at,
            issued_at=whole_seconds(moment),
        )

    def _content(self, moment: datetime) -> dict[str, Any]:
        achievement = Achievement(
            key=self.usage_key,
            name=self.plan.name,
            description=self.plan.description,
            criteria=self.plan.criteria,
            skills=tuple(skill(code, base_url=self.issuer.base_url) for code in self.plan.skills),
        )
        holder = Holder(
            name=self.person.name,
            level=self.person.level,
            provider=get_provider(self.person.provider).config.label,
            simulated=self.person.simulated,
        )
        facts = tuple(_fact(one) for one in self.seen)
        return {
            "course_title": self.course_title,
            "achievement": achievement,
            "holder": holder,
            "facts": facts,
            "until": _until(moment, self.plan.valid_months),
        }


def _until(moment: datetime, months: int) -> datetime | None:
    """The end of the day so many months later, as people here count days; `None` for ever."""
    if not months:
        return None
    return months_later(moment.astimezone(time_zone()), months).replace(hour=23, minute=59, second=59)


def _fact(one: Progress) -> Fact:
    goal = one.goal
    names = {COURSE_GRADE: COURSE_RESULT, SKILL: f"{SKILL_RESULT} “{goal.title}”"}
    name = names.get(goal.kind, f"{BLOCK_RESULT} “{goal.title}”")
    said = [f"Đạt {percent(one.fraction)} (yêu cầu {percent(goal.minimum)})"]
    if goal.kind == DONE_ALONE:
        said.append(" khi tự làm, theo khai báo của người học.")
    elif goal.kind == SKILL:
        said.append(", tính trên kết quả tốt nhất ở các bài luyện kỹ năng này.")
    else:
        said.append(", theo điểm của nền tảng.")
    if one.helped is not None and goal.kind != DONE_ALONE:
        said.append(" Có người giúp, theo khai báo." if one.helped else " Không khai có người giúp.")
    if one.form:
        said.append(f" Đề {one.form.upper()}.")
    return Fact(name, "".join(said))


def whole_seconds(moment: datetime) -> datetime:
    """The moment without its fraction: the signed date has whole seconds, and the table says the same."""
    return moment.replace(microsecond=0)
