"""The dossier's way through the ten statuses."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digital_literacy.public_services.dossier import (
    MOVES,
    Dossier,
    IllegalMoveError,
    Status,
    practice_code,
    working_day,
)

DAY = date(2026, 11, 23)
events = st.lists(
    st.tuples(
        st.sampled_from(["look", "right", "wrong", "pay", "withdraw"]), st.integers(0, 12), st.integers(0, 5)
    ),
    max_size=40,
)


def make(**changes) -> Dossier:
    return Dossier(**{"code": practice_code(DAY, 1), "filed_on": DAY, "supplement": True, **changes})


def after(dossier, kind, seen, number, most):
    if kind == "look":
        return dossier.looked_up(seen)
    if kind == "pay":
        return dossier.paid()
    if kind == "withdraw":
        return dossier.withdrawn()
    return dossier.supplemented("p", correct=kind == "right", number=number, most=most)


@given(st.booleans(), st.booleans(), st.booleans(), st.integers(0, 3), events)
def test_only_legal_moves_whatever_is_asked(accepted, supplement, payment, most, asked):
    dossier = make(accepted=accepted, supplement=supplement, payment=payment)
    for kind, seen, number in asked:
        before = dossier.history
        try:
            dossier = after(dossier, kind, seen, number, most)
        except IllegalMoveError:
            continue
        # One request moves one step, and what has happened stays.
        assert dossier.history[: len(before)] == before
        assert len(dossier.history) - len(before) <= 1
        assert Dossier.from_state(dossier.as_state()) == dossier
    assert all(new in MOVES[old] for old, new in zip(dossier.history, dossier.history[1:], strict=False))
    assert dossier.history.count(Status.PAYMENT_REQUIRED) <= payment
    assert dossier.history.count(Status.SUPPLEMENT_REQUIRED) <= supplement


def test_every_status_of_the_portal_is_reached():
    """By some sequence of what learners do."""
    ends = [
        make(accepted=False).looked_up(1),
        make().looked_up(1).withdrawn(),
        make().looked_up(1).looked_up(2).looked_up(3).supplemented("p", correct=False, number=1, most=1),
        make(supplement=False, payment=True)
        .looked_up(1)
        .looked_up(2)
        .looked_up(3)
        .paid()
        .looked_up(5)
        .looked_up(6),
    ]
    waiting = make().looked_up(1).looked_up(2).looked_up(3)
    assert {status for dossier in [*ends, waiting] for status in dossier.history} == set(Status)


def test_the_usual_way_with_one_supplement():
    dossier = make()
    for seen in range(1, 4):
        dossier = dossier.looked_up(seen)
    assert dossier.status is Status.SUPPLEMENT_REQUIRED
    assert dossier.looked_up(4) is dossier
    dossier = dossier.supplemented("a", correct=False, number=1).supplemented("b", correct=True, number=2)
    dossier = dossier.looked_up(5).looked_up(6)
    assert [status.label for status in dossier.history[-3:]] == [
        "Đang xử lý",
        "Đã xử lý xong",
        "Đã trả kết quả",
    ]
    assert dossier.finished


def test_a_repeated_request_changes_nothing():
    dossier = make().looked_up(1)
    assert dossier.looked_up(1) is dossier
    waiting = dossier.looked_up(2).looked_up(3)
    tried = waiting.supplemented("a", correct=False, number=1)
    assert tried.supplemented("a", correct=False, number=1) is tried


def test_the_wrong_agency_does_not_accept():
    dossier = make(accepted=False).looked_up(1)
    assert dossier.status is Status.NOT_ACCEPTED
    assert dossier.finished


def test_a_paper_nobody_asked_for_is_refused():
    with pytest.raises(IllegalMoveError):
        make().supplemented("a", correct=True, number=1)


def test_no_move_leads_out_of_an_end():
    with pytest.raises(IllegalMoveError):
        make(history=(Status.RESULT_RETURNED,)).moved_to(Status.NEW)


def test_the_code_cannot_be_a_real_one():
    assert re.fullmatch(r"MAU\.00-261123-0007", practice_code(DAY, 7))


def test_weekends_are_passed_over():
    assert working_day(date(2026, 11, 27), 1) == date(2026, 11, 30)
