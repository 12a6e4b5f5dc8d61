"""Vietnamese words in a list stand where a Vietnamese reader looks for them."""

from __future__ import annotations

import random
import unicodedata

import pytest

from digital_literacy.frameworks.administrative_units import by_name, communes, provinces
from digital_literacy.vietnamese.order import sort_key

IN_ORDER = [
    "An Giang",
    "ăn",
    "Ân Thi",
    "Ba",
    "Bà",
    "Bả",
    "Bã",
    "Bá",
    "Bạ",
    "Cà Mau",
    "Cao Bằng",
    "Dak",
    "Đà Nẵng",
    "ê",
]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_letters_then_tones(form):
    words = [unicodedata.normalize(form, word) for word in IN_ORDER]
    mixed = random.Random(1).sample(words, len(words))
    assert sorted(mixed, key=sort_key) == words


def test_a_province_stands_by_its_name_and_not_by_its_kind():
    names = [each.name for each in by_name(provinces())]
    assert names[0].endswith("An Giang")
    places = [
        next(i for i, name in enumerate(names) if name.endswith(end))
        for end in ("Cà Mau", "Cần Thơ", "Đà Nẵng")
    ]
    assert places == sorted(places)
    assert sorted(names) == sorted(each.name for each in provinces())


def test_no_commune_is_lost():
    assert {each.code for each in by_name(communes("56"))} == {each.code for each in communes("56")}
