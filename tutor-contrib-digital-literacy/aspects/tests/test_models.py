"""The numbers of the models, from statements of the suite's transformers, by the real dbt on the real engine."""

from __future__ import annotations

import json
import subprocess
import sys
import uuid
from collections import defaultdict
from copy import deepcopy

import pytest
from conftest import ROOT
from samples import BA_DINH, BLOCK, COURSE, HA_NOI, HO_CHI_MINH, NGOC_HA, OTHER_COURSES, october

URN = "urn:x-digital-literacy:xapi:"
NOVEMBER, OCTOBER = "2026-11-01", "2026-10-01"


@pytest.fixture(scope="module")
def shown(project, made):
    """The project after a day with all statements: half of them were there before dbt ran, and some arrive twice."""
    half = len(made) // 2
    project.insert(made[:half])
    project.dbt("run")
    project.insert(made[half:])
    project.insert(made[:20] + made[-20:])
    project.refresh()
    return project


def cell(project, breakdown="total", key="", *, month=NOVEMBER, course="*", province="*"):
    (found,) = project.engine.rows(
        f"select * from digital_literacy.dl_results where month = '{month}' and course_key = '{course}'"
        f" and province = '{province}' and breakdown = '{breakdown}' and key = '{key}'"
    )
    return found


def test_the_whole_country(shown):
    assert cell(shown) == {
        "month": NOVEMBER,
        "course_key": "*",
        "course_name": "(Tất cả khóa học)",
        "province": "*",
        "province_name": "(Cả nước)",
        "breakdown": "total",
        "key": "",
        "name": "",
        "hidden": False,
        "learners": 81,
        "attempts": 82,
        # Nine were all right, and 67 half; six had nothing to earn.
        "share_of_points": pytest.approx((9 + 67 / 2) / 76),
        "share_of_successes": pytest.approx(9 / 76),
        "hints": 3,
    }


def test_places_and_their_names(shown):
    assert (cell(shown, province=HA_NOI)["learners"], cell(shown, province=HA_NOI)["province_name"]) == (
        20,
        "Thành phố Hà Nội",
    )
    assert cell(shown, province=HO_CHI_MINH)["attempts"] == 42
    assert (cell(shown, province="")["learners"], cell(shown, province="")["province_name"]) == (
        19,
        "Chưa cho biết",
    )
    ba_dinh, ngoc_ha = (cell(shown, "commune", code, province=HA_NOI) for code in (BA_DINH, NGOC_HA))
    assert (ba_dinh["learners"], ba_dinh["attempts"], ba_dinh["name"]) == (9, 10, "Phường Ba Đình")
    assert ngoc_ha["learners"] == 11


def test_groups_skills_and_help(shown):
    assert cell(shown, "group", "officials")["name"] == "Cán bộ, công chức, viên chức"
    assert cell(shown, "group", "officials")["share_of_points"] == pytest.approx((8 + 5) / 18)
    assert (cell(shown, "group", "")["learners"], cell(shown, "group", "")["name"]) == (15, "Nội dung chung")
    assert cell(shown, "skill", "tt02:4.2")["learners"] == 75
    both = cell(shown, "skill", "tt02:4.1")
    assert (both["learners"], both["attempts"], both["share_of_successes"]) == (8, 8, 1)
    assert both["name"].startswith("Bảo vệ")
    alone, helped = (cell(shown, "help", key) for key in ("alone", "helped"))
    assert (alone["attempts"], helped["attempts"]) == (69, 13)
    assert (alone["name"], helped["name"]) == ("Tự làm", "Có người giúp")


def test_what_is_hidden_with_a_small_group(shown):
    """Three workers in Ha Noi. The next smallest there goes too, since the total is shown; then one more of workers,
    since their number in the country is; and so on, until nothing is left to take away."""
    rows = shown.engine.rows(
        "select * from digital_literacy.dl_results where breakdown = 'group' and hidden"
        f" and month = '{NOVEMBER}' and course_key = '*'"
    )
    assert {(each["province"], each["key"]) for each in rows} == {
        (HA_NOI, "workers"),
        (HA_NOI, "officials"),
        ("", "workers"),
        ("", ""),
        (HO_CHI_MINH, ""),
        (HO_CHI_MINH, "officials"),
    }
    numbers = ("learners", "attempts", "share_of_points", "share_of_successes", "hints")
    assert {each[name] for each in rows for name in numbers} == {None}


