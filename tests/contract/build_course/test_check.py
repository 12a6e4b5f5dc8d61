"""Every kind of fault is found with its file, line and cure, and all of them at once."""

from __future__ import annotations

import pytest
from django.utils.translation import gettext

from digital_literacy.blocks import course_files
from digital_literacy.blocks.course_check import check_course

MOT, GRADES, POLICY = "chapter/mot.xml", "policies/2026/grading_policy.json", "policies/2026/policy.json"


def faults_of(course):
    return [(fault.file, fault.line, fault.text()) for fault in check_course(course.folder)]


def only(course):
    found = faults_of(course)
    assert len(found) == 1, found
    return found[0]


def test_the_small_course_has_no_fault(course):
    assert faults_of(course) == []


# file, what is changed, into what, a word of the line at fault, words of the problem
CHANGES = {
    "answer": (MOT, ' correct="true"', "", "<single_choice", "No <option> is right"),
    "group": (MOT, 'group="students"', 'group="pupils"', "<variant", "“pupils” is not a target group"),
    "attribute": (MOT, 'weight="1"', 'weight="hai"', "<skills_exercise", "does not fit the attribute weight"),
    "not XML": (MOT, "<p>Biết đọc tên miền.</p>", "<p>Biết & đọc</p>", "Biết & đọc", "not well-formed XML"),
    "doctype": (MOT, "<chapter", "<!DOCTYPE chapter><chapter", "<chapter", "document type"),
    "twice": (
        MOT,
        'url_name="bai-2"',
        'url_name="bai-1"',
        'Giấy chứng nhận">\n',
        "used twice; the first is at",
    ),
    "no name": (MOT, 'url_name="doc" ', "", "<html", "url_name must be set"),
    "bad name": (MOT, 'url_name="doc"', 'url_name="đọc"', "<html", "url_name must be set"),
    "pointer": ("course/2026.xml", '"mot"', '"hai"', "<chapter", "chapter/hai.xml, which is missing"),
    "format": (MOT, 'format="Luyện tập"', 'format="Luyên tập"', "phan-1", "no assignment type"),
    "no format": (MOT, ' format="Luyện tập"', "", "phan-1", "does not say as what"),
    "block": (MOT, 'block="bai-tap"', 'block="bai-tâp"', "block_grade", "Did you mean “bai-tap”?"),
    "static": (
        MOT,
        "/static/to-roi.pdf",
        "/static/to-roi.png",
        "to-roi.png",
        "static/to-roi.png, which is missing",
    ),
    "weights": (GRADES, '"weight": 1.0', '"weight": 0.5', '"weight"', "add up to 0.5"),
    "min_count": (GRADES, '"min_count": 1', '"min_count": 3', "Luyện tập", "at least 3 sequentials, but 1"),
    "cut-off": (GRADES, "0.6", "60", "GRADE_CUTOFFS", "from where the course is passed"),
    "grader": (GRADES, '"type": "Luyện tập"', '"typ": "Luyện tập"', '"GRADER"', "how the course is graded"),
    "JSON": (GRADES, '"weight": 1.0', '"weight": 1.0,', "}", "not well-formed JSON"),
    "run": (POLICY, "course/2026", "course/2025", "{", "no entry “course/2026”"),
    "modules": (POLICY, '"skills_exercise",', "", "", "“skills_exercise” is not in advanced_modules"),
}


@pytest.mark.parametrize("kind", CHANGES)
def test_a_fault_is_found_with_file_and_line(course, kind):
    path, old, new, line_words, problem = CHANGES[kind]
    course.change(path, old, new)
    found = faults_of(course)
    fitting = [fault for fault in found if problem in fault[2]]
    assert fitting, found
    where = MOT if kind == "modules" else path
    assert fitting[0][0] == where
    if kind == "modules":
        assert fitting[0][1] == course.line_of(MOT, "<skills_exercise")
    elif kind == "twice":
        assert fitting[0][1] == course.line_of(MOT, 'display_name="Giấy chứng nhận">') + 1
    elif kind == "JSON":
        assert fitting[0][1] == course.line_of(GRADES, '"weight": 1.0') + 1
    elif line_words:
        assert fitting[0][1] == course.line_of(where, line_words)


