"""A block with the basic item types, and how its page is read and answered from outside."""

from __future__ import annotations

import re
import uuid
from typing import Any

from digital_literacy.exercises.ids import OpaqueIds
from tests.unit.exercises.samples import basic_types

ATTRIBUTES = (
    'url_name="tin-nhan" display_name="Tin nhắn đáng ngờ" version="1" weight="2" max_attempts="3" '
    'skills="tt02:4.2"'
)
VARIANT = '<variant group="students"><intro><p>Chào các em</p></intro></variant>'
OLX = (
    basic_types()
    .replace('version="1" ', ATTRIBUTES)
    .replace("</skills_exercise>", f"{VARIANT}\n</skills_exercise>")
)
# Feedback, reasons, explanations and hints, and every way to say which part is right.
SECRETS = (
    "phần cuối của tên miền",
    "Trang của cơ quan nhà nước có tên miền",
    "cán bộ không bao giờ",
    "Mã OTP như chữ ký",
    "Đúng thứ tự",
    "Hãy nghĩ xem",
    "Luôn xem nhà phát triển",
    "Kẻ gian dọa",
    "Không phải trang .gov.vn",
    "Lời chào không",
    "156 nhận",
    "trang giả có thể",
    "Giục giã",
    "Đọc tên miền từ phải",
    "correct",
    "clue=",
    "is_clue",
)
RIGHT = {"q1": "a", "q2": ["a", "b"], "q3": ["s1", "s2", "s3", "s4"]}
WRONG = {"q1": "b", "q2": ["c"], "q3": ["s4", "s3", "s2", "s1"]}


def submission(block: Any, answers: dict[str, Any], attempt_id: str | None = None) -> dict[str, Any]:
    """A submit body for `answers` in author's ids, with the names this learner's page uses."""
    ids: OpaqueIds = block._ids()
    kinds = {"q1": "option", "q2": "option", "q3": "step"}
    sent = {}
    for item, answer in answers.items():
        many = answer if isinstance(answer, list) else [answer]
        names = [ids.name((item, kinds[item]), part) for part in many]
        sent[ids.name(("item",), item)] = names if isinstance(answer, list) else names[0]
    return {"attempt_id": attempt_id or str(uuid.uuid4()), "answers": sent}


def triage(block: Any, verdict: str, clues: list[str], action: str) -> dict[str, Any]:
    """The answer to the triage item, by name."""
    ids: OpaqueIds = block._ids()
    return {
        ids.name(("item",), "q4"): {
            "verdict": verdict,
            "clues": [ids.name(("q4", "part"), clue) for clue in clues],
            "action": ids.name(("q4", "action"), action),
        }
    }


def everything_right(block: Any) -> dict[str, Any]:
    """A submit body that earns all points."""
    body = submission(block, RIGHT)
    body["answers"].update(triage(block, "scam", ["c1", "c2"], "report"))
    return body


def author_ids_in(html: str) -> list[str]:
    """Author's ids in attributes of a page (not `a`, which the page uses as a word of its own)."""
    return [
        value
        for value in re.findall(r'="([^"]*)"', html)
        if value in {"q1", "q4", "s1", "s2", "c1", "d1", "report", "tap"}
    ]
