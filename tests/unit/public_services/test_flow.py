"""Who the procedure is for, where it is filed, paying, taking back, stopping, half-filled and shown dossiers."""

from __future__ import annotations

import pytest

from digital_literacy.public_services import filing, library, page
from digital_literacy.public_services.answers import InvalidAnswerError, read_answers
from digital_literacy.public_services.browser_rules import rules_of_page
from digital_literacy.public_services.dossier import IllegalMoveError, Status
from digital_literacy.public_services.dossier_page import dossier_page
from digital_literacy.public_services.reasons import refusals
from digital_literacy.public_services.rubric import score
from tests.unit.public_services.samples import answers, practice

OBLIGATION = {'service="1.004194"': 'service="1.004222"'}


def check(found, step="", **changes):
    return filing.check(found, read_answers(found, answers(**changes)), step)


def sheet_of(found, **changes):
    return filing.mark(check(found, **changes))


@pytest.mark.parametrize(
    ("step", "choices", "place"),
    [
        ("eligibility", {}, "question:how-long"),
        ("eligibility", {"how-long": "days"}, "question:how-long"),
        ("payment", {}, "question:payment"),
        ("payment", {"payment": "stranger-code"}, "question:payment"),
    ],
)
def test_a_question_without_a_right_answer_keeps_the_step(step, choices, place):
    found = practice()
    checked = check(found, step, choices=choices)
    assert [fault.field for fault in checked.faults] == [place]
    assert all(fault.text for fault in checked.faults)
    assert [fault.field for fault in check(found, choices={**answers()["choices"], **choices}).faults] == (
        [place] if choices else []
    )


def test_a_wrong_answer_is_noted_and_a_missing_one_is_not():
    found = practice()
    wrong = check(found, "eligibility", choices={"how-long": "always"})
    assert filing.slips(wrong, "eligibility") == ("eligibility:how-long:always",)
    assert filing.slips(check(found, "payment", choices={"payment": "stranger-code"}), "payment") == (
        "stranger:payment:stranger-code",
    )
    assert filing.slips(check(found, "eligibility", choices={}), "eligibility") == ()


def owing():
    text = {"payment": "portal"}
    found = practice()
    service = found.service.__class__(**{**vars_of(found.service), "payment": later(found.service.payment)})
    return found.__class__(service, found.scenario, found.mode, found.rubric), text


def vars_of(service):
    return {name: getattr(service, name) for name in service.__dataclass_fields__}


def later(payment):
    return payment.__class__(due="obligation", question=payment.question)


def looked_up_to(dossier, status):
    for _ in range(10):
        if dossier.status is status:
            return dossier
        if dossier.status is Status.SUPPLEMENT_REQUIRED:
            dossier = dossier.supplemented("last-page", correct=True, number=1)
        dossier = dossier.looked_up(len(dossier.history))
    raise AssertionError(dossier.history)


def test_a_fee_that_is_due_later_is_asked_for_and_counts_once_paid():
    found, _ = owing()
    sheet = sheet_of(found)
    assert sheet.owes
    assert [part.earned for part in score(found, sheet).parts if part.id == "traps"] == [0]
    dossier = looked_up_to(filing.open_dossier(found, sheet, number=1), Status.PAYMENT_REQUIRED)
    assert dossier.waits_for_learner
    same, tricked = filing.pay(found, dossier, sheet, way="stranger-code")
    assert same is dossier
    assert tricked.path == ("stranger:payment:stranger-code",)
    assert filing.pay(found, dossier, tricked, way="stranger-code")[1] == tricked
    paid, right = filing.pay(found, dossier, sheet, way="portal")
    assert paid.status is Status.IN_PROGRESS
    assert [part.earned for part in score(found, right).parts if part.id == "traps"] == [10]
    assert filing.pay(found, paid, right, way="portal") == (paid, right)
    assert filing.pay(found, paid, right, way="stranger-code") == (paid, right)
    assert looked_up_to(paid, Status.RESULT_RETURNED).finished
    with pytest.raises(KeyError):
        filing.pay(found, dossier, sheet, way="nobody")


def test_a_fee_that_the_author_took_away_keeps_nobody_waiting():
    found, _ = owing()
    sheet = sheet_of(found)
    dossier = looked_up_to(filing.open_dossier(found, sheet, number=1), Status.PAYMENT_REQUIRED)
    free = practice()
    moved, settled = filing.look(free, dossier, sheet, seen=len(dossier.history))
    assert (moved.status, settled.owes) == (Status.IN_PROGRESS, False)


def test_paying_for_a_dossier_taken_back_earns_nothing():
    found, _ = owing()
    sheet = sheet_of(found)
    dossier = looked_up_to(filing.open_dossier(found, sheet, number=1), Status.PAYMENT_REQUIRED)
    back = dossier.withdrawn()
    assert filing.pay(found, back, sheet, way="portal") == (back, sheet)
    assert sheet.owes


def test_no_fee_is_paid_where_none_is_asked_for():
    found, _ = owing()
    sheet = sheet_of(found)
    with pytest.raises(IllegalMoveError):
        filing.pay(found, filing.open_dossier(found, sheet, number=1), sheet, way="portal")


def test_a_dossier_is_taken_back_until_it_has_ended():
    found = practice()
    dossier = filing.open_dossier(found, sheet_of(found), number=1).looked_up(1)
    back = dossier.withdrawn()
    assert back.status is Status.WITHDRAWN
    assert back.withdrawn() is back
    with pytest.raises(IllegalMoveError):
        looked_up_to(dossier, Status.RESULT_RETURNED).withdrawn()


