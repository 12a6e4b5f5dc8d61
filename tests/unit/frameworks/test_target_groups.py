from __future__ import annotations

from digital_literacy.frameworks.target_groups import lineage, national_groups, with_extra


def test_the_four_groups_of_decision_757_in_order():
    assert [group.code for group in national_groups()] == ["students", "citizens", "officials", "workers"]


def test_a_platform_adds_a_group_under_another():
    groups = with_extra(
        national_groups(),
        [{"code": "seniors", "parent": "citizens", "name_vi": "Người cao tuổi", "name_en": "Seniors"}],
    )
    assert lineage("seniors", groups) == ("seniors", "citizens")


def test_an_unknown_code_has_no_lineage():
    assert lineage("robots", national_groups()) == ()


def test_a_circle_of_parents_ends():
    groups = with_extra(
        (),
        [
            {"code": "a", "parent": "b", "name_vi": "a", "name_en": "a"},
            {"code": "b", "parent": "a", "name_vi": "b", "name_en": "b"},
        ],
    )
    assert lineage("a", groups) == ("a", "b")
