from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digital_literacy.exercises.answers import InvalidAnswer
from digital_literacy.exercises.grading import ITEM_PATH, grade, read_answers, restore_answers
from digital_literacy.exercises.item_types import item_types, type_of
from digital_literacy.exercises.item_types._talk import End, Say, Talk, Turn
from digital_literacy.exercises.item_types.conversation import MOST_STEPS, ConversationItem
from digital_literacy.exercises.reports import item_report, solution_page
from digital_literacy.olx.markup import RichText
from digital_literacy.olx.parsing import parse
from tests.unit.exercises.samples import IDS, exercise_olx, problems, read
from tests.unit.exercises.test_reading import SCHEMA

TALK = """<conversation id="t">
  <prompt><p>Nghe máy</p></prompt>
  <turn id="t1">
    <text><p>Chuyển tiền đi.</p></text>
    <say id="a" to="t2"><text>Sao ạ?</text></say>
    <say id="b" to="e1"><text>Không.</text></say>
  </turn>
  <turn id="t2" who="Ông khác">
    <text><p>Nhanh lên.</p></text>
    <say id="a" to="t1"><text>Nói lại xem.</text></say>
    <say id="b" to="e1" cost="0.25"><text>Thôi.</text></say>
    <say id="c" to="e2"><text>Vâng.</text></say>
    <say id="d" to="e3" cost="0.75"><text>Đọc mã đây.</text></say>
  </turn>
  <end id="e1" outcome="safe"><text><p>Xong.</p></text><feedback><p>Tốt.</p></feedback></end>
  <end id="e2" outcome="unsafe"><feedback><p>Mất tiền.</p></feedback></end>
  <end id="e3" outcome="risky"/>
</conversation>"""
EXERCISE = read(exercise_olx(TALK))
ITEM = EXERCISE.item("t")


def outcome(path):
    return grade(EXERCISE, {"t": path}).outcomes["t"]


def sent(*path):
    return {IDS.name(ITEM_PATH, "t"): [IDS.name(("t", "say"), step) for step in path]}


@pytest.mark.parametrize(
    ("path", "fraction"),
    [
        (["t1/b"], 1),
        (["t1/a", "t2/a", "t1/b"], 1),  # a way round that costs nothing loses nothing
        (["t1/a", "t2/b"], Fraction(3, 4)),
        (["t1/a", "t2/c"], 0),
        (["t1/a", "t2/d"], 0),  # costs never go below nothing
        (["t1/a"], 0),  # not brought to an end
    ],
)
def test_the_end_less_the_costs_counts(path, fraction):
    assert outcome(path).fraction == fraction


def test_full_marks_are_for_the_best_way_even_where_it_costs():
    costly = read(
        exercise_olx(TALK.replace('id="b" to="e1"><text>Không', 'id="b" to="e1" cost="0.5"><text>Không'))
    )
    fractions = [grade(costly, {"t": path}).fraction for path in (["t1/a", "t2/b"], ["t1/b"])]
    assert fractions == [1, Fraction(2, 3)]


def test_each_choice_is_marked_by_what_it_loses_and_the_end_is_told():
    marks = outcome(["t1/a", "t2/a", "t1/a", "t2/b"]).marks
    assert [(mark.kind, mark.part, mark.correct) for mark in marks] == [
        ("say", "t1/a", True),
        ("say", "t2/a", True),
        ("say", "t2/b", False),
        ("end", "safe", True),
    ]
    assert marks[-1].feedback.text == "Tốt."


def test_the_solution_is_the_shortest_way_that_loses_nothing_with_both_sides():
    assert [line.part for line in type_of(ITEM).solution(ITEM)] == ["t1/b"]
    (group,) = solution_page(ITEM)
    assert [(line.by, line.text.text) for line in group["drawing"].parts] == [
        ("them", "Chuyển tiền đi."),
        ("me", "Không."),
        ("told", "Xong."),
    ]


