from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digital_literacy.exercises.answers import InvalidAnswer
from digital_literacy.exercises.grading import ITEM_PATH, grade, read_answers, restore_answers
from digital_literacy.exercises.ids import OpaqueIds
from digital_literacy.exercises.item_types import type_of
from digital_literacy.olx.parsing import parse
from tests.unit.exercises.samples import IDS, exercise_olx, problems, read
from tests.unit.exercises.test_reading import SCHEMA

DECK = """<quick_deck id="d" first="Thật" second="Giả">
  <prompt><p>Thật hay giả?</p></prompt>
  <card id="c1" answer="first"><text><p>Một</p></text>
    <feedback when="correct"><p>Thật mà.</p></feedback><feedback when="incorrect"><p>Nhầm.</p></feedback></card>
  <card id="c2" answer="second"><text><p>Hai</p></text></card>
  <card id="c3" answer="second" first="Nên" second="Đừng"><text><p>Ba</p></text></card>
  <card id="c4" answer="first"><text><p>Bốn</p></text></card>
</quick_deck>"""
PER_CARD = read(exercise_olx(DECK))
STRICT = read(exercise_olx(DECK.replace('id="d"', 'id="d" scoring="less_guessing"')))
RIGHT = {"c1": "first", "c2": "second", "c3": "second", "c4": "first"}
answers = st.dictionaries(st.sampled_from(list(RIGHT)), st.sampled_from(["first", "second"]), min_size=1)


def fraction(exercise, answer):
    return grade(exercise, {"d": answer}).fraction


@given(answers)
def test_full_credit_exactly_for_all_cards_right(answer):
    for exercise in (PER_CARD, STRICT):
        assert 0 <= fraction(exercise, answer) <= 1
        assert (fraction(exercise, answer) == 1) == (answer == RIGHT)
    assert fraction(STRICT, answer) <= fraction(PER_CARD, answer)


@pytest.mark.parametrize(
    ("answer", "per_card", "less_guessing"),
    [
        ({**RIGHT, "c4": "second"}, Fraction(3, 4), Fraction(1, 2)),
        (dict.fromkeys(RIGHT, "first"), Fraction(1, 2), 0),
        ({"c1": "first"}, Fraction(1, 4), Fraction(1, 4)),
        ({"c1": "second", "c2": "first"}, 0, 0),
    ],
)
def test_guessing_earns_by_the_rule_the_author_chose(answer, per_card, less_guessing):
    assert (fraction(PER_CARD, answer), fraction(STRICT, answer)) == (per_card, less_guessing)


def test_each_card_is_answered_with_its_own_feedback_in_its_own_words():
    marks = grade(PER_CARD, {"d": {"c3": "first", "c1": "second"}}).outcomes["d"].marks
    assert [(mark.part, mark.label, mark.correct, mark.feedback.text) for mark in marks] == [
        ("c3", "Ba → Nên", False, ""),
        ("c1", "Một → Giả", False, "Nhầm."),
    ]


@given(answers)
def test_what_the_page_sends_is_read_and_kept(answer):
    sent = {IDS.name(ITEM_PATH, "d"): {IDS.name(("d", "card"), card): side for card, side in answer.items()}}
    assert read_answers(PER_CARD, sent, IDS) == restore_answers(PER_CARD, {"d": answer}) == {"d": answer}


@pytest.mark.parametrize(
    "raw",
    [
        ["first"],
        "first",
        3,
        {"c1": "first"},  # an author's id
        {IDS.name(("d", "card"), "c1"): "third"},
        {IDS.name(("d", "card"), "c1"): None},
        {IDS.name(("d", "card"), "c1"): ["first"]},
        {"": "first"},
        {str(n): "first" for n in range(50)},
    ],
)
def test_what_no_page_sends_is_refused(raw):
    with pytest.raises(InvalidAnswer):
        read_answers(PER_CARD, {IDS.name(ITEM_PATH, "d"): raw}, IDS)


def test_no_card_answered_is_no_answer():
    assert read_answers(PER_CARD, {IDS.name(ITEM_PATH, "d"): {}}, IDS) == {"d": None}


def test_the_page_holds_all_cards_and_no_answer():
    item = PER_CARD.items[0]
    page = type_of(item).view(item, IDS, {"c1": "second"})
    shown = repr(page)
    assert all(secret not in shown for secret in ("Thật mà", "Nhầm", "answer", "'c1'", "correct"))
    chosen = [
        (card["text"].text, side["label"])
        for card in page["cards"]
        for side in card["sides"]
        if side["chosen"]
    ]
    assert chosen == [("Một", "Giả")]


def test_cards_are_shuffled_for_each_learner_unless_the_author_says_not():
    def order(olx, key):
        item = read(exercise_olx(olx)).items[0]
        return tuple(card["text"].text for card in type_of(item).view(item, OpaqueIds(key), None)["cards"])

    assert len({order(DECK, bytes([n])) for n in range(20)}) > 5
    fixed = DECK.replace('id="d"', 'id="d" shuffle="false"')
    assert {order(fixed, bytes([n])) for n in range(20)} == {("Một", "Hai", "Ba", "Bốn")}


STRUCTURAL = {
    "bad answer": (
        DECK.replace('id="c1" answer="first"', 'id="c1" answer="yes"'),
        "Write one of: first, second",
    ),
    "bad scoring": (
        DECK.replace('id="d"', 'id="d" scoring="partial"'),
        "Write one of: per_card, less_guessing",
    ),
    "unknown part": (
        DECK.replace("<text><p>Hai</p></text>", "<text><p>Hai</p></text><hint/>"),
        "<hint> is not known",
    ),
}
MEANING = {
    "no labels": (DECK.replace(' first="Thật"', ""), "two different answers"),
    "same labels": (DECK.replace('second="Giả"', 'second="Thật"'), "two different answers"),
    "one answer for all": (DECK.replace('answer="second"', 'answer="first"'), "the same answer"),
    "one card": (DECK[: DECK.index('  <card id="c2"')] + "</quick_deck>", "at least 2 cards"),
    "too many": (
        DECK.replace(
            "</quick_deck>",
            "".join(f'<card id="x{n}" answer="first"><text>x</text></card>' for n in range(20))
            + "</quick_deck>",
        ),
        "the limit is 20",
    ),
    "same id": (DECK.replace('id="c2"', 'id="c1"'), "used twice"),
    "empty card": (DECK.replace("<p>Hai</p>", ""), "no text in <text>"),
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
    assert SCHEMA.validate(parse(exercise_olx(DECK))), SCHEMA.error_log
