"""What is wrong with a spreadsheet, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from digital_literacy.olx.faults import Told


class Place(NamedTuple):
    """A place in a workbook; `row` counts from 1 and is 0 for a whole sheet, an empty `column` is the whole row."""

    sheet: str = ""
    row: int = 0
    column: str = ""


@dataclass(frozen=True)
class SheetFault(Told):
    """One fault of a spreadsheet: its place, and message ids of what is wrong and of what to do."""

    place: Place
    problem: str
    cure: str
    params: dict[str, object] = field(default_factory=dict)


class SpreadsheetError(ValueError):
    """A file that cannot be used at all."""

    def __init__(self, faults: Iterable[SheetFault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(fault.text() for fault in self.faults))
