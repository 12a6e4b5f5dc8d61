"""The dated list of provinces and communes."""

from __future__ import annotations

from digital_literacy.frameworks.administrative_units import communes, provinces, unit


def test_two_levels_and_their_numbers():
    assert len(provinces()) == 34
    assert sum(len(communes(province.code)) for province in provinces()) == 3321


def test_dong_hai_stands_under_khanh_hoa():
    found = unit("22780")
    assert found is not None
    assert (found.name, found.province_code) == ("Phường Đông Hải", "56")
    assert len(communes("56")) == 65


def test_unknown_codes_give_nothing():
    assert unit("00000") is None
    assert communes("") == communes("99") == ()
