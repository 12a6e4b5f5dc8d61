"""The editor with a form: what it is given, its preview, two authors at once, counts."""

from __future__ import annotations

import json
import re
import uuid

import pytest
from lxml import html as lxml_html

from digital_literacy.learners.models import Attempt
from digital_literacy.olx.parsing import inner_xml, parse
from tests.contract.runtime import ContractRuntime, block_from, call, load
from tests.contract.skills_exercise.samples import OLX, SECRETS

pytestmark = pytest.mark.django_db


def opened(block, **options):
    runtime = ContractRuntime(
        staff=True, author=True, authored=block.runtime.authored, learner=block.runtime.learner, **options
    )
    return load(runtime, block.scope_ids)


@pytest.fixture
def editor(block):
    return opened(block)


def previewed(editor, olx=None, *, group="", values=None):
    body = {"values": values or {}, "olx": editor.olx if olx is None else olx, "group": group}
    return call(editor, "preview", body)


def base_of(editor):
    return lxml_html.fromstring(editor.studio_view({}).content).get("data-dl-base")


class Rights:
    """Studio's service of who may write what."""

    def __init__(self, allowed):
        self.can_write = lambda _course: allowed


# The form


def test_the_editor_describes_a_form_for_each_kind_of_question(editor):
    page = lxml_html.fromstring(editor.studio_view({}).content)
    data = json.loads(page.find('.//script[@data-dl-forms=""]').text)
    kinds = {each["tag"]: each for each in data["elements"]}
    assert {"single_choice", "ordering", "message_triage", "intro"} <= set(kinds)
    for kind in kinds.values():
        assert kind["name"]
        assert kind["form"]["parts"]
        assert parse(kind["sample"]).tag == kind["tag"]
    assert "students" in [group["code"] for group in data["groups"]]


def test_the_editor_holds_the_source_to_the_byte(editor):
    area = lxml_html.fromstring(editor.studio_view({}).content).find('.//textarea[@data-dl-olx=""]')
    assert area.text == "\n" + editor.olx  # a browser drops the first line break of a textarea
    status, _ = call(editor, "studio_submit", {"values": {}, "olx": editor.olx, "base": base_of(editor)})
    assert status == 200
    assert opened(editor).olx == inner_xml(parse(OLX))


def test_nothing_in_the_description_can_end_its_script_element(editor):
    content = editor.studio_view({}).content
    script = re.search(r"data-dl-forms>(.*?)</script>", content, re.S)
    assert script is not None
    assert "<" not in script[1]


# The preview


def test_the_preview_shows_an_unsaved_source_to_each_group_and_saves_nothing(editor):
    before, settings = editor.olx, editor.display_name
    changed = editor.olx.replace("Trang nào là trang của cơ quan", "Trang mới nào là của cơ quan")
    status, reply = previewed(editor, changed, values={"display_name": "Tên mới"})
    assert (status, reply["faults"]) == (200, [])
    assert "Trang mới nào" in reply["html"]
    assert "Tên mới" in reply["html"]
    assert "Chào các em" not in reply["html"]
    assert "Chào các em" in previewed(editor, changed, group="students")[1]["html"]
    assert (opened(editor).olx, opened(editor).display_name) == (before, settings)


def test_the_preview_is_the_learners_view_without_answers(editor):
    html = previewed(editor)[1]["html"]
    assert [secret for secret in SECRETS if secret in html] == []
    assert all(each.get("disabled") is not None for each in lxml_html.fromstring(html).iter("button"))


def test_the_preview_of_a_faulty_source_names_the_lines(editor):
    status, reply = previewed(editor, editor.olx.replace(' correct="true"', ""))
    assert (status, reply["html"]) == (200, "")
    assert all(fault["line"] and fault["problem"] for fault in reply["faults"])
    assert previewed(editor, "<single_choice")[1]["faults"]


@pytest.mark.parametrize("handler", ["preview", "statistics"])
def test_learners_get_neither_preview_nor_counts(block, handler):
    body = {"values": {}, "olx": OLX, "group": ""}
    status, reply = call(block, handler, body)
    assert (status, reply["code"]) == (403, "forbidden")
    assert "html" not in reply


@pytest.mark.parametrize(("allowed", "status"), [(True, 200), (False, 403)])
def test_studio_says_by_its_own_service_who_is_an_author(block, allowed, status):
    runtime = ContractRuntime(author=True, authored=block.runtime.authored)
    runtime._services["studio_user_permissions"] = Rights(allowed)
    assert previewed(load(runtime, block.scope_ids))[0] == status


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"values": {}, "olx": "", "group": 3},
        {"values": [], "olx": "", "group": ""},
        {"values": {}, "olx": 7, "group": ""},
    ],
)
def test_a_malformed_request_for_a_preview_is_refused(editor, body):
    status, reply = call(editor, "preview", body)
    assert status == 400
    assert reply["message"]


# Two authors


