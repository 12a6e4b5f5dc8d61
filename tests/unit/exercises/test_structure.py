"""Pools, forms and content between items: what is read, and how each fault is named."""

from __future__ import annotations

import pytest
from lxml import etree

from digital_literacy.exercises.content_types import content_type_of, content_types
from digital_literacy.exercises.ids import OpaqueIds
from digital_literacy.exercises.indexing import common_items, index_words
from digital_literacy.exercises.model import Content
from digital_literacy.exercises.page import preview_page
from digital_literacy.olx.parsing import parse
from tests.unit.exercises.samples import ORDERING, SINGLE, exercise_olx, problems, read
from tests.unit.exercises.test_drawing import forms, pool, single
from tests.unit.exercises.test_reading import SCHEMA, SCHEMA_DIR

SAMPLES = {tag: kind.sample for tag, kind in content_types().items()}
IMAGE, AUDIO, DOWNLOAD = SAMPLES["image"], SAMPLES["audio"], SAMPLES["download"]
ALT = ' alt="Thanh địa chỉ ghi dichvucong.gov.vn"'


def addresses(olx: str, name: str) -> list[str]:
    old = etree.fromstring(olx).get(name)
    bad = (
        "javascript:alert(1)",
        "data:text/html,x",
        "http://a.example/x.png",
        "//a.example/x.png",
        "x.png",
        "/static/",
        "https://",
        "/other/x.png",
        " https://a.example/x",
        "https://a.example/x y",
    )
    return [olx.replace(old, each) for each in bad]


# What the schema refuses too.
STRUCTURAL = {
    "no src": (IMAGE.replace(' src="https://hinh.example/thanh-dia-chi.png"', ""), "“src” is missing"),
    "no words": (IMAGE.replace(ALT, ""), "no words for those who do not see"),
    "empty words": (IMAGE.replace(ALT, ' alt=" "'), "no words for those who do not see"),
    "decoration with words": (IMAGE.replace(" alt", ' decorative="true" alt'), "called decoration"),
    "bad width": (IMAGE.replace(" alt", ' width="50%" alt'), "not a number of pixels"),
    "unknown child": (IMAGE.replace("caption", "capton"), "Did you mean <caption>?"),
    "no download name": (DOWNLOAD.replace(' name="Sổ tay an toàn trên mạng"', ""), "does not say its name"),
    "term without name": (SAMPLES["glossary"].replace(' name="Mã OTP"', ""), "does not say its name"),
    "draw of none": (pool("ab", 0), "does not fit a pool of 2"),
    "pool in a pool": (f'<pool id="x">{pool("ab", 1)}</pool>', "<pool> is not known in <pool>"),
    "form in a form": (
        f'<form id="x">{SINGLE}<form id="y">{ORDERING}</form></form>',
        "<form> is not known in <form>",
    ),
    "pool without id": (pool("ab", 1).replace(' id="p"', ""), "<pool> has no id"),
    "bad shuffle": (pool("ab", 1, 'shuffle="yes"'), "Write one of: true, false"),
    "empty pool": ('<pool id="p" draw="1"/>', "The pool has no question"),
    "empty form": (f'<form id="A">{SINGLE}</form><form id="B"/>', "The form has no question"),
    **{f"src {n}": (olx, "neither a file of the course") for n, olx in enumerate(addresses(IMAGE, "src"))},
    **{
        f"href {n}": (olx, "neither a file of the course")
        for n, olx in enumerate(addresses(DOWNLOAD, "href"))
    },
}
MEANING = {
    "empty text": ("<text> </text>", "<text> has no text"),
    "no transcript": ('<audio src="/static/x.mp3"/>', "no text in <transcript>"),
    "no summary": ("<note><text>Mở ra</text></note>", "no line to open it by"),
    "no note text": ("<note><summary>Mở</summary></note>", "no text in <text>"),
    "empty glossary": ("<glossary/>", "Nothing is explained"),
    "term twice": (SAMPLES["glossary"].replace("Tên miền", "mã otp"), "explained twice"),
    "term without meaning": ('<glossary><term name="OTP"> </term></glossary>', "<term> has no text"),
    "dots": ('<image src="/static/../x.png" alt="x"/>', "neither a file of the course"),
    "content id twice": ('<text id="t">a</text><text id="t">b</text>', "used twice"),
    "content id of an item": ('<text id="q1">a</text>', "used twice"),
    "draw more than there are": (pool("ab", 3), "Write a whole number from 1 to 2"),
    "unequal points": (pool("ab", 1).replace('id="a">', 'id="a" points="2">', 1), "not worth the same"),
    "content after the last item": (
        pool("ab", 1).replace("</pool>", "<text>x</text></pool>"),
        "belongs to no question",
    ),
    "same id in two pools": (pool("ab", 1) + pool("bc", 1).replace('"p"', '"p2"'), "“b” is used twice"),
    "same id in two forms": (
        f'<form id="A">{SINGLE}</form><form id="B">{SINGLE}</form>',
        "“q1” is used twice",
    ),
    "one form": (f'<form id="A">{ORDERING}</form>', "only one form"),
    "item outside the forms": (
        ORDERING + f'<form id="A">{single("a")}</form><form id="B">{single("b")}</form>',
        "outside the forms",
    ),
    "forms of unequal worth": (
        f'<form id="A">{single("a")}</form><form id="B">{single("b")}{single("c")}</form>',
        "“B” is worth 2 points, the form “A” 1",
    ),
}
WITH_ITEM = {
    name: (olx + (SINGLE if "form" not in olx else ""), words)
    for name, (olx, words) in {**STRUCTURAL, **MEANING}.items()
}


