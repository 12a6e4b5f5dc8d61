"""How far a learner is: what is kept between requests. Correctness, ids and statuses; nothing that was typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from digital_literacy.public_services.dossier import Dossier
from digital_literacy.public_services.kept import without_empty
from digital_literacy.public_services.rubric import Sheet

# What an attempt done with a helper is kept with, as `learners.attempts.alone` reads it.
HELPED = "together"


@dataclass(frozen=True)
class Progress:
    """One learner at one practice.

    Attributes:
        path, helped: mistakes on the way and hints given while filling in.
        best: the best share of dossiers put aside, from 0 to 1, their supplements included.
        closed: number of the last attempt the learner put aside to begin again; an open dossier has the next one.
        begun: when the first step was checked, in seconds since 1970, where the time counts; else 0.
        together: whether somebody helps, with everything explained beside the form.
        group: the target group whose scenario the dossier answers.
        attempt_id: the browser's id of the dossier's attempt.
    """

    path: tuple[str, ...] = ()
    helped: tuple[str, ...] = ()
    closed: int = 0
    best: float = 0.0
    begun: int = 0
    together: bool = False
    group: str = ""
    attempt_id: str = ""
    dossier: Dossier | None = None
    sheet: Sheet = Sheet()

    def with_path(self, entries: Iterable[str]) -> Progress:
        """With these mistakes, each once; a dossier that was filed no longer changes."""
        return self if self.dossier else replace(self, path=tuple(dict.fromkeys([*self.path, *entries])))

    def with_help(self, field: str) -> Progress:
        """With one more hint given."""
        return self if self.dossier else replace(self, helped=tuple(dict.fromkeys([*self.helped, field])))

    def begun_at(self, moment: int) -> Progress:
        """With the clock running; one that runs goes on."""
        return self if self.dossier or self.begun else replace(self, begun=moment)

    def with_helper(self) -> Progress:
        """From now on somebody helps; a dossier that was filed no longer changes."""
        return self if self.dossier else replace(self, together=True)

    def with_dossier(self, dossier: Dossier, sheet: Sheet | None = None) -> Progress:
        """After something happened to the dossier."""
        return replace(self, dossier=dossier, sheet=sheet or self.sheet)

    def filed(self, *, group: str, attempt_id: str, dossier: Dossier, sheet: Sheet) -> Progress:
        """After filing."""
        return Progress(
            closed=self.closed,
            best=self.best,
            group=group,
            attempt_id=attempt_id,
            dossier=dossier,
            sheet=sheet,
        )

    def as_state(self) -> dict[str, Any]:
        """Plain values for a field of the block."""
        state = without_empty(
            path=list(self.path),
            helped=list(self.helped),
            closed=self.closed,
            best=self.best,
            begun=self.begun,
            together=self.together,
        )
        if self.dossier:
            state.update(group=self.group, attempt_id=self.attempt_id)
            state.update(dossier=self.dossier.as_state(), sheet=self.sheet.as_state())
        return state

    @classmethod
    def from_state(cls, state: Mapping[str, Any]) -> Progress:
        """The progress kept by `as_state`; an empty state is the beginning."""
        begun = cls(
            path=tuple(state.get("path", ())),
            helped=tuple(state.get("helped", ())),
            closed=state.get("closed", 0),
            best=state.get("best", 0.0),
            begun=state.get("begun", 0),
            together=state.get("together", False),
        )
        if "dossier" not in state:
            return begun
        return begun.filed(
            group=state["group"],
            attempt_id=state["attempt_id"],
            dossier=Dossier.from_state(state["dossier"]),
            sheet=Sheet.from_state(state["sheet"]),
        )
