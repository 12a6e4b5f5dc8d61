"""The walk's frame: steps in order, one line each, and what later steps need of earlier ones."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from digital_literacy_demo.check.client import StepFailed, Visitor

Step = Callable[["Walk"], str]


@dataclass
class Walk:
    """Where the walk goes and what it has found.

    Attributes:
        base_url: the host.
        simulator_url: the identity simulator.
        keep: folder for what the walk produces, or `None`.
        found: what steps leave for later ones.
    """

    base_url: str
    simulator_url: str
    keep: Path | None = None
    found: dict[str, Any] = field(default_factory=dict)
    people: dict[str, Visitor] = field(default_factory=dict)

    def person(self, username: str) -> Visitor:
        """One of the host's people, logged in once."""
        if username not in self.people:
            self.people[username] = Visitor(self.base_url).become(username)
        return self.people[username]

    def keep_file(self, name: str, content: bytes) -> None:
        """Keep a product of the walk, if asked to."""
        if self.keep:
            self.keep.mkdir(parents=True, exist_ok=True)
            (self.keep / name).write_bytes(content)


def run(walk: Walk, steps: list[tuple[str, Step]]) -> bool:
    """Run the steps in order and print `ok` or `FAILED` with what was seen. Later steps run all the same.

    Returns:
        Whether every step was ok.
    """
    failed = 0
    for name, step in steps:
        try:
            print(f"ok      {name}: {step(walk)}", flush=True)
        except StepFailed as error:
            failed += 1
            print(f"FAILED  {name}: {error}", flush=True)
        except Exception as error:  # a step must never end the walk: the others still tell something
            failed += 1
            print(f"FAILED  {name}: {type(error).__name__}: {error}", flush=True)
            traceback.print_exc()
    print(f"{len(steps) - failed} passed, {failed} failed", flush=True)
    return failed == 0
