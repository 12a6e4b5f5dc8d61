"""Short answer and cloze: reading, checking, grading, and what a page may show of them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digital_literacy.exercises.answers import InvalidAnswer
from digital_literacy.exercises.grading import ITEM_PATH, grade, read_answers, restore_answers
from digital_literacy.exercises.page import item_pages, preview_page
from digital_literacy.exercises.reports import item_report
from digital_literacy.exercises.typed.gap import MAX_TYPED
from digital_literacy.olx.parsing import parse
from tests.unit.exercises.samples import IDS, exercise_olx, of_types, problems, read
from tests.unit.exercises.test_grading import json_values
from tests.unit.exercises.test_reading import SCHEMA

SHORT = """<short_answer id="q5">
  <prompt><p>Hỏi?</p></prompt>
  <accept>đường dây nóng</accept>
  <wrong text="đường dây lạnh"><feedback><p>LẠNH</p></feedback></wrong>
  <feedback when="correct"><p>ĐÚNG</p></feedback>
  <feedback when="almost"><p>GẦN</p></feedback>
  <feedback when="incorrect"><p>SAI</p></feedback>
</short_answer>"""
CLOZE = """<cloze id="q6" points="2">
  <prompt><p>Điền.</p></prompt>
  <text>
    <p>Ba việc: <gap id="g1" any_order="v">dừng lại<wrong text="bấm"><feedback><p>BẤM</p></feedback></wrong></gap>,
      <gap id="g2" any_order="v"><accept>kiểm tra</accept><accept>xem kỹ</accept></gap>. Gọi
      <gap id="g3" kind="number" label="đầu số">156</gap>,
      <gap id="g4"><choice id="a" correct="true"><text>miễn phí</text><feedback><p>PHÍ</p></feedback></choice>
        <choice id="b"><text>mất tiền</text><feedback><p>TIỀN</p></feedback></choice></gap>.</p>
  </text>
</cloze>"""
BOTH = exercise_olx(SHORT, CLOZE)
EXERCISE = read(BOTH)
RIGHT = {"g1": "dừng lại", "g2": "kiểm tra", "g3": "156", "g4": "a"}
CLOZE_ITEM = EXERCISE.item("q6")


def filled(**values: str):
    return grade(EXERCISE, {"q6": {**RIGHT, **values}}).outcomes["q6"]


def sent(short: object = None, cloze: dict | None = None) -> dict:
    """Answers in author's ids as the page of one learner sends them."""
    body: dict = {} if short is None else {IDS.name(ITEM_PATH, "q5"): short}
    if cloze is not None:
        body[IDS.name(ITEM_PATH, "q6")] = {
            IDS.name(("q6", "gap"), gap): IDS.name(("q6", "choice.g4"), value) if gap == "g4" else value
            for gap, value in cloze.items()
        }
    return body


def test_right_answers_earn_everything():
    answers = read_answers(EXERCISE, sent("Đường dây nóng", RIGHT), IDS)
    assert grade(EXERCISE, answers).earned == EXERCISE.points == 3
    assert restore_answers(EXERCISE, answers) == answers


@pytest.mark.parametrize(
    ("typed", "fraction", "feedback", "notes"),
    [
        ("đường dây nóng", 1, "ĐÚNG", 0),
        ("duong day nong", Fraction(1, 2), "GẦN", 1),
        ("dduowngf daay nosng", Fraction(1, 2), "GẦN", 1),
        ("đường dâyy nóng", Fraction(1, 2), "GẦN", 1),
        ("đường dây lạnh", 0, "SAI", 0),
        ("gì đó", 0, "SAI", 0),
    ],
)
def test_a_short_answer_says_how_near_it_is(typed, fraction, feedback, notes):
    outcome = grade(EXERCISE, {"q5": typed}).outcomes["q5"]
    mark = outcome.marks[0]
    assert (outcome.fraction, outcome.feedback.text, len(mark.notes)) == (fraction, feedback, notes)
    assert (mark.correct, mark.almost) == (fraction == 1, 0 < fraction < 1)
    assert mark.feedback.text == ("LẠNH" if typed == "đường dây lạnh" else "")


