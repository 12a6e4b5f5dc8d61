"""The administrator puts a person into a cohort and sets the cohort's group, both in Django's admin."""

from __future__ import annotations

from django.urls import reverse

from digital_literacy.learners.groups import cohort_group
from digital_literacy_demo.models import Person
from tests.contract.demo.inside.conftest import KEY, Visitor


def test_a_cohorts_group_is_set_in_the_admin(course):
    admin, person = Visitor("admin"), Person.objects.get(user__username="citizen")
    form = {
        name: getattr(person, name)
        for name in ("full_name", "role", "anonymous_id", "target_group", "position")
    }
    change = reverse("admin:digital_literacy_demo_person_change", args=[person.pk])
    reply = admin.post(change, {**form, "user": person.user_id, "cohort": "Tổ 5"})
    assert reply.status_code == 302, reply.content.decode()
    reply = admin.post(
        reverse("admin:digital_literacy_cohortgroup_add"),
        {"course_key": KEY, "cohort": "Tổ 5", "target_group": "students"},
    )
    assert reply.status_code == 302, reply.content.decode()
    assert cohort_group(user_id=person.user_id, course_key=KEY) == "students"
