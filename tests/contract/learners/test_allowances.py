"""Extra time: how much holds, and who gave it."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from digital_literacy.learners.allowances import extra_percent
from digital_literacy.learners.models import TimeAllowance

pytestmark = pytest.mark.django_db
COURSE, BLOCK = "course-v1:a+b+c", "block-v1:a+b+c+type@skills_exercise+block@x"


@pytest.fixture
def learner():
    return get_user_model().objects.create_user("lan")


def percent(learner, course=COURSE, block=BLOCK):
    return extra_percent(user_id=learner.pk, course_key=course, usage_key=block)


def test_the_longer_of_course_and_exercise_holds_and_nothing_elsewhere(learner):
    assert percent(learner) == 0
    TimeAllowance.objects.create(user=learner, course_key=COURSE, percent=25)
    assert percent(learner) == 25
    TimeAllowance.objects.create(user=learner, course_key=COURSE, usage_key=BLOCK, percent=100)
    assert (percent(learner), percent(learner, block="other")) == (100, 25)
    assert percent(learner, course="course-v1:other") == 0
    assert extra_percent(user_id=None, course_key=COURSE, usage_key=BLOCK) == 0


def test_an_administrator_gives_it_and_is_named(learner):
    admin = get_user_model().objects.create_superuser("admin")
    client = Client()
    client.force_login(admin)
    url = "/admin/digital_literacy/timeallowance/add/"
    assert client.get(url).status_code == 200
    sent = {"user": learner.pk, "course_key": COURSE, "usage_key": "", "percent": 50}
    assert client.post(url, {**sent, "percent": 0}).status_code == 200  # told at the field
    assert TimeAllowance.objects.count() == 0
    assert client.post(url, sent).status_code == 302
    assert TimeAllowance.objects.get().given_by == admin
    assert client.post(url, sent).status_code == 200  # there is one already
    assert TimeAllowance.objects.count() == 1