def test_a_misspelt_block_type_is_named(course):
    course.change(MOT, "<html url_name", "<htlm url_name")
    course.change(MOT, "</html>", "</htlm>")
    assert only(course)[1:] == (
        course.line_of(MOT, "<htlm"),
        "The block type “htlm” is not in advanced_modules. Did you mean <html>?",
    )


def test_an_element_on_the_wrong_level_is_named(course):
    course.write(MOT, '<chapter display_name="A">\n  <vertical url_name="b"/>\n</chapter>')
    assert (
        MOT,
        2,
        "Here <sequential> is expected, not <vertical>. A course holds chapter, sequential, vertical and"
        " blocks, in this order.",
    ) in faults_of(course)


def test_a_file_nobody_points_to_is_named(course):
    course.write("chapter/hai.xml", '<chapter display_name="Hai"/>')
    file, line, text = only(course)
    assert (file, line) == ("chapter/hai.xml", 0)
    assert '<chapter url_name="hai"/>' in text


def test_a_block_of_ours_in_a_file_of_its_own_is_refused(course):
    # The platform imports it without its fields and without an error.
    course.change(MOT, "</vertical>", '<skills_exercise url_name="khac"/>\n    </vertical>')
    course.write("skills_exercise/khac.xml", '<skills_exercise display_name="Khác"/>')
    texts = [text for file, _, text in faults_of(course) if file == MOT]
    assert len(texts) == 1
    assert "does not read it from another file" in texts[0]


def test_a_course_as_studio_exports_it_is_understood(course):
    course.change(
        MOT,
        '<html url_name="doc" display_name="Đọc"><p>Xem <a href="/static/to-roi.pdf">tờ rơi</a>.</p></html>',
        '<html url_name="doc"/>',
    )
    course.write("html/doc.xml", '<html filename="doc" display_name="Đọc"/>')
    course.write("html/doc.html", "<p>Xem /static/to-roi.pdf</p>")
    course.write("drafts/vertical/nhap.xml", '<vertical url_name="nhap"/>')
    assert faults_of(course) == []
    (course.folder / "html/doc.html").unlink()
    assert "html/doc.html, which is missing" in only(course)[2]


@pytest.mark.parametrize("path", ["course.xml", "course/2026.xml", POLICY, GRADES])
def test_a_missing_file_is_named(course, path):
    (course.folder / path).unlink()
    assert any("missing" in text for _, _, text in faults_of(course))


@pytest.mark.parametrize(
    "text", ["", "[]", '"x"', "[" * 100_000, '{"GRADER": [1], "GRADE_CUTOFFS": []}', "\ufeff{}"]
)
def test_strange_policies_are_faults_and_no_crash(course, text):
    course.write(GRADES, text)
    course.write(POLICY, text)
    assert faults_of(course)


def test_a_course_grade_needs_something_graded(course):
    course.change(MOT, ' format="Luyện tập" graded="true"', "")
    assert any("nothing in the course is graded" in text for _, _, text in faults_of(course))


def test_limits_of_depth_and_size(course, monkeypatch):
    course.write("chapter/mot.xml", "<chapter>" + "<p>" * 70 + "</p>" * 70 + "</chapter>")
    assert any("nested more than 64 deep" in text for _, _, text in faults_of(course))
    monkeypatch.setattr(course_files, "MAX_COURSE_BYTES", 10)
    assert any("more than 0 MB" in text for _, _, text in faults_of(course))


def test_a_block_larger_than_the_platform_will_take_is_named(course):
    course.change(MOT, "<p>Trang nào của nhà nước?</p>", "<p>" + "dài " * 150_000 + "</p>")
    assert any("the limit is 524288" in text for _, _, text in faults_of(course))


