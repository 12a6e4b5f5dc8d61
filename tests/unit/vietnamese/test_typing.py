"""Letters, keyboards, numbers, dates and slips, over wide input."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digital_literacy.vietnamese import keyboards, letters, numbers, typos
from digital_literacy.vietnamese.dates import day_of
from digital_literacy.vietnamese.syllables import is_syllable

SOME = "đường trường thuý khoẻ tiếng Việt nguyễn giặt quỳnh ưu ươm đặng thị ổi ắt ẫm mở điện thoại huệ quyết"
WELL_FORMED = "đường quốc gia giêng gì nghiên ghế kỹ quý huỳnh xoong yêu uống được quyển ạ"
MALFORMED = "ngiên kường gế cế đườngg bấmm wifi đuợc facebook tat bat6 áà quơu th"
WORDS = SOME.split()
TELEX = {"\u0302": "", "\u0306": "w", "\u031b": "w", **dict(zip(letters.TONES, "fsxrj", strict=True))}
VNI = {"\u0302": "6", "\u0306": "8", "\u031b": "7", **dict(zip(letters.TONES, "21435", strict=True))}
texts = st.text(max_size=60)
vietnamese = st.text("aăâeêioôơuưyđáàảãạbcdghklmnpqrstvx 0123456789.,-/", max_size=40)


def typed(word: str, keys: dict[str, str], stroke: str) -> str:
    """The word as its keys, each right after its letter; the tone last."""
    out, tone = [], ""
    for sign in unicodedata.normalize("NFD", word.replace("đ", "d" + stroke).replace("Đ", "D" + stroke)):
        if sign in letters.TONES:
            tone = keys[sign]
        elif sign == "\u0302":
            out.append(keys[sign] or out[-1].lower())
        else:
            out.append(keys.get(sign, sign))
    return "".join(out) + tone


@pytest.mark.parametrize("word", WORDS)
def test_a_word_is_found_in_its_keys_and_no_other_word_is(word):
    for keys, stroke in ((TELEX, "d"), (VNI, "9")):
        spelled = typed(word, keys, stroke)
        if spelled != word:
            assert keyboards.is_leftover(spelled, word), spelled
        assert [other for other in WORDS if other != word and keyboards.is_leftover(spelled, other)] == []
    assert not keyboards.is_leftover(word, word)
    assert not keyboards.is_leftover(letters.bare(word), word)


@given(vietnamese, vietnamese)
def test_left_over_keys_never_change_the_letters(one, other):
    if keyboards.is_leftover(one, other):
        plain = letters.without_marks(one)
        left = iter(plain.replace("w", "u") if "w" in plain else plain)
        assert all(letter in left for letter in letters.without_marks(other))


@pytest.mark.parametrize("one", ["a", "o", "w", "d", "6", "aâ", "uơ"])
def test_hostile_words_have_few_readings(one):
    word = ("âăđươ" * 10)[: keyboards.LONGEST]
    given_letters = keyboards._letters((one * 30)[: keyboards.LONGEST])
    wanted = keyboards._letters(word)
    states = {(0, frozenset((p, m) for p, (_, marks) in enumerate(wanted) for m in marks))}
    for letter, marks in given_letters:
        states = {
            s for state in states for s in keyboards._steps(letter, marks, tuple(w for w, _ in wanted), state)
        }
        assert len(states) <= 200


@given(texts)
def test_marks_come_off_once(text):
    assert letters.bare(letters.bare(text)) == letters.bare(text)
    assert not letters.has_marks(letters.bare(text))
    assert letters.clean(letters.clean(text)) == letters.clean(text)


@given(texts)
def test_a_moved_tone_stays_and_moves_once(text):
    moved = letters.tone_last(text)
    assert letters.tone_last(moved) == moved
    assert letters.split_tones(moved) == letters.split_tones(text)


@pytest.mark.parametrize(
    ("word", "well_formed"),
    [
        *((word, True) for word in WELL_FORMED.split()),
        *((word, False) for word in MALFORMED.split()),
        ("", False),
    ],
)
def test_well_formed_syllables(word, well_formed):
    assert is_syllable(word) is well_formed


@given(st.integers(0, 10**12), st.integers(0, 99))
def test_numbers_read_as_they_are_written(whole, hundredths):
    grouped = f"{whole:,}".replace(",", ".")
    value = whole + Fraction(hundredths, 100)
    for text in (
        f"{grouped},{hundredths:02d}",
        f"{whole},{hundredths:02d}",
        grouped.replace(".", " ") + f",{hundredths:02d}",
    ):
        found = numbers.read_number(text)
        assert found is not None
        assert (found.value, found.pointed) == (value, False)
    assert numbers.read_number(f"{grouped} đồng").unit == numbers.DONG


@given(texts | vietnamese)
def test_any_text_is_a_number_or_none(text):
    found = numbers.read_number(text)
    assert found is None or isinstance(found.value, Fraction)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_dates_read_as_they_are_written(day):
    for shape in (
        "{0}/{1}/{2}",
        "{0:02d}-{1:02d}-{2}",
        "{0}.{1}.{2}",
        "ngày {0} tháng {1} năm {2}",
        "{0:02d}{1:02d}{2}",
    ):
        assert day_of(shape.format(day.day, day.month, day.year)) == day
    assert day_of(f"{day.day}/{day.month}/{day.year}") != day + timedelta(1)


@given(texts | vietnamese)
def test_any_text_is_a_day_or_none(text):
    assert day_of(text) is None or isinstance(day_of(text), date)


@given(vietnamese, vietnamese)
def test_the_distance_is_alike_both_ways(one, other):
    assert typos.distance(one, other, 2) == typos.distance(other, one, 2)
    assert (typos.distance(one, other, 2) == 0) == (one == other)


@given(vietnamese, vietnamese)
def test_a_slip_changes_no_tone_and_no_figure(one, other):
    found = typos.slips(one, other)
    assert found is None or 0 <= found <= 2
    if found:
        assert letters.split_tones(one)[1] == letters.split_tones(other)[1]
        assert [c for c in one if c.isdigit()] == [c for c in other if c.isdigit()]
