"""What a learner tells of himself: kept only with his consent, gone when taken back, and sent with his results."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

from digital_literacy.exercises.events import SUBMITTED
from digital_literacy.identity.models import Consent
from digital_literacy.learners.localities import UNKNOWN, Locality, locality_of
from digital_literacy.learners.models import LearnerLocality, LearnerProfile
from digital_literacy.profile.telling import CONSENT_VERSION
from tests.contract.runtime import again, block_from, call
from tests.contract.skills_exercise.samples import OLX, RIGHT, submission

pytestmark = pytest.mark.django_db
PAGE = "/digital-literacy/about-me/"
KHANH_HOA, DONG_HAI, BA_DINH = "56", "22780", "00004"
AGREED = {"step": "locality", "province": KHANH_HOA, "agree": CONSENT_VERSION, "age": "adult"}


@pytest.fixture
def user():
    return get_user_model().objects.create_user("lan")


@pytest.fixture
def learner(user):
    client = Client()
    client.force_login(user)
    return client


def test_it_asks_for_nothing_that_is_not_told(learner):
    page = learner.get(PAGE)
    text = page.content.decode()
    assert page.status_code == 200
    assert "Bạn không bắt buộc phải cho biết" in text
    assert " checked" not in text  # no box is ticked beforehand
    assert 'name="agree"' not in text  # nothing to agree to before a province is chosen
    assert page["Cache-Control"] == "no-store"


def test_the_communes_of_the_chosen_province_are_offered(learner):
    page = learner.post(PAGE, {"step": "province", "province": KHANH_HOA})
    text = page.content.decode()
    assert page.status_code == 200
    assert "Phường Đông Hải" in text
    assert not LearnerLocality.objects.exists()
    assert "Phường Ba Đình" not in text
    assert "10/2026" in text


def test_a_locality_is_kept_with_the_consent(learner, user):
    reply = learner.post(PAGE, {**AGREED, "commune": DONG_HAI})
    assert reply.status_code == 302
    assert locality_of(user.pk) == Locality(KHANH_HOA, DONG_HAI)
    given = Consent.objects.get()
    assert (given.user, given.purpose, given.version, given.withdrawn_at) == (
        user,
        "locality",
        CONSENT_VERSION,
        None,
    )
    text = learner.get(reply.url).content.decode()
    assert "Phường Đông Hải, Tỉnh Khánh Hòa" in text
    assert "Đã lưu địa phương của bạn" in text


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"agree": ""}, "đã thay đổi"),
        ({"age": ""}, "một trong hai dòng về tuổi"),
        ({"age": "king"}, "một trong hai dòng về tuổi"),
        ({"agree": "2020-01.1"}, "đã thay đổi"),
        ({"province": "99"}, "chọn xã, phường thuộc tỉnh"),
        ({"province": DONG_HAI}, "chọn xã, phường thuộc tỉnh"),
        ({"commune": BA_DINH}, "chọn xã, phường thuộc tỉnh"),
        ({"commune": "' OR 1=1 --\x00"}, "chọn xã, phường thuộc tỉnh"),
        ({"step": "?"}, "Chưa có gì thay đổi"),
        ({"step": "province", "province": "99"}, "chọn xã, phường thuộc tỉnh"),
        ({"step": "group", "group": "kings"}, "chọn một trong các nhóm"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(learner, user, changes, says):
    page = learner.post(PAGE, {**AGREED, **changes})
    assert page.status_code == 400
    assert says in page.content.decode()
    assert locality_of(user.pk) == UNKNOWN
    assert not Consent.objects.exists()
    assert not LearnerProfile.objects.exists()


def test_without_a_mark_nothing_is_kept(learner, user):
    page = learner.post(PAGE, {name: text for name, text in AGREED.items() if name != "agree"})
    assert page.status_code == 400
    assert "Tôi đồng ý" in page.content.decode()
    assert locality_of(user.pk) == UNKNOWN


def test_who_is_not_of_age_says_that_a_parent_agrees_and_that_is_kept(learner, user):
    learner.post(PAGE, {**AGREED, "age": "represented"})
    assert LearnerLocality.objects.get(user=user).is_represented
    learner.post(PAGE, AGREED)
    assert not LearnerLocality.objects.get(user=user).is_represented


def test_a_link_does_not_say_that_something_was_deleted_which_was_not(learner, user):
    learner.post(PAGE, AGREED)
    assert "Đã xóa" not in learner.get(PAGE, {"said": "taken_back"}).content.decode()
    learner.post(PAGE, {"step": "take_back"})
    assert "Đã lưu địa phương" not in learner.get(PAGE, {"said": "locality"}).content.decode()


def test_a_refused_form_keeps_what_was_chosen(learner):
    text = learner.post(PAGE, {**AGREED, "commune": DONG_HAI, "agree": ""}).content.decode()
    assert f'<option value="{DONG_HAI}" selected>' in text
    assert f'<option value="{KHANH_HOA}" selected>' in text


def test_taking_it_back_deletes_it_and_says_so(learner, user):
    learner.post(PAGE, AGREED)
    learner.post(PAGE, {"step": "take_back"})
    assert not LearnerLocality.objects.exists()
    assert Consent.objects.get().withdrawn_at is not None
    learner.post(PAGE, {**AGREED, "province": "01"})
    assert locality_of(user.pk) == Locality("01")
    assert Consent.objects.filter(withdrawn_at=None).count() == 1


def test_another_choice_takes_the_place_of_the_first(learner, user):
    learner.post(PAGE, {**AGREED, "commune": DONG_HAI})
    learner.post(PAGE, {**AGREED, "province": "01"})
    assert locality_of(user.pk) == Locality("01")
    assert Consent.objects.count() == 1


def test_the_group_is_the_one_that_exercises_show(learner, user):
    learner.post(PAGE, {"step": "group", "group": "students"})
    assert block_from(OLX, user_id=user.pk).target_group == "students"
    assert 'value="students" checked' in learner.get(PAGE).content.decode()


def test_nobody_without_a_login_and_nobody_for_another(client, learner, user):
    assert client.get(PAGE).status_code == 302
    other = get_user_model().objects.create_user("other")
    learner.post(PAGE, {**AGREED, "user": other.pk, "user_id": other.pk})
    assert locality_of(other.pk) == UNKNOWN
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(other)
    assert strict.post(PAGE, AGREED).status_code == 403


def test_a_unit_that_is_no_longer_on_the_list_is_not_told(learner, user):
    learner.post(PAGE, {**AGREED, "commune": DONG_HAI})
    LearnerLocality.objects.update(commune="99999")
    assert locality_of(user.pk) == UNKNOWN
    page = learner.get(PAGE).content.decode()
    assert "không còn trong danh sách" in page
    assert 'value="take_back"' in page  # he can take it back all the same
    learner.post(PAGE, {"step": "take_back"})
    assert not LearnerLocality.objects.exists()
    assert Consent.objects.get().withdrawn_at is not None


def told(block):
    return [payload for name, payload in block.runtime.published if name == SUBMITTED]


def test_results_carry_the_locality_only_while_it_is_told(learner, user):
    block = block_from(OLX, user_id=user.pk)
    call(block, "submit", submission(block, RIGHT))
    learner.post(PAGE, {**AGREED, "commune": DONG_HAI})
    block = again(block)
    call(block, "submit", submission(block, RIGHT))
    learner.post(PAGE, {"step": "take_back"})
    block = again(block)
    call(block, "submit", submission(block, RIGHT))
    assert [(one["province"], one["commune"]) for one in told(block)] == [
        ("", ""),
        (KHANH_HOA, DONG_HAI),
        ("", ""),
    ]


def test_the_block_leads_to_the_page_where_the_platform_serves_it(user, settings):
    block = block_from(OLX, user_id=user.pk)
    assert f'href="{PAGE}?unit=block-v1%3A' in block.student_view({}).content
    settings.ROOT_URLCONF = "tests.contract.profile.no_urls"
    assert "about-me" not in again(block).student_view({}).content


def test_it_leads_back_to_the_lesson_and_nowhere_else(learner, user):
    block = block_from(OLX, user_id=user.pk)
    key = str(block.scope_ids.usage_id)
    text = learner.get(PAGE, {"unit": key}).content.decode()
    assert f'<a href="/unit/{key}">' in text
    reply = learner.post(
        f"{PAGE}?{urlencode({'unit': key, 'lang': 'en'})}", {"step": "group", "group": "students"}
    )
    kept = learner.get(reply.url).content.decode()
    assert f'<a href="/unit/{key}">' in kept
    assert "Back to the lesson" in kept
    for odd in (
        "https://evil.example/",
        "//evil.example",
        "javascript:alert(1)",
        "block-v1:a",
        key + "/../x",
        "\x00",
    ):
        assert "Quay lại" not in learner.get(PAGE, {"unit": odd}).content.decode()
