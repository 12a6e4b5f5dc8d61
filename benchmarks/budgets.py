"""What the figures must keep to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from benchmarks.certificates import Certificates
from benchmarks.results import Results, Row

T = TypeVar("T")
KIB = 1024
UNIT = "unit of our three blocks"
FIELDS = "fields"
MAX_JS, MAX_CSS = 25 * KIB, 10 * KIB
TIMED = ("skills_exercise", "service_practice")


@dataclass(frozen=True)
class Check:
    """One budget: the figure and its limit in words, and whether it is kept."""

    text: str
    kept: bool


def checks(results: Results) -> Iterator[Check]:
    """All budgets, in the order of the report.

    Raises:
        LookupError: a figure that a budget needs was not measured.
    """
    for name, reason in results.missing.items():
        yield Check(f"{name} could not be measured: {reason}", False)
    page = _one([page for page in results.pages if page.name == UNIT], UNIT)
    for kind, size, limit in (("JavaScript", page.js, MAX_JS), ("CSS", page.css, MAX_CSS)):
        text = f"{UNIT}: {kind} {size.gzip / KIB:.1f} KiB gzip, at most {limit / KIB:.0f}"
        yield Check(text, size.gzip <= limit)
    for name in [name for name in TIMED if name not in results.missing]:
        # Like with like: the peer has no database of its own either.
        row = _one([row for row in results.rows if (row.name, row.keeps) == (name, FIELDS)], name)
        what = f"{name} ({FIELDS})"
        yield _faster(f"{what}: view", row.view.p50, results.peer_view())
        if row.submit is None:
            raise LookupError(f"No submit of {name} was measured.")
        # One request of ours answers the whole block, the peer needs one an item: ours is to be faster than all of
        # them, and than any one of them.
        whole, single = results.peer_submit(whole_answer=True), results.peer_submit()
        yield _faster(f"{what}: submit of a whole answer", row.submit.p50, whole)
        yield _faster(f"{what}: the same beside one request", row.submit.p50, single)
    for row in results.rows:
        if not row.peer and row.submit:
            yield _rows_written(row)
    if results.certificates is not None:
        yield from _certificates(results.certificates)


def _certificates(found: Certificates) -> Iterator[Check]:
    # Issuing: at least 0.8 of the plain script's rate.
    limits = ((found.issuing, 1 / 0.8), (found.printing, 1.3), (found.page, 1.5))
    for pair, limit in limits:
        text = f"{pair.name} {pair.ours:.2f} ms, {pair.ratio:.2f} times the plain script, at most {limit:.2f}"
        yield Check(text, pair.ratio <= limit)


def _faster(what: str, ours: float, peer: float) -> Check:
    return Check(f"{what} {ours:.2f} ms, less than the peer's {peer:.2f} ms", ours < peer)


def _rows_written(row: Row) -> Check:
    w = row.writes
    text = (
        f"{row.name} ({row.keeps}): a submit writes {w.attempt_rows} attempt, {w.state_rows} state "
        f"and {w.other_rows} other rows, at most 1, 1 and 0"
    )
    return Check(text, w.attempt_rows <= 1 and w.state_rows <= 1 and w.other_rows == 0)


def _one(found: Sequence[T], what: str) -> T:
    if len(found) != 1:
        raise LookupError(f"“{what}” was measured {len(found)} times; once is needed.")
    return found[0]
