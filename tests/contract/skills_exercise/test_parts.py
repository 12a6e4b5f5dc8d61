"""Content, pools and forms on the real runtime: what a learner gets, keeps and is told."""

from __future__ import annotations

import json
import uuid

import pytest
from lxml import etree
from lxml import html as lxml_html

from digital_literacy.exercises.content_types import content_types
from digital_literacy.exercises.grading import ITEM_PATH
from digital_literacy.exercises.item_types import item_types
from tests.contract.blocks.test_olx_fields import canonical, exported
from tests.contract.runtime import again, block_from, call
from tests.unit.exercises.samples import ORDERING, TRIAGE
from tests.unit.exercises.test_drawing import single

pytestmark = pytest.mark.django_db

CONTENT = "".join(kind.sample for kind in content_types().values())
POOL = f'<pool id="p" draw="2">{"".join(single(name) for name in "abcd")}</pool>'.replace(
    "Trang nào?", "Câu hỏi kín"
)


def exercise(inner, attributes=""):
    return f'<skills_exercise url_name="b" version="1" {attributes}>{inner}</skills_exercise>'


def forms(role, url_name):
    olx = "".join(
        f'<form id="{name}">{single("q" + name)}{ORDERING.replace("q3", "o" + name)}</form>' for name in "ABC"
    )
    return exercise(olx, f'form_set="dien-thoai" form_role="{role}"').replace('"b"', f'"{url_name}"')


def drawn(block):
    return [item.id for item in block._drawn("")[0].items]


def learners(block, users, count=12):
    return [
        again(block, user_id=users.objects.create(username=f"u{n}-{uuid.uuid4().hex[:6]}").pk)
        for n in range(count)
    ]


ROUND_TRIPS = {
    **{tag: exercise(kind.sample) for tag, kind in item_types().items()},
    **{tag: exercise(kind.sample + TRIAGE) for tag, kind in content_types().items()},
    "pool": exercise(f"\n  <!-- giữ lại -->\n{POOL}\n{CONTENT}"),
    "forms": forms("post", "sau"),
    "forms in a variant": exercise(
        f'<form id="A">{single("z")}<variant group="students">{single("z")}</variant></form>'
        f'<form id="B">{POOL.replace("2", "1")}</form>'
    ),
}


@pytest.mark.parametrize("name", list(ROUND_TRIPS))
def test_export_import_export_gives_the_same_bytes(name):
    block = block_from(ROUND_TRIPS[name])
    assert not block.rejected_olx
    once = exported(block).replace('url_name="a"', f'url_name="{block.scope_ids.usage_id.block_id}"')
    assert once == canonical(ROUND_TRIPS[name])
    assert exported(block_from(once)) == exported(block)
    node = etree.Element("unknown", url_name="a")
    block.add_xml_to_node(node)
    bytes_once = etree.tostring(node)
    second = etree.Element("unknown", url_name="a")
    block_from(bytes_once.decode()).add_xml_to_node(second)
    assert etree.tostring(second) == bytes_once


def test_each_learner_keeps_his_draw_and_others_get_another(user, django_user_model):
    block = block_from(exercise(POOL), user_id=user.pk)
    assert drawn(block) == drawn(again(block))
    assert len({tuple(drawn(each)) for each in learners(block, django_user_model)}) > 2
    assert lxml_html.fromstring(block.student_view({}).content).xpath("count(//*[@data-dl-item])") == 2


def test_the_same_draw_is_shown_hinted_and_graded(user):
    block = block_from(exercise(POOL), user_id=user.pk)
    ids = block._ids()
    mine, rest = drawn(block), sorted(set("abcd") - set(drawn(block)))
    answers = {ids.name(ITEM_PATH, item): ids.name((item, "option"), "a") for item in mine}
    forged = {ids.name(ITEM_PATH, rest[0]): ids.name((rest[0], "option"), "a")}
    status, reply = call(block, "submit", {"attempt_id": str(uuid.uuid4()), "answers": forged})
    assert (status, reply["code"]) == (400, "invalid_answer")
    assert call(again(block), "hint", {"item": next(iter(forged)), "seen": 0})[0] == 400
    _, reply = call(again(block), "submit", {"attempt_id": str(uuid.uuid4()), "answers": answers})
    assert (reply["score"], reply["possible"]) == (2.0, 2.0)
    assert again(block).get_score().raw_earned == 1.0
    assert set(again(block).last_answers["answers"]) == set(mine)


