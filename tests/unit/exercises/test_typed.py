"""Matching of typed answers, over wide input."""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digital_literacy.exercises.typed.any_order import MOST, assign
from digital_literacy.exercises.typed.folding import FOLDS, fold, literal
from digital_literacy.exercises.typed.gap import KINDS, MAX_TYPED, TypedGap, Wrong
from digital_literacy.exercises.typed.matching import match
from digital_literacy.exercises.typed.tolerances import CREDITS, NOTES, TOLERANCES
from digital_literacy.vietnamese import syllables
from digital_literacy.vietnamese.letters import TONES, bare

phrases = st.text("aáàảãạâấoòóôơuưứyýdđgiknhqtws ", min_size=1, max_size=24)
texts = st.text(max_size=80) | phrases | st.text("0123456789.,/-+ đk%", max_size=24)
levels = st.sampled_from(list(CREDITS))
settings = st.fixed_dictionaries({}, optional=dict.fromkeys(TOLERANCES["text"], levels))
folds = st.sets(st.sampled_from(list(FOLDS)))
gaps = st.builds(
    TypedGap,
    kind=st.sampled_from(KINDS),
    accepts=st.lists(texts, min_size=1, max_size=3).map(tuple),
    wrongs=st.lists(st.builds(Wrong, texts), max_size=2).map(tuple),
    levels=st.just({}),
    within=st.fractions(0, 10),
)


@given(gaps, texts)
def test_any_text_earns_nothing_half_or_all(gap, typed):
    found = match(gap, typed)
    assert found.credit in CREDITS.values()
    assert set(found.notes) <= set(NOTES)
    assert not (found.wrong and found.credit)
    assert found.credit == 0 or literal(typed)


@given(phrases, settings)
def test_what_is_accepted_earns_everything_whatever_is_set(accepted, set_):
    if literal(accepted):
        assert match(TypedGap(accepts=(accepted,), levels=set_), accepted).credit == 1


@given(phrases, phrases, settings)
def test_everything_is_earned_exactly_by_what_folds_to_the_same(accepted, typed, set_):
    strays = {"no_marks": "partial", "keyboard": "partial", "typos": "partial"}
    gap = TypedGap(accepts=(accepted,), levels={**set_, **strays})
    silent = {name for name in FOLDS if gap.credit(name) == 1}
    same = bool(literal(typed)) and fold(typed, silent) == fold(accepted, silent)
    assert (match(gap, typed).credit == 1) == same


@given(texts, folds)
def test_folding_twice_changes_nothing(text, names):
    assert fold(fold(text, names), names) == fold(text, names)


@given(phrases, phrases, folds)
def test_folding_keeps_the_letters(one, other, names):
    names -= {"spaces"}
    if fold(one, names) == fold(other, names):
        alike = [bare(literal(each)).casefold().replace("y", "i") for each in (one, other)]
        assert alike[0] == alike[1]


@given(phrases, phrases)
def test_full_matches_go_both_ways(one, other):
    there = match(TypedGap(accepts=(one,)), other).credit == 1
    back = match(TypedGap(accepts=(other,)), one).credit == 1
    assert there == back or not (literal(one) and literal(other))


@pytest.mark.parametrize("level", ["full", "partial", "no"])
@pytest.mark.parametrize("name", list(TOLERANCES["text"]))
def test_each_tolerance_can_be_switched_alone(name, level):
    accepted, typed = {
        "case": ("VNeID", "vneid"),
        "spaces": ("24/7", "24 / 7"),
        "punctuation": ("Không", "Không."),
        "tone_placement": ("hòa", "hoà"),
        "i_y": ("kỹ", "kĩ"),
        "no_marks": ("mật khẩu", "mat khau"),
        "keyboard": ("đường", "dduowngf"),
        "typos": ("trường", "trườngg"),
    }[name]
    others = dict.fromkeys(TOLERANCES["text"], "no")
    found = match(TypedGap(accepts=(accepted,), levels={**others, name: level}), typed)
    assert found.credit == CREDITS[level]
    assert bool(found.notes) == (level == "partial")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "piece", ["a", "1", "1.", "1 triệu ", "\u0301", "á ", "ww", "-", '"', " ", "١", "ngày 1 "]
)
def test_a_text_longer_than_any_answer_is_not_looked_at(kind, piece):
    accepted = (piece * MAX_TYPED)[:MAX_TYPED]
    gap = TypedGap(kind=kind, accepts=(accepted, "1"), levels={})
    for size in (MAX_TYPED, MAX_TYPED + 1, 100 * MAX_TYPED):
        found = match(gap, (piece * size)[:size])
        assert found.credit in CREDITS.values()
        assert size <= MAX_TYPED or found.credit == 0


def test_a_tone_never_counts_for_another_in_any_syllable():
    rimes = [rime for rime in syllables._RIMES if not rime.endswith(syllables._STOPS)]
    for rime in rimes:
        words = [unicodedata.normalize("NFC", f"b{rime[0]}{tone}{rime[1:]}") for tone in ("", *TONES)]
        for accepted in words:
            gap = TypedGap(accepts=(accepted,))
            earning = [typed for typed in words if match(gap, typed).credit]
            assert set(earning) <= {accepted, bare(accepted)}, (accepted, earning)


credits = st.sampled_from(list(CREDITS.values()))
squares = st.integers(1, 5).flatmap(
    lambda size: st.lists(st.lists(credits, min_size=size, max_size=size), min_size=size, max_size=size)
)


@given(squares)
def test_shared_solutions_are_used_once_and_earn_the_most(table):
    chosen = assign(table)
    size = len(table)
    assert sorted(chosen) == list(range(size))
    earned = sum((table[answer][solution] for answer, solution in enumerate(chosen)), Fraction(0))
    assert earned == max(
        sum((row[solution] for row, solution in zip(table, order, strict=True)), Fraction(0))
        for order in permutations(range(size))
    )


def test_the_largest_group_is_assigned():
    assert assign([[Fraction(1)] * MOST] * MOST) == list(range(MOST))
