"""Pages, people, files."""

from __future__ import annotations

import pytest
from django.urls import reverse

from digital_literacy_demo import public_files
from tests.contract.demo.inside.conftest import KEY, Visitor, usage


def pages() -> list[str]:
    unit = usage("vertical", "don-vi-1")
    return [
        reverse("home"),
        reverse("course", args=[KEY]),
        reverse("unit", args=[unit]),
        reverse("studio_course", args=[KEY]),
        reverse("studio_unit", args=[unit]),
        reverse("studio_unit", args=[unit]) + "?edit=" + usage("html", "loi-chao").replace("+", "%2B"),
        reverse("gradebook", args=[KEY]),
        reverse("gradebook_learner", args=[KEY, "student"]),
        reverse("events"),
    ]


def test_every_page_opens_for_the_administrator_in_both_languages(course):
    admin = Visitor("admin")
    for page in pages():
        assert admin.get(page).status_code == 200, page
    assert '<html lang="vi">' in admin.get("/").content.decode()
    admin.post(reverse("set_language"), {"language": "en"})
    assert '<html lang="en">' in admin.get("/").content.decode()
    assert admin.get(reverse("admin:index")).status_code == 200


def test_learners_are_kept_out_of_staff_pages_and_strangers_are_sent_home(student):
    for page in pages()[3:]:
        assert student.get(page).status_code == 403, page
        assert Visitor().get(page).status_code == 302, page


def test_the_browsers_language_does_not_decide(course):
    text = Visitor().get("/", headers={"accept-language": "en"}).content.decode()
    assert '<html lang="vi">' in text


def test_becoming_someone_is_refused_from_another_machine_unless_asked(course, settings):
    stranger = Visitor()
    url = reverse("become", args=["admin"])
    assert stranger.post(url, REMOTE_ADDR="192.0.2.7").status_code == 403
    settings.DEMO_ALLOW_SWITCHING = True
    assert stranger.post(url, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_another_sites_name_is_refused(course, settings):
    settings.ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
    assert Visitor().get("/", headers={"host": "evil.example"}).status_code == 400


def test_localhost_leads_to_the_address_to_which_a_login_returns(course, settings):
    settings.DEMO_URL = "http://127.0.0.1:8123"
    settings.ALLOWED_HOSTS = ["*"]
    reply = Visitor().get("/events/?kind=grade", headers={"host": "localhost:8123"})
    assert reply.headers["Location"] == "http://127.0.0.1:8123/events/?kind=grade"
    assert Visitor().get("/", headers={"host": "127.0.0.1:8123"}).status_code == 200


def test_next_does_not_lead_away(course):
    reply = Visitor().post(reverse("become", args=["author"]), {"next": "https://evil.example/"})
    assert reply.headers["Location"] == "/"


@pytest.mark.parametrize(
    "uri",
    [
        "public/../../settings.py",
        "public/%2e%2e/x",
        "settings.py",
        "../settings.py",
        "public/..\\x",
        "public/",
        "public/nothing.js",
        "/etc/passwd",
    ],
)
def test_only_public_files_are_served(course, uri):
    assert public_files.find("digital_literacy_demo", uri) is None
    assert Visitor().get(reverse("public_file", args=["digital_literacy_demo", uri])).status_code == 404


def test_public_files_are_kept_by_browsers_as_long_as_they_do_not_change(course):
    path = public_files.find("digital_literacy_demo", "public/html_editor.js")
    address = reverse("public_file", args=["digital_literacy_demo", "public/html_editor.js"])
    named = Visitor().get(f"{address}?v={public_files.version(path)}")
    assert "immutable" in named.headers["Cache-Control"]
    assert named.headers["Content-Type"].startswith("text/javascript")
    plain = Visitor().get(address)
    assert plain.headers["Cache-Control"] == "no-cache"
    assert Visitor().get(address, headers={"if-none-match": plain.headers["ETag"]}).status_code == 304
    assert Visitor().get(reverse("public_file", args=["os", "public/x.js"])).status_code == 404


def test_a_courses_static_file_is_served_and_cannot_run(course):
    reply = Visitor().get(reverse("course_file", args=[KEY, "huong-dan.txt"]))
    assert reply.content.decode() == "Hướng dẫn\n"
    assert "sandbox" in reply.headers["Content-Security-Policy"]
    assert Visitor().get(reverse("course_file", args=[KEY, "../course.xml"])).status_code == 404


def test_jump_to_leads_to_the_unit(student):
    key = usage("counter", "dem-1")
    assert (
        student.get(reverse("jump_to", args=[key])).headers["Location"].partition("#")[2].startswith("block-")
    )
    assert student.get(reverse("jump_to", args=[usage("chapter", "mo-dau")])).status_code == 302
    assert student.get(reverse("jump_to_id", args=[KEY, "dem-2"])).status_code == 302
    assert student.get(reverse("jump_to_id", args=[KEY, "nowhere"])).status_code == 404