@pytest.mark.parametrize("name", list(WITH_ITEM))
def test_each_fault_is_named_with_line_and_cure(name):
    olx, words = WITH_ITEM[name]
    found = problems(exercise_olx(olx))
    assert any(words in problem for problem in found), found
    assert all(not problem.startswith("0:") for problem in found)
    assert len(found) == len(set(found))


@pytest.mark.parametrize("name", list(STRUCTURAL))
def test_the_schema_refuses_what_the_reader_refuses(name):
    assert not SCHEMA.validate(parse(exercise_olx(WITH_ITEM[name][0])))


VARIANT = f'<variant group="students">{single("a").replace("Trang nào?", "Em?")}</variant>'
WORTH_TWO = single("e").replace("<single_choice", '<single_choice points="2"')
GOOD = {
    "all content": exercise_olx(*SAMPLES.values(), SINGLE),
    "course files": exercise_olx(
        '<image src="/static/hinh/dia-chi.svg" alt="Thanh địa chỉ" width="320" height="80" id="hinh"/>',
        '<image src="/static/vien.png" alt="" decorative="true"/><image src="/static/v.png" decorative="true"/>',
        '<download href="/static/s%E1%BB%95%20tay.pdf" name="Sổ tay"/>',
        SINGLE,
        '<variant group="workers"><image src="/static/x.png" alt="Khác" id="hinh"/></variant>',
    ),
    "a variant in content": exercise_olx(
        AUDIO.replace(
            "</audio>", '<variant group="students"><transcript>Em ơi</transcript></variant></audio>'
        ),
        SINGLE,
    ),
    "pools": exercise_olx(
        single("x"), pool("abc", 2, 'shuffle="true"').replace("</pool>", f"{VARIANT}</pool>")
    ),
    "a pool that gives all": exercise_olx(pool("ab", 2).replace('id="a">', 'id="a" points="2">', 1)),
    "forms": exercise_olx(
        SAMPLES["text"],
        f'<form id="A">{pool("ab", 1)}{single("d")}</form>',
        f'<form id="B">{SAMPLES["note"]}{WORTH_TWO}</form>',
        attributes='form_set="dien-thoai" form_role="post"',
    ),
    "an empty set": exercise_olx(SINGLE, attributes='form_set="" form_role="pre"'),
}


@pytest.mark.parametrize("name", list(GOOD))
def test_reader_and_schema_accept_the_same_good_source(name):
    assert problems(GOOD[name]) == []
    assert SCHEMA.validate(parse(GOOD[name])), SCHEMA.error_log


@pytest.mark.parametrize(
    ("attributes", "olx", "words"),
    [
        ('form_set="x"', exercise_olx(SINGLE), "has no forms"),
        ('form_role="post"', forms("A", "B"), "but not of which set"),
        ('form_role="both" form_set="x"', forms("A", "B"), "Write one of: pre, post"),
        ('form_set="một hai"', forms("A", "B"), "not a name for a set"),
    ],
)
def test_a_set_of_forms_that_cannot_work_is_named(attributes, olx, words):
    found = problems(olx.replace('version="1"', f'version="1" {attributes}'))
    assert any(words in problem for problem in found), found


def test_faults_of_pools_and_forms_are_named_once_for_all_groups():
    inside = pool("ab", 1).replace(' correct="true"', "")
    olx = exercise_olx(
        f'<form id="A">{inside}</form><form id="B">{single("c")}</form>',
        '<variant group="students workers"><intro>Chào</intro></variant>',
    )
    assert len(problems(olx)) == 2


@pytest.mark.parametrize("tag", list(content_types()))
def test_a_content_type_brings_its_schema_sample_form_and_template(tag):
    kind = content_types()[tag]
    assert (SCHEMA_DIR.parent / f"templates/digital_literacy/skills_exercise/content/{tag}.html").exists()
    assert f'href="content/{tag}.rng"' in (SCHEMA_DIR / "skills_exercise.rng").read_text()
    assert kind.form.parts
    exercise = read(exercise_olx(kind.sample, SINGLE))
    content = exercise.parts[0]
    assert isinstance(content, Content)
    assert content_type_of(content) is kind
    assert [item.id for item in exercise.items] == ["q1"]
    assert all(word in index_words(exercise) for word in kind.words(content))
    hash(content)  # drawn once for all learners, by what it says


def test_what_only_some_are_drawn_is_told_to_nobody():
    exercise = read(exercise_olx(single("x"), pool("abc", 2), pool("de", 2).replace('"p"', '"all"')))
    assert [item.id for item in common_items(exercise)] == ["x", "d", "e"]
    assert not any("Về a" in word for word in index_words(exercise))
    assert index_words(read(forms("A", "B"))) == ("",)


def test_authors_see_everything_that_can_be_drawn_with_its_heading():
    page = preview_page(read(GOOD["forms"]), OpaqueIds(b"author"))
    kinds = [next(iter(part)) for part in page["parts"]]
    assert kinds == [
        "content",
        "form",
        "pool",
        "content",
        "item",
        "content",
        "item",
        "pool_end",
        "item",
        "form",
        "content",
        "item",
    ]
    assert all(item["solution"] for item in page["items"])
    assert page["possible"] == 2.0
