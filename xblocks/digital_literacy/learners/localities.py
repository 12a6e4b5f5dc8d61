"""Where a learner lives, as he told it and while he agrees: a province, perhaps a commune; never an address."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from digital_literacy.frameworks.administrative_units import unit
from digital_literacy.learners.installed import has_rows


class UnknownLocalityError(ValueError):
    """The codes name no province, or no commune of that province."""


@dataclass(frozen=True)
class Locality:
    """Codes of Decision 19/2025/QĐ-TTg: two digits of a province, five of a commune or none; both empty for unknown."""

    province: str = ""
    commune: str = ""


UNKNOWN = Locality()


def read_locality(province: str, commune: str = "") -> Locality:
    """The locality that two codes name.

    Raises:
        UnknownLocalityError: there is no such province, or the commune lies in another one.
    """
    found = unit(province)
    if found is None or found.province_code:
        raise UnknownLocalityError(province)
    if commune:
        inside = unit(commune)
        if inside is None or inside.province_code != province:
            raise UnknownLocalityError(commune)
    return Locality(province, commune)


def locality_of(user_id: int | None) -> Locality:
    """What the learner told; unknown where he told nothing, took it back, or the list of units has changed since."""
    if not has_rows(user_id):
        return UNKNOWN
    from digital_literacy.learners.models import LearnerLocality

    row = LearnerLocality.objects.filter(user_id=user_id).values_list("province", "commune").first()
    if row is None:
        return UNKNOWN
    try:
        return read_locality(*row)
    except UnknownLocalityError:
        return UNKNOWN


def is_kept(user_id: int) -> bool:
    """Whether anything is kept, be it on today's list of units or not."""
    from digital_literacy.learners.models import LearnerLocality

    return LearnerLocality.objects.filter(user_id=user_id).exists()


def keep_locality(locality: Locality, *, user_id: int, represented: bool = False) -> None:
    """Keep what the learner told. Whoever calls has his consent, and where he is `represented` his parent's too."""
    from digital_literacy.learners.models import LearnerLocality

    values = {
        "province": locality.province,
        "commune": locality.commune,
        "told_at": timezone.now(),
        "is_represented": represented,
    }
    LearnerLocality.objects.update_or_create(user_id=user_id, defaults=values)


def forget_locality(*, user_id: int) -> None:
    """Delete what the learner told."""
    from digital_literacy.learners.models import LearnerLocality

    LearnerLocality.objects.filter(user_id=user_id).delete()
