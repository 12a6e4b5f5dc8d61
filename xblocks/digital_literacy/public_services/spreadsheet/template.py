"""The template authors begin with: a small service that imports without a fault, a sheet for each CSV file beside."""

from __future__ import annotations

import csv
import io
from importlib import resources

from digital_literacy.public_services.spreadsheet.columns import COLUMNS


def template_rows() -> dict[str, list[list[str]]]:
    """For each sheet its headings, then its rows."""
    return {sheet: _rows(sheet) for sheet in COLUMNS}


def template_workbook() -> bytes:
    """The template as an .xlsx file.

    Raises:
        ImportError: openpyxl is not installed.
    """
    return workbook_of(template_rows())


def workbook_of(sheets: dict[str, list[list[str]]]) -> bytes:
    """An .xlsx file of text cells, with a bold first row that stays in sight.

    Raises:
        ImportError: openpyxl is not installed.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for number, row in enumerate(rows, start=1):
            for column, text in enumerate(row, start=1):
                cell = sheet.cell(number, column, text or None)
                # Text, so that no program makes a date or a sum of what looks like one.
                cell.number_format, cell.alignment = "@", Alignment(wrap_text=True, vertical="top")
                cell.font = Font(bold=number == 1)
        sheet.freeze_panes = "A2"
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _rows(sheet: str) -> list[list[str]]:
    """The rows of a sheet, with every column it may have, also those the example does not use."""
    text = resources.files(__package__).joinpath("template", f"{sheet}.csv").read_text(encoding="utf-8")
    columns = COLUMNS[sheet]
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return [list(columns), *([row.get(column) or "" for column in columns] for row in rows)]
