"""Steps of the service practice: faults, filing, tracking, the supplement, the result."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from digital_literacy.public_services.marking import golden_choices, golden_values
from digital_literacy.public_services.practice import read_practice
from digital_literacy.public_services.scenario import Practice
from digital_literacy_demo.check.client import Visitor, expect
from digital_literacy_demo.check.course import COURSE_KEY, LEARNERS, Placed, blocks, unit_path
from digital_literacy_demo.check.walk import Walk

LEARNER = "citizen"
FORM_STEP = "ke-khai"
# Three different faults: a name with a digit, a number that is too short, a day that does not exist.
FAULTS = {"head_name": "Võ 5 Sen", "head_number": "0031", "stay_from": "31/02/2027"}
ASKED, RETURNED = 5, 10


def three_faults(walk: Walk) -> str:
    """All faults of a form are told at once, each at its field and in the summary; the form stays as it is."""
    block, practice = _block(walk.person(LEARNER)), _practice(LEARNER)
    answers = _answers(practice)
    answers["values"] |= FAULTS
    status, reply = walk.person(LEARNER).call(block, "check_step", {**answers, "step": FORM_STEP})
    expect(status == 200 and reply["valid"] is False, f"check_step gave {status} {reply}")
    told = {error["field"]: error["message"] for error in reply["errors"]}
    expect(set(told) == set(FAULTS), f"told were {sorted(told)}")
    expect(len(set(told.values())) == len(FAULTS), "two faults have the same words")
    for field in FAULTS:
        expect(
            block.xpath(f'.//*[@data-sp-field="{field}"]//*[@data-sp-error]'),
            f"{field} has no place for its error",
        )
    summary = block.xpath(f'.//*[@data-sp-step="{FORM_STEP}"]//*[@data-sp-errors]')
    expect(summary, "the step has no error summary")
    expect("html" not in reply, "the reply replaces the form, so what was typed would be lost")
    expect(
        not [value for value in FAULTS.values() if value in str(reply)], "the reply repeats what was typed"
    )
    return "; ".join(told[field] for field in FAULTS)


def real_number_refused(walk: Walk) -> str:
    """A value shaped like a real citizen's number is refused, and is not repeated."""
    visitor, practice = walk.person(LEARNER), _practice(LEARNER)
    answers = _answers(practice)
    # Built here and never stored: a province in use and a birth year of the 20th century.
    real = "056" + "0" + "85" + "000000"
    answers["values"]["head_number"] = real
    status, reply = visitor.call(_block(visitor), "check_step", {**answers, "step": FORM_STEP})
    expect((status, reply.get("code")) == (400, "real_looking"), f"check_step gave {status} {reply}")
    expect(real not in str(reply), "the reply repeats the number")
    return str(reply["message"])


def filed(walk: Walk) -> str:
    """The corrected form gets a dossier code that nobody can take for a real one."""
    visitor, practice = walk.person(LEARNER), _practice(LEARNER)
    block = _block(visitor)
    body = {"attempt_id": str(uuid4()), "answers": _answers(practice)}
    status, reply = visitor.call(block, "submit", body)
    expect(
        status == 200 and reply.get("code"),
        f"submit gave {status} {reply.get('message') or reply.get('errors')}",
    )
    again = visitor.call(block, "submit", body)[1]
    expect(again.get("code") == reply["code"], "the same dossier sent twice was filed twice")
    expect(reply["code"].startswith("MAU.00-"), f"the code is {reply['code']}")
    expect("MÔ PHỎNG" in _block(visitor).text_content(), "the receipt does not say that it is a simulation")
    walk.found["dossier"] = reply["code"]
    return str(reply["code"])


def tracked_to_result(walk: Walk) -> str:
    """The dossier is tracked: a paper is asked for, sent, and the result is returned."""
    visitor, practice = walk.person(LEARNER), _practice(LEARNER)
    block = _block(visitor)
    statuses = _look_until(visitor, block, walk.found["dossier"], ASKED, [])
    supplement = practice.scenario.supplement
    expect(supplement is not None, "the scenario asks for no paper")
    right = next(option.id for option in supplement.options if option.correct)
    status, reply = visitor.call(block, "supplement", {"option": right, "number": 1})
    expect(status == 200, f"supplement gave {status} {reply}")
    statuses = _look_until(visitor, block, walk.found["dossier"], RETURNED, statuses)
    return " → ".join(dict.fromkeys(statuses))


def _look_until(visitor: Visitor, block: Any, code: str, wanted: int, seen: list[str]) -> list[str]:
    labels = list(seen)
    for _ in range(12):
        status, reply = visitor.call(block, "track", {"code": code, "seen": _seen(visitor)})
        expect(status == 200, f"track gave {status} {reply}")
        labels.append(reply["dossier"]["label"])
        if reply["dossier"]["number"] == wanted:
            return labels
    expect(False, f"status {wanted} never came; seen were {labels}")
    return labels


def _seen(visitor: Visitor) -> int:
    """How many statuses the page shows."""
    return int(_block(visitor).xpath("string(.//@data-seen)") or 0)


def reaches_gradebook(walk: Walk) -> str:
    """The dossier's score stands in the gradebook."""
    page = walk.person("author").get(f"/courses/{COURSE_KEY}/gradebook/{LEARNER}/")
    title = _placed().element.get("display_name", "")
    rows = [" ".join(row.text_content().split()) for row in page.tree.xpath("//tr")]
    found = [row for row in rows if row.startswith(title) and "service_practice" in row]
    expect(found and " 1/1 " in f" {found[0]} ", f"the gradebook says {found}")
    return found[0]


def _placed() -> Placed:
    return blocks("service_practice")[0]


def _block(visitor: Visitor) -> Any:
    return visitor.get(unit_path(_placed())).block(_placed().name)


def _practice(username: str) -> Practice:
    practice, faults = read_practice(_placed().for_group(LEARNERS[username]))
    expect(practice is not None, f"the practice has faults: {[fault.text() for fault in faults]}")
    return practice


def _answers(practice: Practice) -> dict[str, Any]:
    """What a learner sends who does everything right, without asking for help."""
    service, scenario = practice.service, practice.scenario
    locked = {field.id for field in service.fields() if field.locked}
    values = {name: value for name, value in golden_values(service, scenario).items() if name not in locked}
    papers = {paper: items[0] for paper, items in scenario.attach.items() if items}
    choices, place = golden_choices(service), service.place_of(scenario.commune)
    return {"values": values, "papers": papers, "commune": place, "choices": choices, "path": []}
