"""The people of the host: fictional, one click each."""

from __future__ import annotations

from ipaddress import ip_address
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.contrib.auth import get_user_model
from django.http import HttpRequest
from django.utils.translation import get_language

from digital_literacy.learners.groups import target_groups
from digital_literacy_demo.models import Person
from digital_literacy_demo.seeds import SEEDS, Seed


def seed_people() -> list[Person]:
    """Make the people who are missing; those who are there keep what they chose."""
    return [_seed(seed, position) for position, seed in enumerate(SEEDS)]


def _seed(seed: Seed, position: int) -> Person:
    administrator = seed.role == Person.ADMINISTRATOR
    family, _, given = seed.full_name.partition(" ")
    user, made = get_user_model().objects.get_or_create(
        username=seed.username,
        defaults={
            "email": f"{seed.username}@example.com",
            "last_name": family,
            "first_name": given,
            "is_staff": administrator,
            "is_superuser": administrator,
        },
    )
    if made:
        user.set_unusable_password()
        user.save()
    person, made = Person.objects.get_or_create(
        user=user,
        defaults={
            "full_name": seed.full_name,
            "role": seed.role,
            "anonymous_id": uuid4().hex,
            "target_group": seed.target_group,
            "position": position,
        },
    )
    if made and seed.target_group:
        _choose_group(user, seed.target_group)
    return person


def _choose_group(user: Any, code: str) -> None:
    from digital_literacy.learners.models import LearnerProfile

    LearnerProfile.objects.get_or_create(user=user, defaults={"target_group": code})


def group_names() -> dict[str, str]:
    """Names of the target groups in the page's language, by code."""
    language = get_language() or "vi"
    return {group.code: group.name(language) for group in target_groups()}


def may_switch(request: HttpRequest) -> bool:
    """Whether a visitor may become anyone without a password: on this machine, or where it was asked for."""
    if settings.DEMO_ALLOW_SWITCHING:
        return True
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


def current_person(request: HttpRequest) -> dict[str, Any]:
    """Template context: who is logged in, and who can be switched to."""
    user = getattr(request, "user", None)
    person = getattr(user, "person", None) if user is not None and user.is_authenticated else None
    return {"person": person, "may_switch": may_switch(request), "group_names": group_names()}