@pytest.mark.parametrize(
    ("text", "dropped"),
    [
        ("<strong>Một</strong> <em>hai</em>", True),
        ("<strong>Một</strong> và <em>hai</em>", False),
        ("Số <strong>một</strong> <em>hai</em>", False),
        ("<strong>Một</strong>&#160;<em>hai</em>", False),
    ],
)
def test_blanks_that_the_platform_would_drop(course, text, dropped):
    course.change(MOT, "<p>Trang nào của nhà nước?</p>", f"<p>{text}</p>")
    assert [line for _, line, told in faults_of(course) if "drops the blank" in told] == [
        course.line_of(MOT, "<strong>")
    ] * dropped


def test_a_symbolic_link_is_refused(course):
    (course.folder / "static" / "ngoai").symlink_to("/etc/hostname")
    assert only(course)[0] == "static/ngoai"


def test_all_faults_of_all_files_come_at_once_in_order(course):
    course.change(MOT, 'format="Luyện tập"', 'format="Khác"')
    course.change(MOT, ' correct="true"', "")
    course.change(MOT, 'block="bai-tap"', 'block="xa-la"')
    course.change(POLICY, '"vneid_certificate"', '"vneid"')
    found = faults_of(course)
    assert len(found) >= 4
    assert found == sorted(found, key=lambda fault: fault[:2])


def test_faults_are_told_in_vietnamese(course):
    course.change(MOT, 'block="bai-tap"', 'block="xa-la"')
    (fault,) = check_course(course.folder)
    assert fault.full(gettext).startswith(
        f"chapter/mot.xml:{fault.line}: requirement: Trong khóa học không có khối nào"
    )


def test_a_folder_that_is_none(tmp_path):
    assert "not a folder" in check_course(tmp_path / "khong-co")[0].text()


def form_set(url_name, *forms, role="pre"):
    """An exercise with a set of forms; each form is its id and the points of its question."""
    written = "".join(
        f'<form id="{name}"><single_choice id="q{name}" points="{points}"><prompt>Trang nào?</prompt>'
        '<option id="a" correct="true"><text>Một</text></option><option id="b"><text>Hai</text></option>'
        "</single_choice></form>"
        for name, points in forms
    )
    attributes = f'url_name="{url_name}" form_set="thi" form_role="{role}"'
    return f"<skills_exercise {attributes}>{written}</skills_exercise>"


@pytest.mark.parametrize(
    ("forms", "words"),
    [
        ([("A", 1), ("B", 1)], None),
        ([("B", 1), ("A", 1)], None),
        ([("A", 1), ("C", 1)], "the forms A, C and not A, B. Give both exercises forms with the same ids"),
        ([("A", 2), ("B", 2)], "the forms A (2), B (2) and not A (1), B (1). Give the forms of both"),
    ],
)
def test_exercises_of_one_set_have_the_same_forms(course, forms, words):
    pre, post = form_set("truoc", ("A", 1), ("B", 1)), form_set("sau", *forms, role="post")
    course.change(MOT, "<skills_exercise", f"{pre}\n{post}\n<skills_exercise")
    if words is None:
        assert faults_of(course) == []
        return
    file, line, text = only(course)
    assert (file, line) == (MOT, course.line_of(MOT, 'url_name="sau"'))
    assert f"with “truoc” ({MOT}:{course.line_of(MOT, 'truoc')})" in text
    assert words in text


def test_a_picture_of_an_exercise_must_be_in_the_course(course):
    image = '<image src="/static/hinh.svg" alt="Thanh địa chỉ"/>'
    course.change(MOT, "<single_choice", f"{image}<single_choice")
    assert "static/hinh.svg, which is missing" in only(course)[2]
    course.write("static/hinh.svg", "<svg/>")
    assert faults_of(course) == []
