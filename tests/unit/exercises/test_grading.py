from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digital_literacy.exercises.answers import InvalidAnswer
from digital_literacy.exercises.grading import ITEM_PATH, grade, read_answers, restore_answers
from digital_literacy.exercises.ids import OpaqueIds
from digital_literacy.exercises.item_types.ordering import start_order
from digital_literacy.exercises.measures import hits_less_false_alarms, order_agreement
from tests.unit.exercises.samples import IDS, TRIAGE, basic_types, exercise_olx, read

EXERCISE = read(basic_types())
RIGHT = {
    "q1": "a",
    "q2": ["a", "b"],
    "q3": ["s1", "s2", "s3", "s4"],
    "q4": {"verdict": "scam", "clues": ["c1", "c2"], "action": "report"},
}


def name(item: str, kind: str, part: str) -> str:
    return IDS.name((item, kind), part)


def outside(answers: dict) -> dict:
    """Answers in author's ids as the page of one learner sends them."""
    sent = {}
    for item, answer in answers.items():
        kind = {"q1": "option", "q2": "option", "q3": "step"}.get(item, "part")
        if isinstance(answer, str):
            sent[item] = name(item, kind, answer)
        elif isinstance(answer, list):
            sent[item] = [name(item, kind, part) for part in answer]
        elif answer is not None:
            sent[item] = {
                "verdict": answer["verdict"],
                "clues": [name(item, "part", part) for part in answer["clues"]],
                "action": answer["action"] and name(item, "action", answer["action"]),
            }
    return {IDS.name(ITEM_PATH, item): answer for item, answer in sent.items()}


def subsets(*parts: str):
    return st.lists(st.sampled_from(parts), unique=True)


