"""A learner's draw: always the same for him, the right size, fair, and changed as little as possible by the author."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digital_literacy.exercises.drawing import Seed, drawn
from digital_literacy.exercises.grading import grade, restore_answers
from digital_literacy.exercises.model import Pool
from digital_literacy.exercises.source import exercise_of
from digital_literacy.olx.parsing import inner_xml, parse
from tests.unit.exercises.samples import SINGLE, exercise_olx, read

keys = st.binary(min_size=8, max_size=8)


def single(identifier: str) -> str:
    return SINGLE.replace('"q1"', f'"{identifier}"')


def pool(names, draw: int, attributes: str = "") -> str:
    items = "".join(f"<text><p>Về {name}</p></text>{single(name)}" for name in names)
    return f'<pool id="p" draw="{draw}" {attributes}>{items}</pool>'


def forms(*names: str) -> str:
    return exercise_olx(*(f'<form id="{name}">{single("q" + name)}</form>' for name in names))


def seed(number: int, role: str = "pre") -> Seed:
    return Seed(f"learner {number}".encode(), f"learner {number} in a set".encode(), role)


def names(exercise) -> list[str]:
    return [item.id for item in exercise.items]


@given(keys, st.integers(1, 8), st.integers(1, 8), st.booleans())
def test_a_draw_has_the_right_size_is_stable_and_worth_the_same(key, count, draw, shuffle):
    draw = min(draw, count)
    known = [f"i{number}" for number in range(count)]
    exercise = read(
        exercise_olx(single("first"), pool(known, draw, 'shuffle="true"' if shuffle else ""), single("last"))
    )
    one = drawn(exercise, Seed(key, key))
    assert one == drawn(exercise, Seed(key, key))
    got = names(one)
    assert (got[0], got[-1], len(got)) == ("first", "last", draw + 2)
    assert len(set(got)) == len(got)
    assert set(got[1:-1]) <= set(known)
    assert shuffle or got[1:-1] == sorted(got[1:-1])
    assert one.points == exercise.points == draw + 2
    assert not any(isinstance(part, Pool) for part in one.parts)


@given(keys, st.integers(2, 6))
def test_pre_and_post_never_give_the_same_form(key, count):
    exercise = read(forms(*(chr(65 + number) for number in range(count))))
    pre, post = (drawn(exercise, Seed(b"", key, role)) for role in ("pre", "post"))
    assert names(pre) != names(post)
    assert len(names(pre)) == 1
    assert pre.points == exercise.points == 1
    # Another block of the set has another key of its own, and the same for the set.
    assert names(drawn(exercise, Seed(b"another block", key))) == names(pre)


def test_every_item_and_every_form_is_drawn_about_equally_often():
    exercise = read(exercise_olx(pool("abcde", 2)))
    drawn_often = Counter(name for number in range(2000) for name in names(drawn(exercise, seed(number))))
    assert all(700 < drawn_often[name] < 900 for name in "abcde")
    pairs = Counter(
        (
            *names(drawn(read(forms("A", "B", "C")), seed(n))),
            *names(drawn(read(forms("A", "B", "C")), seed(n, "post"))),
        )
        for n in range(600)
    )
    assert len(pairs) == 6
    assert all(60 < often < 140 for often in pairs.values())


def test_a_shuffled_pool_has_many_orders():
    exercise = read(exercise_olx(pool("abcd", 4, 'shuffle="true"')))
    assert len({tuple(names(drawn(exercise, seed(number)))) for number in range(300)}) == 24


def test_an_item_added_later_changes_only_the_draws_it_is_in():
    before, after = (read(exercise_olx(pool(known, 2))) for known in ("abcd", "abcde"))
    changed = 0
    for number in range(300):
        old, new = set(names(drawn(before, seed(number)))), set(names(drawn(after, seed(number))))
        assert new == old or (new - old == {"e"} and len(old - new) == 1)
        changed += new != old
    assert 80 < changed < 160


def test_an_answer_to_what_is_no_longer_drawn_counts_as_none():
    exercise = drawn(read(exercise_olx(pool("ab", 1))), seed(1))
    (kept,) = names(exercise)
    stored = {"a": "a", "b": "a"}
    assert restore_answers(exercise, stored) == {kept: "a"}
    assert grade(exercise, restore_answers(exercise, stored)).fraction == Fraction(1)
    assert restore_answers(exercise, {"gone": "a"}) == {kept: None}


def test_content_comes_with_its_item():
    exercise = drawn(read(exercise_olx(pool("abc", 1))), seed(3))
    text, item = exercise.parts
    assert text.text.text == f"Về {item.id}"


def test_variants_replace_an_item_in_a_pool_and_in_a_form():
    variant = f'<variant group="students">{single("b").replace("Trang nào?", "Em ơi?")}</variant>'
    for olx in (
        exercise_olx(pool("abc", 3).replace("</pool>", f"{variant}</pool>")),
        exercise_olx(f'<form id="A">{single("a")}</form><form id="B">{variant}{single("b")}</form>'),
    ):
        assert read(olx, "students").item("b").prompt.text == "Em ơi?"
        assert read(olx).item("b").prompt.text == "Trang nào?"
        assert names(read(olx, "students")) == names(read(olx))


@pytest.mark.parametrize("olx", [exercise_olx(SINGLE), exercise_olx(pool("abc", 2))])
def test_reading_is_done_once_for_all_learners(olx):
    inner = inner_xml(parse(olx))
    assert exercise_of(inner)[0] is exercise_of(inner)[0]
    exercise = read(exercise_olx(SINGLE))
    assert drawn(exercise, seed(1)) is exercise
