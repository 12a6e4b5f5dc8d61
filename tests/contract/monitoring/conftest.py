from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from digital_literacy.learners.models import Attempt, LearnerLocality

COURSE = "course-v1:BDHVS+KNS01+2026"
SKILL = "tt02:4.2"


@pytest.fixture
def people(db):
    """Makes learners of a place; gives their ids."""

    def make(count, *, province="", commune="", prefix="p"):
        users = [
            get_user_model().objects.create_user(f"{prefix}-{province}-{commune}-{number}")
            for number in range(count)
        ]
        if province:
            for user in users:
                LearnerLocality.objects.create(
                    user=user, province=province, commune=commune, told_at=timezone.now()
                )
        return [user.pk for user in users]

    return make


@pytest.fixture
def attempt(db):
    """Makes a counted attempt, an hour old unless told otherwise."""

    def make(
        user_id, share=1.0, *, block="b", skills=(SKILL,), group="citizens", help="", course=COURSE, ago=60
    ):
        key = f"block-v1:{course.partition(':')[2]}+type@skills_exercise+block@{block}"
        number = Attempt.objects.filter(user_id=user_id, usage_key=key).count() + 1
        result = {"group": group, "help": help, **({"skills": list(skills)} if skills else {})}
        made = Attempt.objects.create(
            user_id=user_id,
            usage_key=key,
            number=number,
            attempt_id=uuid4(),
            earned=share,
            possible=1.0,
            result=result,
        )
        Attempt.objects.filter(pk=made.pk).update(submitted_at=timezone.now() - timedelta(minutes=ago))
        return made

    return make