def test_a_share_that_tells_of_few_is_not_shown(shown):
    """One of Ba Dinh's ten attempts was all right."""
    found = cell(shown, "commune", BA_DINH, province=HA_NOI)
    assert (found["attempts"], found["share_of_successes"]) == (10, None)
    for each in shown.engine.rows(
        "select * from digital_literacy.dl_results where share_of_successes is not null"
    ):
        successes = round(each["share_of_successes"] * each["attempts"])
        assert successes == 0 or successes >= 5
        assert (
            successes == each["attempts"]
            or each["attempts"] - successes >= 5
            or each["share_of_points"] is None
        )


def test_no_number_tells_how_many_were_helped_but_the_rows_of_help(shown):
    (columns,) = [
        list(each) for each in shown.engine.rows("select * from digital_literacy.dl_results limit 1")
    ]
    assert [name for name in columns if "help" in name] == []


def test_courses_have_their_names_or_their_keys(shown):
    assert cell(shown, course=COURSE)["course_name"] == "Kỹ năng số"
    assert cell(shown, course=OTHER_COURSES[0], month=OCTOBER)["course_name"] == OTHER_COURSES[0]


def test_hints_by_item(shown):
    found = shown.engine.rows("select * from digital_literacy.dl_hint_use order by item")
    assert [(each["block"], each["item"], each["learners"], each["hints"]) for each in found] == [
        (BLOCK, "q1", 6, 12),
        (BLOCK, "q2", None, None),
    ]


def truth():
    """October's distinct learners, counted without the models: by table and by cell."""
    cells = defaultdict(set)
    for each in october():
        event, who = each["event"], each["learner"]
        keys = [("total", ""), ("group", event["target_group"])]
        keys += [("help", "helped" if event["helper"] else "alone")]
        keys += [("skill", skill) for skill in event["skills"]]
        for course in ("*", each["course"]):
            for province in ("*", event["province"]):
                told = [("commune", event["commune"])] if province not in ("*", "") else []
                for breakdown, key in keys + told:
                    cells[course, province, breakdown, key].add(who)
    return {where: len(who) for where, who in cells.items()}


def sums(cells):
    """Each whole with its parts, as far as they are disjoint: what anybody can add up and take away."""
    found = defaultdict(list)
    for course, province, breakdown, key in cells:
        part = [breakdown] if breakdown != "total" else ["group", "help", "commune"]
        for each in part:
            if each != "skill" and (each != "commune" or province not in ("*", "")):
                found["parts", course, province, each].append((course, province, breakdown, key))
        if breakdown != "commune":
            found["provinces", course, breakdown, key].append((course, province, breakdown, key))
        found["courses", province, breakdown, key].append((course, province, breakdown, key))
    return found


def can_be_worked_out(unknown, equations, prime=2**61 - 1):
    """Which of the unknown have one value only: Gauss and Jordan, modulo a large prime."""
    pivots = {}
    for equation in equations:
        row = dict(equation)
        for name in [name for name in row if name in pivots]:
            subtract(row, pivots[name], row.get(name, 0), prime)
        if not row:
            continue
        name = next(iter(row))
        inverse = pow(row[name], -1, prime)
        row = {each: value * inverse % prime for each, value in row.items()}
        for other in pivots.values():
            subtract(other, row, other.get(name, 0), prime)
        pivots[name] = row
    return {name for name, row in pivots.items() if set(row) == {name}} & set(unknown)


def subtract(row, other, times, prime):
    for name, value in other.items():
        row[name] = (row.get(name, 0) - times * value) % prime
        if not row[name]:
            del row[name]


