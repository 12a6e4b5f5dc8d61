from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.core.cache import cache

from digital_literacy.certificates.issuing import issue
from digital_literacy.certificates.person import Person
from digital_literacy.compat.platform import CourseGrade
from tests.contract.certificates.helpers import (
    COURSE,
    USAGE,
    certificate_settings,
    identity,
    plan,
    provider_settings,
)


@pytest.fixture
def app(settings, platform):
    certificate_settings(settings)
    provider_settings(settings)
    cache.clear()
    return settings


@pytest.fixture
def learner(db, platform):
    user = get_user_model().objects.create_user("learner")
    platform.course_grades[(user.pk, COURSE)] = CourseGrade(0.8, True)
    return user


@pytest.fixture
def give(app, learner):
    def run(*, user=learner, **changes):
        plan_changes = changes.pop("plan", {})
        return issue(
            user_id=user.pk,
            course_key=COURSE,
            usage_key=USAGE,
            plan=plan(**plan_changes),
            person=Person.of(identity(**changes)),
        )

    return run
