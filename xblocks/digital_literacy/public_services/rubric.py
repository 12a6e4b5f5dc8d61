"""The score of a dossier: fields, papers, path, traps, supplement, help. Holds correctness, never what was typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from digital_literacy.public_services.kept import marks_of_state, state_of_marks, without_empty
from digital_literacy.public_services.marking import Mark, expectation_of
from digital_literacy.public_services.scenario import Practice
from digital_literacy.public_services.service import TRAP_COSTS, Field

# Kinds of mistakes on the way. `LURE`, `STRANGER` and `DATE_FORMAT` are traps too.
WRONG_PROCEDURE, LURE, WRONG_AGENCY = "procedure", "lure", "agency"
NOT_ELIGIBLE, STRANGER, DATE_FORMAT = "eligibility", "stranger", "date_format"
# What a mistake on the way costs of the points for the path; traps have points of their own.
_PATH_COST = {WRONG_PROCEDURE: 0.25, NOT_ELIGIBLE: 0.25, WRONG_AGENCY: 0.5}
_HELP_COST = 0.2
# Mistakes in a field that are traps whatever the field.
_NAMED = {"trap": "old_name", "no_marks": "no_marks"}
_SUPPLEMENT_SHARES = (1.0, 0.5, 0.25)


@dataclass(frozen=True)
class Sheet:
    """Everything a score is made of.

    Attributes:
        fields: marks by field id.
        papers: marks by paper id.
        path: mistakes on the way, `kind:id`, each once.
        helped: ids of fields whose clue was asked for.
        together: whether it was filled in with a helper.
        minutes: how long it took from the first step, where that is measured.
        tries: how many papers were tried as supplement; 0 while it was not answered.
        answered: whether the right supplement was sent, or none was asked for.
        owes: whether a fee that the agency asks for later is still to be paid.
    """

    fields: dict[str, Mark] = field(default_factory=dict)
    papers: dict[str, Mark] = field(default_factory=dict)
    path: tuple[str, ...] = ()
    helped: tuple[str, ...] = ()
    together: bool = False
    minutes: int = 0
    tries: int = 0
    answered: bool = False
    owes: bool = False

    def as_state(self) -> dict[str, Any]:
        """Plain values: what is kept of an attempt."""
        return without_empty(
            fields=state_of_marks(self.fields),
            papers=state_of_marks(self.papers),
            path=list(self.path),
            helped=list(self.helped),
            together=self.together,
            minutes=self.minutes,
            tries=self.tries,
            answered=self.answered,
            owes=self.owes,
        )

    @classmethod
    def from_state(cls, state: dict[str, Any]) -> Sheet:
        """The sheet kept by `as_state`."""
        return cls(
            fields=marks_of_state(state.get("fields", {})),
            papers=marks_of_state(state.get("papers", {})),
            path=tuple(state.get("path", ())),
            helped=tuple(state.get("helped", ())),
            together=state.get("together", False),
            minutes=state.get("minutes", 0),
            tries=state.get("tries", 0),
            answered=state.get("answered", False),
            owes=state.get("owes", False),
        )


class Part(NamedTuple):
    """Points of one part of the rubric."""

    id: str
    earned: float
    possible: int


class Score(NamedTuple):
    """Points by part, and the share of all of them from 0 to 1."""

    parts: tuple[Part, ...]

    @property
    def share(self) -> float:
        possible = sum(part.possible for part in self.parts)
        return round(sum(part.earned for part in self.parts) / possible, 6) if possible else 0.0


def score(practice: Practice, sheet: Sheet) -> Score:
    """Score a sheet.

    Path, traps and help count only as far as fields and papers are right: going the right way with an empty dossier
    earns nothing. Where no paper is needed and none was attached, papers count as the fields do. The supplement counts
    once the right paper was sent; where the scenario asks for none it counts as the papers do. Traps count once the
    fee was paid that the agency asks for.
    """
    rubric = practice.rubric
    fields = _fields_share(practice, sheet)
    papers = _mean((mark.share for mark in sheet.papers.values()), default=fields)
    weight = rubric.fields + rubric.papers
    content = (fields * rubric.fields + papers * rubric.papers) / weight
    path = content * max(0.0, 1 - sum(_PATH_COST.get(kind.partition(":")[0], 0) for kind in set(sheet.path)))
    unhelped = 0.0 if sheet.together else content * max(0.0, 1 - _HELP_COST * len(set(sheet.helped)))
    shares = (
        ("fields", fields, rubric.fields),
        ("papers", papers, rubric.papers),
        ("path", path, rubric.path),
        ("traps", _traps(practice, sheet, content), rubric.traps),
        ("supplement", _supplement(practice, sheet, papers), rubric.supplement),
        ("help", unhelped, rubric.help),
        # As long again costs everything.
        ("time", content * max(0.0, min(1.0, 2 - sheet.minutes / rubric.minutes)), rubric.time),
    )
    return Score(
        tuple(Part(name, round(share * points, 6), points) for name, share, points in shares if points)
    )


def _fields_share(practice: Practice, sheet: Sheet) -> float:
    known = practice.service.by_id
    points = {key: known[key].points if key in known else 1 for key in sheet.fields}
    total = sum(points.values())
    earned = sum(mark.share * points[key] for key, mark in sheet.fields.items())
    return earned / total if total else 0.0


def traps(practice: Practice, sheet: Sheet) -> tuple[str, ...]:
    """The traps a dossier fell into, each once, in the order of the flow."""
    service, scenario = practice.service, practice.scenario
    found = [kind for kind, _, _ in (entry.partition(":") for entry in sheet.path) if kind in TRAP_COSTS]
    for key, mark in sheet.fields.items():
        if mark.code:
            kind = mark.code.partition(":")[0]
            found.append(_NAMED.get(kind) or _trap_of(practice, service.by_id.get(key)))
    for mark in sheet.papers.values():
        kind, _, identifier = mark.code.partition(":")
        chosen = scenario.item(identifier) if kind == "item" else None
        found.append(chosen.trap if chosen else "")
    return tuple(dict.fromkeys(filter(None, found)))


def _trap_of(practice: Practice, item: Field | None) -> str:
    """The trap of a field that is wrong; where its default was right, whoever changed it fell into none."""
    if item is None or not item.trap:
        return ""
    expected = expectation_of(item, practice.scenario, practice.service)
    return "" if expected and item.default and expected.value == item.default else item.trap


def _traps(practice: Practice, sheet: Sheet, content: float) -> float:
    """Each trap costs its points in full where the dossier is at least half right; below that all counts less."""
    possible = practice.rubric.traps
    if not possible or sheet.owes:
        return 0.0
    cost = sum(practice.rubric.trap_costs.get(name, 0) for name in traps(practice, sheet))
    return max(0.0, 1 - cost / possible) * min(1.0, 2 * content)


def _mean(shares: Iterable[float], *, default: float) -> float:
    kept = list(shares)
    return sum(kept) / len(kept) if kept else default


def _supplement(practice: Practice, sheet: Sheet, papers: float) -> float:
    if practice.scenario.supplement is None:
        return papers
    if not sheet.answered:
        return 0.0
    return _SUPPLEMENT_SHARES[min(max(sheet.tries, 1), len(_SUPPLEMENT_SHARES)) - 1]
