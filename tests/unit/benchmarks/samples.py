"""A run with figures that keep every budget; tests change what they are about."""

from dataclasses import replace
from typing import Any

from benchmarks.budgets import UNIT
from benchmarks.figures import Size, Timing
from benchmarks.front_end import FrontEnd
from benchmarks.results import Results, Row
from benchmarks.writes import Writes

_WRITES = Writes(view_queries=0, submit_queries=0, attempt_rows=0, state_rows=1, other_rows=0)


def row(name: str, view: float, submit: float | None, **changes: Any) -> Row:
    made = Row(
        name=name,
        keeps="fields",
        peer=name.startswith("peer"),
        whole_answer=True,
        view=Timing(view, 2 * view),
        submit=None if submit is None else Timing(submit, 2 * submit),
        first_view=None,
        writes=_WRITES,
    )
    return replace(made, **changes)


def results(*changed: Row, js: int = 10_000, css: int = 5_000) -> Results:
    rows = {
        "skills_exercise": row("skills_exercise", 3.0, 1.5),
        "service_practice": row("service_practice", 4.0, 1.8),
        "vneid_certificate": row("vneid_certificate", 2.0, None),
        "peer: one request": row("peer: one request", 6.0, 2.0, whole_answer=False),
        "peer: all": row("peer: all", 5.0, 8.0),
    }
    rows |= {one.name: one for one in changed}
    page = FrontEnd(UNIT, js=Size(3 * js, js), css=Size(3 * css, css), html=Size(9_000, 3_000))
    return Results({"date": "2026-11-23", "samples": 300}, tuple(rows.values()), (page,))
