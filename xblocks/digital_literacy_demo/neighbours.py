"""Fictional learners who are only counted: without them every number of a report would be hidden, as few are."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from digital_literacy.learners.models import LearnerLocality, LearnerProfile, Outcome
from digital_literacy_demo.models import Course

NAME = "hang-xom"
COURSE_KEY = "course-v1:BDHVS+KNS01+2026"
SKILLS = ("tt02:1.1", "tt02:2.3", "tt02:4.2")
# How many of which place; one is too small to be shown.
PLACES = (
    ("56", "22780", 24),
    ("56", "22840", 9),
    ("56", "22366", 3),
    ("56", "", 12),
    ("01", "00004", 15),
    ("79", "", 4),
    ("", "", 20),
)
GROUPS = ("citizens", "citizens", "workers", "students", "officials")


def seed_neighbours() -> int:
    """Make them once, where the course they learn in is loaded; gives how many were made."""
    users = get_user_model()
    if users.objects.filter(username__startswith=f"{NAME}-").exists():
        return 0
    if not Course.objects.filter(key=COURSE_KEY).exists():
        return 0
    places = [(province, commune) for province, commune, count in PLACES for _ in range(count)]
    with transaction.atomic():
        users.objects.bulk_create([users(username=f"{NAME}-{number}") for number in range(len(places))])
        made = list(users.objects.filter(username__startswith=f"{NAME}-").order_by("pk"))
        now, chance = timezone.now(), Random(757)
        for user, (province, commune) in zip(made, places, strict=True):
            group = chance.choice(GROUPS)
            LearnerProfile.objects.create(user=user, target_group=group)
            if province:
                LearnerLocality.objects.create(user=user, province=province, commune=commune, told_at=now)
            for skill in ("", *SKILLS):
                share = round(chance.uniform(0.4, 1.0), 2)
                Outcome.objects.create(
                    user=user,
                    course_key=COURSE_KEY,
                    skill=skill,
                    target_group=group,
                    attempts=chance.randint(1, 4),
                    best=share,
                    best_alone=share if chance.random() < 0.7 else 0.0,
                    first_at=now - timedelta(days=chance.randint(2, 60)),
                    last_at=now,
                    passed_at=now if not skill and share > 0.6 else None,
                )
    return len(made)
