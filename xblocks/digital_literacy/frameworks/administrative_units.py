"""Provinces and communes, from a dated and replaceable file (see `administrative-units.md` beside it)."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from digital_literacy.vietnamese.order import sort_key

FILE = "administrative-units-2026-10.csv"
AS_OF = "2026-10"


@dataclass(frozen=True)
class Unit:
    """A province (two digits, no `province_code`) or a commune-level unit (five digits)."""

    code: str
    province_code: str
    kind: str
    name: str


@cache
def _units() -> dict[str, Unit]:
    text = resources.files(__package__).joinpath(FILE).read_text(encoding="utf-8")
    return {row["code"]: Unit(**row) for row in csv.DictReader(text.splitlines())}


def unit(code: str) -> Unit | None:
    """The unit with this code, if there is one."""
    return _units().get(code)


@cache
def provinces() -> tuple[Unit, ...]:
    """All provinces, in the order of their codes."""
    return tuple(unit for unit in _units().values() if not unit.province_code)


def by_name(units: Iterable[Unit]) -> list[Unit]:
    """Units as a Vietnamese list has them: by what follows the kind, `Cà Mau` before `Cần Thơ` before `Đà Nẵng`."""
    return sorted(units, key=name_key)


def name_key(place: Unit) -> Any:
    """To sort a unit by its name without the kind."""
    return sort_key(place.name[len(place.kind) :])


@cache
def communes(province_code: str) -> tuple[Unit, ...]:
    """The communes of a province, in the order of their codes; empty for an unknown province."""
    return tuple(unit for unit in _units().values() if province_code and unit.province_code == province_code)
