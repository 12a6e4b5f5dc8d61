"""What the platform's tracking hears of a service practice: that a dossier was marked, and what hints were given."""

from __future__ import annotations

import json
import uuid
from datetime import timedelta

import pytest
from django.utils.timezone import now

from digital_literacy.exercises.events import HINT_GIVEN, SUBMITTED
from tests.contract.runtime import again, block_from, call
from tests.contract.service_practice.test_flow import with_fee_later
from tests.contract.service_practice.test_handlers import file, grades, look
from tests.unit.public_services.samples import answers, olx

pytestmark = pytest.mark.django_db


def told(block, name=SUBMITTED):
    return [payload for event, payload in block.runtime.published if event == name]


def test_a_filed_dossier_is_told_once_in_codes_and_shares(block):
    number = str(uuid.uuid4())
    file(block, number)
    file(again(block), number)  # sent again
    (payload,) = told(block)
    assert payload["attempt"] == 1
    assert payload["score"] == pytest.approx(grades(block)[-1]["value"])
    assert payload["max_score"] == 1.0
    assert set(payload["items"]) >= {"fields", "papers", "path", "traps", "help"}
    assert all(0 <= share <= 1 for share in payload["items"].values())
    typed = [value for value in answers()["values"].values() if isinstance(value, str) and len(value) > 4]
    assert typed
    said = json.dumps(payload, ensure_ascii=False)
    assert [value for value in typed if value in said] == []


def test_a_refused_dossier_is_not_told(block):
    assert not file(block, values={**answers()["values"], "head_number": "12"})[1]["valid"]
    assert told(block) == []


def test_what_follows_is_told_as_the_same_attempt_with_its_new_points(user):
    block = with_fee_later(user)
    code = file(block)[1]["code"]
    for seen in (1, 2, 3):
        look(block, code, seen)
    call(again(block), "pay", {"way": "portal"})
    first, then = told(block)
    assert first["attempt"] == then["attempt"] == 1
    assert then["score"] > first["score"]
    assert then["score"] == pytest.approx(grades(block)[-1]["value"])


def test_the_next_dossier_is_the_next_attempt(block):
    code = file(block)[1]["code"]
    call(again(block), "withdraw", {"code": code})
    call(again(block), "restart", {"code": code})
    file(again(block), str(uuid.uuid4()))
    assert [payload["attempt"] for payload in told(block)] == [1, 2]


def test_skills_hints_and_help_are_told(user):
    block = block_from(olx(), user_id=user.pk)
    for _again in range(2):
        call(again(block), "clue", {"field": "phone"})
    call(again(block), "together", {})
    file(again(block))
    assert told(block, HINT_GIVEN) == [{"item": "phone", "number": 1, "target_group": ""}]
    (payload,) = told(block)
    assert payload["skills"] == block.skills.split() != []
    assert (payload["hints"], payload["helper"]) == (1, "together")


def test_hints_after_filing_are_not_told(block):
    file(block)
    for _again in range(3):
        call(again(block), "clue", {"field": "phone"})
    assert told(block, HINT_GIVEN) == []


def test_nothing_is_told_once_the_practice_is_closed(user, monkeypatch):
    block = with_fee_later(user)
    code = file(block)[1]["code"]
    for seen in (1, 2, 3):
        look(block, code, seen)
    monkeypatch.setattr(type(block), "due", now() - timedelta(days=1), raising=False)
    call(again(block), "pay", {"way": "portal"})
    assert len(told(block)) == 1
