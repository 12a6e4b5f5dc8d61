"""Traps that real people fall into: each costs what the rubric says, once, beside what it costs in the form."""

from __future__ import annotations

import pytest

from digital_literacy.public_services import filing
from digital_literacy.public_services.answers import InvalidAnswerError, read_answers
from digital_literacy.public_services.marking import golden_choices, golden_values
from digital_literacy.public_services.reasons import mistakes
from digital_literacy.public_services.rubric import Sheet, score, traps
from digital_literacy.public_services.service import TRAP_COSTS
from tests.unit.public_services.samples import answers, practice

EXPIRED = {'<item id="lease-2024" trap="expired">': '<item id="lease-2024" trap="expired" refused="true">'}
BLURRED = {'<item id="power-bill">': '<item id="power-bill" trap="blurred">'}


def with_values(**values):
    sent = answers()
    sent["values"].update(values)
    return sent


def golden_for(group):
    found = practice(group)
    return {
        "values": golden_values(found.service, found.scenario),
        "papers": {paper: items[0] for paper, items in found.scenario.attach.items()},
        "commune": found.scenario.commune,
        "choices": golden_choices(found.service),
    }


def owner_ticked():
    sent = golden_for("citizens")
    sent["values"]["is_owner"] = "yes"
    return sent


def old_ward():
    sent = golden_for("students")
    sent["values"]["stay_address"] = "12 Hoa Sen, phường Mỹ Bình"
    return sent


CASES = [
    ("owner", "citizens", owner_ticked(), {}),
    ("old_name", "students", old_ward(), {}),
    ("no_marks", "", with_values(head_name="Phan Mau Thu Ha"), {}),
    ("date_format", "", answers(path=["date_format:stay_from"]), {}),
    ("expired", "", answers(papers={"legal-place": "lease-2024"}), EXPIRED),
    ("blurred", "", answers(papers={"legal-place": "power-bill"}), BLURRED),
    ("stranger", "", answers(path=["payment:stranger-code"]), {}),
    ("lure", "", answers(path=["nhanh"]), {}),
]  # fmt: skip


def test_every_trap_of_the_rubric_is_tried():
    assert {name for name, *_rest in CASES} == set(TRAP_COSTS)


@pytest.mark.parametrize(("name", "group", "sent", "changes"), CASES, ids=[case[0] for case in CASES])
def test_a_trap_costs_exactly_what_the_rubric_says(name, group, sent, changes):
    found = practice(group, **changes)
    sheet = filing.mark(filing.check(found, read_answers(found, sent)))
    assert traps(found, sheet) == (name,)
    part = next(part for part in score(found, sheet).parts if part.id == "traps")
    assert part.possible - part.earned == TRAP_COSTS[name]
    assert mistakes(found, sheet)


def test_who_unticks_the_box_without_need_is_wrong_and_in_no_trap():
    found = practice()
    sheet = filing.mark(filing.check(found, read_answers(found, with_values(is_owner="no"))))
    assert sheet.fields["is_owner"].code
    assert traps(found, sheet) == ()


def test_the_same_trap_twice_costs_once_and_two_traps_cost_both():
    found = practice()
    twice = ["payment:stranger-code", "payment:helper-account"]
    both = filing.mark(filing.check(found, read_answers(found, answers(path=[*twice, "nhanh"]))))
    assert traps(found, both) == ("stranger", "lure")
    assert next(part.earned for part in score(found, both).parts if part.id == "traps") == 2


def test_an_author_sets_the_cost_of_a_trap():
    cheap = '<rubric traps="8"><trap id="lure" cost="1"/></rubric></service_practice>'
    found = practice(**{"</service_practice>": cheap})
    sheet = filing.mark(filing.check(found, read_answers(found, answers(path=["nhanh"]))))
    assert next(part for part in score(found, sheet).parts if part.id == "traps")[1:] == (7, 8)


def test_a_paper_the_agency_refuses_ends_the_dossier():
    found = practice(**EXPIRED)
    sheet = filing.mark(
        filing.check(found, read_answers(found, answers(papers={"legal-place": "lease-2024"})))
    )
    dossier = filing.open_dossier(found, sheet, number=1)
    assert dossier.looked_up(1).status.name == "NOT_ACCEPTED"


@pytest.mark.parametrize(
    "path", ["date_format:relation", "date_format:nowhere", "payment:nobody", "how-long:", ":x", "a:b:c"]
)
def test_what_no_page_sends_is_refused(path):
    with pytest.raises(InvalidAnswerError):
        read_answers(practice(), answers(path=[path]))


@pytest.mark.parametrize("choices", [{"how-long": "never"}, {"nothing": "x"}, {"payment": 3}, ["portal"]])
def test_choices_that_no_page_sends_are_refused(choices):
    with pytest.raises(InvalidAnswerError):
        read_answers(practice(), answers(choices=choices))


def test_a_sheet_kept_before_there_were_traps_still_counts():
    old = Sheet.from_state({"fields": {"right": "phone"}, "answered": True})
    assert old.owes is False
    assert score(practice(), old).share == 1
