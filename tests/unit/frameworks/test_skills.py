from __future__ import annotations

import re

import pytest

from digital_literacy.frameworks import skills
from digital_literacy.frameworks.skills import check, national_frameworks, read_frameworks, title, with_extra

NATIONAL = national_frameworks()
HEAD = ",".join(skills.COLUMNS)
OWN = f"{HEAD}\nxa,Khung của xã,,yes,,\nxa:1,Gọi điện,Phone,,,2026-11-01\nxa:2,Nhắn tin,,,,\n"


def problems(codes, frameworks=NATIONAL):
    return [(p.problem % p.params, p.cure % p.params) for p in check(codes, frameworks)]


def test_the_circular_has_6_domains_and_24_competences_with_titles_in_both_languages():
    found = NATIONAL["tt02"]
    numbers = [code.removeprefix("tt02:") for code in found.skills]
    assert [n for n in numbers if "." not in n] == list("123456")
    assert len([n for n in numbers if "." in n]) == 24
    assert all(skill.title_vi and skill.title_en for skill in found.skills.values())
    assert title("tt02:4.2", "vi", NATIONAL) == "Bảo vệ dữ liệu cá nhân và quyền riêng tư"
    assert title("tt02:4.2", "en-gb", NATIONAL) == "Protecting personal data and privacy"


def test_digcomp_has_5_areas_and_21_competences():
    numbers = [code.partition(":")[2] for code in NATIONAL["digcomp22"].skills]
    assert [n for n in numbers if "." not in n] == list("12345")
    assert len([n for n in numbers if "." in n]) == 21
    assert title("digcomp22:2.5", "vi", NATIONAL) == "Netiquette"


def test_what_nobody_compared_with_the_official_text_says_so():
    days = [s.checked_on for f in NATIONAL.values() for s in (f, *f.skills.values())]
    assert all(day == "" or re.fullmatch(r"\d{4}-\d\d-\d\d", day) for day in days)
    assert not NATIONAL["kns757"].complete


def test_the_mapping_goes_both_ways_and_names_only_known_codes():
    same = skills.mapping()
    assert same["tt02:2.6"] == ("digcomp22:2.6",)
    assert same["digcomp22:2.6"] == ("tt02:2.6",)
    assert not any(code.startswith("tt02:6") for code in same)
    assert all(skills.lookup(code, NATIONAL) for code in same)


@pytest.mark.parametrize("codes", ["", "tt02:4.2  digcomp22:1.1", "tt02:4", "kns757:any.code-1"])
def test_known_codes_and_any_code_of_an_open_framework_pass(codes):
    assert problems(codes) == []


def test_an_unknown_framework_is_a_fault_with_the_nearest_name():
    ((problem, cure),) = problems("tt2:4.2")
    assert "tt2" in problem
    assert "“tt02”" in cure
    assert "kns757" in cure
    ((_problem, cure),) = problems("zzzzzz:1")
    assert cure == "Known here: tt02, kns757, digcomp22."


def test_an_unknown_code_of_a_complete_framework_is_a_fault_with_the_nearest_code():
    ((problem, cure),) = problems("tt02:4.22")
    assert "tt02:4.22" in problem
    assert "tt02:4.2" in cure
    assert len(problems("tt02:x tt02:4.2 tt02:9.9")) == 2


@pytest.mark.parametrize("code", ["tt02", "TT02:1", "x:", ":1", "tt02:", "tt02:4.2,"])
def test_what_is_no_code_is_a_fault_even_where_any_framework_is_accepted(code):
    assert len(problems(code)) == 1
    assert len(problems(code, {})) == 1
    assert problems("any:1", {}) == []


def test_a_platform_adds_a_framework_and_replaces_one():
    merged = with_extra(NATIONAL, [OWN, f"\ufeff{HEAD}\nkns757,Phụ lục,,yes,,\nkns757:1.1,Tìm,,,,\n"])
    assert title("xa:2", "en", merged) == "Nhắn tin"
    assert merged["xa"].skills["xa:1"].checked_on == "2026-11-01"
    assert problems("xa:1 kns757:1.1", merged) == []
    assert len(problems("xa:3 kns757:1.2", merged)) == 2
    assert "xa" not in NATIONAL


@pytest.mark.parametrize(
    "text",
    ["", "code,title_vi\nxa,Xã\n", f"{HEAD}\nxa:1,Một,,,,\n", f"{HEAD}\nXA,Một,,,,\n", f"{HEAD}\nxa\n:1\n"],
)
def test_a_file_in_another_form_is_refused(text):
    with pytest.raises(ValueError, match=r"columns|proper code"):
        read_frameworks(text)
