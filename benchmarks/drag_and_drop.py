"""The peer: xblock-drag-and-drop-v2 with the exercise it ships (three zones, five items)."""

from __future__ import annotations

from collections.abc import Callable

from web_fragments.fragment import Fragment
from xblock.core import XBlock

from benchmarks.subjects import Answer, Subject, Submission, Visit

DISTRIBUTION = "xblock-drag-and-drop-v2"
BLOCK_TYPE = "drag-and-drop-v2"


def subjects() -> list[Subject]:
    """Its two modes (feedback at every drop, or for all items at once), by request and as a whole answer."""
    return [
        _subject("one drop", "standard", _one_drop, whole=False),
        _subject("all drops", "standard", _all_drops),
        _subject("attempt", "assessment", _attempt, whole=False),
        _subject("drops + attempt", "assessment", _drops_and_attempt),
    ]


def _subject(name: str, mode: str, answer: Answer, *, whole: bool = True) -> Subject:
    name = f"{BLOCK_TYPE}: {name}"
    return Subject(name, BLOCK_TYPE, setup=_in_mode(mode), answer=answer, whole_answer=whole, peer=True)


def _in_mode(mode: str) -> Callable[[XBlock], None]:
    def setup(block: XBlock) -> None:
        block.mode = mode

    return setup


def _one_drop(visit: Visit, _fragment: Fragment) -> list[Submission]:
    return _drops(visit)[:1]


def _all_drops(visit: Visit, _fragment: Fragment) -> list[Submission]:
    return _drops(visit)


def _attempt(visit: Visit, _fragment: Fragment) -> list[Submission]:
    # The items were placed before, by a request each: those are not timed here.
    for drop in _drops(visit):
        visit.post(drop)
    return [Submission("do_attempt", {})]


def _drops_and_attempt(visit: Visit, _fragment: Fragment) -> list[Submission]:
    return [*_drops(visit), Submission("do_attempt", {})]


def _drops(visit: Visit) -> list[Submission]:
    items = visit.subject.block_class.data.default["items"]
    placed = [item for item in items if item["zones"]]  # the fifth item belongs nowhere
    return [Submission("drop_item", {"val": item["id"], "zone": item["zones"][0]}) for item in placed]
