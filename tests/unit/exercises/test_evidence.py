"""What is told and kept of how an attempt was made."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digital_literacy.exercises import events
from digital_literacy.exercises.evidence import CAPS, DAY_MS, Evidence, read_evidence
from digital_literacy.learners import process_evidence

TOLD = {"first_action_ms": 1200, "total_ms": 60_000, "back_steps": 2, "errors": 1}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.sampled_from(sorted(CAPS)), inner),
    max_leaves=20,
)


def test_what_a_browser_tells_is_read_with_what_the_server_knows():
    assert read_evidence(TOLD, hints=3) == Evidence(**TOLD, hints=3)
    assert read_evidence(TOLD, hints=3).as_payload() == {**TOLD, "hints": 3}


@pytest.mark.parametrize("value", [-1, DAY_MS + 1, 1.5, "1", True, None, [1], {"a": 1}, 10**40, float("nan")])
@pytest.mark.parametrize("name", list(CAPS))
def test_what_is_no_count_in_its_limits_is_left_out_and_the_rest_kept(name, value):
    found = read_evidence({**TOLD, name: value, "typed": "khóa bí mật"})
    rest = {key: number for key, number in TOLD.items() if key != name}
    assert found.as_payload() == {**rest, "hints": 0}


def test_a_first_action_after_the_end_is_left_out():
    found = read_evidence({"first_action_ms": 9, "total_ms": 8})
    assert found.as_payload() == {"total_ms": 8, "hints": 0}


@given(JSON)
def test_whatever_comes_is_no_error_and_stays_in_its_limits(raw):
    payload = read_evidence(raw).as_payload()
    assert set(payload) <= {*CAPS, "hints"}
    assert all(0 <= value <= CAPS.get(name, 0) for name, value in payload.items())


MARKED = {"earned": 1.0, "possible": 4.0, "shares": {"q1": 1.0, "q2": 1 / 3}}


def test_an_attempt_is_told_in_points_and_codes():
    event = events.submitted(
        attempt=2,
        **MARKED,
        skills=["tt02:4.2"],
        target_group="citizens",
        province="56",
        commune="22780",
        helper="community_team",
        hints=1,
    )
    assert event.name == "digital_literacy.exercise.submitted"
    payload = json.loads(json.dumps(event.payload))
    assert payload["attempt"] == 2
    assert (payload["score"], payload["max_score"]) == (1.0, 4.0)
    assert payload["items"] == {"q1": 1.0, "q2": 0.3333}
    assert (payload["province"], payload["commune"]) == ("56", "22780")
    assert payload["skills"] == ["tt02:4.2"]
    assert (payload["target_group"], payload["helper"], payload["hints"]) == ("citizens", "community_team", 1)


def test_evidence_is_told_only_where_it_is_given():
    assert "evidence" not in events.submitted(attempt=1, **MARKED).payload
    told = events.submitted(attempt=1, **MARKED, evidence=read_evidence(TOLD)).payload
    assert told["evidence"] == {**TOLD, "hints": 0}


def test_a_name_in_place_of_a_kind_of_helper_does_not_get_through():
    assert events.submitted(attempt=1, **MARKED, helper="Chị Lan").payload["helper"] == "other"
    assert events.submitted(attempt=1, **MARKED).payload["helper"] == ""


def test_a_hint_is_told_by_item_and_number():
    event = events.hint_given(item="q1", number=2, target_group="students")
    assert event == events.Event(
        "digital_literacy.exercise.hint_given", {"item": "q1", "number": 2, "target_group": "students"}
    )


@pytest.mark.parametrize(("value", "allowed"), [(None, False), (False, False), ("yes", False), (True, True)])
def test_evidence_is_off_unless_the_platform_turns_it_on(settings, value, allowed):
    assert not process_evidence.is_allowed()
    settings.DIGITAL_LITERACY_PROCESS_EVIDENCE = value
    assert process_evidence.is_allowed() is allowed
