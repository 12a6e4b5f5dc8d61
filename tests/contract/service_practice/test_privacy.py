"""A thousand numbers that could be real, through every field of every service and every handler."""

from __future__ import annotations

import itertools
import json
import logging
import uuid

import pytest
from django.apps import apps
from django.core import serializers

from digital_literacy.public_services import library
from digital_literacy.public_services.source import Source, practice_of
from tests.contract.runtime import block_from, call
from tests.contract.service_practice.test_handlers import real_values

pytestmark = pytest.mark.django_db
COUNT = 1000


def places():
    """Every field that a learner types into, of every service."""
    for code in library.codes():
        practice, _faults = practice_of(Source("", code, "try"), ())
        for field in practice.service.fields():
            if not field.locked:
                yield code, practice, field.id


def requests_with(value, practice, field):
    """The value in a field, at every handler that takes one, and where no field is."""
    answers = {"values": {field: value}, "commune": practice.service.place_of(practice.scenario.commune)}
    steps = [page.id for page in practice.service.pages]
    yield "submit", {"attempt_id": str(uuid.uuid4()), "answers": answers}
    yield "check_step", {"step": steps[0], **answers}
    yield "check_step", {"step": "eligibility", "choices": {"payment": value}, **answers}
    yield "clue", {"field": value, **answers}
    yield "pay", {"way": value}
    yield "withdraw", {"code": value}
    yield "track", {"code": value, "seen": 1}
    yield "supplement", {"option": value, "number": 1}


def everything_kept(blocks):
    rows = [row for model in apps.get_models() for row in model.objects.all()]
    kept = [serializers.serialize("json", rows)]
    for block in blocks:
        kept.append(json.dumps([block.progress, block.runtime.published], ensure_ascii=False, default=str))
    return "".join(kept)


def test_a_thousand_numbers_leave_nothing_behind(user, caplog):
    caplog.set_level(logging.DEBUG)
    blocks = {
        code: block_from(f'<service_practice service="{code}"/>', user_id=user.pk) for code in library.codes()
    }
    given = list(places())
    assert len(given) > 150
    values = list(real_values(COUNT))
    for value, (code, practice, field) in zip(values, itertools.cycle(given), strict=False):
        for handler, body in requests_with(value, practice, field):
            status, reply = call(blocks[code], handler, body)
            assert status in (400, 404, 409), (handler, status)
            assert value not in json.dumps(reply, ensure_ascii=False), (handler, field)
    kept = everything_kept(blocks.values())
    assert [value for value in values if value in kept] == []
    assert [value for value in values if value in caplog.text] == []
