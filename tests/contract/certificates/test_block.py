"""The door, in a real XBlock runtime."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.utils import translation
from lxml import etree
from opaque_keys.edx.locator import LibraryLocatorV2, LibraryUsageLocatorV2
from xblock.core import XBlock
from xblock.fields import ScopeIds

from digital_literacy.certificates.learner_state import learner_state
from digital_literacy.certificates.plan import Goal
from digital_literacy.certificates.revoking import allow_again, revoke
from digital_literacy.compat.platform import BlockGrade, CourseGrade
from digital_literacy.identity.models import LoginTransaction
from digital_literacy.vneid_certificate_block import CONSENT_VERSION
from tests.contract.certificates.helpers import COURSE
from tests.contract.runtime import ContractRuntime, block_from, call

pytestmark = pytest.mark.django_db

OLX = """<vneid_certificate url_name="giay" display_name="Giấy chứng nhận" version="1">
  <achievement skills="tt02:4.2"><name>Kỹ năng số</name>
    <description><p>Mô tả.</p></description>
    <criteria><p>60%.</p></criteria></achievement>
  <requirement kind="course_grade" minimum="0.6"/>
  <requirement kind="block_grade" block="tam-tru" type="service_practice" minimum="0.5"/>
  <identity level="2"/>
</vneid_certificate>"""
ONLY_COURSE = OLX.replace(
    '  <requirement kind="block_grade" block="tam-tru" type="service_practice" minimum="0.5"/>\n', ""
)
PRACTICE = "block-v1:BDHVS+KNS01+2026+type@service_practice+block@tam-tru"
AGREED = {"consent": True, "consent_version": CONSENT_VERSION}


def html(block) -> str:
    return block.student_view().content


@pytest.fixture
def block(app, learner):
    return block_from(OLX, user_id=learner.pk)


def test_what_is_missing_is_listed_with_links(block, platform, learner):
    platform.block_grades[(learner.pk, PRACTICE)] = BlockGrade(0, 2)
    page = html(block)
    assert 'data-dl-state="not_passed"' in page
    assert f"/unit/{PRACTICE}" in page
    assert page.count('data-dl-step="passed"') == 1
    assert page.count('data-dl-step="missing"') == 2  # the practice, and the login
    # He may log in now, while somebody helps him; it is folded away.
    assert page.index("<details") < page.index("data-dl-start")


def test_computing(block, platform, learner):
    platform.course_grades[(learner.pk, COURSE)] = None
    platform.block_grades[(learner.pk, PRACTICE)] = BlockGrade(2, 2)
    page = html(block)
    assert 'data-dl-state="computing"' in page
    assert "data-dl-look-again" in page


def test_ready_asks_for_consent_that_is_not_given_beforehand(block, platform, learner):
    platform.block_grades[(learner.pk, PRACTICE)] = BlockGrade(2, 2)
    page = html(block)
    assert 'data-dl-state="ready"' in page
    assert "data-dl-consent" in page
    assert "checked" not in page
    assert "<form" not in page
    assert 'type="submit"' not in page


def test_whose_account_it_is_stands_before_the_login(block, platform, learner):
    platform.block_grades[(learner.pk, PRACTICE)] = BlockGrade(2, 2)
    platform.names[learner.pk] = "Trần Thị Tứ"
    page = html(block)
    assert page.index("<strong>Trần Thị Tứ</strong>") < page.index("data-dl-start")


def test_setting_out(block, platform, learner):
    platform.block_grades[(learner.pk, PRACTICE)] = BlockGrade(2, 2)
    status, reply = call(block, "start", AGREED)
    assert status == 200
    assert reply["location"].startswith("/digital-literacy/identity/start/")
    row = LoginTransaction.objects.get()
    assert (row.user_id, row.course_key, row.consent_version) == (learner.pk, COURSE, CONSENT_VERSION)
    assert row.context["goals"][1]["usage_key"] == PRACTICE
    assert reply["location"].split("/")[-2] not in str(vars(row))


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"consent": False},
        {"consent": "true", "consent_version": CONSENT_VERSION},
        {"consent": True, "consent_version": "1"},
        {"consent": True},
    ],
)
def test_no_consent_no_login(block, platform, learner, body):
    platform.block_grades[(learner.pk, PRACTICE)] = BlockGrade(2, 2)
    status, reply = call(block, "start", body)
    assert (status, reply["code"]) == (400, "consent")
    assert not LoginTransaction.objects.exists()


def test_a_forged_grade_changes_nothing(block):
    call(block, "start", {**AGREED, "grade": 1, "passed": True, "goals": [], "level": 1})
    context = LoginTransaction.objects.get().context
    assert [goal["minimum"] for goal in context["goals"]] == [0.6, 0.5]
    assert context["level"] == 2


def test_visitors_and_other_methods(app):
    visitor = block_from(OLX, user_id=None)
    assert 'data-dl-state="anonymous"' in html(visitor)
    assert call(visitor, "start", AGREED)[0] == 403
    assert call(visitor, "start", raw=b"x")[0] == 400
    assert call(visitor, "start", raw=b"a=1", content_type="application/x-www-form-urlencoded")[0] == 415
    assert call(visitor, "start", raw=b"{}" + b" " * 70_000)[0] == 413


def test_not_set_up(block, platform, learner, settings):
    platform.block_grades[(learner.pk, PRACTICE)] = BlockGrade(2, 2)
    settings.DIGITAL_LITERACY_IDENTITY_PROVIDERS = {}
    assert 'data-dl-state="not_set_up"' in html(block)
    assert call(block, "start", AGREED)[1]["code"] == "not_set_up"


def test_issued_revoked_and_allowed_again(app, learner, give):
    block = block_from(ONLY_COURSE, user_id=learner.pk)
    credential = give()
    page = html(block)
    assert 'data-dl-state="issued"' in page
    for address in (
        f"/certificates/{credential.pk}/",
        f"{credential.pk}.pdf",
        f"{credential.pk}.json",
        "/my-certificates/",
    ):
        assert address in page
    assert call(block, "start", AGREED)[1]["code"] == "issued"
    revoke(credential.pk, actor_id=None, reason="x")
    assert 'data-dl-state="revoked"' in html(block)
    allow_again(credential.pk, actor_id=None)
    assert 'data-dl-state="ready"' in html(block)


def test_a_refused_level_is_explained_in_the_block(app, learner):
    block = block_from(ONLY_COURSE, user_id=learner.pk)
    call(block, "start", AGREED)
    LoginTransaction.objects.update(outcome="level_too_low")
    LoginTransaction.objects.update(usage_key=str(block.scope_ids.usage_id))
    assert 'data-dl-refused="level_too_low"' in html(block)
    LoginTransaction.objects.update(outcome="cancelled")
    assert "data-dl-refused" not in html(block)


def test_a_name_that_differs_is_pointed_out(app, learner, give, platform):
    platform.names[learner.pk] = "Trần Thị Tứ"
    give()
    state = learner_state(user_id=learner.pk, course_key=COURSE, usage_key="x", goals=())
    assert state.name_differs
    assert state.kind == "issued"


def test_studio(app):
    block = block_from(OLX, user_id=None, staff=True)
    page = block.author_view().content
    assert "tt02:4.2" in page
    assert "Nơi đăng nhập" in page
    assert "digital_literacy" not in page


def test_olx_is_written_back_as_it_was(app):
    block = block_from(OLX)
    node = etree.Element("vneid_certificate")
    block.add_xml_to_node(node)
    node.set("url_name", "giay")
    assert etree.tostring(node, method="c14n") == etree.tostring(etree.fromstring(OLX), method="c14n")


def test_a_fault_is_a_calm_notice(app, learner):
    block = block_from(OLX.replace('minimum="0.6"', 'minimum="6"'), user_id=learner.pk)
    assert "data-dl-start" not in html(block)
    assert call(block, "start", AGREED)[1]["code"] == "not_ready"


def test_two_blocks_of_one_course_show_the_one_certificate(app, learner, give):
    give()
    state = learner_state(
        user_id=learner.pk, course_key=COURSE, usage_key="other", goals=(Goal("course_grade", 0.1),)
    )
    assert state.kind == "issued"


def test_grades_of_others_do_not_count(app, learner, platform):
    other = get_user_model().objects.create_user("other")
    platform.course_grades[(other.pk, COURSE)] = CourseGrade(0.1, False)
    assert 'data-dl-state="not_passed"' in html(block_from(ONLY_COURSE, user_id=other.pk))


@pytest.mark.parametrize("olx", [OLX, ONLY_COURSE])
def test_in_a_content_library_nothing_raises(app, learner, olx):
    node = etree.fromstring(olx)
    key = LibraryUsageLocatorV2(LibraryLocatorV2("o", "s"), node.tag, "x")
    runtime = ContractRuntime(user_id=learner.pk, staff=True, author=True)
    block = XBlock.load_class(node.tag).parse_xml(node, runtime, ScopeIds(learner.pk, node.tag, key, key))
    block.save()
    assert 'data-dl-state="anonymous"' in html(block)
    assert "tam-tru" in block.author_view().content or olx is ONLY_COURSE
    assert call(block, "start", AGREED)[1]["code"] == "not_ready"


def test_the_level_is_asked_of_the_provider_by_its_label(block, platform, learner, settings):
    assert "Nơi đăng nhập" in html(block)
    settings.DIGITAL_LITERACY_IDENTITY_PROVIDERS = {}
    assert "VNeID" not in html(block)


def test_the_consent_names_what_readers_see_and_promises_no_deletion(app, learner):
    with translation.override("en"):
        page = html(block_from(ONLY_COURSE, user_id=learner.pk))
    for shown in ("your name, the course, the date, your result", "the level of your account", "the skills"):
        assert shown in page
    assert "delete these data" not in page
    assert "go to the administrator" in page
    assert "data-dl-onward hidden" in page