def test_every_gap_counts_alike():
    assert filled().fraction == 1
    assert filled(g3="113").fraction == Fraction(3, 4)
    assert filled(g1="dung lai").fraction == Fraction(7, 8)
    assert filled(g4="b").fraction == Fraction(3, 4)
    assert [mark.feedback.text for mark in filled(g4="b").marks] == ["", "", "", "TIỀN"]
    assert [mark.label for mark in filled().marks] == ["(1)", "(2)", "(3)", "(4)"]
    empty = grade(EXERCISE, {"q6": {"g3": "156"}}).outcomes["q6"]
    assert empty.fraction == Fraction(1, 4)
    assert [len(mark.notes) for mark in empty.marks] == [1, 1, 0, 1]


def test_answers_that_may_be_exchanged_count_once():
    assert filled(g1="xem kỹ", g2="dừng lại").fraction == 1
    assert filled(g1="kiểm tra", g2="dung lai").fraction == Fraction(7, 8)
    twice = filled(g1="kiểm tra", g2="xem kỹ")
    assert twice.fraction == Fraction(3, 4)
    assert [bool(mark.notes) for mark in twice.marks[:2]] == [True, False]
    assert [mark.feedback.text for mark in filled(g2="bấm").marks[:2]] == ["", "BẤM"]


values = st.sampled_from(["dừng lại", "kiểm tra", "xem kỹ", "dung lai", "bấm", "gì", ""])


@given(values, values)
def test_the_order_of_exchangeable_answers_does_not_matter(one, other):
    assert filled(g1=one, g2=other).fraction == filled(g1=other, g2=one).fraction


@given(st.dictionaries(st.sampled_from(list(RIGHT)), st.text(max_size=30), min_size=1))
def test_any_texts_earn_between_nothing_and_everything(answer):
    answer = {gap: text for gap, text in answer.items() if gap != "g4" or text in ("a", "b")}
    outcome = grade(EXERCISE, {"q6": answer or {"g1": "x"}}).outcomes["q6"]
    assert 0 <= outcome.fraction <= 1
    assert len(outcome.marks) == 4


@given(st.dictionaries(st.sampled_from([IDS.name(ITEM_PATH, i) for i in ("q5", "q6")]), json_values))
def test_any_other_json_is_refused_in_words_or_graded(raw):
    try:
        answers = read_answers(EXERCISE, raw, IDS)
    except InvalidAnswer:
        return
    assert 0 <= grade(EXERCISE, answers).fraction < 1


@pytest.mark.parametrize(
    "raw",
    [
        sent(["x"]),
        sent({"answer": "x"}),
        sent(7),
        sent("x" * (MAX_TYPED + 1)),
        sent(None, {"g9": "x"}),
        sent(None, {"g1": ["x"]}),
        sent(None, {"g4": "c"}),
        {IDS.name(ITEM_PATH, "q6"): {"g1": "x"}},
        {IDS.name(ITEM_PATH, "q6"): {"": "x"}},
        {IDS.name(ITEM_PATH, "q6"): "x"},
    ],
)
def test_wrong_shapes_and_unknown_gaps_are_refused(raw):
    with pytest.raises(InvalidAnswer):
        read_answers(EXERCISE, raw, IDS)


@pytest.mark.parametrize("real", ["0912 345 678", "001 085 012345", "lan@mail.vn", "4111 1111 1111 1111"])
def test_what_could_be_somebodys_is_refused_and_not_repeated(real):
    for raw in (sent(f"Gọi {real} nhé"), sent(None, {"g2": real})):
        with pytest.raises(InvalidAnswer) as refused:
            read_answers(EXERCISE, raw, IDS)
        assert real not in str(refused.value)
        assert "real person" in str(refused.value)
    assert read_answers(EXERCISE, sent("gọi 030 123 4567, lan@example.com"), IDS)["q5"]


