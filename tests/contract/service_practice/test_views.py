"""The pages: what each viewer sees, and what nobody may find in them."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from digital_literacy.learners import groups
from tests.contract.runtime import again, block_from
from tests.unit.public_services.samples import GROUPS, olx, practice

pytestmark = pytest.mark.django_db

NAMES = {
    "": "Phan Mẫu Thu Hà",
    "students": "Lê Mẫu Thùy Dương",
    "citizens": "Võ Mẫu Thị Sen",
    "officials": "Đoàn Mẫu Khánh Linh",
    "workers": "Huỳnh Mẫu Tấn Lộc",
}


def page_of(block, group=""):
    if group:
        groups.choose_group(group, user_id=block.user_id, fallback=block)
    return block.student_view().content


@pytest.mark.parametrize("group", ["", *GROUPS])
def test_each_group_sees_its_own_people_only(block, group):
    page = page_of(block, group)
    assert NAMES[group] in page
    assert not [name for key, name in NAMES.items() if key != group and name in page]


@pytest.mark.parametrize("group", ["", *GROUPS])
def test_no_answer_stands_in_the_page(block, group):
    page = page_of(block, group)
    found = practice(group)
    scenario = found.scenario
    secrets = [result.reason.text for result in found.service.results if result.reason]
    secrets += [field.clue.text for field in found.service.fields() if field.clue]
    secrets += [text for field in found.service.fields() for text in field.reasons.values()]
    secrets += [item.reason.text for item in scenario.tray if item.reason]
    secrets += [scenario.supplement.request.text, *(o.title for o in scenario.supplement.options)]
    secrets += [trap.reason for expected in scenario.expects.values() for trap in expected.traps]
    assert len(secrets) > 20
    text = etree.HTML(page).xpath("string()") + page
    for secret in secrets:
        assert secret not in text
    assert f'value="{scenario.commune}"' not in page
    assert "correct" not in re.sub(r"<[^>]*class=[^>]*>", "", page)


def test_the_page_keeps_to_the_safety_rules(block):
    page = page_of(block)
    root = etree.HTML(page)
    assert "MÔ PHỎNG" in page
    assert not root.xpath("//form | //input[@type='file'] | //input[@type='password'] | //img")
    assert not root.xpath("//button[not(@type='button')]")
    # One link leaves the page: to what the learner tells of himself, on this very site.
    leaving = {href for href in root.xpath("//a/@href") if not href.startswith("#")}
    assert {href.partition("?")[0] for href in leaving} <= {"/digital-literacy/about-me/"}
    buttons = root.xpath("//button[not(@data-dl-needs-script)]")
    assert buttons == []


def test_every_id_is_the_blocks_own_and_every_control_has_a_name(block):
    root = etree.HTML(page_of(block, "workers"))
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert all(identifier.startswith(block.html_id) for identifier in ids)
    for control in root.xpath("//input[not(ancestor::label)] | //select | //textarea"):
        assert root.xpath(f"//label[@for='{control.get('id')}']"), control.get("id")
    for reference in root.xpath("//@aria-describedby | //@aria-labelledby"):
        assert set(reference.split()) <= set(ids), reference


def test_a_second_look_is_the_same_page(block):
    assert page_of(block) == again(block).student_view().content


def test_visitors_read_and_cannot_file(user):
    page = block_from(olx(), user_id=None).public_view().content
    assert "Phan Mẫu Thu Hà" in page
    assert "data-sp-submit" not in page
    assert "<input" not in page


def test_authors_see_every_group_with_answers_and_unchecked_facts(user):
    page = block_from(olx(), user_id=user.pk, staff=True).author_view().content
    for name in NAMES.values():
        assert name in page
    assert "Xã Cam Lâm" in page
    assert "Thông tin cần đối chiếu lại" in page or "Facts to check again" in page


def test_a_faulty_source_is_kept_and_shown_calmly(user):
    bad = olx().replace("003 198 000011", "056 099 " + "000000")
    learner = block_from(bad, user_id=user.pk)
    assert learner.rejected_olx
    assert "000000" not in learner.student_view().content
    author = block_from(bad, user_id=user.pk, staff=True)
    assert "dl-faults" in author.author_view().content
    assert author.source_faults()[0].line > 1


def test_export_gives_back_what_was_read(block):
    node = etree.Element("service_practice", url_name="tam-tru")
    block.add_xml_to_node(node)
    assert etree.tostring(node, method="c14n") == etree.tostring(etree.fromstring(olx()), method="c14n")


def test_the_course_search_gets_no_answers(block):
    texts = str(block.index_dictionary())
    assert "Đăng ký tạm trú" in texts
    assert "lease-2026" not in texts