def test_the_solution_waits_for_the_rules():
    report = item_report(ITEM, IDS, outcome(["t1/a", "t2/c"]), reveal=False)
    assert report["solution"] == []


def test_the_page_holds_no_worth_and_tells_nothing_by_order():
    page = type_of(ITEM).view(ITEM, IDS, None)
    shown = repr(page)
    for secret in ("Mất tiền", "Tốt.", "safe", "cost", "Fraction", "t1", "e2"):
        assert secret not in shown
    names = [place["place"] for place in page["places"]]
    assert names == sorted(names)
    assert len(names) == 5
    assert page["here"] == page["begin"] == IDS.name(("t", "place"), "t1")


def test_a_kept_answer_is_shown_as_it_was_said():
    page = type_of(ITEM).view(ITEM, IDS, ["t1/a", "t2/b"])
    assert [line.text.text for line in page["lines"]] == [
        "Chuyển tiền đi.",
        "Sao ạ?",
        "Nhanh lên.",
        "Thôi.",
        "Xong.",
    ]
    assert page["lines"][2].who == "Ông khác"
    assert page["here"] == IDS.name(("t", "place"), "e1")


@pytest.mark.parametrize(
    "path",
    [
        ["t2/b"],  # does not begin at the beginning
        ["t1/b", "t1/a"],  # goes on after the end
        ["t1/a", "t1/b"],
        ["t1/a", "t2/a"] * (MOST_STEPS // 2) + ["t1/b"],  # too long
    ],
)
def test_a_way_that_cannot_be_walked_is_refused(path):
    with pytest.raises(InvalidAnswer):
        read_answers(EXERCISE, sent(*path), IDS)


def test_a_long_way_within_the_limit_counts():
    path = ["t1/a", "t2/a"] * (MOST_STEPS // 2 - 1) + ["t1/b"]
    assert grade(EXERCISE, read_answers(EXERCISE, sent(*path), IDS)).fraction == 1


def test_nothing_said_is_no_answer():
    assert read_answers(EXERCISE, sent(), IDS) == {"t": None}


def test_a_kept_way_that_an_edit_has_closed_counts_as_not_answered():
    edited = read(
        exercise_olx(TALK.replace('<say id="b" to="e1"><text>Không', '<say id="z" to="e1"><text>Không'))
    )
    assert restore_answers(edited, {"t": ["t1/b"]}) == {"t": None}
    assert restore_answers(EXERCISE, {"t": ["t1/b"]}) == {"t": ["t1/b"]}


@st.composite
def talks(draw):
    """Any conversation that can be written, and a walk through it."""
    turns = [f"t{n}" for n in range(draw(st.integers(1, 5)))]
    ends = [f"e{n}" for n in range(draw(st.integers(1, 3)))]
    shares = st.integers(0, 4).map(lambda n: Fraction(n, 4))
    text = RichText("x", "x")

    def say(turn, number):
        to = draw(st.sampled_from([*turns, *ends]))
        return Say(f"{turn}/{number}", text, text, to, draw(shares))

    talk = Talk(
        tuple(
            Turn(turn, "", text, tuple(say(turn, n) for n in range(draw(st.integers(1, 3)))))
            for turn in turns
        ),
        tuple(End(end, text, text, "safe", draw(shares)) for end in ends),
    )
    path, place = [], turns[0]
    for _step in range(draw(st.integers(0, 12))):
        turn = talk.turn(place)
        if turn is None:
            break
        chosen = draw(st.sampled_from(turn.says))
        path.append(chosen.id)
        place = chosen.to
    return talk, path, place


@given(talks())
def test_any_conversation_is_graded_from_nothing_to_everything(drawn):
    talk, path, place = drawn
    best = talk.values().get("t0", Fraction(0))
    if best <= 0:
        return  # refused when it is read
    item = ConversationItem(
        id="t", points=Fraction(1), prompt=RichText("x", "x"), channel="call", other="", talk=talk
    )
    found = type_of(item).grade(item, path)
    assert 0 <= found.fraction <= 1
    says = {say.id: say for say in talk.says}
    end = talk.end(place)
    score = end.worth - sum(says[step].cost for step in path) if end else 0
    assert (found.fraction == 1) == (score == best)
    assert score <= best
    solved, last = talk.best_path()
    ideal = type_of(item).grade(item, [say.id for say in solved])
    assert ideal.fraction == 1
    assert all(mark.correct for mark in ideal.marks)
    assert talk.end(last) is not None


STRUCTURAL = {
    "no way on": (
        TALK.replace('<say id="a" to="t2"><text>Sao ạ?</text></say>', "").replace(
            '<say id="b" to="e1"><text>Không.</text></say>', ""
        ),
        "Nothing can be said here",
    ),
    "bad outcome": (TALK.replace('"risky"', '"fine"'), "Write one of: safe, risky, unsafe"),
    "bad cost": (TALK.replace('cost="0.25"', 'cost="2"'), "not a share from 0 to 1"),
    "bad worth": (TALK.replace('outcome="risky"', 'outcome="risky" worth="-1"'), "not a share from 0 to 1"),
    "no end": (TALK[: TALK.index("  <end")] + "</conversation>", "has no <end>"),
    "score of one's own": (
        TALK.replace('outcome="risky"', 'outcome="risky" score="1"'),
        "“score” is not known",
    ),
}
MEANING = {
    "leads nowhere": (TALK.replace('to="t2"', 'to="t22"'), "Did you mean “t2”?"),
    "turn not reached": (
        TALK.replace(
            '  <end id="e1"',
            '<turn id="t9"><text>x</text><say id="a" to="e1"><text>x</text></say></turn><end id="e1"',
        ),
        "Nothing leads to “t9”",
    ),
    "end not reached": (TALK.replace('to="e3"', 'to="e2"'), "Nothing leads to “e3”"),
    "no way out": (
        TALK.replace('to="e1" cost="0.25"', 'to="t2"')
        .replace('to="e2"', 'to="t2"')
        .replace('to="e3"', 'to="t2"')
        .replace('<say id="a" to="t1"', '<say id="a" to="t2"'),
        "only goes in a circle",
    ),
    "nothing to earn": (TALK.replace('"safe"', '"unsafe"').replace('"risky"', '"unsafe"'), "earns anything"),
    "nothing to lose": (
        TALK.replace('"unsafe"', '"safe"')
        .replace('"risky"', '"safe"')
        .replace('cost="0.25"', "")
        .replace('cost="0.75"', ""),
        "earns everything",
    ),
    "one name for turn and end": (TALK.replace('id="e2"', 'id="t2"'), "used twice"),
    "too many answers": (
        TALK.replace(
            '<say id="b" to="e1"><text>Không',
            "".join(f'<say id="x{n}" to="e1"><text>x</text></say>' for n in range(8))
            + '<say id="b" to="e1"><text>Không',
        ),
        "the limit is 8",
    ),
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


def test_a_group_can_have_other_words_in_a_turn_and_another_end():
    olx = exercise_olx(
        TALK.replace(
            "<text><p>Chuyển tiền đi.</p></text>",
            "<text><p>Chuyển tiền đi.</p></text>"
            '<variant group="students"><text><p>Em chuyển đi.</p></text></variant>',
        ).replace(
            "</conversation>",
            '<variant group="students"><end id="e1" outcome="risky"/></variant></conversation>',
        )
    )
    assert problems(olx) == []
    assert SCHEMA.validate(parse(olx)), SCHEMA.error_log
    own = read(olx, "students").item("t")
    assert own.talk.turns[0].text.text == "Em chuyển đi."
    assert own.talk.end("e1").worth == Fraction(1, 2)


def test_the_sample_can_be_walked_wrong_and_right():
    item = read(exercise_olx(item_types()["conversation"].sample)).items[0]
    kind = type_of(item)
    assert kind.grade(item, ["mo-dau/cup"]).fraction == 1
    assert kind.grade(item, ["mo-dau/hoi", "ep/chuyen"]).fraction == 0