def test_the_second_of_two_authors_is_told_and_may_overwrite(editor):
    base, first = base_of(editor), editor.olx
    theirs = first.replace("Trang nào là", "Họ hỏi: trang nào là")
    mine = first.replace("Trang nào là", "Tôi hỏi: trang nào là")
    assert call(opened(editor), "studio_submit", {"values": {}, "olx": theirs, "base": base})[0] == 200
    status, reply = call(opened(editor), "studio_submit", {"values": {}, "olx": mine, "base": base})
    assert (status, reply["code"], reply["saved"]) == (409, "conflict", theirs)
    assert opened(editor).olx == theirs
    again = {"values": {}, "olx": mine, "base": reply["base"]}
    assert call(opened(editor), "studio_submit", again)[0] == 200
    assert opened(editor).olx == mine


def test_settings_someone_else_changed_are_a_conflict_too(editor):
    base = base_of(editor)
    other = {"values": {"display_name": "Khác"}, "olx": editor.olx, "base": base}
    assert call(opened(editor), "studio_submit", other)[0] == 200
    status, _ = call(opened(editor), "studio_submit", {"values": {}, "olx": editor.olx, "base": base})
    assert status == 409
    assert opened(editor).display_name == "Khác"


def test_a_conflict_shows_a_learner_nothing(block):
    status, reply = call(block, "studio_submit", {"values": {}, "olx": "", "base": "x"})
    assert status in (403, 409)
    assert [secret for secret in SECRETS if secret in json.dumps(reply, ensure_ascii=False)] == []


# Counts


def answered(block, users, answers, number=1):
    for user in users:
        result = {"group": "", "answers": answers, "items": {}}
        Attempt.objects.create(
            user=user,
            usage_key=str(block.scope_ids.usage_id),
            number=number,
            attempt_id=uuid.uuid4(),
            earned=0,
            possible=1,
            result=result,
        )


@pytest.fixture
def class_of_nine(django_user_model):
    return [django_user_model.objects.create(username=f"hoc-vien-{n}") for n in range(9)]


def counted(editor):
    """Rows of the table as text, and the page."""
    status, reply = call(editor, "statistics")
    assert status == 200
    page = lxml_html.fromstring(f"<div>{reply['html']}</div>")
    return [
        " ".join(" ".join(cell.text_content().split()) for cell in row) for row in page.findall(".//tbody/tr")
    ], page.text_content()


def test_the_latest_attempt_of_each_learner_is_counted_and_small_numbers_are_not_told(editor, class_of_nine):
    answered(editor, class_of_nine, {"q1": "b"})
    answered(editor, class_of_nine[:6], {"q1": "a"}, number=2)
    rows, text = counted(editor)
    assert rows[0].startswith("dichvucong.gov.vn")
    assert rows[0].endswith(" 6")
    assert rows[1].startswith("dichvucong-gov.example")
    assert rows[1].endswith("< 5")
    assert ": 9." in text


def test_too_few_learners_give_no_table(editor, class_of_nine):
    answered(editor, class_of_nine[:4], {"q1": "a"})
    rows, text = counted(editor)
    assert rows == []
    assert "< 5" in text
    assert "4" not in text.replace("2.4", "")


def test_counts_follow_every_type_and_survive_an_edit(editor, class_of_nine):
    triage = {"verdict": "scam", "clues": ["c1"], "action": "tap"}
    answered(
        editor, class_of_nine, {"q2": ["a", "c"], "q3": ["s1", "s2", "s4", "s3"], "q4": triage, "q9": "x"}
    )
    answered(editor, class_of_nine[:1], {"q1": 7, "q2": "zz", "q4": []}, number=2)
    rows, text = counted(editor)
    assert sum(row.endswith(" 8") for row in rows) == 2 + 4 + 3
    assert any("Tin đáng ngờ" in row for row in rows)
    assert "Chưa có ai" not in text


def test_what_learners_typed_themselves_is_not_told():
    from fractions import Fraction

    from digital_literacy.exercises import counting
    from digital_literacy.exercises.model import Mark
    from tests.unit.exercises.samples import SINGLE, exercise_olx, read

    item = read(exercise_olx(SINGLE)).items[0]
    assert item.points == Fraction(1)
    told = counting._chosen(Mark("option", "g1", "số điện thoại của tôi", False), "Một Hai")
    assert told.label == counting.OTHER_WORDS
    assert counting._chosen(Mark("option", "a", "Một", True), "Một Hai").label == "Một"


def test_counting_is_bounded(editor, class_of_nine, django_assert_max_num_queries, monkeypatch):
    answered(editor, class_of_nine, {"q1": "a"})
    with django_assert_max_num_queries(1):
        counted(editor)
    from digital_literacy.learners import statistics

    assert len(list(statistics.latest_results(str(editor.scope_ids.usage_id), most=3))) == 3


def test_other_blocks_do_not_count(editor, class_of_nine):
    other = block_from(OLX.replace("tin-nhan", "khac"))
    answered(other, class_of_nine, {"q1": "a"})
    assert counted(editor)[0] == []


def test_a_yes_or_no_setting_is_a_box_to_tick(editor):
    tree = lxml_html.fromstring(editor.studio_view({}).content)
    assert tree.xpath('//*[@data-dl-field="ask_help"]//input[@type="checkbox"][@checked]')
    assert not tree.xpath('//*[@data-dl-field="ask_help"]//select')