def test_pre_and_post_test_of_a_set_never_show_the_same_form(user, django_user_model):
    pre, post = (
        block_from(forms(role, name), user_id=user.pk) for role, name in (("pre", "truoc"), ("post", "sau"))
    )
    same_place = block_from(forms("pre", "lai"), user_id=user.pk)
    seen = set()
    for person in [user, *(django_user_model.objects.create(username=f"n{n}") for n in range(30))]:
        before, after = (drawn(again(block, user_id=person.pk)) for block in (pre, post))
        assert before != after
        assert drawn(again(same_place, user_id=person.pk)) == before
        seen.add((before[0], after[0]))
    assert len(seen) == 6


def test_forms_of_no_set_are_drawn_by_each_block_for_itself(user, django_user_model):
    one, two = (
        block_from(forms("pre", name).replace('form_set="dien-thoai" ', ""), user_id=user.pk)
        for name in ("mot", "hai")
    )
    assert (
        len(
            {
                (drawn(a)[0], drawn(b)[0])
                for a, b in zip(
                    learners(one, django_user_model, 30), learners(two, django_user_model, 30), strict=True
                )
            }
        )
        > 3
    )


def test_what_is_drawn_is_told_to_nobody_else(user):
    block = block_from(exercise(single("x") + POOL), user_id=user.pk)
    assert json.dumps([block.student_view_data(), block.index_dictionary()]).count("Câu hỏi kín") == 0
    assert len(block.student_view_data()["items"]) == 1
    other = block_from(exercise(single("x") + POOL), user_id=None)
    assert other.student_view_data() == block.student_view_data()
    assert other.index_dictionary() == block.index_dictionary()
    assert block.max_score() == 1.0


def test_authors_see_every_form_and_pool_with_all_items(user):
    olx = exercise(f'{CONTENT}<form id="A">{POOL}</form><form id="B">{single("e")}{single("f")}</form>')
    page = block_from(olx, user_id=user.pk, staff=True).author_view({}).content
    tree = lxml_html.fromstring(page)
    assert len(tree.find_class("dl-item")) == 6
    assert page.count("Câu hỏi kín") == 4
    assert len(tree.find_class("dl-draw-head")) == 2
    ids = [each.get("id") for each in tree.iter() if each.get("id")]
    assert len(ids) == len(set(ids))


def test_content_stands_where_the_author_put_it(user):
    block = block_from(exercise(f"{single('a')}{CONTENT}{single('b')}"), user_id=user.pk)
    page = block.student_view({}).content
    tree = lxml_html.fromstring(page)
    order = [
        (each.get("class") or "?").split()[0]
        for each in tree.find("div[@data-dl-body]").find("div").iterchildren()
    ]
    assert [name for name in order if name in ("dl-item", "dl-content")] == [
        "dl-item",
        *["dl-content"] * len(content_types()),
        "dl-item",
    ]
    assert tree.find(".//audio").get("preload") == "none"
    assert tree.find(".//img").get("alt")
    assert [term.text for term in tree.iter("dt")] == ["Mã OTP", "Tên miền"]


def test_addresses_of_course_files_are_those_of_the_host(user):
    class Addresses:
        def replace_urls(self, text, static_replace_only=False):
            return text.replace('"/static/', '"/asset-v1:BDHVS/')

    image = '<image src="/static/&quot;x.png" alt="x"/>'.replace("&quot;", "")
    block = block_from(
        exercise(f'{image}<download href="/static/a&amp;b.pdf" name="Sổ tay"/>{single("a")}'), user_id=user.pk
    )
    assert 'src="/static/x.png"' in block.student_view({}).content  # a host without the service
    block.runtime._services["replace_urls"] = Addresses()
    for page in (
        block.student_view({}).content,
        block.public_view({}).content,
        block.author_view({}).content,
    ):
        assert 'src="/asset-v1:BDHVS/x.png"' in page
        assert 'href="/asset-v1:BDHVS/a&amp;b.pdf"' in page


def test_hostile_words_in_content_are_only_words(user):
    olx = exercise(
        """<image src="/static/x.png" alt="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"/>"""
        """<audio src="/static/x.mp3" title="&quot; onerror=&quot;x"><transcript>&lt;b&gt;</transcript></audio>"""
        f"""<glossary><term name="&lt;i&gt;">x</term></glossary>{single("a")}"""
    )
    tree = lxml_html.fromstring(block_from(olx, user_id=user.pk).student_view({}).content)
    assert all(each.get("type") == "application/json" for each in tree.iter("script"))
    assert not [each for each in tree.iter() if each.get("onerror")]
    assert tree.find(".//img").get("alt") == '"><script>alert(1)</script>'
