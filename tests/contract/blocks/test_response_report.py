"""The instructor's report of answers, as the platform asks a block for it."""

from __future__ import annotations

import json
import uuid
from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model

from tests.contract.runtime import block_from, call
from tests.contract.skills_exercise.samples import OLX, WRONG, everything_right, submission
from tests.unit.public_services.samples import answers
from tests.unit.public_services.samples import olx as service_olx

pytestmark = pytest.mark.django_db


def states(*names):
    return [SimpleNamespace(username=name, state={}) for name in names]


def words(value):
    """All texts of an answer."""
    if isinstance(value, dict):
        return [text for each in value.values() for text in words(each)]
    return [value] if isinstance(value, str) else []


@pytest.fixture
def learner():
    return get_user_model().objects.create_user("lan")


def test_a_row_for_each_question_of_each_attempt(learner):
    block = block_from(OLX, user_id=learner.pk)
    call(block, "submit", submission(block, WRONG))
    call(block, "submit", everything_right(block))
    rows = list(block.generate_report_data(states("lan", "nobody")))
    assert {name for name, _row in rows} == {"lan"}
    first = next(row for _name, row in rows if row["Mã câu hỏi"] == "q1")
    assert (first["Lần làm"], first["Câu trả lời"], first["Tỉ lệ điểm"]) == (1, "b", 0.0)
    assert first["Câu hỏi"]
    assert {row["Lần làm"] for _name, row in rows} == {1, 2}


def test_no_more_rows_than_asked_for(learner):
    block = block_from(OLX, user_id=learner.pk)
    call(block, "submit", everything_right(block))
    everything = list(block.generate_report_data(states("lan")))
    assert list(block.generate_report_data(states("lan"), 2)) == everything[:2]
    assert list(block.generate_report_data(states("lan"), 0)) == []


def test_a_row_for_each_dossier_and_nothing_that_was_typed(learner):
    block = block_from(service_olx(), user_id=learner.pk)
    sent = {"attempt_id": str(uuid.uuid4()), "answers": answers()}
    status, _reply = call(block, "submit", sent)
    assert status == 200
    ((_name, row),) = block.generate_report_data(states("lan"))
    assert (row["Lần làm"], row["Chưa đúng"]) == (1, "")
    typed = [value for value in words(sent["answers"]) if len(value) > 6]
    assert len(typed) > 3
    assert not [value for value in typed if value in json.dumps(row, ensure_ascii=False)]


def test_without_the_app_the_platform_leaves_the_block_out(learner, monkeypatch):
    monkeypatch.setattr("digital_literacy.blocks.response_report.has_app", lambda: False)
    with pytest.raises(NotImplementedError):
        list(block_from(OLX, user_id=learner.pk).generate_report_data(states("lan")))
