"""Practices by their stored source: read once for each target group and process."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from digital_literacy.olx import variants
from digital_literacy.olx.faults import Fault, OlxError
from digital_literacy.olx.parsing import parse, wrap
from digital_literacy.public_services.practice import TAG, groups_named, read_practice
from digital_literacy.public_services.scenario import Practice


class Source(NamedTuple):
    """What a practice is read from: the inner XML of its block, and the block's settings."""

    olx: str
    service: str
    mode: str
    scenario: str = ""
    form: str = "a"

    def element(self) -> etree._Element:
        """The block's element.

        Raises:
            OlxError: `olx` is not well formed.
        """
        element = parse(wrap(TAG, self.olx))
        for name in ("service", "mode", "scenario", "form"):
            if value := getattr(self, name):
                element.set(name, value)
        return element


@lru_cache(maxsize=256)
def groups_in(source: Source) -> tuple[str, ...]:
    """Codes of the groups that have a variant or a scenario of their own; the source must be well formed."""
    return tuple(groups_named(source.element()))


@lru_cache(maxsize=256)
def practice_of(source: Source, lineage: tuple[str, ...]) -> tuple[Practice | None, list[Fault]]:
    """The practice that a group sees, or the faults that keep it from being used.

    Args:
        source: the block's.
        lineage: the group's code and its parents' codes; empty for the common text.
    """
    try:
        return read_practice(variants.resolve(source.element(), lineage), lineage)
    except OlxError as error:
        return None, list(error.faults)
