"""An exercise with every item type, as an author writes it, and helpers to read it."""

from __future__ import annotations

from digital_literacy.exercises.ids import OpaqueIds
from digital_literacy.exercises.item_types import item_types
from digital_literacy.exercises.model import Exercise
from digital_literacy.exercises.reading import find_faults, read_exercise
from digital_literacy.olx.parsing import parse
from digital_literacy.olx.variants import resolve

GROUPS = ("students", "citizens", "officials", "workers")
IDS = OpaqueIds(b"one learner at one block")


def exercise_olx(*items: str, attributes: str = "") -> str:
    return f'<skills_exercise version="1" {attributes}>\n' + "\n".join(items) + "\n</skills_exercise>"


def basic_types() -> str:
    """An exercise of the four types on which what all types share is tested: 8 points."""
    return of_types("single_choice", "multiple_choice", "ordering", "message_triage")


def of_types(*tags: str) -> str:
    """An exercise of the samples of these types."""
    return exercise_olx(*(item_types()[tag].sample for tag in tags))


def read(olx: str, *lineage: str) -> Exercise:
    exercise, faults = read_exercise(resolve(parse(olx), lineage))
    assert faults == []
    return exercise


def problems(olx: str) -> list[str]:
    faults = find_faults(parse(olx), groups=GROUPS, lineage=lambda code: (code,))
    return [f"{fault.line}: {fault.text()}" for fault in faults]


SINGLE = """<single_choice id="q1">
  <prompt><p>Trang nào?</p></prompt>
  <option id="a" correct="true"><text>Một</text></option>
  <option id="b"><text>Hai</text></option>
</single_choice>"""
ORDERING = """<ordering id="q3">
  <prompt><p>Thứ tự?</p></prompt>
  <step id="s1"><text>Một</text></step>
  <step id="s2"><text>Hai</text></step>
  <step id="s3"><text>Ba</text></step>
</ordering>"""
TRIAGE = """<message_triage id="q4">
  <prompt><p>Thật hay giả?</p></prompt>
  <message channel="sms" from="Lạ">
    <p>Mở <part id="c1" clue="true">vneid-check.example<reason><p>Trang giả.</p></reason></part> ngay.
      <part id="d1">Trân trọng<reason><p>Chỉ là lời chào.</p></reason></part></p>
  </message>
  <verdict answer="scam"/>
  <action id="x" correct="true"><text>Báo 156</text></action>
  <action id="y"><text>Bấm</text></action>
</message_triage>"""
