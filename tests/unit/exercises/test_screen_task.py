from __future__ import annotations

import copy
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from digital_literacy.exercises.answers import InvalidAnswer
from digital_literacy.exercises.grading import ITEM_PATH, grade, read_answers, restore_answers
from digital_literacy.exercises.item_forms import form_of
from digital_literacy.exercises.item_types import item_types
from digital_literacy.exercises.item_types.screen_task import process
from digital_literacy.exercises.page import Standing, body_page, hint_at, reply_page
from digital_literacy.exercises.rules import Rules
from digital_literacy.olx.parsing import parse
from tests.unit.exercises.samples import IDS, SINGLE, exercise_olx, problems, read
from tests.unit.exercises.test_page import NOW
from tests.unit.exercises.test_reading import SCHEMA, SCHEMA_DIR

KIND = item_types()["screen_task"]
TASK = KIND.sample
TEST = TASK.replace('mode="try"', 'mode="test"')
SHOW = TASK.replace('mode="try"', 'mode="show"')
# A browser with everything a screen can hold.
RICH = """<screen_task id="w" device="web" start="find">
  <prompt><p>Tìm trang của nhà nước.</p></prompt>
  <state id="query"/>
  <state id="sort" value="new"/>
  <screen id="find" title="Tìm kiếm" address="tim.example">
    <field id="box" state="query" go="list" done="Tìm"><text>Từ khóa</text></field>
  </screen>
  <screen id="list" title="Kết quả">
    <choice id="order" state="sort"><text>Xếp theo</text>
      <option value="new"><text>Mới</text></option><option value="near"><text>Gần đúng</text></option></choice>
    <message from="Quảng cáo" time="1 giờ" when="sort=new"><p>Bấm dichvu.example</p></message>
    <button id="lure" go="fake" when="sort=new"><text>dichvu.example</text></button>
    <button id="real" go="site" when="sort!=new query"><text>dichvucong.gov.vn</text></button>
  </screen>
  <screen id="fake" title="Trang lạ" address="dichvu.example"><text><p>Nhập mã.</p></text></screen>
  <screen id="site" title="Cổng" address="dichvucong.gov.vn" back="false"><text><p>Chào.</p></text></screen>
  <goal><is state="query" value="dịch vụ công | dvc">Đã gõ từ khóa</is><on screen="site">Đã tới trang</on></goal>
  <path><step tap="box" type="dịch vụ công"/><step tap="order" choose="near"/><step tap="real"/></path>
  <mistake tap="lure" cost="0.5"><reason><p>Trang lạ.</p></reason></mistake>
</screen_task>"""
RIGHT = [["security"], ["two_step_switch"]]


def item(olx=TASK):
    return read(exercise_olx(olx)).items[0]


def share(actions, olx=TASK) -> Fraction:
    """The fraction that the actions earn, as stored."""
    exercise = read(exercise_olx(olx))
    task = exercise.items[0]
    answers = restore_answers(exercise, {task.id: {"actions": actions}})
    return grade(exercise, answers).outcomes[task.id].fraction


def sent(actions, olx=TASK):
    """The answer as the page of one learner sends it."""
    task = item(olx)

    def outside(action):
        part, *given = action
        if part in ("back", "restart"):
            return action
        choice = task.machine.elements()[part].kind == "choice"
        return [
            IDS.name((task.id, "part"), part),
            *(IDS.name((task.id, "value"), v) if choice else v for v in given),
        ]

    return {IDS.name(ITEM_PATH, task.id): {"actions": [outside(list(action)) for action in actions]}}


# Reading


@pytest.mark.parametrize("olx", [TASK, TEST, SHOW, RICH])
def test_reader_and_schema_accept_what_is_good(olx):
    assert problems(exercise_olx(olx)) == []
    assert SCHEMA.validate(parse(exercise_olx(olx))), SCHEMA.error_log


