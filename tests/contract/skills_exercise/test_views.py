from __future__ import annotations

import json

import pytest
from lxml import html as lxml_html

from tests.contract.runtime import ContractRuntime, again, block_from, call, load
from tests.contract.skills_exercise.samples import OLX, SECRETS, WRONG, author_ids_in, submission

pytestmark = pytest.mark.django_db


def test_no_answer_stands_in_the_page_before_the_rules_reveal_it(block):
    page = block.student_view({}).content
    assert [secret for secret in SECRETS if secret in page] == []
    assert author_ids_in(page) == []


def test_no_answer_stands_in_what_the_platform_collects(block):
    for data in (block.student_view_data(), block.index_dictionary()):
        text = json.dumps(data, ensure_ascii=False)
        assert [secret for secret in SECRETS if secret in text] == []
    assert "OTP" in json.dumps(block.index_dictionary(), ensure_ascii=False)


def test_orders_of_the_page_are_stable_and_differ_between_learners(block, django_user_model):
    def order(each):
        return [
            li.get("data-dl-step") for li in lxml_html.fromstring(each.student_view({}).content).iter("li")
        ]

    assert order(block) == order(again(block))
    others = {
        tuple(
            li.text_content().split("\n")[1].strip()
            for li in lxml_html.fromstring(
                again(block, user_id=django_user_model.objects.create(username=str(n)).pk)
                .student_view({})
                .content
            ).iter("li")
        )
        for n in range(12)
    }
    assert len(others) > 3


def test_each_group_sees_its_variant(block):
    assert "Chào các em" not in block.student_view({}).content
    assert "data-dl-group" in block.student_view({}).content
    assert call(block, "choose_group", {"group": "students"})[0] == 200
    assert "Chào các em" in again(block).student_view({}).content
    assert call(again(block), "choose_group", {"group": "robots"})[0] == 400


def test_a_block_without_variants_does_not_ask_for_a_group(user):
    olx = OLX.replace('<variant group="students"><intro><p>Chào các em</p></intro></variant>', "")
    assert "data-dl-group" not in block_from(olx, user_id=user.pk).student_view({}).content


def test_results_of_another_variant_are_not_shown(block):
    call(block, "submit", submission(block, WRONG))
    call(again(block), "choose_group", {"group": "students"})
    page = again(block).student_view({}).content
    assert "data-dl-result" not in page
    assert "đã dùng 1/3" in page


def test_the_page_can_be_read_without_script_and_cannot_send(block):
    tree = lxml_html.fromstring(block.student_view({}).content)
    assert not tree.findall(".//form")
    assert all(button.get("type") == "button" for button in tree.iter("button"))
    assert all(button.get("disabled") is not None for button in tree.iter("button"))
    assert "JavaScript" in tree.find(".//noscript").text_content()


def test_ids_are_unique_across_two_blocks(user):
    pages = [
        block_from(OLX.replace("tin-nhan", name), user_id=user.pk).student_view({}).content
        for name in ("a1", "a2")
    ]
    ids = [each.get("id") for page in pages for each in lxml_html.fromstring(page).iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    known = set(ids)
    for page in pages:
        for each in lxml_html.fromstring(page).iter():
            for attribute in ("aria-labelledby", "aria-describedby", "for"):
                assert set((each.get(attribute) or "").split()) <= known


def test_anonymous_visitors_read_but_do_not_answer():
    page = block_from(OLX, user_id=None).public_view({}).content
    assert [secret for secret in SECRETS if secret in page] == []
    assert "data-dl-submit" not in page
    assert "data-dl-hint" not in page
    assert all(each.get("disabled") is not None for each in lxml_html.fromstring(page).iter("fieldset"))


def test_authors_preview_every_variant_with_solutions(user):
    page = block_from(OLX, user_id=user.pk, staff=True).author_view({}).content
    for text in (
        "Nội dung chung",
        "Học sinh, sinh viên",
        "Chào các em",
        "Kẻ gian dọa",
        "Luôn xem nhà phát triển",
    ):
        assert text in page
    ids = [each.get("id") for each in lxml_html.fromstring(page).iter() if each.get("id")]
    assert len(ids) == len(set(ids))


def test_faulty_content_is_a_calm_notice_for_learners_and_lines_for_authors(user):
    faulty = OLX.replace('<option id="b" correct="true">', '<option id="a" correct="true">')
    learner = block_from(faulty, user_id=user.pk)
    assert "đang được chuẩn bị" in learner.student_view({}).content
    assert "used twice" not in learner.student_view({}).content
    assert "dl-faults" not in learner.student_view({}).content
    assert "bị dùng hai lần" in block_from(faulty, user_id=user.pk, staff=True).author_view({}).content
    status, reply = call(
        learner, "submit", {"attempt_id": "5e8a3f0e-3f3c-4b6e-9d64-0d3c9b5a7d11", "answers": {}}
    )
    assert (status, reply["code"]) == (409, "unavailable")


def test_the_editor_offers_a_sample_of_each_type(user):
    page = block_from(OLX, user_id=user.pk, staff=True).studio_view({}).content
    for name in ("Chọn một đáp án", "Chọn nhiều đáp án", "Sắp xếp thứ tự", "Tin đáng ngờ hay tin thật"):
        assert name in page


def test_an_edit_that_takes_an_option_away_keeps_the_page_working(block):
    call(block, "submit", submission(block, WRONG))
    old = block.runtime
    author = ContractRuntime(user_id=1, staff=True, author=True, authored=old.authored, learner=old.learner)
    edited = load(author, block.scope_ids)
    edited.olx = edited.olx.replace('<option id="b">', '<option id="z">')
    edited.save()
    page = again(block).student_view({}).content
    assert "data-dl-result" in page
    assert "Chưa trả lời" in page
