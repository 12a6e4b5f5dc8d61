from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digital_literacy.identity.names import NameMatch, compare, tidy


@pytest.mark.parametrize(
    ("one", "other", "match"),
    [
        ("Trần Thị Tư", "TRẦN  THỊ TƯ", NameMatch.SAME),
        ("Đặng Hoà", "Ðặng Hòa", NameMatch.SAME),
        ("Nguyễn Thuý", "Nguyễn Thúy", NameMatch.SAME),
        ("Lê\u200b Hà", "Lê Hà ", NameMatch.SAME),
        (unicodedata.normalize("NFD", "Phạm Quốc Bảo"), "Phạm Quốc Bảo", NameMatch.SAME),
        ("Nguyễn Văn Bình", "Nguyễn Văn Bính", NameMatch.WITHOUT_MARKS),
        ("Nguyen Van Binh", "Nguyễn Văn Bình", NameMatch.WITHOUT_MARKS),
        ("Dang Hoa", "Đặng Hòa", NameMatch.WITHOUT_MARKS),
        ("Trần Thị Tư", "Tư Trần Thị", NameMatch.DIFFERENT),
        ("Trần Thị Tư", "Trần Tư", NameMatch.DIFFERENT),
        ("", "", NameMatch.DIFFERENT),
    ],
)
def test_compare(one, other, match):
    assert compare(one, other) is match
    assert compare(other, one) is match


@given(st.text(max_size=50))
def test_a_tidy_name_is_tidy(name):
    assert tidy(tidy(name)) == tidy(name)
    assert len(tidy("x" * 500)) == 120


def test_direction_marks_and_controls_go():
    assert tidy("Trần\u202e Thị\x00\tTư") == "Trần Thị Tư"
