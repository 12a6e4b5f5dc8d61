"""Recognising real-looking data, over wide input."""

from __future__ import annotations

import sys
import time
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from digital_literacy.vietnamese import personal_data as pd

provinces = st.sampled_from(sorted(pd.PROVINCES))
six = st.text("0123456789", min_size=6, max_size=6)
two = st.text("0123456789", min_size=2, max_size=2)
separators = st.sampled_from(["", " ", ".", "-", " - ", "/", "_", ",", ", ", "\n", "\t"])


@given(provinces, st.sampled_from("0123"), two, six, separators)
def test_every_number_somebody_could_hold_is_found_however_it_is_grouped(province, century, year, rest, sep):
    text = f"Số: {province}{sep}{century}{year}{sep}{rest}."
    assert pd.find(text) is not None


@given(st.integers(0, 10**12 - 1))
def test_a_number_is_never_both_real_looking_and_for_practice(number):
    digits = f"{number:012d}"
    assert not (pd.is_practice_number(digits) and pd.find(digits) == pd.CITIZEN_NUMBER)


def nested(inner):
    return st.lists(inner, min_size=1) | st.dictionaries(st.text(), inner, min_size=1)


@given(st.recursive(st.just("056099000000"), nested, max_leaves=5))
def test_depth_hides_nothing(value):
    assert pd.find_in(value) == pd.CITIZEN_NUMBER


def test_keys_and_numbers_are_looked_at():
    assert pd.find_in({"056099000000": ""}) == pd.CITIZEN_NUMBER
    assert pd.find_in([4111111111111111]) == pd.CARD
    assert pd.find_in([True, None, 7, 1.5]) is None


@given(st.text())
def test_any_text_is_read_without_an_error(text):
    assert pd.find(text) in (None, pd.CITIZEN_NUMBER, pd.PHONE, pd.CARD, pd.EMAIL)


def test_hostile_text_does_not_stop_the_server():
    # Not a measure of speed: reading that grows with the square of the text would take many minutes.
    started = time.monotonic()
    for piece in ("a", "1 ", "0 ", "0,", "1.1.1111", "a@", "1-", "123 ", "a @ ", "@a.", "@a", "\u0660", "8_"):
        pd.find(piece * (20_000 // len(piece)))
    assert time.monotonic() - started < 60


def test_no_sign_outside_the_quick_look_becomes_a_digit_or_an_at_sign():
    for code in range(sys.maxunicode + 1):
        sign = chr(code)
        plain = unicodedata.normalize("NFKC", sign)
        found = sum(each == "@" or each.isdecimal() for each in plain)
        assert not found or (found == 1 and sign.isdecimal()) or pd._SUSPECT.search(sign), hex(code)
