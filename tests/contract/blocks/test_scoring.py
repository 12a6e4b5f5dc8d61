from __future__ import annotations

from uuid import uuid4

import pytest

from digital_literacy.learners.attempts import AttemptsUsedError, Outcome
from tests.contract.blocks.test_olx_fields import GOOD
from tests.contract.runtime import again, block_from

pytestmark = pytest.mark.django_db


@pytest.fixture
def block(django_user_model):
    return block_from(GOOD, user_id=django_user_model.objects.create(username="lan").pk)


def claim(block, earned):
    block.attempts.claim(str(uuid4()), limit=0, grade=lambda: Outcome(earned, 4.0, {}))
    block.record_share(earned / 4.0)
    block.save()


def grades(block):
    return [event["value"] for kind, event in block.runtime.published if kind == "grade"]


def test_the_best_attempt_is_published_and_the_block_is_complete(block):
    for earned in (2.0, 1.0):
        claim(block, earned)
    assert grades(block) == [0.5, 0.5]
    assert ("completion", {"completion": 1.0}) in block.runtime.published


def test_rescoring_goes_back_to_the_counted_attempts(block):
    claim(block, 3.0)
    block.set_score(block.get_score()._replace(raw_earned=0.1))
    block.rescore(only_if_higher=False)
    assert grades(block)[-1] == 0.75


def test_a_block_without_attempt_cannot_be_rescored(block):
    with pytest.raises(ValueError, match="attempt"):
        block.rescore(only_if_higher=False)


def test_an_override_by_staff_is_kept_and_published(block):
    block.set_score(block.get_score()._replace(raw_earned=1.0))
    block.publish_grade()
    block.save()
    assert again(block).get_score().raw_earned == 1.0
    assert grades(block) == [1.0]


def test_a_reset_by_staff_gives_the_attempts_back(block):
    block.attempts.claim(str(uuid4()), limit=1, grade=lambda: Outcome(0.0, 1.0, {}))
    with pytest.raises(AttemptsUsedError):
        block.attempts.claim(str(uuid4()), limit=1, grade=lambda: Outcome(0.0, 1.0, {}))
    block.clear_student_state(
        user_id=f"anon-{block.user_id}",
        course_id="",
        item_id=str(block.scope_ids.usage_id),
        requesting_user_id="anon-9",
    )
    assert block.attempts.used() == 0
