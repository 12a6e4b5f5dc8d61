"""An instructor's group for a cohort overrides the learner's own choice, is said, and costs one query."""

from __future__ import annotations

import unicodedata

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from digital_literacy.compat.openedx import OpenEdxPlatform
from digital_literacy.learners.admin import CohortGroupForm
from digital_literacy.learners.models import CohortGroup
from tests.contract.runtime import COURSE, again, block_from, call
from tests.contract.skills_exercise.samples import OLX

pytestmark = pytest.mark.django_db
COHORT = "Tổ dân phố 5"


@pytest.fixture
def user(django_user_model):
    return django_user_model.objects.create(username="lan")


@pytest.fixture
def block(user, platform):
    block = block_from(OLX, user_id=user.pk)
    call(block, "choose_group", {"group": "workers"})
    platform.cohorts[user.pk, str(COURSE)] = COHORT
    return again(block)


def set_group(code="students", *, cohort=COHORT, course=COURSE):
    return CohortGroup.objects.create(course_key=str(course), cohort=cohort, target_group=code)


def test_the_cohorts_group_overrides_the_learners_and_he_reads_so(block):
    set_group()
    page = block.student_view({}).content
    assert "Chào các em" in page
    assert "data-dl-choose-group" not in page
    assert "Học sinh, sinh viên" in page
    assert block.group_context("students")["set_by_instructor"]


def test_he_cannot_change_it_while_it_is_set(block):
    row = set_group()
    status, reply = call(block, "choose_group", {"group": "officials"})
    assert (status, reply["code"]) == (403, "group_set")
    row.delete()
    assert again(block).target_group == "workers"
    assert call(again(block), "choose_group", {"group": "officials"})[0] == 200


@pytest.mark.parametrize(
    "row",
    [
        {"cohort": "Tổ dân phố 6"},
        {"course": "course-v1:BDHVS+OTHER+2026"},
        {"code": "robots"},
    ],
    ids=["another cohort", "another course", "a group that is not known"],
)
def test_what_is_not_meant_for_him_changes_nothing(block, row):
    set_group(**row)
    assert block.target_group == "workers"
    assert "data-dl-choose-group" in block.student_view({}).content


def test_a_name_typed_in_another_form_is_the_same_cohort(block):
    set_group(cohort=unicodedata.normalize("NFD", f" {COHORT} "))
    assert block.target_group == "students"


def test_a_view_asks_once_more_and_no_more(block):
    def queries():
        with CaptureQueriesContext(
            connection,
        ) as found:
            again(block).student_view({})
        return [query["sql"] for query in found if "cohortgroup" in query["sql"]]

    assert len(queries()) == 1
    set_group()
    assert len(queries()) == 1


def test_a_block_bound_to_another_learner_asks_again(block, user):
    set_group()
    assert block.cohort_group == "students"
    block.runtime._user._user_id = user.pk + 1
    assert block.cohort_group == ""


def test_visitors_have_no_cohort():
    set_group()
    assert block_from(OLX, user_id=None).cohort_group == ""


def test_without_the_platforms_cohorts_the_block_works_on(user):
    assert OpenEdxPlatform().cohort_name(user_id=user.pk, course_key=str(COURSE)) == ""


def test_the_administrator_chooses_from_the_platforms_groups():
    data = {"course_key": str(COURSE), "cohort": COHORT, "target_group": "citizens"}
    assert CohortGroupForm(data).is_valid()
    assert not CohortGroupForm({**data, "target_group": "robots"}).is_valid()
    CohortGroupForm(data).save()
    assert not CohortGroupForm(data).is_valid()