any_answers = st.fixed_dictionaries(
    {},
    optional={
        "q1": st.sampled_from(["a", "b"]),
        "q2": subsets("a", "b", "c").filter(bool),
        "q3": st.permutations(["s1", "s2", "s3", "s4"]),
        "q4": st.fixed_dictionaries(
            {
                "verdict": st.sampled_from([None, "scam", "genuine"]),
                "clues": subsets("c1", "c2", "d1"),
                "action": st.sampled_from([None, "report", "tap"]),
            }
        ).filter(lambda a: any(a.values())),
    },
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def test_right_answers_earn_everything():
    result = grade(EXERCISE, read_answers(EXERCISE, outside(RIGHT), IDS))
    assert result.correct
    assert result.fraction == 1
    assert result.earned == EXERCISE.points == 8


@given(any_answers)
def test_the_total_lies_between_nothing_and_everything(answers):
    result = grade(EXERCISE, read_answers(EXERCISE, outside(answers), IDS))
    assert 0 <= result.earned <= result.possible
    assert all(0 <= outcome.fraction <= 1 for outcome in result.outcomes.values())


@given(any_answers)
def test_full_credit_exactly_for_the_right_answers(answers):
    result = grade(EXERCISE, read_answers(EXERCISE, outside(answers), IDS))
    for item, outcome in result.outcomes.items():
        given, right = answers.get(item), RIGHT[item]
        same = given == right
        if item == "q2":
            same = given is not None and sorted(given) == sorted(right)
        if item == "q4":
            same = given is not None and {**given, "clues": sorted(given["clues"])} == right
        assert outcome.correct == same, (item, given)


@given(any_answers, st.randoms())
def test_the_order_of_choices_does_not_matter(answers, random):
    mixed = dict(answers)
    for item in ("q2", "q4"):
        if item in mixed:
            shuffled = list(mixed[item] if item == "q2" else mixed[item]["clues"])
            random.shuffle(shuffled)
            mixed[item] = shuffled if item == "q2" else {**mixed[item], "clues": shuffled}
    one, other = (grade(EXERCISE, read_answers(EXERCISE, outside(each), IDS)) for each in (answers, mixed))
    assert one.earned == other.earned


@given(any_answers)
def test_what_is_kept_grades_the_same_again(answers):
    checked = read_answers(EXERCISE, outside(answers), IDS)
    assert restore_answers(EXERCISE, checked) == checked


@given(
    st.dictionaries(st.sampled_from([IDS.name(ITEM_PATH, i.id) for i in EXERCISE.items]), json_values)
    | json_values
)
def test_any_other_json_is_refused_in_words_or_graded(raw):
    try:
        answers = read_answers(EXERCISE, raw, IDS)
    except InvalidAnswer:
        return
    assert 0 <= grade(EXERCISE, answers).fraction <= 1


@given(json_values)
def test_stored_rubbish_counts_as_not_answered(stored):
    assert grade(EXERCISE, restore_answers(EXERCISE, stored)).earned == 0


@pytest.mark.parametrize(
    "answers",
    [
        {"q1": "a"},  # an author's id is not a name of the page
        {IDS.name(ITEM_PATH, "q1"): "a"},
        {IDS.name(ITEM_PATH, "q1"): [name("q1", "option", "a")]},
        {IDS.name(ITEM_PATH, "q1"): name("q2", "option", "a")},
        {IDS.name(ITEM_PATH, "q2"): [name("q2", "option", "a")] * 2},
        {IDS.name(ITEM_PATH, "q3"): [name("q3", "step", "s1")]},
        {IDS.name(ITEM_PATH, "q4"): {"verdict": "maybe"}},
        {IDS.name(ITEM_PATH, "q4"): {"score": 3}},
        {IDS.name(ITEM_PATH, "q4"): [True]},
    ],
)
def test_unknown_names_and_wrong_shapes_are_refused(answers):
    with pytest.raises(InvalidAnswer):
        read_answers(EXERCISE, answers, IDS)


def test_another_learners_names_are_refused():
    with pytest.raises(InvalidAnswer):
        read_answers(EXERCISE, outside(RIGHT), OpaqueIds(b"somebody else"))


@pytest.mark.parametrize(
    ("answer", "fraction"),
    [
        ({"verdict": "scam", "clues": [], "action": None}, Fraction(1, 3)),
        ({"verdict": "genuine", "clues": ["c1", "c2"], "action": None}, Fraction(1, 3)),
        ({"verdict": "scam", "clues": ["c1"], "action": "report"}, Fraction(5, 6)),
        ({"verdict": "scam", "clues": ["c1", "c2", "d1"], "action": "report"}, Fraction(2, 3)),
        ({"verdict": "genuine", "clues": [], "action": "tap"}, Fraction(0)),
    ],
)
def test_triage_counts_verdict_clues_and_action(answer, fraction):
    assert grade(EXERCISE, {"q4": answer}).outcomes["q4"].fraction == fraction


def test_a_genuine_message_taken_for_a_scam_earns_nothing_for_marking_nothing():
    genuine = read(exercise_olx(TRIAGE.replace('"scam"', '"genuine"').replace(' clue="true"', "")))
    wrong = {"verdict": "scam", "clues": [], "action": None}
    right = {"verdict": "genuine", "clues": [], "action": "x"}
    alarmed = {"verdict": "genuine", "clues": ["c1"], "action": "x"}
    fractions = [grade(genuine, {"q4": answer}).fraction for answer in (wrong, right, alarmed)]
    assert fractions == [0, 1, Fraction(5, 6)]


def test_all_or_nothing_gives_no_part():
    strict = read(basic_types().replace('scoring="partial"', 'scoring="all_or_nothing"'))
    assert grade(strict, {"q2": ["a"]}).outcomes["q2"].fraction == 0
    assert grade(EXERCISE, {"q2": ["a"]}).outcomes["q2"].fraction == Fraction(1, 2)
    assert grade(EXERCISE, {"q2": ["a", "b", "c"]}).outcomes["q2"].fraction == 0


def test_feedback_belongs_to_what_was_chosen_only():
    marks = grade(EXERCISE, {"q2": ["c"]}).outcomes["q2"].marks
    assert [mark.part for mark in marks] == ["c"]
    assert grade(EXERCISE, {"q2": ["c"]}).outcomes["q2"].missed == 2


@given(st.permutations("abcde"))
def test_an_order_and_its_reverse_never_both_earn(order):
    agreement, reverse = order_agreement(order, "abcde"), order_agreement(order[::-1], "abcde")
    assert min(agreement, reverse) == 0
    assert (agreement == 1) == (list(order) == list("abcde"))


@given(st.sets(st.sampled_from("abcdef")))
def test_ticking_everything_or_nothing_earns_nothing(wrong):
    right = set("abcdef") - wrong
    if right and wrong:
        assert hits_less_false_alarms("abcdef", right, wrong) == 0
        assert hits_less_false_alarms("", right, wrong) == 0


@given(st.binary(min_size=1, max_size=16))
def test_the_shuffled_start_earns_nothing_and_stays(key):
    ids = OpaqueIds(key)
    start = start_order(EXERCISE.item("q3"), ids)
    assert start == start_order(EXERCISE.item("q3"), OpaqueIds(key))
    assert grade(EXERCISE, {"q3": start}).outcomes["q3"].fraction == 0
