"""Events of real blocks through the platform's xAPI processor, and past its lists in both orders of loading."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from event_routing_backends.processors.xapi import transformer
from event_routing_backends.processors.xapi.transformer_processor import XApiProcessor
from event_routing_backends.settings import common as routing
from eventtracking.processors.exceptions import EventEmissionExit
from eventtracking.processors.whitelist import NameWhitelistProcessor

from digital_literacy.exercises.events import HINT_GIVEN, SUBMITTED
from digital_literacy.learners.localities import Locality, forget_locality, keep_locality
from digital_literacy.settings.common import plugin_settings
from tests.contract.runtime import again, block_from, call
from tests.contract.service_practice.test_handlers import file
from tests.contract.skills_exercise.samples import OLX, RIGHT, WRONG, everything_right, submission
from tests.unit.public_services.samples import olx as dossier_olx

pytestmark = pytest.mark.django_db
URN = "urn:x-digital-literacy:xapi:"
COURSE = "course-v1:BDHVS+KNS01+2026"
USAGE = "block-v1:BDHVS+KNS01+2026+type@skills_exercise+block@mat-khau"
LEARNER = "32e08e30-f8ae-4ce2-94a8-c2bfe38a70cb"


@pytest.fixture
def user(django_user_model):
    return django_user_model.objects.create(username="lan")


@pytest.fixture
def block(user):
    return block_from(OLX, user_id=user.pk)


@pytest.fixture(autouse=True)
def lms(monkeypatch):
    """What event-routing-backends asks of the LMS itself, which is not here."""
    monkeypatch.setattr(transformer, "get_anonymous_user_id", lambda user, kind: LEARNER)
    monkeypatch.setattr(
        transformer, "get_course_from_id", lambda key: {"id": key, "display_name": "Kỹ năng số"}
    )


def as_tracked(name, payload, *, usage=USAGE):
    """An event as the LMS's tracker hands it on."""
    context = {
        "course_id": COURSE,
        "user_id": 7,
        "username": "lan",
        "session": "s",
        "module": {"display_name": "Mật khẩu", "usage_key": usage},
    }
    return {
        "name": name,
        "data": payload,
        "context": context,
        "timestamp": "2026-11-25T08:00:00.000000+00:00",
    }


def published(block, name):
    return [payload for event, payload in block.runtime.published if event == name]


def statement(name, payload, **changes):
    (made,) = XApiProcessor()([as_tracked(name, payload, **changes)])
    return made


def test_an_attempt(block):
    call(block, "submit", {**submission(block, RIGHT), "help": ""})
    (payload,) = published(block, SUBMITTED)
    made = statement(SUBMITTED, payload)
    assert made["actor"]["account"] == {"homePage": "https://lms.example", "name": LEARNER}
    assert made["verb"]["id"] == "https://w3id.org/xapi/acrossx/verbs/evaluated"
    assert made["object"]["id"] == f"https://lms.example/xblock/{USAGE}"
    assert made["object"]["definition"]["name"] == {"und": "Mật khẩu"}
    assert made["object"]["definition"]["type"].endswith("/assessment")
    # Aspects casts it to a number in every statement of this verb.
    assert made["object"]["definition"]["extensions"]["http://id.tincanapi.com/extension/attempt-id"] == 1
    assert made["result"]["score"] == {"scaled": 5 / 8, "raw": 5.0, "min": 0, "max": 8.0}
    assert (made["result"]["success"], made["result"]["completion"]) == (False, True)
    assert made["result"]["extensions"][f"{URN}attempt"] == 1
    assert set(made["result"]["extensions"][f"{URN}items"]) == {"q1", "q2", "q3", "q4"}
    assert made["context"]["extensions"][f"{URN}skills"] == ["tt02:4.2"]
    assert made["context"]["contextActivities"]["parent"][0]["id"].endswith(COURSE)


def test_nothing_right_and_everything_right(block):
    call(block, "submit", submission(block, WRONG))
    fresh = again(block)
    call(fresh, "submit", everything_right(fresh))
    none, every = (statement(SUBMITTED, payload)["result"] for payload in published(fresh, SUBMITTED))
    assert (none["score"]["scaled"], none["success"]) == (0.0, False)
    assert (every["score"]["scaled"], every["success"]) == (1.0, True)


