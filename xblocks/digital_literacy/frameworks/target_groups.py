"""Target groups of the movement (Decision 757/QĐ-BKHCN of 29 April 2025), kept as data."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True)
class TargetGroup:
    """One group. `parent` is the code of the group whose content is the fallback, or empty."""

    code: str
    name_vi: str
    name_en: str
    parent: str = ""

    def name(self, language: str) -> str:
        """The group's name, Vietnamese unless `language` is English."""
        return self.name_en if language.startswith("en") else self.name_vi


@cache
def national_groups() -> tuple[TargetGroup, ...]:
    """The four groups of Decision 757, in its order."""
    text = resources.files(__package__).joinpath("target-groups.csv").read_text(encoding="utf-8")
    return tuple(TargetGroup(**row) for row in csv.DictReader(text.splitlines()))


def with_extra(groups: Iterable[TargetGroup], extra: Iterable[Mapping[str, str]]) -> tuple[TargetGroup, ...]:
    """Add a platform's own groups; one with a known code replaces it."""
    merged = {group.code: group for group in groups}
    merged.update({row["code"]: TargetGroup(**row) for row in extra})
    return tuple(merged.values())


def lineage(code: str, groups: Iterable[TargetGroup]) -> tuple[str, ...]:
    """`code` and its parents, nearest first; empty for an unknown code."""
    known = {group.code: group for group in groups}
    line: list[str] = []
    while code in known and code not in line:
        line.append(code)
        code = known[code].parent
    return tuple(line)
