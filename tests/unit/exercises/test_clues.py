"""Messages with heads and lines that hold parts, and the message shown again with every clue."""

from __future__ import annotations

import pytest

from digital_literacy.exercises.grading import grade
from digital_literacy.exercises.item_types import type_of
from digital_literacy.exercises.reports import item_report, solution_page
from digital_literacy.olx.parsing import parse
from tests.unit.exercises.samples import IDS, TRIAGE, exercise_olx, problems, read
from tests.unit.exercises.test_reading import SCHEMA

BODY = TRIAGE[TRIAGE.index("    <p>Mở") : TRIAGE.index("  </message>")]
HEADS = TRIAGE.replace(' from="Lạ"', ' time="9:00"').replace(
    BODY,
    '<from>Hỗ trợ &lt;<part id="h1" clue="true">ho-tro@thu.example<reason>Địa chỉ lạ.</reason></part>&gt;</from>'
    '<subject><part id="h2" clue="true">KHẨN<reason>Giục.</reason></part>: xác minh</subject>'
    "<address>https://<part id='h3'>trang.example<reason>Thử.</reason></part>/x</address>" + BODY,
)
CALL = TRIAGE.replace("sms", "call").replace(
    BODY,
    '<line by="them">Tôi là <part id="c1" clue="true">cán bộ<reason>Ai cũng xưng được.</reason></part>.</line>'
    '<line by="me">Cán bộ nào ạ?</line>'
    '<line by="them"><part id="c2" clue="true">Đừng hỏi ai<reason>Giữ kín.</reason></part>. '
    '<part id="d1">Chào<reason>Lời chào.</reason></part></line>',
)


def item_of(olx):
    return read(exercise_olx(olx)).item("q4")


def page_of(olx):
    item = item_of(olx)
    return type_of(item).view(item, IDS, None)


def words(segments):
    return "".join(piece["text"].html for piece in segments)


@pytest.mark.parametrize("olx", [HEADS, CALL])
def test_reader_and_schema_accept_them(olx):
    assert problems(exercise_olx(olx)) == []
    assert SCHEMA.validate(parse(exercise_olx(olx))), SCHEMA.error_log


def test_clues_in_sender_and_subject_can_be_marked_and_count():
    page = page_of(HEADS)
    assert [(head["name"], words(head["segments"])) for head in page["heads"]] == [
        ("address", "https://trang.example/x"),
        ("from", "Hỗ trợ &lt;ho-tro@thu.example&gt;"),
        ("subject", "KHẨN: xác minh"),
    ]
    tokens = [piece["token"] for head in page["heads"] for piece in head["segments"] if "token" in piece]
    assert tokens == [IDS.name(("q4", "part"), part) for part in ("h3", "h1", "h2")]
    answer = {"verdict": "scam", "clues": ["h1", "h2", "c1"], "action": "x"}
    exercise = read(exercise_olx(HEADS))
    assert grade(exercise, {"q4": answer}).fraction == 1
    assert grade(exercise, {"q4": {**answer, "clues": ["h1", "c1", "h3"]}}).fraction < 1


def test_a_call_is_read_line_by_line():
    page = page_of(CALL)
    assert [(line["by"], words(line["segments"])) for line in page["lines"]] == [
        ("them", "Tôi là cán bộ."),
        ("me", "Cán bộ nào ạ?"),
        ("them", "Đừng hỏi ai. Chào"),
    ]
    assert grade(
        read(exercise_olx(CALL)), {"q4": {"verdict": "scam", "clues": ["c1", "c2"], "action": "x"}}
    ).correct


@pytest.mark.parametrize("olx", [HEADS, CALL])
def test_the_page_holds_no_reason_and_no_sign_of_a_clue(olx):
    shown = repr(page_of(olx))
    assert all(secret not in shown for secret in ("clue", "Giục", "xưng được", "Giữ kín", "'c1'", "'h1'"))


def test_every_clue_is_shown_again_in_reading_order_with_its_reason():
    part = next(group for group in solution_page(item_of(HEADS)) if group["kind"] == "part")
    stretches = part["drawing"].parts
    assert [stretch.kind for stretch in stretches] == ["address", "from", "subject", ""]
    clues = [(clue.number, clue.text.text, clue.reason.text) for each in stretches for clue in each.clues]
    assert clues == [
        (1, "ho-tro@thu.example", "Địa chỉ lạ."),
        (2, "KHẨN", "Giục."),
        (3, "vneid-check.example", "Trang giả."),
    ]
    assert "\x00" not in repr(stretches)
    assert "Chỉ là lời chào" not in repr(stretches)


def test_the_tour_waits_for_the_rules():
    item = item_of(CALL)
    outcome = type_of(item).grade(item, {"verdict": "scam", "clues": [], "action": "x"})
    hidden, shown = (item_report(item, IDS, outcome, reveal=reveal) for reveal in (False, True))
    assert "Giữ kín" not in repr(hidden)
    assert "Giữ kín" in repr(shown["solution"])


STRUCTURAL = {
    "strange speaker": (CALL.replace('by="me"', 'by="caller"'), "Write one of: them, me"),
    "text beside lines": (CALL.replace('<line by="me">', '<p>Chú ý</p><line by="me">'), "<p> is not known"),
    "block in a head": (HEADS.replace(": xác minh<", ": <p>xác minh</p><"), "cannot stand in a single line"),
}
MEANING = {
    "twice": (HEADS.replace('time="9:00"', 'from="Lạ"'), "as an attribute and as an element"),
    "two subjects": (
        HEADS.replace("</subject>", "</subject><subject>x</subject>"),
        "more than one <subject>",
    ),
    "real sender": (HEADS.replace("ho-tro@thu.example", "ho-tro@thu.com"), "could be a real address"),
    "real page": (TRIAGE.replace('from="Lạ"', 'address="https://abc.com/"'), "could be a real address"),
    "same part id": (HEADS.replace('id="h2"', 'id="c1"'), "used twice"),
    "silent line": (CALL.replace("Cán bộ nào ạ?", " "), "<line> has no text"),
}


@pytest.mark.parametrize("name", [*STRUCTURAL, *MEANING])
def test_each_fault_is_named_with_line_and_cure(name):
    olx, text = {**STRUCTURAL, **MEANING}[name]
    found = problems(exercise_olx(olx))
    assert any(text in problem for problem in found), found
    assert all(not problem.startswith("0:") for problem in found)
