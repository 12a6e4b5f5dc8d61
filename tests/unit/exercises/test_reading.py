from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

import digital_literacy
from digital_literacy.exercises.item_forms import form_of
from digital_literacy.exercises.item_types import item_types
from digital_literacy.exercises.reading import find_faults
from digital_literacy.frameworks.skills import national_frameworks
from digital_literacy.olx.parsing import parse
from tests.unit.exercises.samples import (
    GROUPS,
    ORDERING,
    SINGLE,
    TRIAGE,
    basic_types,
    exercise_olx,
    problems,
    read,
)

SCHEMA_DIR = Path(digital_literacy.__file__).parent / "schema"
SCHEMA = etree.RelaxNG(etree.parse(str(SCHEMA_DIR / "skills_exercise.rng")))

# What a schema can see: the reader and the schema both refuse it.
STRUCTURAL = {
    "no id": (SINGLE.replace(' id="q1"', ""), "has no id"),
    "bad id": (SINGLE.replace('id="q1"', 'id="câu 1"'), "characters that are not allowed"),
    "unknown element": (SINGLE.replace("option", "optoin"), "Did you mean <option>?"),
    "unknown item": (SINGLE + "<singel_choice/>", "Did you mean <single_choice>?"),
    "unknown attribute": (SINGLE.replace('correct="true"', 'corect="true"'), "Did you mean “correct”?"),
    "attribute on text": (SINGLE.replace("<prompt>", '<prompt class="x">'), "“class” is not known"),
    "bad points": (SINGLE.replace('id="q1"', 'id="q1" points="two"'), "not a number above 0"),
    "zero points": (SINGLE.replace('id="q1"', 'id="q1" points="0"'), "not a number above 0"),
    "bad flag": (SINGLE.replace('correct="true"', 'correct="yes"'), "Write one of: true, false"),
    "no question": ("<intro><p>Chào</p></intro>", "has no question"),
    "stray text": (f"Chào {SINGLE}", "Text stands directly"),
    "script": (SINGLE.replace("Trang nào?", "<script>x</script>?"), "<script> cannot stand in text"),
    "javascript link": (SINGLE.replace("Trang nào?", '<a href="javascript:x">x</a>'), "is not a web address"),
    "paragraph in a line": (SINGLE.replace("Một", "<p>Một</p>"), "cannot stand in a single line"),
    "live link in a message": (
        TRIAGE.replace("Mở ", '<a href="https://vi.example">x</a>'),
        "could be followed",
    ),
    "bad verdict": (TRIAGE.replace('answer="scam"', 'answer="fake"'), "Write one of: scam, genuine"),
    "no verdict": (TRIAGE.replace('<verdict answer="scam"/>', ""), "has no <verdict>"),
    "no message": (
        TRIAGE[: TRIAGE.index("<message ")] + TRIAGE[TRIAGE.index("<verdict") :],
        "has no <message>",
    ),
    "bad channel": (TRIAGE.replace('"sms"', '"fax"'), "Write one of: sms"),
    "two texts": (
        SINGLE.replace("<text>Một</text>", "<text>Một</text><text>Nữa</text>"),
        "more than one <text>",
    ),
    "bad when": (
        ORDERING.replace('<step id="s1">', '<feedback when="x"/><step id="s1">'),
        "Write one of: correct",
    ),
    "variant of nobody": (SINGLE + '<variant group=" "><intro>x</intro></variant>', "names no target group"),
}
# What only the reader sees.
MEANING = {
    "same item id": (SINGLE + SINGLE, "used twice"),
    "same option id": (SINGLE.replace('id="b"', 'id="a"'), "used twice"),
    "nothing right": (SINGLE.replace(' correct="true"', ""), "No <option> is right"),
    "two right": (SINGLE.replace('id="b"', 'id="b" correct="true"'), "More than one <option> is right"),
    "no prompt text": (SINGLE.replace("Trang nào?", " "), "no text in <prompt>"),
    "empty option": (SINGLE.replace("Hai", ""), "<option> has no text"),
    "one option": (SINGLE.replace('<option id="b"><text>Hai</text></option>', ""), "at least two <option>"),
    "two steps": (ORDERING.replace('<step id="s3"><text>Ba</text></step>', ""), "at least 3 steps"),
    "scam without clue": (TRIAGE.replace(' clue="true"', ""), "has no clue"),
    "genuine with clue": (TRIAGE.replace('"scam"', '"genuine"'), "The genuine message has clues"),
    "clue without reason": (TRIAGE.replace("<reason><p>Trang giả.</p></reason>", ""), "does not say why"),
    "real address": (TRIAGE.replace("vneid-check.example", "vneid-check.com"), "could be a real address"),
    "real address with scheme": (
        TRIAGE.replace("vneid-check.example", "http://vneid.abc"),
        "could be a real",
    ),
    "unknown group": (
        SINGLE + '<variant group="robots"><intro>x</intro></variant>',
        "“robots” is not a target group",
    ),
    "empty variant": (SINGLE + '<variant group="students"/>', "The variant is empty"),
    "fault in a variant": (
        SINGLE + f'<variant group="students">{SINGLE.replace(" correct=", " corect=")}</variant>',
        "Did you mean “correct”?",
    ),
    "too many options": (
        SINGLE.replace(
            "</single_choice>",
            "".join(f'<option id="o{n}"><text>x</text></option>' for n in range(30)) + "</single_choice>",
        ),
        "the limit is 30",
    ),
}


