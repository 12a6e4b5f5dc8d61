"""From a workbook to OLX: a service for the library or, with a scenario, the inner OLX of a service_practice."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from digital_literacy.olx.messages import gettext_noop
from digital_literacy.public_services.practice import TAG, read_practice
from digital_literacy.public_services.reading import read_service
from digital_literacy.public_services.spreadsheet.builder import Builder
from digital_literacy.public_services.spreadsheet.columns import COLUMNS, NEEDED, OF_A_SCENARIO
from digital_literacy.public_services.spreadsheet.faults import Place, SheetFault
from digital_literacy.public_services.spreadsheet.sheets import build_scenario, finish_service, start_service
from digital_literacy.public_services.spreadsheet.survey import add_survey
from digital_literacy.public_services.spreadsheet.workbook import Workbook, read_workbook

MOST_FAULTS = 100


@dataclass(frozen=True)
class Imported:
    """What a workbook says.

    Attributes:
        olx: `<service>`, with `<scenario>` after it where there is one; empty where there are faults.
        code: the procedure's code.
        has_scenario: whether the workbook holds a whole practice.
        faults: every fault with its sheet, row and column, in that order.
    """

    olx: str
    code: str
    has_scenario: bool
    faults: tuple[SheetFault, ...]


def import_workbook(data: bytes) -> Imported:
    """Read an .xlsx file.

    Raises:
        SpreadsheetError: it is no workbook, or too large.
        ImportError: openpyxl is not installed.
    """
    book, faults = read_workbook(data, columns=COLUMNS)
    missing = _missing(book)
    faults += missing
    builder = Builder()
    service = start_service(book, builder)
    add_survey(service, book, builder)
    finish_service(service, book, builder)
    scenario = build_scenario(book, builder) if book.rows("scenario") else None
    faults += builder.faults
    if not missing:
        # What is told of a row once is enough: what else is wrong there may follow from it.
        rows = {fault.place[:2] for fault in faults}
        read = _read(service, None if faults else scenario, builder)
        faults += [fault for fault in read if fault.place[:2] not in rows]
    found = tuple(sorted(_once(faults), key=_order)[:MOST_FAULTS])
    olx = "" if found else _written(service, scenario)
    return Imported(olx, service.get("code", ""), scenario is not None, found)


def _missing(book: Workbook) -> list[SheetFault]:
    lacking = [sheet for sheet in NEEDED if not book.rows(sheet)]
    if not book.rows("scenario") and any(book.rows(sheet) for sheet in OF_A_SCENARIO):
        lacking.append("scenario")
    return [
        SheetFault(
            Place(sheet),
            gettext_noop("The sheet “%(name)s” is missing or empty."),
            gettext_noop("Begin with the template; its first row holds the names of the columns."),
            {"name": sheet},
        )
        for sheet in lacking
    ]


def _read(service: etree._Element, scenario: etree._Element | None, builder: Builder) -> list[SheetFault]:
    _practice, faults = read_service(service)
    if scenario is not None and not faults:
        practice = builder.add(None, TAG, Place("scenario"))
        practice.extend([service, scenario])
        faults = read_practice(practice)[1]
    return [builder.found(fault) for fault in faults]


def _written(service: etree._Element, scenario: etree._Element | None) -> str:
    parts = [service] if scenario is None else [service, scenario]
    for part in parts:
        part.tail = None
        etree.indent(part, "  ")
    return "\n".join(etree.tostring(part, encoding="unicode") for part in parts) + "\n"


def _order(fault: SheetFault) -> tuple[int, int, str]:
    names = list(COLUMNS)
    sheet = fault.place.sheet
    return (names.index(sheet) if sheet in names else -1, fault.place.row, fault.place.column)


def _once(faults: list[SheetFault]) -> list[SheetFault]:
    found: list[SheetFault] = []
    for fault in faults[: 10 * MOST_FAULTS]:
        if fault not in found:
            found.append(fault)
    return found
