"""Blocks in the host: state, services, grades, faults."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from digital_literacy_demo.models import Block, Completion, Event, Grade, LearnerState
from digital_literacy_demo.platform import DemoPlatform
from tests.contract.demo.inside.conftest import KEY, Visitor, usage

ONE, TWO = usage("counter", "dem-1"), usage("counter", "dem-2")
UNIT, BROKEN_UNIT = usage("vertical", "don-vi-1"), usage("vertical", "don-vi-2")


def user_id(name: str) -> int:
    return get_user_model().objects.get(username=name).pk


def test_state_is_kept_by_learner_and_block_in_one_row(student):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert student.call(ONE, "add").json() == {"count": 1, "total": 1, "suffix": ""}
    writes = [
        q["sql"]
        for q in queries
        if "demo_learnerstate" in q["sql"] and q["sql"].startswith(("INSERT", "UPDATE"))
    ]
    assert len(writes) == 3  # user_state, preferences and user_info: one row each
    assert student.call(ONE, "add").json()["count"] == 2
    assert student.call(TWO, "add").json()["count"] == 1
    other = Visitor("worker")
    assert other.call(ONE, "add").json() == {"count": 1, "total": 3, "suffix": ""}
    own = LearnerState.objects.get(user_id=user_id("student"), scope="user_state", key=ONE)
    assert own.fields == {"count": 2, "note": "counted"}
    assert LearnerState.objects.get(user_id=user_id("student"), scope="preferences").fields == {"liked": 3}


def test_a_block_reads_who_looks_and_where_it_stands(student, author):
    told = student.call(ONE, "who").json()
    assert told["attributes"]["edx-platform.user_id"] == user_id("student")
    assert told["attributes"]["edx-platform.user_role"] == "student"
    assert told["attributes"]["edx-platform.user_is_staff"] is False
    assert told["attributes"]["edx-platform.user_preferences"]["pref-lang"] == "vi"
    assert told["partitions"] is None
    assert told["parent"] == UNIT
    assert author.call(ONE, "who").json()["attributes"]["edx-platform.user_is_staff"] is True


def test_content_cannot_be_changed_by_learners(student):
    assert student.call(ONE, "author", {"step": 5}).status_code == 403
    assert student.call(ONE, "author", {"step": 5}, route="studio_handler").status_code == 403
    assert (
        student.call(
            usage("html", "loi-chao"), "studio_submit", {"display_name": "x", "data": "x"}
        ).status_code
        == 403
    )
    assert "step" not in Block.objects.get(usage_key=ONE).fields


def test_an_author_saves_and_a_stale_editor_is_told(author):
    version = Block.objects.get(usage_key=ONE).version
    saved = author.call(ONE, "author", {"step": 5}, route="studio_handler", query=f"?version={version}")
    assert saved.status_code == 200
    stale = author.call(ONE, "author", {"step": 7}, route="studio_handler", query=f"?version={version}")
    assert (stale.status_code, stale.json()["code"]) == (409, "conflict")
    block = Block.objects.get(usage_key=ONE)
    assert (block.fields["step"], block.version, block.edited) == (5, version + 1, True)
    assert Visitor("student").call(ONE, "add").json()["count"] == 5


def test_preview_in_studio_keeps_and_grades_nothing(author):
    assert author.call(ONE, "add", {"grade": 1.0}, route="studio_handler").json()["count"] == 1
    assert not LearnerState.objects.exists()
    assert not Grade.objects.exists()


def test_a_grade_reaches_gradebook_course_grade_and_port(student):
    student.call(ONE, "add", {"grade": 0.5})
    platform = DemoPlatform()
    who = user_id("student")
    grade = platform.block_grade(user_id=who, usage_key=ONE)
    assert (grade.earned, grade.possible) == (1.0, 2.0)
    assert platform.block_grade(user_id=who, usage_key=TWO) is None
    course_grade = platform.course_grade(user_id=who, course_key=KEY)
    assert (course_grade.fraction, course_grade.passed) == (0.33, False)
    assert Completion.objects.get(user_id=who, usage_key=ONE).completion == 1.0
    assert LearnerState.objects.get(user_id=who, scope="user_state").fields["share"] == 0.5
    student.call(ONE, "add", {"grade": 1.0})
    assert platform.course_grade(user_id=who, course_key=KEY).passed
    page = Visitor("author").get(reverse("gradebook", args=[KEY]))
    assert "67%" in page.content.decode()
    assert {"grade", "demo.counted"} <= set(Event.objects.values_list("kind", flat=True))


def test_only_if_higher_keeps_the_better_grade(student):
    student.call(ONE, "add", {"grade": 1.0})
    student.call(ONE, "add", {"grade": 0.2, "only_if_higher": True})
    assert Grade.objects.get().earned == 1.0
    student.call(ONE, "add", {"grade": 0.2})
    assert Grade.objects.get().earned == 0.2


@pytest.mark.parametrize("value", [2, -1, "1", True, None])
def test_a_wrong_grade_is_refused_and_nothing_is_kept(student, value):
    assert student.call(ONE, "add", {"grade": value}).status_code == 500
    assert not Grade.objects.exists()
    assert not LearnerState.objects.exists()


def test_a_failing_handler_changes_nothing_and_tells_no_secret(student):
    reply = student.call(ONE, "explode")
    assert (reply.status_code, reply.json()["code"]) == (500, "server")
    assert "secret" not in reply.content.decode()
    assert not LearnerState.objects.exists()


def test_bad_calls_get_clear_errors(student, course):
    assert student.call(ONE, "no_such").status_code == 404
    assert student.call(usage("counter", "nowhere"), "add").status_code == 404
    assert student.call("not-a-key", "add").status_code == 404
    assert student.call(usage("exploding", "no"), "student_view").status_code == 404
    assert Visitor().call(ONE, "add").status_code == 403
    huge = student.post(
        reverse("handler", args=[ONE, "add", ""]), "x" * 3_000_000, content_type="application/json"
    )
    assert (huge.status_code, huge.json()["code"]) == (413, "too_large")
    assert student.get(reverse("handler", args=[ONE, "add", ""])).status_code == 405
    form = student.post(reverse("handler", args=[ONE, "form", ""]), {"a": "b"})
    assert form.json()["body"] > 0


def test_csrf_is_checked_for_people_and_not_for_other_servers(student):
    student.handler.enforce_csrf_checks = True
    refused = student.call(ONE, "add")
    assert (refused.status_code, refused.json()["code"]) == (403, "csrf")
    reply = student.call(ONE, "add", route="thirdparty_handler")
    assert reply.json()["count"] == 1
    assert not LearnerState.objects.exists()


def test_a_broken_block_stands_in_its_place_and_the_rest_works(student, author):
    shown = student.get(reverse("unit", args=[BROKEN_UNIT]))
    text = shown.content.decode()
    assert shown.status_code == 200
    assert text.count('class="host-broken"') == 2
    assert "Phần còn lại vẫn chạy." in text
    assert "boom" not in text
    studio = author.get(reverse("studio_unit", args=[BROKEN_UNIT])).content.decode()
    assert "boom &lt;b&gt;" in studio
    assert "unheard_of" in studio


def test_the_blocks_of_a_unit_get_their_arguments_escaped_and_inherit(student):
    text = student.get(reverse("unit", args=[UNIT])).content.decode()
    assert "</script><b>bold" not in text
    assert "\\u003C/script\\u003E" in text
    assert "due 2026-12-31 10:00:00+00:00, Bài tập" in text
    assert f"/courses/{KEY}/files/huong-dan.txt" in text


def test_reading_a_unit_completes_its_texts(student):
    assert student.post(reverse("seen", args=[UNIT])).status_code == 204
    done = Completion.objects.values_list("usage_key", flat=True)
    assert set(done) == {usage("html", "loi-chao"), usage("html", "hai")}


def test_staff_reset_and_rescore(student, author):
    student.call(ONE, "add", {"grade": 1.0})
    change = reverse("gradebook_change", args=[KEY, "student"])
    author.post(change, {"block": ONE, "do": "rescore"})
    assert Grade.objects.get().earned == 0.25
    author.post(change, {"block": ONE, "do": "reset"})
    assert not Grade.objects.exists()
    assert not LearnerState.objects.filter(scope="user_state").exists()
    assert student.post(change, {"block": ONE, "do": "reset"}).status_code == 403
    said = author.post(change, {"block": ONE, "do": "rescore"}, follow=True).content.decode()
    assert "host-message-error" in said
