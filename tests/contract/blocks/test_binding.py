"""An answer counts only for the learner, the content and the group of the page it was made on."""

from __future__ import annotations

from uuid import uuid4

import pytest
from lxml import html

from digital_literacy.learners.models import Attempt
from tests.contract.blocks.test_olx_fields import GOOD
from tests.contract.runtime import again, block_from, call

pytestmark = pytest.mark.django_db


@pytest.fixture
def users(django_user_model):
    return [django_user_model.objects.create(username=name).pk for name in ("lan", "hoa")]


@pytest.fixture
def block(users):
    return block_from(GOOD, user_id=users[0])


def made_on(block):
    """A right answer as the browser sends it from the page of `block`."""
    page = html.fromstring(block.student_view({}).content)
    item = page.xpath("//*[@data-dl-item]")[0].get("data-dl-item")
    (token,) = [
        label.xpath("./input/@value")[0]
        for label in page.xpath('//*[@data-dl-answers="a"]//label')
        if "gov.vn" in label.text_content()
    ]
    binding = page.xpath("string(//@data-dl-binding)")
    return {"attempt_id": str(uuid4()), "answers": {item: token}, "binding": binding}


def test_an_answer_from_its_own_page_counts(block):
    assert call(again(block), "submit", made_on(block))[0] == 200


def test_another_learner_does_not_get_the_attempt(block, users):
    status, reply = call(again(block, user_id=users[1]), "submit", made_on(block))
    assert (status, reply["code"]) == (409, "changed")
    assert not Attempt.objects.exists()


def test_after_a_change_of_group_no_attempt_is_used_up(block):
    body = made_on(block)
    call(again(block), "choose_group", {"group": "workers"})
    status, reply = call(again(block), "submit", body)
    assert (status, reply["code"]) == (409, "changed")
    assert not Attempt.objects.exists()


def test_what_was_counted_is_answered_also_after_a_change(block):
    body = made_on(block)
    call(again(block), "submit", body)
    call(again(block), "choose_group", {"group": "workers"})
    assert call(again(block), "submit", body)[0] == 200
    assert Attempt.objects.count() == 1


def test_a_replay_leaves_what_staff_have_set(block):
    body = made_on(block)
    call(again(block), "submit", body)
    staff = again(block)
    staff.set_score(staff.get_score()._replace(raw_earned=0.0))
    staff.save()
    call(again(block), "submit", body)
    assert again(block).get_score().raw_earned == 0.0


def test_a_page_of_another_learner_changes_no_group(block, users):
    binding = made_on(block)["binding"]
    choice = {"group": "workers", "binding": binding}
    status, reply = call(again(block, user_id=users[1]), "choose_group", choice)
    assert (status, reply["code"]) == (409, "changed")
    assert again(block, user_id=users[1]).target_group == ""
    assert call(again(block), "choose_group", choice)[0] == 200