def test_the_agency_stops_after_as_many_wrong_papers_as_the_author_says():
    found = practice(**{"<supplement>": '<supplement tries="2">'})
    sheet = sheet_of(found)
    dossier = looked_up_to(filing.open_dossier(found, sheet, number=1), Status.SUPPLEMENT_REQUIRED)
    dossier, sheet = filing.supplement(found, dossier, sheet, option="id-card", number=1)
    assert dossier.waits_for_learner
    dossier, sheet = filing.supplement(found, dossier, sheet, option="id-card", number=2)
    assert dossier.status is Status.STOPPED
    assert not sheet.answered
    assert dossier_page(found, dossier, sheet)["share"] < 1


def test_a_dossier_at_the_wrong_agency_is_refused_with_the_reason():
    found = practice()
    sheet = sheet_of(found, commune="22390")
    assert [each.where for each in refusals(found, sheet)] == ["Place of filing"]


# Where it is filed


@pytest.mark.parametrize(
    ("scope", "place", "agency"),
    [
        ("commune", "22366", "Công an phường Nha Trang"),
        ("province", "56", "Công an tỉnh Khánh Hòa"),
        ("whole", "22366", "Công an"),
        ("province", "22366", ""),
        ("commune", "56", ""),
    ],
)
def test_an_agency_is_named_by_where_it_stands(scope, place, agency):
    service = library.load("1.004194")
    service = service.__class__(**{**vars_of(service), "agency_of": scope})
    assert service.agency_at(place) == agency


def test_a_service_of_the_province_takes_a_province_only():
    found = practice()
    service = found.service.__class__(**{**vars_of(found.service), "agency_of": "province"})
    found = found.__class__(service, found.scenario, found.mode, found.rubric)
    assert filing.mark(check(found, commune="56")).path == ()
    assert filing.mark(check(found, commune="79")).path == ("agency:",)
    with pytest.raises(InvalidAnswerError):
        read_answers(found, answers(commune="22366"))
    assert [fault.text for fault in check(found, "place", commune="").faults] == [
        "Choose the province or city."
    ]


# A half-filled dossier

SLIPS = (
    '<slip field="stay_to">30/11/2030</slip><slip field="head_name">Phan Mau Thu Ha</slip>'
    '<slip paper="legal-place" item="lease-2024"/>'
)


def half_filled(slips=SLIPS):
    return practice(**{'mode="try"': 'mode="faults"', "<supplement>": f"{slips}<supplement>"})


def as_found(found):
    filled = rules_of_page(found, str)["filled"]
    return {"values": filled["values"], "papers": filled["papers"], "commune": filled["place"]}


def mended(found, *, to="30/11/2027", name="Phan Mẫu Thu Hà", paper="lease-2026"):
    sent = as_found(found)
    sent["values"].update(stay_to=to, head_name=name)
    sent["papers"]["legal-place"] = paper
    return sent


def share_of(found, sent):
    checked = filing.check(found, read_answers(found, sent))
    assert [fault for fault in checked.faults if fault.field != "stay_to"] == []
    parts = score(found, filing.mark(checked)).parts
    return sum(part.earned for part in parts if part.id in ("fields", "papers", "path", "traps", "help")) / 90


def test_a_dossier_filed_as_it_was_found_earns_nothing():
    found = half_filled()
    assert share_of(found, as_found(found)) == 0


def test_a_dossier_with_every_mistake_mended_earns_everything():
    found = half_filled()
    assert share_of(found, mended(found)) == 1


@pytest.mark.parametrize(
    "part", [{"to": "30/11/2030"}, {"name": "Phan Mau Thu Ha"}, {"paper": "lease-2024"}], ids=str
)
def test_each_mistake_that_is_left_costs(part):
    found = half_filled()
    assert 0 < share_of(found, mended(found, **part)) < 1


def test_what_was_right_and_is_spoilt_costs():
    found = half_filled()
    sent = mended(found)
    sent["values"]["relation"] = "tenant"
    checked = filing.check(
        found, read_answers(found, {**sent, "values": {**sent["values"], "head_consent": "written"}})
    )
    assert score(found, filing.mark(checked)).share < 1


def test_only_papers_may_be_wrong():
    found = half_filled('<slip paper="legal-place" item="lease-2024"/>')
    assert share_of(found, as_found(found)) == 0
    assert share_of(found, {**as_found(found), "papers": {"legal-place": "lease-2026"}}) == 1


def test_who_looks_for_mistakes_is_not_asked_what_came_before():
    found = half_filled()
    names = [step["id"] for step in page.practice_page(found, today=found.scenario.today)["steps"]]
    assert names[0] == "place"
    assert {"search", "eligibility", "login", "payment"}.isdisjoint(names)
    assert check(found, choices={}).faults == []


# Only shown


def test_a_shown_practice_stands_there_filled_in():
    found = practice(**{'mode="try"': 'mode="show"'})
    filled = rules_of_page(found, str)["filled"]
    assert filled["values"]["head_name"] == "Phan Mẫu Thu Hà"
    assert filled["values"]["stay_from"] == "01/12/2026"
    assert (filled["place"], filled["province"]) == ("22366", "56")


@pytest.mark.parametrize("mode", ["try", "test"])
def test_no_other_page_holds_an_answer(mode):
    found = practice(**{'mode="try"': f'mode="{mode}"'})
    assert rules_of_page(found, str)["filled"] is None


def test_an_example_stands_for_words_to_mention():
    found = practice(**{'mode="try"': 'mode="show"'})
    assert rules_of_page(found, str)["filled"]["values"]["stay_address"].startswith("Số 27, đường Hoa Phượng")
