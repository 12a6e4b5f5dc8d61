"""All that the app holds of a learner: what he may have a copy of, and what goes when he leaves (docs/decisions/0010).

Every model of the app has a rule here; a test fails for one that has none.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Model, QuerySet

from digital_literacy.certificates.models import Award, CertificateEvent, Credential, StatusList
from digital_literacy.certificates.revoking import revoke
from digital_literacy.identity.models import IdentityEvent, LoginTransaction
from digital_literacy.learners.models import (
    Attempt,
    AttemptStart,
    CheckedAnswer,
    CohortGroup,
    LearnerProfile,
    TimeAllowance,
)

RETIRED = "account retired"
# Never handed out: they open nothing by themselves, but they are no one's to have.
_HIDDEN = {"person_key", "ticket_hash", "state_hash", "browser_hash"}


@dataclass(frozen=True)
class Rule:
    """What holds for the rows of one model.

    Attributes:
        of: the rows of a user; `None` where the model holds nothing of learners.
        forget: what happens to them; `None` with `of`.
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
    """Revoke what still counts, then take out the person; number, dates and revocation stay for who holds a copy."""
    for credential in rows.filter(revoked_at=None):
        revoke(credential.pk, actor_id=None, reason=RETIRED)
    return rows.update(document={}, holder_name="", name_match="", provider="")


def _let_go(rows: QuerySet[Any]) -> object:
    for award in rows:
        # Another value for each: the person may come back with another account and receive a new certificate.
        award.person_key, award.key_version, award.user_id = f"gone:{secrets.token_hex(16)}", "", None
        award.reissue_allowed = False
        award.save()
    return None


# In the order in which they are forgotten: certificates are withdrawn while their award still names the learner.
RULES: dict[type[Model], Rule] = {
    Credential: Rule(_by(Credential, "award__user_id"), _withdraw, "a copy in other hands must say: revoked"),
    Award: Rule(_by(Award), _let_go, "what is left names nobody"),
    CertificateEvent: Rule(
        _by(CertificateEvent, "actor_id"), _unname("actor"), "the audit stays, without the account"
    ),
    IdentityEvent: Rule(_by(IdentityEvent), _unname("user"), "the audit stays, without the account"),
    LoginTransaction: Rule(_by(LoginTransaction), _delete, "over"),
    LearnerProfile: Rule(_by(LearnerProfile), _delete, "his own choice"),
    Attempt: Rule(_by(Attempt), _delete, "grades are the platform's to keep"),
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
            if rule.of is None or rule.forget is None:
                continue
            counts[model.__name__] = rule.of(user_id).count()
            if counts[model.__name__]:
                rule.forget(rule.of(user_id))
        TimeAllowance.objects.filter(given_by_id=user_id).update(given_by=None)
    return counts


def _plain(row: Model) -> dict[str, Any]:
    names: Iterable[str] = (field.attname for field in row._meta.concrete_fields)
    return {name: getattr(row, name) for name in names if name not in _HIDDEN}