@pytest.mark.parametrize("blank", ["", "  ", "\u00a0", None])
def test_blanks_alone_are_no_answer(blank):
    assert read_answers(EXERCISE, {IDS.name(ITEM_PATH, "q5"): blank}, IDS)["q5"] is None
    assert read_answers(EXERCISE, sent(None, {"g1": blank}), IDS)["q6"] is None


def test_the_page_holds_no_answer_and_shows_what_was_typed():
    secrets = (
        "nóng",
        "lạnh",
        "LẠNH",
        "dừng",
        "kiểm",
        "xem kỹ",
        "bấm",
        "BẤM",
        "156",
        "PHÍ",
        "correct",
        "'g1'",
        "'a'",
    )
    shown = repr(item_pages(EXERCISE, IDS, answers={}))
    assert [secret for secret in secrets if secret in shown] == []
    again = repr(item_pages(EXERCISE, IDS, answers={"q5": "gõ vào", "q6": {"g1": "đã điền", "g4": "b"}}))
    assert all(typed in again for typed in ("gõ vào", "đã điền", "'chosen': True"))
    assert CLOZE_ITEM.text.text == "Ba việc: …, …. Gọi …, …."
    report = item_report(CLOZE_ITEM, IDS, filled(g1="đã điền"), reveal=False)
    assert "đã điền" not in repr(report)
    assert "dừng" not in repr(report)


def test_authors_see_every_accepted_answer():
    lines = [
        line.label
        for page in preview_page(EXERCISE, IDS)["items"]
        for group in page["solution"]
        for line in group["lines"]
    ]
    assert lines == ["đường dây nóng", "(1) dừng lại", "(2) kiểm tra / xem kỹ", "(3) 156", "(4) miễn phí"]


def test_variants_change_what_is_asked_and_accepted():
    olx = exercise_olx(
        SHORT.replace(
            "</short_answer>", '<variant group="students"><accept>tổng đài</accept></variant></short_answer>'
        ),
        CLOZE.replace(
            'label="đầu số">156',
            'label="đầu số"><accept>156</accept><variant group="workers"><accept>157</accept></variant>',
        ),
    )
    assert problems(olx) == []
    assert SCHEMA.validate(parse(olx)), SCHEMA.error_log
    assert read(olx, "students").item("q5").gap.typed.accepts == ("tổng đài",)
    assert read(olx).item("q5").gap.typed.accepts == ("đường dây nóng",)
    assert [each.item("q6").gaps[2].typed.accepts for each in (read(olx), read(olx, "workers"))] == [
        ("156",),
        ("157",),
    ]


def test_the_words_of_a_gap_with_choices_are_the_right_choice():
    olx = exercise_olx(
        CLOZE.replace('<gap id="g4">', '<gap id="g4">không &lt;mất&gt; tiền').replace(' correct="true"', "")
    )
    assert problems(olx) == []
    assert SCHEMA.validate(parse(olx)), SCHEMA.error_log
    item = read(olx).item("q6")
    options = item_pages(read(olx), IDS, answers={})[0]["segments"][7]["options"]
    tokens = {option["text"].text: option["token"] for option in options}
    for words, fraction in (("không <mất> tiền", Fraction(1, 4)), ("mất tiền", 0)):
        raw = {IDS.name(("q6", "gap"), "g4"): tokens[words]}
        answers = read_answers(read(olx), {IDS.name(ITEM_PATH, "q6"): raw}, IDS)
        assert grade(read(olx), answers).outcomes["q6"].fraction == fraction
        assert restore_answers(read(olx), answers) == answers
    assert item.gaps[3].options[0].text.html == "không &lt;mất&gt; tiền"


