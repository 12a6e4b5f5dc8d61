"""Courses from OLX and back."""

from __future__ import annotations

import io
import tarfile

import pytest
from lxml import etree

from digital_literacy_demo.course_export import export_archive, export_files
from digital_literacy_demo.course_source import CourseError, read_course
from digital_literacy_demo.course_store import load_course
from digital_literacy_demo.models import Block, Course, LearnerState
from tests.contract.demo.inside.conftest import SMALL, Visitor, usage


def canonical(content: bytes) -> bytes:
    return etree.tostring(etree.fromstring(content).getroottree(), method="c14n", with_comments=True)


def test_a_course_is_loaded_with_title_tree_and_settings(course):
    assert course.title == "Khóa thử nhỏ"
    assert [b.name for b in Block.objects.filter(block_type="vertical").order_by("position")] == [
        "don-vi-1",
        "don-vi-2",
    ]
    counter = Block.objects.get(name="dem-1")
    assert (counter.has_score, counter.max_score, counter.weight) == (True, 1.0, 2.0)
    assert "unheard_of" in Block.objects.get(name="la").problem


def test_what_was_loaded_is_exported_the_same_in_canonical_form(course):
    files = export_files(course)
    loaded = {p.relative_to(SMALL).as_posix(): p.read_bytes() for p in SMALL.rglob("*") if p.is_file()}
    assert set(files) == set(loaded)
    for path, content in loaded.items():
        if path != "chapter/mo-dau.xml":
            same = (
                canonical(files[path]) == canonical(content)
                if path.endswith(".xml")
                else files[path] == content
            )
            assert same, path
    # XBlock's own writer gives weight="2.0" for a float: our blocks keep the author's notation.
    chapter = files["chapter/mo-dau.xml"].replace(b'weight="2.0"', b'weight="2"')
    assert canonical(chapter) == canonical(loaded["chapter/mo-dau.xml"])
    assert b"<![CDATA[" in chapter


def test_the_archive_loads_again_and_gives_the_same_bytes(course, tmp_path):
    archive = export_archive(course)
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(tmp_path, filter="data")
    again = load_course(tmp_path / "course")
    assert export_archive(again.course) == archive


def test_loading_again_changes_nothing_and_keeps_learners_work(student, folder):
    student.call(usage("counter", "dem-1"), "add")
    versions = dict(Block.objects.values_list("usage_key", "version"))
    report = load_course(folder)
    assert (report.changed, report.kept, report.removed) == ([], [], [])
    assert dict(Block.objects.values_list("usage_key", "version")) == versions
    chapter = folder / "chapter/mo-dau.xml"
    chapter.write_text(chapter.read_text().replace("Đếm một", "Đếm lại"))
    assert load_course(folder).changed == [usage("counter", "dem-1")]
    assert LearnerState.objects.get(scope="user_state").fields["count"] == 1


def test_an_edit_made_here_survives_a_change_of_the_file(author, folder):
    key = usage("html", "loi-chao")
    reply = author.call(
        key, "studio_submit", {"display_name": "Sửa", "data": "<p>Mới</p>"}, route="studio_handler"
    )
    assert reply.status_code == 200
    chapter = folder / "chapter/mo-dau.xml"
    chapter.write_text(chapter.read_text().replace("Xin chào", "Chào"))
    assert load_course(folder).kept == [key]
    assert Block.objects.get(usage_key=key).fields["data"] == "<p>Mới</p>"
    load_course(folder, overwrite=True)
    assert "Chào" in Block.objects.get(usage_key=key).fields["data"]


def test_a_removed_block_goes_and_comes_back_with_the_learners_state(student, folder):
    student.call(usage("counter", "dem-2"), "add")
    chapter = folder / "chapter/mo-dau.xml"
    whole = chapter.read_text()
    chapter.write_text(whole.replace('<counter url_name="dem-2" display_name="Đếm hai"/>', ""))
    assert load_course(folder).removed == [usage("counter", "dem-2")]
    chapter.write_text(whole)
    load_course(folder)
    assert student.call(usage("counter", "dem-2"), "add").json()["count"] == 2


@pytest.mark.parametrize(
    ("path", "old", "new", "line"),
    [
        ("chapter/mo-dau.xml", "</sequential>", "</sequentia>", 16),
        ("chapter/mo-dau.xml", 'url_name="dem-2"', 'url_name="dem-1"', 9),
        ("chapter/mo-dau.xml", 'url_name="dem-2"', "", 9),
        ("chapter/mo-dau.xml", 'url_name="dem-2"', 'url_name="đếm hai"', 9),
        ("chapter/mo-dau.xml", '<vertical url_name="don-vi-2"', '<html url_name="don-vi-2"', 11),
        ("course/2026.xml", '<chapter url_name="mo-dau"/>', '<chapter url_name="khong-co"/>', 3),
        ("course/2026.xml", "<course ", "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><course ", 1),
        ("policies/2026/policy.json", "{", "{{", 1),
        ("policies/2026/grading_policy.json", '"weight": 1.0', '"weight": "all"', 0),
        ("course.xml", 'org="BDHVS"', "", 1),
    ],
)
def test_bad_olx_is_refused_with_file_and_line_and_nothing_is_lost(course, folder, path, old, new, line):
    before = (Course.objects.count(), Block.objects.count(), Block.objects.get(name="dem-1").version)
    file = folder / path
    text = file.read_text().replace(old, new, 1)
    if '<html url_name="don-vi-2"' in new:
        text = text.replace("</vertical>\n  </sequential>", "</html>\n  </sequential>")
    file.write_text(text)
    with pytest.raises(CourseError) as refused:
        load_course(folder)
    assert any(fault.path == path and fault.line == line for fault in refused.value.faults), str(
        refused.value
    )
    assert before == (Course.objects.count(), Block.objects.count(), Block.objects.get(name="dem-1").version)


def test_files_that_point_outside_are_not_read(folder, tmp_path):
    (tmp_path / "secret").write_text("x")
    (folder / "static" / "link.txt").symlink_to(tmp_path / "secret")
    assert "static/link.txt" not in read_course(folder).files


def test_the_author_downloads_the_course_and_a_learner_does_not(course):
    url = f"/courses/{course.key}/export"
    reply = Visitor("author").get(url)
    assert reply.headers["Content-Type"] == "application/gzip"
    assert Visitor("student").get(url).status_code == 403
