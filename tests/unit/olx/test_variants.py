from __future__ import annotations

from lxml import etree

from digital_literacy.olx.parsing import parse
from digital_literacy.olx.variants import groups_named, resolve

SOURCE = parse(
    """<exercise>
  <intro>chung</intro>
  <item id="q1"><prompt>p</prompt><option id="a">A</option><option id="b">B</option>
    <variant group="students workers"><option id="b">B trẻ</option></variant>
  </item>
  <variant group="citizens"><intro>người dân</intro><item id="q2"><prompt>thêm</prompt></item></variant>
  <variant group="seniors"><intro>người cao tuổi</intro></variant>
</exercise>"""
)


def text(element, path):
    found = element.find(path)
    return None if found is None else found.text


def test_the_common_text_is_the_fallback():
    tree = resolve(SOURCE)
    assert text(tree, "intro") == "chung"
    assert text(tree, "item/option[@id='b']") == "B"
    assert not list(tree.iter("variant"))


def test_a_variant_replaces_the_part_with_the_same_id_in_place():
    tree = resolve(SOURCE, ("workers",))
    assert [option.text for option in tree.iter("option")] == ["A", "B trẻ"]
    assert text(tree, "intro") == "chung"


def test_a_part_without_counterpart_is_added():
    tree = resolve(SOURCE, ("citizens",))
    assert [item.get("id") for item in tree.findall("item")] == ["q1", "q2"]


def test_the_nearest_group_of_the_lineage_wins_and_parents_fill_in():
    tree = resolve(SOURCE, ("seniors", "citizens"))
    assert text(tree, "intro") == "người cao tuổi"
    assert len(tree.findall("item")) == 2


def test_the_source_stays_as_it_is():
    before = etree.tostring(SOURCE)
    resolve(SOURCE, ("seniors", "citizens"))
    assert etree.tostring(SOURCE) == before


def test_lines_are_kept_for_faults():
    assert resolve(SOURCE, ("workers",)).find("item/option[@id='b']").sourceline == 4


def test_groups_named_lists_each_once():
    assert groups_named(SOURCE) == ["students", "workers", "citizens", "seniors"]


def test_text_around_a_variant_belongs_to_the_parent():
    tree = resolve(parse('<p>a<variant group="x"><b/></variant>c</p>'), ())
    assert etree.tostring(tree) == b"<p>ac</p>"