STRUCTURAL = {
    "unknown kind": (SHORT.replace('id="q5"', 'id="q5" kind="word"'), "Write one of: text, number, date"),
    "unknown level": (SHORT.replace('id="q5"', 'id="q5" typos="some"'), "Write one of: full, partial, no"),
    "unknown tolerance": (SHORT.replace('id="q5"', 'id="q5" typo="no"'), "Did you mean “typos”?"),
    "tolerance of another kind": (
        CLOZE.replace('kind="number"', 'kind="number" no_marks="no"'),
        "“no_marks” is not known here",
    ),
    "within of a text": (SHORT.replace('id="q5"', 'id="q5" within="2"'), "“within” is not known here"),
    "bad within": (CLOZE.replace('kind="number"', 'kind="number" within="-1"'), "not a number above 0"),
    "bad size": (CLOZE.replace('kind="number"', 'kind="number" size="huge"'), "Write one of: short"),
    "marked up answer": (
        SHORT.replace("đường dây nóng<", "<strong>đường</strong><"),
        "in an accepted answer",
    ),
    "bad when": (SHORT.replace('"almost"', '"nearly"'), "Write one of: correct, almost, incorrect"),
    "gap outside a text": (
        CLOZE.replace("<p>Điền.</p>", '<p><gap id="x">a</gap></p>'),
        "cannot stand in text",
    ),
    "tolerance of a choice": (CLOZE.replace('id="g4"', 'id="g4" case="no"'), "“case” is not known here"),
    "gap in a gap": (CLOZE.replace(">156<", '><gap id="g9">1</gap><'), "<gap> is not known in <gap>"),
    "gap in a link": (
        CLOZE.replace("Ba việc:", '<a href="https://a.gov.vn"><gap id="g9">x</gap></a>'),
        "A gap stands in a link",
    ),
    "no text": (CLOZE[: CLOZE.index("<text>")] + "</cloze>", "The text has no gap"),
}
MEANING = {
    "no answer": (SHORT.replace("<accept>đường dây nóng</accept>", ""), "no accepted answer"),
    "empty gap": (CLOZE.replace(">156<", "><"), "no accepted answer"),
    "empty answer": (SHORT.replace("đường dây nóng<", " <"), "from 1 to 300 characters"),
    "wrong without text": (SHORT.replace("đường dây lạnh", ""), "from 1 to 300 characters"),
    "too long": (SHORT.replace("đường dây nóng<", "x" * 301 + "<"), "from 1 to 300 characters"),
    "not a number": (CLOZE.replace(">156<", ">nhiều<"), "“nhiều” is not a number"),
    "not a date": (CLOZE.replace('"number"', '"date"'), "“156” is not a date"),
    "real looking": (SHORT.replace("đường dây nóng<", "0912 345 678<"), "belongs to somebody"),
    "accepted and wrong": (SHORT.replace("đường dây lạnh", "đường  dây nóng"), "both accepted and wrong"),
    "no gap": (CLOZE[: CLOZE.index("<text>")] + "<text><p>x</p></text></cloze>", "The text has no gap"),
    "same gap id": (CLOZE.replace('id="g2"', 'id="g1"'), "used twice"),
    "alone in its order": (CLOZE.replace('id="g2" any_order="v"', 'id="g2"'), "it needs from 2 to 8"),
    "no right choice": (CLOZE.replace(' correct="true"', ""), "No <choice> is right"),
    "two feedbacks": (SHORT.replace('"almost"', '"correct"'), 'two feedbacks for when="correct"'),
}


@pytest.mark.parametrize("name", [*STRUCTURAL, *MEANING])
def test_each_fault_is_named_with_line_and_cure(name):
    olx, words = {**STRUCTURAL, **MEANING}[name]
    found = problems(exercise_olx(olx))
    assert any(words in problem for problem in found), found
    assert all(not problem.startswith("0:") for problem in found)


@pytest.mark.parametrize("name", list(STRUCTURAL))
def test_the_schema_refuses_what_the_reader_refuses(name):
    assert not SCHEMA.validate(parse(exercise_olx(STRUCTURAL[name][0])))


@pytest.mark.parametrize("olx", [BOTH, of_types("short_answer", "cloze")])
def test_reader_and_schema_accept_the_same_good_source(olx):
    assert problems(olx) == []
    assert SCHEMA.validate(parse(olx)), SCHEMA.error_log
