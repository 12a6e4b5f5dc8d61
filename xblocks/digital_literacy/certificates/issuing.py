"""Issue a certificate: decided by the grades on the server at this moment, once for a person and a course."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import IntegrityError, OperationalError, transaction
from django.utils import timezone

from digital_literacy.certificates.config import NotSetUpError, get_issuer
from digital_literacy.certificates.credential import (
    BLOCK_RESULT,
    COURSE_RESULT,
    Achievement,
    Fact,
    Holder,
    build,
    new_id,
)
from digital_literacy.certificates.keys import Issuer
from digital_literacy.certificates.models import Award, CertificateEvent, Credential
from digital_literacy.certificates.plan import COMPUTING, PASSED, Plan, Progress, progress
from digital_literacy.certificates.printed import percent
from digital_literacy.certificates.requirements import COURSE_GRADE, DONE_ALONE
from digital_literacy.certificates.skills import skill
from digital_literacy.certificates.status import take_place
from digital_literacy.compat.platform import get_platform
from digital_literacy.identity.names import compare
from digital_literacy.identity.person_keys import PersonKey, person_keys
from digital_literacy.identity.providers import get_provider
from digital_literacy.identity.results import Identity, Refused

_TRIES = 4


def issue(*, user_id: int, course_key: str, usage_key: str, plan: Plan, identity: Identity) -> Credential:
    """Issue the learner's certificate, or give the one he has.

    Args:
        plan: what must be passed, fixed by the server when the learner set out.
        identity: the person who just logged in.

    Raises:
        Refused: with the reason; see `refusals`.
    """
    if identity.level < plan.level:
        raise Refused("level_too_low", level=identity.level, needed=plan.level)
    seen = progress(plan.goals, platform=get_platform(), user_id=user_id, course_key=course_key)
    if any(one.state == COMPUTING for one in seen):
        raise Refused("still_computing")
    if any(one.state != PASSED for one in seen):
        raise Refused("not_passed")
    try:
        step = _Issue(get_issuer(), user_id, course_key, usage_key, plan, identity, seen)
    except NotSetUpError:
        raise Refused("not_set_up", detail="issuer") from None
    # Two requests at once: one of them meets a constraint or a lock, and then finds what the other made.
    for last in range(1, _TRIES + 1):
        try:
            with transaction.atomic():
                return step.run()
        except (IntegrityError, OperationalError):
            if last == _TRIES:
                raise
    raise AssertionError("unreachable")


class _Issue:
    """One attempt to issue, inside the caller's transaction."""

    def __init__(
        self,
        issuer: Issuer,
        user_id: int,
        course_key: str,
        usage_key: str,
        plan: Plan,
        identity: Identity,
        seen: list[Progress],
    ) -> None:
        self.issuer, self.user_id, self.course_key, self.usage_key = issuer, user_id, course_key, usage_key
        self.plan, self.identity, self.seen = plan, identity, seen
        self.keys = person_keys(identity)
        platform = get_platform()
        self.course_title = platform.course_title(course_key)
        self.account_name = platform.learner_name(user_id)

    def run(self) -> Credential:
        award = self._award()
        current = award.credentials.filter(revoked_at=None).first()
        if current is not None:
            return current
        if award.credentials.exists() and not award.reissue_allowed:
            raise Refused("revoked")
        made = self._make(award)
        Award.objects.filter(pk=award.pk).update(reissue_allowed=False)
        CertificateEvent.objects.create(
            at=made.issued_at,
            event="issued",
            credential=made,
            actor_id=self.user_id,
            course_key=self.course_key,
        )
        return made

    def _award(self) -> Award:
        today = self.keys[0]
        known = Award.objects.filter(
            course_key=self.course_key, person_key__in=[key.value for key in self.keys]
        )
        award = known.select_for_update().first()
        if award is not None and award.user_id not in (None, self.user_id):
            raise Refused("other_account")
        if award is None and Award.objects.filter(course_key=self.course_key, user_id=self.user_id).exists():
            raise Refused("other_person")
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
            document=build(self.issuer, identifier=identifier, place=place, moment=moment, **self._content()),
            course_title=self.course_title[:255],
            holder_name=self.identity.name,
            name_match=compare(self.identity.name, self.account_name).value if self.account_name else "",
            provider=self.identity.provider,
            level=self.identity.level,
            simulated=self.identity.simulated,
            verified_at=self.identity.verified_at,
            issued_at=_whole_seconds(moment),
        )

    def _content(self) -> dict[str, Any]:
        achievement = Achievement(
            key=self.usage_key,
            name=self.plan.name,
            description=self.plan.description,
            criteria=self.plan.criteria,
            skills=tuple(skill(code, base_url=self.issuer.base_url) for code in self.plan.skills),
        )
        holder = Holder(
            name=self.identity.name,
            level=self.identity.level,
            provider=get_provider(self.identity.provider).config.label,
            simulated=self.identity.simulated,
        )
        facts = tuple(_fact(one) for one in self.seen)
        return {
            "course_title": self.course_title,
            "achievement": achievement,
            "holder": holder,
            "facts": facts,
        }


def _fact(one: Progress) -> Fact:
    name = COURSE_RESULT if one.goal.kind == COURSE_GRADE else f"{BLOCK_RESULT} “{one.goal.title}”"
    reached = f"Đạt {percent(one.fraction)} (yêu cầu {percent(one.goal.minimum)})"
    if one.goal.kind == DONE_ALONE:
        return Fact(name, f"{reached} khi tự làm, theo khai báo của người học.")
    return Fact(name, f"{reached}, theo điểm của nền tảng.")


def _whole_seconds(moment: datetime) -> datetime:
    # The signed date has whole seconds; the table says the same.
    return moment.replace(microsecond=0)
