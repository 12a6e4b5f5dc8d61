"""A small course to break in one place at a time."""

from __future__ import annotations

import json

import pytest

EXERCISE = """<skills_exercise url_name="bai-tap" display_name="Bài tập" version="1" weight="1">
        <single_choice id="q1">
          <prompt><p>Trang nào của nhà nước?</p></prompt>
          <option id="a" correct="true"><text>dichvucong.gov.vn</text></option>
          <option id="b"><text>dichvucong.example</text></option>
          <variant group="students"><prompt><p>Em chọn trang nào?</p></prompt></variant>
        </single_choice>
      </skills_exercise>"""
CHAPTER = f"""<chapter display_name="Chương một">
  <sequential url_name="phan-1" display_name="Phần 1" format="Luyện tập" graded="true">
    <vertical url_name="bai-1" display_name="Bài 1">
      <html url_name="doc" display_name="Đọc"><p>Xem <a href="/static/to-roi.pdf">tờ rơi</a>.</p></html>
      {EXERCISE}
    </vertical>
  </sequential>
  <sequential url_name="phan-2" display_name="Giấy chứng nhận">
    <vertical url_name="bai-2" display_name="Giấy chứng nhận">
      <vneid_certificate url_name="giay" display_name="Giấy chứng nhận" version="1">
        <achievement>
          <name>Kỹ năng số</name>
          <description><p>Biết đọc tên miền.</p></description>
          <criteria><p>Đạt bài tập.</p></criteria>
        </achievement>
        <requirement kind="course_grade" minimum="0.6"/>
        <requirement kind="block_grade" block="bai-tap" minimum="0.5"/>
        <identity level="2"/>
      </vneid_certificate>
    </vertical>
  </sequential>
</chapter>
"""
GRADING = {
    "GRADER": [
        {"type": "Luyện tập", "short_label": "LT", "min_count": 1, "drop_count": 0, "weight": 1.0},
    ],
    "GRADE_CUTOFFS": {"Pass": 0.6},
}
POLICY = {
    "course/2026": {"advanced_modules": ["skills_exercise", "vneid_certificate"], "display_name": "Khóa học"}
}


class SmallCourse:
    """Writes and changes the files of a course."""

    def __init__(self, folder):
        self.folder = folder
        self.write("course.xml", '<course url_name="2026" org="BDHVS" course="MAU"/>\n')
        self.write(
            "course/2026.xml", '<course display_name="Khóa học">\n  <chapter url_name="mot"/>\n</course>\n'
        )
        self.write("chapter/mot.xml", CHAPTER)
        self.write("static/to-roi.pdf", "MÔ PHỎNG")
        self.write_json("policies/2026/policy.json", POLICY)
        self.write_json("policies/2026/grading_policy.json", GRADING)

    def write(self, path, text):
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def write_json(self, path, data):
        self.write(path, json.dumps(data, ensure_ascii=False, indent=2))

    def change(self, path, old, new):
        text = (self.folder / path).read_text(encoding="utf-8")
        assert old in text
        self.write(path, text.replace(old, new, 1))

    def line_of(self, path, words):
        lines = (self.folder / path).read_text(encoding="utf-8").splitlines()
        return next(number for number, line in enumerate(lines, 1) if words in line)


@pytest.fixture
def course(tmp_path):
    return SmallCourse(tmp_path / "courses" / "khoa-hoc")
