"""Where one learner stands with one certificate: what the block shows, and whether he may set out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import F, Q
from django.utils.translation import gettext

from digital_literacy.certificates import refusals  # noqa: F401  (adds the words of refusals)
from digital_literacy.certificates.applications import LOGIN, last_declined, look_again, open_application
from digital_literacy.certificates.config import NotSetUpError, get_issuer
from digital_literacy.certificates.confirming_bodies import body_labels
from digital_literacy.certificates.models import Credential
from digital_literacy.certificates.plan import COMPUTING, MISSING, Goal, Progress, progress
from digital_literacy.certificates.presentation import Shown, has_ended, shown
from digital_literacy.certificates.revoking import WITHDRAWN
from digital_literacy.compat.platform import get_platform
from digital_literacy.identity import transactions
from digital_literacy.identity.names import NameMatch
from digital_literacy.identity.pages import address
from digital_literacy.identity.providers import IdentityProvider, default_provider_code, get_provider
from digital_literacy.identity.refusals import WORDS
from digital_literacy.identity.results import Refused

NOT_SET_UP, NOT_PASSED, STILL_COMPUTING = "not_set_up", "not_passed", "computing"
READY, ISSUED, REVOKED, WAITING = "ready", "issued", "revoked", "waiting"
# States in which the learner may log in: before everything is passed too, so that he does it once, with help at hand.
MAY_SET_OUT = (READY, NOT_PASSED, STILL_COMPUTING)
# Told again in the block; the others were told on their page and are over.
_LASTING = {"level_too_low", "level_unknown", "other_account", "other_person", "no_name"}
# What an application waits for, as the grade stands now.
RECEIVE = "receive"


@dataclass(frozen=True)
class Step:
    """One requirement as the learner sees it."""

    progress: Progress
    link: str


@dataclass(frozen=True)
class LearnerState:
    """What the block shows. `kind` is one of the constants above."""

    kind: str
    steps: tuple[Step, ...] = ()
    certificate: Shown | None = None
    links: dict[str, str] = field(default_factory=dict)
    name_differs: bool = False
    may_ask_again: bool = False
    refused: dict[str, str] = field(default_factory=dict)
    account_name: str = ""
    provider: str = ""
    provider_code: str = ""
    simulated: bool = False
    waiting_for: str = ""
    declined: str = ""
    bodies: tuple[str, ...] = ()
    notes_identity: bool = False
    ended: str = ""
    login_again: bool = False


def learner_state(*, user_id: int, course_key: str, usage_key: str, goals: Sequence[Goal]) -> LearnerState:
    """Look at rows and grades as they are now."""
    credential = _latest(user_id=user_id, course_key=course_key)
    expired = credential is not None and credential.revoked_at is None and has_ended(credential)
    if credential is not None and credential.revoked_at is None and not expired:
        return _issued(credential)
    provider = usable_provider()
    steps = _steps(goals, user_id=user_id, course_key=course_key)
    if credential is not None and not expired and not credential.award.reissue_allowed:
        told = None if credential.is_withdrawn else shown(credential)
        return LearnerState(REVOKED, steps=steps, certificate=told, links=_links(credential))
    application = open_application(user_id=user_id, course_key=course_key)
    waits = look_again(application) if application is not None else ""
    if application is not None and waits != LOGIN:
        return LearnerState(
            WAITING,
            steps=steps,
            links={"mine": address("my_certificates")},
            waiting_for=waits or RECEIVE,
            simulated=application.simulated,
        )
    if provider is None:
        return LearnerState(NOT_SET_UP, steps=steps)
    return LearnerState(
        _kind(steps),
        steps=steps,
        may_ask_again=credential is not None and not expired,
        login_again=waits == LOGIN,
        ended=shown(credential).valid_until if credential is not None and expired else "",
        refused=_last_refusal(user_id=user_id, usage_key=usage_key),
        account_name=get_platform().learner_name(user_id),
        provider=provider.config.label,
        provider_code=provider.config.code,
        simulated=provider.simulated,
        declined=last_declined(user_id=user_id, course_key=course_key),
        bodies=tuple(body_labels()),
        notes_identity=bool(getattr(settings, "DIGITAL_LITERACY_NOTE_IDENTITY_DAYS", 0)),
    )


def _latest(*, user_id: int, course_key: str) -> Credential | None:
    """The account's certificate in the course that its holder has not withdrawn."""
    own = Credential.objects.filter(award__user_id=user_id, award__course_key=course_key)
    told = own.filter(~Q(revocation_kind=WITHDRAWN) | Q(revocation_kind=None)).select_related("award")
    # The one that stands first: two may have been issued within one second.
    return told.order_by(F("is_current").desc(nulls_last=True), "-issued_at", "-pk").first()


def usable_provider() -> IdentityProvider | None:
    """The provider learners are sent to; `None` where login or signing is not set up."""
    code = default_provider_code()
    try:
        get_issuer()
        return get_provider(code) if code else None
    except (NotSetUpError, Refused):
        return None


def _issued(credential: Credential) -> LearnerState:
    return LearnerState(
        ISSUED,
        certificate=shown(credential),
        links=_links(credential),
        name_differs=credential.name_match not in ("", NameMatch.SAME.value),
        simulated=credential.simulated,
    )


def _links(credential: Credential) -> dict[str, str]:
    pages = {"page": "verify_certificate", "pdf": "certificate_pdf", "json": "certificate_json"}
    found = {name: address(view, credential.identifier) for name, view in pages.items()}
    return {**found, "mine": address("my_certificates")}


def _steps(goals: Sequence[Goal], *, user_id: int, course_key: str) -> tuple[Step, ...]:
    platform = get_platform()
    return tuple(
        Step(one, platform.block_url(one.goal.usage_key) if one.goal.usage_key else "")
        for one in progress(goals, platform=platform, user_id=user_id, course_key=course_key)
    )


def _kind(steps: Sequence[Step]) -> str:
    states = {step.progress.state for step in steps}
    if MISSING in states:
        return NOT_PASSED
    return STILL_COMPUTING if COMPUTING in states else READY


def _last_refusal(*, user_id: int, usage_key: str) -> dict[str, str]:
    code = transactions.latest_outcome(user_id=user_id, usage_key=usage_key)
    words = WORDS.get(code) if code in _LASTING else None
    if words is None:
        return {}
    # The level that was seen is not kept with the outcome; only level 1 can be too low.
    params = {"level": 1, "needed": 2}
    texts = {name: gettext(getattr(words, name)) % params for name in ("title", "happened", "advice")}
    return {"code": code, **texts}
