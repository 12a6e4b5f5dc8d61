"""A table of typed answers: which match, which match partly, which do not."""

from __future__ import annotations

import json
from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from digital_literacy.exercises.typed.gap import TypedGap, Wrong
from digital_literacy.exercises.typed.matching import match
from digital_literacy.exercises.typed.tolerances import TOLERANCES

TABLE = json.loads(
    (Path(__file__).parents[2] / "fixtures" / "vietnamese_answers.json").read_text(encoding="utf-8")
)
VERDICTS = ("match", "partly", "no")
PAIRS = [(row, typed, verdict) for row in TABLE for verdict in VERDICTS for typed in row.get(verdict, ())]


def gap(row) -> TypedGap:
    settings = dict(row.get("settings", {}))
    return TypedGap(
        kind=settings.pop("kind", "text"),
        within=Fraction(settings.pop("within", "0")),
        accepts=tuple(row["accept"]),
        wrongs=tuple(Wrong(text) for text in row.get("wrong", ())),
        levels=settings,
    )


@pytest.mark.parametrize(
    ("row", "typed", "verdict"), PAIRS, ids=[f"{row['why']}: {typed}"[:60] for row, typed, _ in PAIRS]
)
def test_the_answer_earns_what_the_table_says(row, typed, verdict):
    found = match(gap(row), typed)
    assert {1: "match", 0: "no"}.get(found.credit, "partly") == verdict, found
    assert (verdict == "partly") <= bool(found.notes)


def test_the_table_covers_every_tolerance_at_every_level():
    assert len(PAIRS) >= 220
    assert min(Counter(verdict for *_, verdict in PAIRS).values()) >= 50
    met = {(name, level) for row in TABLE for name, level in row.get("settings", {}).items()}
    for tolerances in TOLERANCES.values():
        for name, default in tolerances.items():
            assert {(name, level) for level in ("full", "partial", "no") if level != default} <= met


@pytest.mark.parametrize("row", [row for row in TABLE if row.get("partly")], ids=lambda row: row["why"])
def test_what_is_right_for_one_is_right_for_the_other_way_round(row):
    """Folding is symmetric: where an answer is fully right, the accepted one is right for it."""
    for typed in row.get("match", ()):
        if typed.strip() and not row.get("wrong") and "full" not in row.get("settings", {}).values():
            turned = gap({**row, "accept": [typed]})
            assert any(match(turned, accepted).credit for accepted in row["accept"]), typed
