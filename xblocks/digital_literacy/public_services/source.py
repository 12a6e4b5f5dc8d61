"""Practices by their stored source: read once for each target group and process."""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

from digital_literacy.olx import variants
from digital_literacy.olx.faults import Fault, OlxError
from digital_literacy.olx.parsing import parse, wrap
from digital_literacy.public_services.practice import TAG, read_practice
from digital_literacy.public_services.scenario import Practice


def element_of(olx: str, service: str, mode: str) -> etree._Element:
    """The block's element with the settings a practice is read with.

    Raises:
        OlxError: `olx` is not well formed.
    """
    element = parse(wrap(TAG, olx))
    element.set("service", service)
    element.set("mode", mode)
    return element


@lru_cache(maxsize=256)
def groups_in(olx: str) -> tuple[str, ...]:
    """Codes of the groups that have a variant; `olx` must be well formed."""
    return tuple(variants.groups_named(parse(wrap(TAG, olx))))


@lru_cache(maxsize=256)
def practice_of(
    olx: str, service: str, mode: str, lineage: tuple[str, ...]
) -> tuple[Practice | None, list[Fault]]:
    """The practice that a group sees, or the faults that keep it from being used.

    Args:
        olx: inner XML of the block.
        lineage: the group's code and its parents' codes; empty for the common text.
    """
    try:
        return read_practice(variants.resolve(element_of(olx, service, mode), lineage))
    except OlxError as error:
        return None, list(error.faults)
