from __future__ import annotations

from types import SimpleNamespace
from uuid import uuid4

import pytest
from xblock.scorable import Score

from digital_literacy.learners.attempts import AttemptsUsedError, Outcome
from digital_literacy.receivers import forget_deleted_state
from tests.contract.blocks.test_olx_fields import GOOD
from tests.contract.runtime import COURSE, again, block_from

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
    # As the platform's task writes three quarters at a weight of 4 (module_state.py, `override_score_module_state`).
    score = Score(raw_earned=0.75 / 4, raw_possible=block.max_score() / 4)
    block.set_score(score)
    block.publish_grade()
    block.save()
    assert again(block).get_score() == Score(raw_earned=0.75, raw_possible=1.0)
    assert grades(block) == [0.75]


@pytest.mark.parametrize("score", [Score(1, 2), Score(0.25, 0.5), Score(50, 100)])
def test_a_score_of_another_maximum_keeps_its_share(block, score):
    block.set_score(score)
    assert block.get_score() == Score(raw_earned=0.5, raw_possible=1.0)


@pytest.fixture
def used_up(block):
    block.attempts.claim(str(uuid4()), limit=1, grade=lambda: Outcome(0.0, 1.0, {}))
    with pytest.raises(AttemptsUsedError):
        block.attempts.claim(str(uuid4()), limit=1, grade=lambda: Outcome(0.0, 1.0, {}))
    return block


def deleted(block, **changes):
    """The platform's row of learner state, as a signal names it once it is gone."""
    state = {"student_id": block.user_id, "module_state_key": block.scope_ids.usage_id, **changes}
    forget_deleted_state(None, instance=SimpleNamespace(**state))


def test_a_state_that_staff_deleted_takes_the_attempts_with_it(used_up):
    deleted(used_up)
    assert used_up.attempts.used() == 0


def test_only_the_learners_own_attempts_at_that_block_go(used_up):
    deleted(used_up, student_id=used_up.user_id + 1)
    deleted(used_up, module_state_key=COURSE.make_usage_key("problem", used_up.scope_ids.usage_id.block_id))
    deleted(used_up, module_state_key=COURSE.make_usage_key("skills_exercise", "another"))
    assert used_up.attempts.used() == 1


def test_the_grade_is_the_platforms_to_take_back(block):
    # With this method the platform would leave the gradebook as it is (enrollment.py, `reset_student_attempts`).
    assert not hasattr(block, "clear_student_state")