@pytest.mark.parametrize("name", [*STRUCTURAL, *MEANING])
def test_each_fault_is_named_with_line_and_cure(name):
    olx, words = {**STRUCTURAL, **MEANING}[name]
    found = problems(exercise_olx(olx))
    assert any(words in problem for problem in found), found
    assert all(not problem.startswith("0:") for problem in found)


@pytest.mark.parametrize("name", list(STRUCTURAL))
def test_the_schema_refuses_what_the_reader_refuses(name):
    assert not SCHEMA.validate(parse(exercise_olx(STRUCTURAL[name][0])))


VARIANTS = exercise_olx(
    SINGLE.replace(
        "</single_choice>",
        '<variant group="students workers"><prompt>Em ơi</prompt></variant></single_choice>',
    ),
    TRIAGE.replace("<p>Thật", '<variant group="workers"><p>Ở xưởng</p></variant><p>Thật'),
    f'<variant group="citizens"><intro>Chào</intro>{ORDERING}</variant>',
    attributes='skills="tt02:4.2 kns757:1.1" due="x" xblock-family="xblock.v1"',
)


@pytest.mark.parametrize("olx", [basic_types(), exercise_olx(SINGLE, ORDERING, TRIAGE), VARIANTS])
def test_reader_and_schema_accept_the_same_good_source(olx):
    assert problems(olx) == []
    assert SCHEMA.validate(parse(olx)), SCHEMA.error_log


def test_all_faults_are_reported_at_once_each_once():
    olx = exercise_olx(
        SINGLE.replace(' correct="true"', "").replace("Trang nào?", ""),
        ORDERING.replace('id="s2"', 'id="s1"'),
        '<variant group="students"><intro>Em</intro></variant>',
    )
    found = problems(olx)
    assert len(found) == 3
    assert [int(problem.split(":")[0]) for problem in found] == [2, 2, 10]


def test_a_group_sees_its_variant_and_others_the_common_text():
    assert read(VARIANTS, "students").item("q1").prompt.text == "Em ơi"
    assert read(VARIANTS, "officials").item("q1").prompt.text == "Trang nào?"
    assert [item.id for item in read(VARIANTS, "citizens").items] == ["q1", "q4", "q3"]
    assert read(VARIANTS, "seniors", "citizens").intro.text == "Chào"


def test_a_message_does_not_hold_its_reasons():
    item = read(exercise_olx(TRIAGE)).item("q4")
    assert item.message.body.text == "Mở vneid-check.example ngay. Trân trọng"
    assert "Trang giả" not in item.message.body.html


def test_a_skill_code_that_is_none_is_a_fault_in_its_line():
    assert problems(exercise_olx(SINGLE, attributes='skills="tt02:4.2  kns757:1.1"')) == []
    (found,) = problems(exercise_olx(SINGLE, attributes='skills="tt02"'))
    assert found.startswith("1: “tt02” is not a skill code.")


def test_skill_codes_are_checked_against_the_frameworks_given():
    source = parse(exercise_olx(SINGLE, attributes='skills="tt02:4.2 tt02:9.9 abc:2"'))
    found = find_faults(source, groups=GROUPS, lineage=lambda c: (c,), frameworks=national_frameworks())
    assert [fault.params["code"] for fault in found] == ["tt02:9.9", "abc:2"]


@pytest.mark.parametrize("attribute", ['max_attempts="-1"', 'weight="-2"', 'show_answer="always"'])
def test_settings_out_of_range(attribute):
    assert problems(exercise_olx(SINGLE, attributes=attribute))


@pytest.mark.parametrize("tag", list(item_types()))
def test_a_type_brings_its_schema_sample_form_template_and_script(tag):
    templates = SCHEMA_DIR.parent / "templates/digital_literacy/skills_exercise/items"
    assert (templates / f"{tag}.html").exists()
    assert f'exercise.type("{tag}"' in (SCHEMA_DIR.parent / f"assets/public/exercise/{tag}.js").read_text()
    assert form_of(tag).parts
    assert f'href="items/{tag}.rng"' in (SCHEMA_DIR / "skills_exercise.rng").read_text()
    assert problems(exercise_olx(item_types()[tag].sample)) == []
