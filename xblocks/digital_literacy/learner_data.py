"""All that the app holds of a learner: what he may have a copy of, and what goes when he leaves (docs/decisions/0010).

Every model of the app has a rule here; a test fails for one that has none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Model, QuerySet

from digital_literacy.audit import log as audit
from digital_literacy.audit.models import AuditEnd, AuditEntry, AuditPseudonym
from digital_literacy.certificates.models import (
    Application,
    Award,
    Credential,
    NameReport,
    StatusList,
    Submission,
)
from digital_literacy.certificates.revoking import RETIRED
from digital_literacy.certificates.submitting import UNSENT
from digital_literacy.certificates.withdrawing import leave, take_out
from digital_literacy.identity.models import (
    Consent,
    IdentityEvent,
    LoginTransaction,
    PersonKeyVersion,
    RepresentativeConsent,
)
from digital_literacy.learners.models import (
    Attempt,
    AttemptStart,
    CheckedAnswer,
    CohortGroup,
    CountedUpTo,
    LearnerLocality,
    LearnerProfile,
    Outcome,
    TimeAllowance,
)
from digital_literacy.monitoring.models import ReportReader, Tally

# Never handed out: they open nothing by themselves, but they are no one's to have.
_HIDDEN = {"person_key", "person_keys", "ticket_hash", "state_hash", "browser_hash"}


@dataclass(frozen=True)
class Rule:
    """What holds for the rows of one model.

    Attributes:
        of: the rows of a user; `None` where the model holds nothing of learners.
        forget: what happens to them; `None` where another rule takes the person out of them, or with `of`.
        why: why that is enough, for whoever reads the register of processing.
    """

    of: Callable[[int], QuerySet[Any]] | None
    forget: Callable[[QuerySet[Any]], object] | None
    why: str


def _delete(rows: QuerySet[Any]) -> object:
    return rows.delete()


def _by(model: type[Model], field: str = "user_id") -> Callable[[int], QuerySet[Any]]:
    return lambda user_id: model._default_manager.filter(**{field: user_id})


def _unname(field: str) -> Callable[[QuerySet[Any]], object]:
    return lambda rows: rows.update(**{field: None})


def _withdraw(rows: QuerySet[Any]) -> object:
    return take_out(rows, kind=RETIRED)


def _audit_of(user_id: int) -> QuerySet[Any]:
    pseudonyms = AuditPseudonym.objects.filter(user_id=user_id).values("pseudonym")
    return AuditEntry.objects.filter(actor__in=pseudonyms)


# In the order in which they are forgotten: certificates are withdrawn while their award still names the learner.
RULES: dict[type[Model], Rule] = {
    Credential: Rule(_by(Credential, "award__user_id"), _withdraw, "a copy in other hands must say: revoked"),
    Submission: Rule(
        _by(Submission, "credential__award__user_id"),
        lambda rows: rows.filter(state__in=UNSENT).delete(),
        "what was not sent is not sent; what was sent is noted without a name",
    ),
    Award: Rule(_by(Award), leave, "the key goes, unless the staff's revocation must hold (ADR 12)"),
    Application: Rule(_by(Application), _delete, "nothing is issued any more"),
    NameReport: Rule(_by(NameReport), _delete, "over"),
    AuditEntry: Rule(_audit_of, None, "lines name a pseudonym, and its link to the account goes"),
    AuditPseudonym: Rule(_by(AuditPseudonym), _delete, "unnames all his lines of the audit"),
    AuditEnd: Rule(None, None, "a number and a hash"),
    Consent: Rule(_by(Consent), _delete, "what it allowed has ended"),
    RepresentativeConsent: Rule(_by(RepresentativeConsent), _delete, "what it allowed has ended"),
    PersonKeyVersion: Rule(None, None, "says something of a secret, not of a person"),
    IdentityEvent: Rule(_by(IdentityEvent), _unname("user"), "the audit stays, without the account"),
    LoginTransaction: Rule(_by(LoginTransaction), _delete, "over"),
    LearnerProfile: Rule(_by(LearnerProfile), _delete, "his own choice"),
    LearnerLocality: Rule(_by(LearnerLocality), _delete, "what allowed it has ended"),
    CountedUpTo: Rule(None, None, "a number"),
    Tally: Rule(None, None, "counts of many, of nobody"),
    ReportReader: Rule(_by(ReportReader), _delete, "over"),
    Attempt: Rule(_by(Attempt), _delete, "grades are the platform's to keep"),
    # After the attempts: a count that runs holds them, so what it makes of them is met here.
    Outcome: Rule(_by(Outcome), _delete, "counts that were made before keep nobody"),
    AttemptStart: Rule(_by(AttemptStart), _delete, "over"),
    CheckedAnswer: Rule(_by(CheckedAnswer), _delete, "over"),
    TimeAllowance: Rule(_by(TimeAllowance), _delete, "over"),
    CohortGroup: Rule(None, None, "says something of a cohort, not of a learner"),
    StatusList: Rule(None, None, "a row of bits"),
}


def copy_of(user_id: int) -> dict[str, list[dict[str, Any]]]:
    """Everything that is held of a learner, by model, as plain values; secrets of the app are left out."""
    return {
        model.__name__: [_plain(row) for row in rule.of(user_id).order_by("pk")]
        for model, rule in RULES.items()
        if rule.of is not None
    }


def forget(user_id: int) -> dict[str, int]:
    """Delete or unname everything that is held of a learner: all of it, or nothing.

    Returns:
        How many rows of each model were his.

    Raises:
        NotSetUpError: he holds a certificate, and the key to sign its revocation is missing.
    """
    counts: dict[str, int] = {}
    with transaction.atomic():
        for model, rule in RULES.items():
            if rule.of is None:
                continue
            counts[model.__name__] = rule.of(user_id).count()
            if counts[model.__name__] and rule.forget is not None:
                rule.forget(rule.of(user_id))
        if any(counts.values()):
            audit.write("learner_forgotten")
        TimeAllowance.objects.filter(given_by_id=user_id).update(given_by=None)
        RepresentativeConsent.objects.filter(recorded_by_id=user_id).update(recorded_by=None)
    return counts


def _plain(row: Model) -> dict[str, Any]:
    names: Iterable[str] = (field.attname for field in row._meta.concrete_fields)
    return {name: getattr(row, name) for name in names if name not in _HIDDEN}