def october_shown(project):
    rows = project.engine.rows(f"select * from digital_literacy.dl_results where month = '{OCTOBER}'")
    return {
        tuple(each[name] for name in ("course_key", "province", "breakdown", "key")): each["learners"]
        for each in rows
    }


def test_every_number_that_is_shown_is_right_and_none_is_small(shown):
    counted = truth()
    found = {
        (each["course_key"], each["province"], each["breakdown"], each["key"]): each["learners"]
        for each in shown.engine.rows(f"select * from digital_literacy.dl_results where month = '{OCTOBER}'")
    }
    assert set(found) == set(counted)
    told = {where: number for where, number in found.items() if number is not None}
    assert told == {where: counted[where] for where in told}
    assert min(told.values()) >= 5
    assert len(told) > 40  # it does not simply hide everything
    assert [where for where, number in counted.items() if number < 5]  # and there was something to hide


def test_what_is_hidden_cannot_be_worked_out(shown):
    """As if a learner stood in one cell of a sum only, which is so for attempts."""
    found = october_shown(shown)
    hidden = {where for where, number in found.items() if number is None}
    equations = [
        {where: sign for where, sign in cells.items() if where in hidden} for cells in all_signed(found)
    ]
    assert len(equations) > 50
    assert can_be_worked_out(hidden, equations) == set()
    # And it can be seen: with the small ones hidden alone, some can.
    small = {where for where, number in truth().items() if number < 5}
    bare = [{where: sign for where, sign in cells.items() if where in small} for cells in all_signed(found)]
    assert can_be_worked_out(small, bare)


def is_whole(where, cells):
    """A sum's whole is the one cell that has a star, or "total", where the others have none."""
    return sum(each == "*" or each == "total" for each in where) > min(
        sum(each == "*" or each == "total" for each in other) for other in cells
    )


def all_signed(found):
    for cells in sums(found).values():
        whole = [where for where in cells if is_whole(where, cells)]
        if len(whole) == 1 and len(cells) > 1:
            yield {where: -1 if where in whole else 1 for where in cells}


def test_what_is_hidden_of_a_whole_that_is_shown_is_no_small_group(shown):
    found, counted = october_shown(shown), truth()
    looked_at = 0
    for cells in all_signed(found):
        gaps = [where for where in cells if found[where] is None]
        if gaps and all(cells[where] == 1 for where in gaps):
            looked_at += 1
            assert len(gaps) >= 2
            assert sum(counted[where] for where in gaps) >= 5
    assert looked_at > 5


def test_dbts_own_tests_pass_and_find_what_is_wrong(shown):
    assert all(
        each.status == "pass" for each in shown.dbt("test", "--select", "package:digital_literacy").results
    )
    shown.engine.run(
        "insert into digital_literacy.dl_results select * replace (4 as learners) from digital_literacy.dl_results"
        " where not hidden limit 1"
    )
    with pytest.raises(AssertionError, match="no_small_group"):
        shown.dbt("test", "--select", "no_small_group")
    shown.refresh()


def test_running_dbt_again_changes_nothing(shown):
    def numbers():
        return shown.engine.rows("select * from digital_literacy.dl_results order by all")

    before = numbers()
    shown.dbt("run")
    shown.refresh()
    assert numbers() == before


def changed(statement, **changes):
    """A statement of its own, in November of another year, with other extensions."""
    made = deepcopy(statement)
    made["id"] = str(uuid.uuid4())
    made["timestamp"] = "2027-11-10T03:00:00+00:00"
    for name, value in changes.items():
        place = made["result"] if name == "attempt" else made["context"]
        if value is None:
            place["extensions"].pop(URN + name, None)
        else:
            place["extensions"][URN + name] = value
    return made


def stored(project, statement):
    project.insert([statement])
    return project.engine.rows(f"select * from xapi.dl_attempts where event_id = '{statement['id']}'")