def test_two_attempts_of_one_moment_are_two_statements(block):
    call(block, "submit", submission(block, RIGHT))
    (payload,) = published(block, SUBMITTED)
    ids = {statement(SUBMITTED, {**payload, "attempt": number})["id"] for number in (1, 2)}
    assert len(ids) == 2
    assert statement(SUBMITTED, payload)["id"] in ids  # and the same when it is made again


def test_a_hint(block):
    token = block._ids().name(("item",), "q1")
    call(block, "hint", {"item": token, "seen": 9})
    (payload,) = published(block, HINT_GIVEN)
    made = statement(HINT_GIVEN, payload)
    assert made["verb"]["display"] == {"en": "asked"}
    assert made["context"]["extensions"][f"{URN}item"] == "q1"
    assert made["context"]["extensions"][f"{URN}number"] == 1


def test_a_filed_dossier_is_a_simulation_and_tells_group_and_help(user):
    form = block_from(dossier_olx(), user_id=user.pk)
    call(form, "choose_group", {"group": "workers"})
    call(again(form), "together", {})
    file(again(form))
    (payload,) = published(form, SUBMITTED)
    made = statement(SUBMITTED, payload, usage=USAGE.replace("skills_exercise", "service_practice"))
    assert made["object"]["definition"]["type"].endswith("/simulation")
    assert made["result"]["score"]["scaled"] == pytest.approx(payload["score"])
    extensions = made["context"]["extensions"]
    assert (extensions[f"{URN}target_group"], extensions[f"{URN}helper"]) == ("workers", "together")


def test_the_locality_is_told_only_where_the_learner_told_it(block, user):
    keep_locality(Locality("56", "22780"), user_id=user.pk)
    call(block, "submit", submission(block, RIGHT))
    forget_locality(user_id=user.pk)
    fresh = again(block)
    call(fresh, "submit", submission(fresh, RIGHT))
    first, second = (
        statement(SUBMITTED, payload)["context"]["extensions"] for payload in published(fresh, SUBMITTED)
    )
    assert (first[f"{URN}province"], first[f"{URN}commune"]) == ("56", "22780")
    assert {f"{URN}province", f"{URN}commune"} & set(second) == set()


def test_an_attempt_without_points_is_no_division_by_nothing():
    made = statement(SUBMITTED, {"attempt": 1, "score": 0.0, "max_score": 0.0})
    assert (made["result"]["score"]["scaled"], made["result"]["success"]) == (0.0, False)


def test_evidence_of_the_way_is_not_in_a_statement():
    payload = {"attempt": 1, "score": 1.0, "max_score": 1.0, "evidence": {"seconds": 4711}}
    assert "4711" not in str(statement(SUBMITTED, payload))


@pytest.mark.parametrize(
    "order", [(plugin_settings, routing.plugin_settings), (routing.plugin_settings, plugin_settings)]
)
def test_the_events_pass_all_lists_whichever_plugin_is_loaded_first(order):
    settings = SimpleNamespace(LMS_ROOT_URL="https://lms.example", EVENT_TRACKING_BACKENDS={"other": {}})
    for load in (*order, plugin_settings):  # a second time: nothing is doubled
        load(settings)
    assert settings.EVENT_TRACKING_BACKENDS["other"] == {}
    outer = settings.EVENT_TRACKING_BACKENDS["event_transformer"]["OPTIONS"]
    inner = outer["backends"]["xapi"]["OPTIONS"]
    lists = [each["processors"][0]["OPTIONS"]["whitelist"] for each in (outer, inner)]
    for name in (SUBMITTED, HINT_GIVEN, "edx.course.enrollment.activated"):
        assert name in settings.EVENT_BUS_TRACKING_LOGS
        for allowed in lists:
            event = {"name": name}
            assert NameWhitelistProcessor(whitelist=allowed)(event) == event
    assert settings.EVENT_TRACKING_BACKENDS_ALLOWED_XAPI_EVENTS.count(SUBMITTED) == 1
    with pytest.raises(EventEmissionExit):
        NameWhitelistProcessor(whitelist=lists[0])({"name": "digital_literacy.unknown"})
