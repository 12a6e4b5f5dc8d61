"""From a provider's claims to an identity: the same rules for every dialect."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from digital_literacy.identity.ages import is_minor
from digital_literacy.identity.names import tidy
from digital_literacy.identity.person_keys import CITIZEN_NUMBER
from digital_literacy.identity.providers import ProviderSettings
from digital_literacy.identity.results import Identity, Refused


def identity_of(
    claims: Mapping[str, Any],
    config: ProviderSettings,
    *,
    namespace: str,
    verified_at: datetime,
    simulated: bool,
) -> Identity:
    """The person of claims that are trusted already.

    Raises:
        Refused: `level_unknown`, `no_name`, `not_a_person`, or `untrusted`.
    """
    for claim, value in config.required_claims.items():
        if str(claims.get(claim, "")) != value:
            raise Refused("not_a_person", detail=f"claim {claim}")
    level = config.levels.get(str(claims.get(config.level_claim, "")))
    if level not in (1, 2):
        # acr_values is voluntary (OpenID Connect Core 5.5.1.1), so what comes back is what counts.
        raise Refused("level_unknown", detail=config.level_claim)
    name, subject = claims.get(config.name_claim), claims.get(config.person_claim)
    if not isinstance(subject, str) or not subject:
        raise Refused("untrusted", detail="person claim")
    if config.person_namespace == CITIZEN_NUMBER:
        # One spelling only: two would be two persons.
        subject = "".join(subject.split())
        if not re.fullmatch(r"[0-9]{9,12}", subject):
            raise Refused("untrusted", detail="person claim")
    if not isinstance(name, str) or not tidy(name):
        raise Refused("no_name")
    return Identity(
        provider=config.code,
        issuer=config.issuer,
        namespace=namespace,
        subject=subject,
        name=tidy(name),
        level=level,
        verified_at=verified_at,
        simulated=simulated,
        is_minor=is_minor(claims.get(config.birthdate_claim)),
    )


def namespace_of(config: ProviderSettings) -> str:
    """Providers that give the citizen number share one namespace, so that two of them are still one person."""
    return CITIZEN_NUMBER if config.person_namespace == CITIZEN_NUMBER else f"issuer:{config.issuer}"
