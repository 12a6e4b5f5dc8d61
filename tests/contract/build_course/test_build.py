"""The archive: the same bytes each time, the layout Studio exports, and never a half or a broken one."""

from __future__ import annotations

import hashlib
import io
import runpy
import tarfile
from pathlib import Path

import pytest

from digital_literacy.blocks.course_build import main, pack
from digital_literacy.blocks.course_check import check_course

ROOT = Path(__file__).resolve().parents[3]


def build(course, out, *arguments):
    return main(["--courses", str(course.folder.parent), "--out", str(out), *arguments])


def names_in(archive):
    with tarfile.open(archive) as opened:
        return opened.getnames()


def test_a_sound_course_is_written(course, tmp_path, capsys):
    assert build(course, tmp_path / "out") == 0
    assert "không có lỗi" in capsys.readouterr().out
    names = names_in(tmp_path / "out" / "khoa-hoc.tar.gz")
    assert "course/course.xml" in names
    assert "course/policies/2026/policy.json" in names
    assert all(name.startswith("course/") for name in names)


def test_the_same_course_gives_the_same_bytes(course, tmp_path):
    build(course, tmp_path / "one")
    for path in course.folder.rglob("*"):
        path.touch()
    build(course, tmp_path / "two", "khoa-hoc")
    one, two = (
        hashlib.sha256((tmp_path / n / "khoa-hoc.tar.gz").read_bytes()).digest() for n in ("one", "two")
    )
    assert one == two


def test_hidden_files_stay_at_home(course, tmp_path):
    course.write(".git/config", "x")
    course.write("static/.DS_Store", "x")
    build(course, tmp_path / "out")
    assert not [name for name in names_in(tmp_path / "out" / "khoa-hoc.tar.gz") if "/." in name]


def test_entries_tell_nothing_of_the_machine(course, tmp_path):
    build(course, tmp_path / "out")
    with tarfile.open(tmp_path / "out" / "khoa-hoc.tar.gz") as opened:
        assert {(e.mtime, e.uid, e.gid, e.uname, e.mode, e.type) for e in opened} == {
            (0, 0, 0, "", 0o644, tarfile.REGTYPE)
        }


@pytest.mark.parametrize(
    "course_folder", sorted((ROOT / "course_content").iterdir()), ids=lambda path: path.name
)
def test_what_was_built_is_sound_when_unpacked(course_folder, tmp_path):
    assert main(["--courses", str(ROOT / "course_content"), "--out", str(tmp_path), course_folder.name]) == 0
    with tarfile.open(tmp_path / f"{course_folder.name}.tar.gz") as opened:
        opened.extractall(tmp_path / "unpacked", filter="data")
    assert check_course(tmp_path / "unpacked" / "course") == []


def test_a_course_with_faults_is_not_written_and_the_old_archive_stays(course, tmp_path, capsys):
    build(course, tmp_path / "out")
    archive = tmp_path / "out" / "khoa-hoc.tar.gz"
    before = archive.read_bytes()
    course.change("chapter/mot.xml", ' correct="true"', "")
    course.change("chapter/mot.xml", 'block="bai-tap"', 'block="xa-la"')
    assert build(course, tmp_path / "out") == 1
    told = capsys.readouterr().err
    line = course.line_of("chapter/mot.xml", "<single_choice")
    assert f'khoa-hoc/chapter/mot.xml:{line}: single_choice "q1": ' in told
    assert "xa-la" in told
    assert "2 lỗi" in told
    assert archive.read_bytes() == before
    assert [path.name for path in archive.parent.iterdir()] == [archive.name]


def test_one_broken_course_does_not_hold_up_the_others(course, tmp_path):
    (course.folder.parent / "hong").mkdir()
    (course.folder.parent / "hong" / "course.xml").write_text("<course", encoding="utf-8")
    assert build(course, tmp_path / "out") == 1
    assert (tmp_path / "out" / "khoa-hoc.tar.gz").exists()


def test_messages_in_english(course, tmp_path, capsys):
    assert build(course, tmp_path / "out", "--language", "en") == 0
    assert "no faults" in capsys.readouterr().out


def test_a_course_may_be_named_by_its_path(course, tmp_path):
    assert main(["--courses", str(tmp_path / "nowhere"), "--out", str(tmp_path), str(course.folder)]) == 0


def test_a_course_that_is_not_there(course, tmp_path, capsys):
    assert build(course, tmp_path / "out", "khong-co") == 2
    assert "khong-co" in capsys.readouterr().err


def test_packing_does_not_depend_on_the_order_of_files():
    files = {"b.xml": b"2", "a/ă.xml": b"1"}
    assert pack(files) == pack(dict(reversed(files.items())))
    with tarfile.open(fileobj=io.BytesIO(pack(files))) as opened:
        assert opened.getnames() == ["course/a/ă.xml", "course/b.xml"]


def test_the_script_uses_what_the_demo_script_has():
    demo = runpy.run_path(str(ROOT / "scripts" / "demo"))
    assert {"VENV", "STAMP", "ROOT", "wanted_stamp", "read", "install"} <= set(demo)