def test_an_attempt_without_any_extension_but_its_number_counts(shown, made):
    names = ("target_group", "skills", "helper", "hints", "province", "commune")
    (row,) = stored(shown, changed(made[0], **dict.fromkeys(names)))
    assert {name: row[name] for name in names} == {
        "target_group": "",
        "skills": [],
        "helper": "",
        "hints": 0,
        "province": "",
        "commune": "",
    }


@pytest.mark.parametrize(
    "hostile",
    [
        "<img src=x onerror=alert(1)>",
        "'; drop table xapi.dl_attempts; --",
        "a\n",
        "*",
        "x" * 300,
        7,
        ["a"],
        {"a": 1},
    ],
)
def test_what_is_no_code_is_not_kept(shown, made, hostile):
    names = ("target_group", "helper", "province", "commune")
    (row,) = stored(
        shown,
        changed(made[0], **dict.fromkeys(names, hostile), skills=[hostile, "tt02:4.2", "tt02:4.2"], hints=-1),
    )
    assert {row[name] for name in names} <= {"", "7"}
    assert not {row["province"], row["commune"]} - {""}
    assert row["skills"] in (["tt02:4.2"], ["7", "tt02:4.2"])
    assert row["hints"] == 0


@pytest.mark.parametrize("attempt", [None, 0, -1, "one", {}])
def test_statements_of_others_are_left_alone(shown, made, attempt):
    """Aspects' own problems are "evaluated" too, and have no number of an attempt under our key."""
    assert stored(shown, changed(made[0], attempt=attempt)) == []


def test_text_that_is_no_json_stops_nothing(shown):
    shown.insert([{"id": str(uuid.uuid4()), "timestamp": "2027-11-10T03:00:00"}])


def test_a_day_begins_in_viet_nam(shown, made):
    late = changed(made[0], attempt=7) | {"timestamp": "2027-12-31T17:30:00+00:00"}
    shown.insert([late])
    shown.refresh()
    assert shown.engine.rows("select max(month) as month from digital_literacy.dl_results") == [
        {"month": "2028-01-01"}
    ]


def test_a_new_mark_replaces_the_old_one(shown, made):
    """An attempt's last statement tells its points, in whichever order they arrive; its day is that of the first."""
    for number in range(5):
        for day, scaled in [(20, 1.0), (10, 0.5)]:
            told = changed(made[0]) | {"timestamp": f"2027-05-{day}T03:00:00+00:00"}
            told["actor"]["account"]["name"] = f"11111111-0000-4000-8000-{number:012d}"
            told["result"]["score"]["scaled"] = scaled
            shown.insert([told])
    shown.refresh("xapi.dl_daily_mv")
    assert shown.engine.rows(
        "select day, sum(attempts) as attempts, sum(shares) as shares from xapi.dl_daily"
        " where skill = '*' and toStartOfMonth(day) = '2027-05-01' group by day"
    ) == [{"day": "2027-05-10", "attempts": 5, "shares": 5}]


def test_aspects_own_view_of_problems_takes_our_statements(shown, made):
    """It reads a number here from whatever is "evaluated"; what it cannot read makes the whole insert fail."""
    path = '$.object.definition.extensions."http://id.tincanapi.com/extension/attempt-id"'
    event = json.dumps(made[0]).replace("\\", "\\\\").replace("'", "\\'")
    assert shown.engine.rows(f"select cast(JSON_VALUE('{event}', '{path}') as Int16) as attempt") == [
        {"attempt": 1}
    ]


def test_the_names_are_those_of_the_suite():
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "aspects_names"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_every_model_and_column_is_described(shown):
    manifest = json.loads((shown.folder / "target" / "manifest.json").read_text(encoding="utf-8"))
    ours = [
        each
        for each in manifest["nodes"].values()
        if each["package_name"] == "digital_literacy" and each["resource_type"] == "model"
    ]
    assert len(ours) == 8
    for each in ours:
        columns = shown.engine.rows(
            f"select name from system.columns where database = '{each['schema']}' and table = '{each['name']}'"
        )
        assert each["description"]
        assert [name["name"] for name in columns] == list(each["columns"]), each["name"]
