"""The verified person as certificates need him: under his keys, never under a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import IntegrityError, transaction

from digital_literacy.certificates.models import Award
from digital_literacy.identity.person_keys import PersonKey, live_secrets, person_keys
from digital_literacy.identity.results import Identity


@dataclass(frozen=True)
class Person:
    """Who was verified, when and how.

    Attributes:
        keys: under every live version of the secret, today's first; never empty.
        name: as the identity provider printed it.
    """

    keys: tuple[PersonKey, ...] = field(repr=False)
    name: str = field(repr=False)
    provider: str
    level: int
    simulated: bool
    verified_at: datetime
    is_minor: bool | None = None

    @classmethod
    def of(cls, identity: Identity) -> Person:
        """From a login."""
        return cls(
            keys=tuple(person_keys(identity)),
            name=identity.name,
            provider=identity.provider,
            level=identity.level,
            simulated=identity.simulated,
            verified_at=identity.verified_at,
            is_minor=identity.is_minor,
        )


def live_keys(kept: dict[str, str]) -> tuple[PersonKey, ...]:
    """The keys that were kept of a person, as far as their versions are live; today's first."""
    return tuple(PersonKey(version, kept[version]) for version, _ in live_secrets() if version in kept)


def renew_keys(keys: Sequence[PersonKey]) -> None:
    """Key all awards of a person anew under today's secret, whatever comes of this login: only so can an old secret
    ever go."""
    today, earlier = keys[0], [key.value for key in keys[1:]]
    for pk in Award.objects.filter(person_key__in=earlier).values_list("pk", flat=True):
        try:
            with transaction.atomic():
                Award.objects.filter(pk=pk).update(person_key=today.value, key_version=today.version)
        except IntegrityError:
            continue  # the course knows him under today's key already: that award counts
