"""The peer: xblock-drag-and-drop-v2 with the exercise it ships (three zones, five items)."""

from __future__ import annotations

from web_fragments.fragment import Fragment
from xblock.core import XBlock

from benchmarks.subjects import Subject, Submission, Visit

DISTRIBUTION = "xblock-drag-and-drop-v2"
BLOCK_TYPE = "drag-and-drop-v2"


def subjects() -> list[Subject]:
    """Its two modes: feedback at every drop, or for all items at once."""
    return [
        Subject(f"{BLOCK_TYPE}, one drop", BLOCK_TYPE, setup=_standard, answer=_one_drop, peer=True),
        Subject(f"{BLOCK_TYPE}, assessment", BLOCK_TYPE, setup=_assessment, answer=_whole_attempt, peer=True),
    ]


def _standard(block: XBlock) -> None:
    block.mode = "standard"


def _assessment(block: XBlock) -> None:
    block.mode = "assessment"


def _one_drop(visit: Visit, _fragment: Fragment) -> Submission:
    return _drops(visit)[0]


def _whole_attempt(visit: Visit, _fragment: Fragment) -> Submission:
    # Items are placed by a request each; only the attempt itself is timed.
    for drop in _drops(visit):
        visit.post(drop)
    return Submission("do_attempt", {})


def _drops(visit: Visit) -> list[Submission]:
    items = visit.subject.block_class.data.default["items"]
    return [
        Submission("drop_item", {"val": item["id"], "zone": item["zones"][0], "x_percent": "50%", "y_percent": "50%"})
        for item in items
        if item["zones"]
    ]