STRUCTURAL = {
    "unknown part": (
        TASK.replace("<toggle", "<togle", 1).replace("</toggle>", "</togle>", 1),
        "Did you mean <toggle>",
    ),
    "unknown attribute": (TASK.replace(' go="help"', ' got="help"'), "Did you mean “go”?"),
    "bad mode": (TASK.replace('"try"', '"exam"'), "Write one of: try, test, show"),
    "bad device": (TASK.replace('"phone"', '"watch"'), "Write one of: phone, web"),
    "no title": (TASK.replace(' title="Màn hình"', ""), "The screen has no title"),
    "no reason": (
        TASK.replace("<reason><p>Người lạ có thể chiếm tài khoản.</p></reason>", ""),
        "in <reason>",
    ),
    "link": (TASK.replace("Độ sáng", '<a href="https://a.example">x</a>'), "could be followed"),
    "empty goal": (RICH[: RICH.index("<goal>")] + "<goal/>" + RICH[RICH.index("<path>") :], "has no <goal>"),
}
MEANING = {
    "unknown screen": (TASK.replace('go="security"', 'go="securty"'), "There is no <screen> “securty”"),
    "unknown start": (TASK.replace('start="settings"', 'start="x"'), "There is no <screen> “x”"),
    "unknown state": (TASK.replace('state="lock"><', 'state="lok"><'), "There is no <state> “lok”"),
    "unknown tap": (TASK.replace('<step tap="security"', '<step tap="securty"'), "nothing to tap"),
    "unknown value": (TASK.replace('value="on">Khóa', 'value="yes">Khóa'), "never has the value “yes”"),
    "bad condition": (RICH.replace('when="sort!=new query"', 'when="sort>new"'), "is not a condition"),
    "typed state in a condition": (RICH.replace('when="sort=new">', 'when="query=x">'), "holds typed text"),
    "typed into a setting": (RICH.replace('state="query" go', 'state="sort" go'), "must hold typed text"),
    "reserved id": (TASK.replace('id="display"', 'id="back"'), "has a meaning of its own"),
    "same part twice": (TASK.replace('id="lock_switch"', 'id="ask_stranger"'), "used twice"),
    "unreachable screen": (TASK.replace('go="display"', 'go="security"'), "No tap opens this screen"),
    "dead end": (
        TASK.replace('id="display" title="Màn hình"', 'id="display" title="Màn hình" back="false"'),
        "can be a dead end",
    ),
    "path not possible": (
        TASK.replace('<step tap="security">', '<step tap="ask_stranger">'),
        "not possible on the screen",
    ),
    "path too short": (
        TASK.replace('<step tap="two_step_switch">', '<step tap="back">'),
        "does not reach the goal",
    ),
    "goal out of reach": (
        RICH.replace('query"><text>dichvucong', 'sort=new"><text>dichvucong'),
        "cannot be reached",
    ),
    "goal at the start": (
        TASK.replace('"two_step" value="off"', '"two_step" value="on"'),
        "reached at the start",
    ),
    "risky path": (
        TASK.replace('<mistake tap="ask_stranger"', '<mistake tap="security"'),
        "the best path taps it",
    ),
    "cost": (TASK.replace('cost="1"', 'cost="2"'), "is more than 1"),
    "real address": (RICH.replace('address="tim.example"', 'address="tim.com"'), "could be a real address"),
    "number to type": (RICH.replace('type="dịch vụ công"', 'type="001 099 000001"'), "cannot be typed here"),
    "shown without words": (SHOW.replace("<narration><p>Mở mục Bảo mật.</p></narration>", ""), "needs words"),
    "too many screens": (
        TASK.replace("<goal>", "".join(f'<screen id="x{n}" title="x"/>' for n in range(30)) + "<goal>"),
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


def test_a_big_task_is_searched_only_so_far():
    states = "".join(f'<state id="v{n}" value="off"/>' for n in range(25))
    switches = "".join(f'<toggle id="t{n}" state="v{n}"><text>{n}</text></toggle>' for n in range(25))
    big = f"""<screen_task id="big"><prompt>Bật.</prompt>{states}<screen id="s" title="S">{switches}</screen>
      <goal><is state="v0" value="on">Bật</is></goal><path><step tap="t0"/></path></screen_task>"""
    assert problems(exercise_olx(big)) == []


def test_a_group_has_screens_of_its_own():
    olx = TASK.replace(
        "<text><p>Độ sáng, cỡ chữ.</p></text>",
        '<text><p>Độ sáng.</p></text><variant group="students"><text><p>Em xem cỡ chữ.</p></text></variant>',
    )
    assert problems(exercise_olx(olx)) == []
    assert SCHEMA.validate(parse(exercise_olx(olx)))
    words = [part.text.text for part in read(exercise_olx(olx), "students").items[0].screens[1].parts]
    assert words == ["Em xem cỡ chữ."]


def test_what_an_author_leaves_out_or_spoils_is_a_fault_and_never_an_error():
    whole = parse(exercise_olx(RICH, TASK))
    for number in range(2, sum(1 for _ in whole.iter(etree.Element))):
        for spoil in ("element", *list(whole.iter(etree.Element))[number].attrib):
            tree = copy.deepcopy(whole)
            element = list(tree.iter(etree.Element))[number]
            if spoil == "element":
                element.getparent().remove(element)
            else:
                element.set(spoil, "?")
            problems(etree.tostring(tree, encoding="unicode"))
            if spoil != "element":
                del element.attrib[spoil]
                problems(etree.tostring(tree, encoding="unicode"))


def names_of(part) -> set[str]:
    """Tags and attributes that a part of a Studio form writes."""
    found = {getattr(part, "tag", "") or getattr(part, "name", "")}
    for each in getattr(part, "parts", ()):
        found |= names_of(each)
    return found - {""}


def test_the_form_writes_what_the_schema_knows_and_leaves_nothing_out():
    schema = etree.parse(str(SCHEMA_DIR / "items" / "screen_task.rng"))
    known = {each.get("name") for each in schema.iter("{*}element", "{*}attribute")}
    written = set().union(*(names_of(part) for part in form_of("screen_task").parts))
    common = {"id", "points", "prompt", "hint", "explanation", "feedback"}
    assert written - common == known - {None, "br", "screen_task", "variant", "group"} - common


# Grading


@pytest.mark.parametrize(
    ("actions", "fraction"),
    [
        ([["security"], ["two_step_switch"]], Fraction(1)),
        # Half as many steps again are no detour.
        ([["security"], ["two_step_switch"], ["back"]], Fraction(1)),
        (
            [["display"], ["back"], ["security"], ["two_step_switch"]],
            Fraction(9, 10) + Fraction(1, 10) * Fraction(3, 4),
        ),
        (
            [["security"], ["ask_stranger"], ["back"], ["two_step_switch"]],
            Fraction(6, 10) + Fraction(1, 10) * Fraction(3, 4),
        ),
        # Nothing reached, nothing earned, however safe.
        ([["security"]], Fraction(0)),
        ([["back"]], Fraction(0)),
        # What held at the start and was lost takes away what was gained.
        ([["security"], ["lock_switch"]], Fraction(0)),
        ([["security"], ["two_step_switch"], ["lock_switch"]], Fraction(0)),
        # Starting over in a try wipes everything out.
        ([["security"], ["ask_stranger"], ["restart"], *RIGHT], Fraction(1)),
        ([*RIGHT, ["restart"]], Fraction(0)),
    ],
)
def test_goal_safety_and_way_count(actions, fraction):
    assert share(actions) == fraction


def test_in_a_test_a_risky_tap_stays_tapped():
    assert share([["security"], ["ask_stranger"], ["restart"], *RIGHT], TEST) == Fraction(7, 10)


def test_the_goal_alone_can_count():
    goal_only = TASK.replace("<screen_task ", '<screen_task scoring="goal" ')
    assert share([["security"], ["ask_stranger"], ["back"], ["two_step_switch"]], goal_only) == 1


@pytest.mark.parametrize(
    ("actions", "fraction"),
    [
        ([["box", " Dịch  VỤ công"], ["order", "near"], ["real"]], Fraction(1)),
        ([["box", "dvc"], ["order", "near"], ["real"]], Fraction(1)),
        ([["box", "gì đó"], ["order", "near"], ["real"]], Fraction(1, 2)),
        ([["box", "dvc"]], Fraction(1, 2)),
        ([["box", "dvc"], ["lure"]], Fraction(1, 2) * (Fraction(7, 10) + Fraction(3, 20))),
        ([["box", "x"], ["lure"]], Fraction(0)),
    ],
)
def test_typed_text_and_parts_of_the_goal_count(actions, fraction):
    assert share(actions, RICH) == fraction


def test_how_somebody_went_about_it_can_be_counted():
    actions = [["security"], ["ask_stranger"], ["back"], ["restart"], ["display"], ["back"], *RIGHT]
    told = process(item(TEST), {"actions": actions})
    assert (told.taps, told.back_steps, told.restarts, told.risky, told.goal) == (
        4,
        2,
        1,
        ("ask_stranger",),
        1,
    )
    assert process(item(), {"actions": actions}).risky == ()


def test_the_report_says_what_is_missing_and_what_was_risky():
    exercise = read(exercise_olx(TASK))
    standing = Standing(answers={"q5": {"actions": [["security"], ["ask_stranger"]]}}, attempts_used=1)
    (report,) = reply_page(exercise, IDS, Rules(), standing, now=NOW)["reports"].values()
    told = [(mark["correct"], mark["feedback"].text) for mark in report["marks"]]
    assert told == [
        (False, "Đăng nhập hai bước đã bật"),
        (True, "Khóa màn hình vẫn bật"),
        (False, "Người lạ có thể chiếm tài khoản."),
    ]
    assert report["solution"] == []
    assert "Mở mục Bảo mật" not in repr(report)


def test_the_solution_is_the_best_path_in_words():
    lines = KIND.solution(item(RICH))
    assert [line.label for line in lines] == [
        "Từ khóa: “dịch vụ công”",
        "Xếp theo: Gần đúng",
        "dichvucong.gov.vn",
    ]
    assert [line.reason.text for line in KIND.solution(item())] == [
        "Mở mục Bảo mật.",
        "Gạt công tắc sang bật.",
    ]


# Answers from outside


@pytest.mark.parametrize("olx", [TASK, RICH])
def test_the_best_path_sent_by_a_page_earns_everything(olx):
    exercise = read(exercise_olx(olx))
    task = exercise.items[0]
    answers = read_answers(exercise, sent([step.action for step in task.path], olx), IDS)
    assert grade(exercise, answers).correct
    assert restore_answers(exercise, answers) == answers


@pytest.mark.parametrize(
    "value",
    [
        [],
        "x",
        {"actions": "back"},
        {"actions": [["back"]]},
        {"actions": [[]]},
        {"actions": [["restart", "x"]]},
        {"actions": [[1]]},
        {"actions": [["a", "b", "c"]]},
        {"actions": [["security"]]},
        {"actions": [["restart"]] * 201},
        {"seen": True},
        {"actions": [], "score": 1},
    ],
)
def test_what_no_page_sends_is_refused(value):
    exercise = read(exercise_olx(TASK))
    with pytest.raises(InvalidAnswer):
        read_answers(exercise, {IDS.name(ITEM_PATH, "q5"): value}, IDS)


@pytest.mark.parametrize(
    "text", ["x" * 101, "030 123 4567", "001099000001", "4111-1111-1111-1111", "١٢٣٤٥٦٧٨٩"]
)
def test_long_texts_and_numbers_of_somebody_are_refused(text):
    with pytest.raises(InvalidAnswer):
        read_answers(read(exercise_olx(RICH)), sent([["box", text]], RICH), IDS)


@given(st.text(max_size=30))
def test_any_text_can_be_typed_and_kept(text):
    exercise = read(exercise_olx(RICH))
    try:
        answers = read_answers(exercise, sent([["box", text]], RICH), IDS)
    except InvalidAnswer:
        return
    kept = answers["w"]["actions"][0][1]
    kept.encode("utf-8")
    assert restore_answers(exercise, answers) == answers


@st.composite
def walks(draw, olx):
    """Any sequence of actions that the machine allows."""
    machine = item(olx).machine
    at, actions = machine.first, []
    for _ in range(draw(st.integers(0, 12))):
        choices = [("restart",)] + ([("back",)] if machine.can_go_back(at) else [])
        for each in machine.here(at):
            if each.kind == "choice":
                choices += [(each.id, value) for value in each.values]
            elif each.kind == "field":
                choices += [(each.id, "dvc"), (each.id, "khác")]
            elif each.kind != "text":
                choices.append((each.id,))
        action = draw(st.sampled_from(choices))
        at = machine.step(at, action)
        assert at is not None
        actions.append(action)
    return actions


@pytest.mark.parametrize("olx", [TASK, TEST, RICH], ids=["try", "test", "rich"])
@given(data=st.data())
def test_every_walk_is_taken_and_graded(olx, data):
    actions = data.draw(walks(olx))
    exercise = read(exercise_olx(olx))
    task = exercise.items[0]
    answers = read_answers(exercise, sent(actions, olx), IDS)
    outcome = grade(exercise, answers).outcomes[task.id]
    assert 0 <= outcome.fraction <= 1
    if not actions:
        assert not outcome.answered
        return
    told = process(task, answers[task.id])
    assert outcome.correct == (told.goal == 1 and not told.risky and told.taps <= len(task.path) * 3 // 2)
    if told.goal == 0:
        assert outcome.fraction == 0


@given(
    st.lists(
        st.lists(st.sampled_from(["security", "help", "back", "restart", "lock_switch", "x"]), max_size=3),
        max_size=6,
    )
)
def test_stored_rubbish_never_breaks(actions):
    assert 0 <= share(actions) <= 1


# What the page may know


def body(olx, **standing):
    return body_page(read(exercise_olx(olx)), IDS, Rules(), Standing(**standing), now=NOW)["items"][0]


def test_the_page_of_a_try_and_a_test_holds_no_goal_path_or_cost():
    for olx in (TASK, TEST, RICH):
        shown = repr(body(olx))
        secrets = ["Mở mục", "Gạt công tắc", "vẫn bật", "đã bật", "chiếm tài khoản", "Ở đây không", "hai lớp"]
        secrets += [
            "Tìm mục",
            "mã thứ hai",
            "Đã gõ",
            "Trang lạ.",
            "'security'",
            '"security"',
            "two_step",
        ]
        secrets += ["lure", "0.5", "dvc", "dịch vụ công"]
        assert [secret for secret in secrets if secret in shown] == []


def test_a_task_that_is_shown_tells_its_steps_and_has_no_points():
    page = body(SHOW)
    assert page["points"] == 0
    assert [step["narration"].text for step in page["walk"]] == ["Mở mục Bảo mật.", "Gạt công tắc sang bật."]
    assert page["hints_left"] == 0
    assert "chiếm tài khoản" not in repr(page)


def test_the_page_stands_where_the_last_answer_ended():
    page = body(TASK, answers={"q5": {"actions": RIGHT}}, attempts_used=1)
    assert [screen["title"] for screen in page["screens"] if screen["present"]] == ["Bảo mật"]
    assert [part["on"] for part in page["screens"][2]["parts"][:2]] == [True, True]
    assert page["can_go_back"]


def test_an_edit_that_takes_a_part_away_leaves_the_answer_out():
    gone = TASK.replace('id="two_step_switch"', 'id="other"').replace('tap="two_step_switch"', 'tap="other"')
    assert share(RIGHT, gone) == 0


def test_a_hint_for_a_place_is_given_in_a_try_only():
    place = IDS.name(("q5", "screen"), "display")
    assert hint_at(item(), IDS, place)[0] == "q5@display"
    assert hint_at(item(), IDS, place)[1].text == "Ở đây không có. Hãy quay lại."
    assert hint_at(item(TEST), IDS, place) is None
    for wrong in (None, "display", 3, "x" * 999, ["display"]):
        assert hint_at(item(), IDS, wrong) is None


def test_an_exercise_of_shown_tasks_counts_as_done_by_looking():
    exercise = read(exercise_olx(SHOW))
    answers = read_answers(exercise, {IDS.name(ITEM_PATH, "q5"): {"seen": True}}, IDS)
    result = grade(exercise, answers)
    assert (result.possible, result.earned, result.correct, result.counted) == (0, 0, True, (1.0, 1.0))


def test_a_shown_task_left_out_is_no_mistake():
    exercise = read(exercise_olx(SHOW, SINGLE))
    result = grade(exercise, {"q1": "a"})
    assert result.correct
    assert result.counted == (1.0, 1.0)
    standing = Standing(answers={"q1": "a"}, attempts_used=1)
    assert list(reply_page(exercise, IDS, Rules(), standing, now=NOW)["reports"]) == [
        IDS.name(ITEM_PATH, "q1")
    ]
