"""Words that point at the glossary: where they may stand, what they name, what is told where they name nothing."""

from __future__ import annotations

import pytest

from digital_literacy.olx.parsing import parse
from tests.unit.exercises.samples import SINGLE, exercise_olx, problems, read
from tests.unit.exercises.test_reading import SCHEMA

GLOSSARY = '<glossary><term name="Mã OTP">Mã dùng <strong>một lần</strong>.</term></glossary>'
TERM = '<term ref="mã  otp">Mã <em>này</em></term>'
PLACES = {
    "intro": (f"<intro><p>Đọc: {TERM}</p></intro>", GLOSSARY, SINGLE),
    "text": (GLOSSARY, f"<text><ul><li>{TERM}</li></ul></text>", SINGLE),
    "note": (GLOSSARY, f"<note><summary>Mở</summary><text><p>{TERM}</p></text></note>", SINGLE),
    "prompt": (SINGLE.replace("<prompt>", f"<prompt><p>{TERM}</p>", 1), GLOSSARY),
}


@pytest.mark.parametrize("place", PLACES)
def test_where_a_word_may_point_at_the_glossary(place):
    olx = exercise_olx(*PLACES[place])
    assert problems(olx) == []
    assert SCHEMA.validate(parse(olx))


def test_it_becomes_a_marked_word_without_markup_of_its_own():
    exercise = read(exercise_olx(*PLACES["intro"]))
    assert '<span class="dl-term" data-dl-term="mã otp">Mã này</span>' in exercise.intro.html
    assert exercise.intro.text == "Đọc: Mã này"


def test_hostile_names_stay_text():
    name = "&quot;&gt;&lt;script&gt;"
    glossary = f'<glossary><term name="{name}">Bẫy</term></glossary>'
    exercise = read(exercise_olx(f'<intro><term ref="{name}">&lt;b&gt;</term></intro>', glossary, SINGLE))
    assert "<script" not in exercise.intro.html
    assert "<b>" not in exercise.intro.html


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        ((f"<intro>{TERM}</intro>", SINGLE), "No glossary here explains"),
        (('<intro><term ref="OTP">x</term></intro>', GLOSSARY, SINGLE), "No glossary here explains"),
        (("<intro><term>Mã OTP</term></intro>", GLOSSARY, SINGLE), "No glossary here explains"),
        (('<intro><term ref="Mã OTP"> </term></intro>', GLOSSARY, SINGLE), "has no text"),
        (('<intro><term ref="Mã OTP" id="x">y</term></intro>', GLOSSARY, SINGLE), "is not known here"),
        (
            (GLOSSARY, SINGLE.replace("</single_choice>", f"<hint>{TERM}</hint></single_choice>")),
            "cannot stand",
        ),
        (
            (f"<intro>{TERM}</intro>", f'<pool id="p">{GLOSSARY}{SINGLE}{SINGLE.replace("q1", "q2")}</pool>'),
            "No glossary here explains",
        ),
    ],
)
def test_what_is_wrong_with_it(parts, problem):
    found = problems(exercise_olx(*parts))
    assert any(problem in each for each in found), found


def test_a_form_may_have_a_glossary_of_its_own():
    own = f'<form id="A">{GLOSSARY}<text><p>{TERM}</p></text>{SINGLE}</form>'
    other = f'<form id="B">{SINGLE.replace("q1", "q2")}</form>'
    assert problems(exercise_olx(own, other)) == []
    assert problems(exercise_olx(f"<intro>{TERM}</intro>", own, other)) != []
