from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from digital_literacy.exercises.lures import real_addresses
from digital_literacy.exercises.page import Standing, body_page, preview_page
from digital_literacy.exercises.rules import Rules
from tests.unit.exercises.samples import IDS, basic_types, read

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
EXERCISE = read(basic_types())
SECRETS = [
    "phần cuối của tên miền",
    "cán bộ không bao giờ",
    "Đúng thứ tự",
    "Kẻ gian dọa",
    "Lời chào không",
    "156 nhận",
    "Luôn xem nhà phát triển",
    "Ứng dụng chỉ cài",
    "'correct'",
    "clue",
    "'s1'",
    "'c1'",
    "'tap'",
]


def body(rules: Rules | None = None, now: datetime = NOW, **standing) -> dict:
    return body_page(EXERCISE, IDS, rules or Rules(), Standing(**standing), now=now)


def states(page: dict) -> list[str | None]:
    return [item["report"] and item["report"]["state"] for item in page["items"]]


def test_before_an_attempt_the_context_itself_holds_no_answer():
    shown = repr(body())
    assert [secret for secret in SECRETS if secret in shown] == []


def test_after_an_attempt_only_what_was_chosen_is_answered():
    page = body(
        answers={"q1": "b", "q4": {"verdict": "scam", "clues": ["d1"], "action": "tap"}}, attempts_used=1
    )
    assert states(page) == ["wrong", "unanswered", "unanswered", "partly"]
    shown = repr([item["report"]["marks"] for item in page["items"]])
    assert "phần cuối của tên miền" in shown
    assert "Lời chào không" in shown
    assert "Kẻ gian dọa" not in shown
    assert all(item["report"]["solution"] == [] for item in page["items"])


@pytest.mark.parametrize(
    ("show_answer", "used", "revealed"),
    [
        ("after_attempts", 1, [True, False]),
        ("after_attempts", 3, [True, True]),
        ("after_pass", 3, [True, False]),
        ("never", 3, [False, False]),
    ],
)
def test_solutions_show_as_the_author_set(show_answer, used, revealed):
    rules = Rules(max_attempts=3, show_answer=show_answer)
    page = body(rules, answers={"q1": "a", "q2": ["c"]}, attempts_used=used)
    assert [bool(item["report"]["solution"]) for item in page["items"][:2]] == revealed


@pytest.mark.parametrize(
    ("show", "due", "shown"),
    [
        ("always", None, True),
        ("never", None, False),
        ("past_due", NOW + timedelta(1), False),
        ("past_due", NOW - timedelta(1), True),
        ("past_due", None, True),
    ],
)
def test_results_show_as_the_platform_set(show, due, shown):
    page = body(Rules(show_correctness=show, due=due), answers={"q1": "a"}, attempts_used=1)
    assert page["shows_results"] is shown
    assert (page["score"] is not None) is shown
    assert states(page) == (["right", *["unanswered"] * 3] if shown else [None] * 4)
    staff = body(Rules(show_correctness=show, due=due), answers={"q1": "a"}, attempts_used=1, sees_all=True)
    assert staff["shows_results"]


def test_attempts_and_due_date_close_the_exercise():
    assert body(Rules(max_attempts=2), attempts_used=1)["can_answer"]
    assert not body(Rules(max_attempts=2), attempts_used=2)["can_answer"]
    assert body(Rules(due=NOW - timedelta(minutes=5), grace=timedelta(minutes=10)))["can_answer"]
    assert body(Rules(due=NOW - timedelta(minutes=15), grace=timedelta(minutes=10)))["closed"]


def test_the_last_choices_are_shown_again():
    page = body(answers={"q1": "b", "q3": ["s4", "s3", "s2", "s1"]}, attempts_used=1)
    assert [option["text"].text for option in page["items"][0]["options"] if option["chosen"]] == [
        "dichvucong-gov.example"
    ]
    assert page["items"][2]["steps"][0]["text"].text == "Mở ứng dụng và đăng nhập"


def test_only_asked_hints_are_given():
    page = body(hints_used={"q1": 1})
    assert [(len(item["hints"]), item["hints_left"]) for item in page["items"]][:2] == [(1, 0), (0, 1)]


def test_authors_see_every_solution():
    items = preview_page(EXERCISE, IDS)["items"]
    assert all(item["solution"] for item in items)
    assert [group["kind"] for group in items[3]["solution"]] == ["verdict", "part", "action"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mở vneid-check.example hoặc http://a.test/x", []),
        ("dichvucong.gov.vn là trang thật", []),
        ("dichvucong.gov.vn.xyz", ["dichvucong.gov.vn.xyz"]),
        ("dichvucong.gov-vn.com", ["dichvucong.gov-vn.com"]),
        ("https://quatang.abcxyz/nhan", ["quatang.abcxyz"]),
        ("Xong.Mời anh 2.500.000đ ngày 20.11", []),
        ("lan@quatang.com hay lan@example.com", ["quatang.com"]),
    ],
)
def test_lures_lead_nowhere(text, found):
    assert real_addresses(text) == found
