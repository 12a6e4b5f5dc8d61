"""Reads an untrusted workbook within bounds: no formulas, no entities, no bombs.

What a workbook holds beside the text of its cells (macros, links, pictures) is never looked at.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from digital_literacy.olx.messages import gettext_noop
from digital_literacy.public_services.spreadsheet.faults import Place, SheetFault, SpreadsheetError

MAX_BYTES = 512 * 1024
MAX_UNPACKED = 8 * 1024 * 1024
MAX_PARTS = 200
MAX_ROWS = 1000  # of one sheet: more is no form for people
MAX_COLUMNS = 60
MAX_TEXT = 5000  # characters of a cell


@dataclass(frozen=True)
class Row:
    """One row: its number in the sheet, and its cells that hold something, by the heading of their column."""

    sheet: str
    number: int
    cells: dict[str, str]

    def place(self, column: str = "") -> Place:
        """A cell of this row, or the whole row."""
        return Place(self.sheet, self.number, column)


@dataclass(frozen=True)
class Workbook:
    """The rows of each known sheet."""

    sheets: dict[str, tuple[Row, ...]]

    def rows(self, sheet: str) -> tuple[Row, ...]:
        """The rows of a sheet; none where the workbook lacks it."""
        return self.sheets.get(sheet, ())


def read_workbook(data: bytes, *, columns: Mapping[str, Sequence[str]]) -> tuple[Workbook, list[SheetFault]]:
    """Read the text of all cells.

    Args:
        data: an .xlsx file, at most `MAX_BYTES`.
        columns: the known sheets, and the headings each may have.

    Returns:
        The workbook, and the faults of its sheets, headings and cells.

    Raises:
        SpreadsheetError: it is no workbook, or larger than a form for people can be.
        ImportError: openpyxl is not installed (`pip install digital-literacy-xblocks[spreadsheet]`).
    """
    from openpyxl import load_workbook

    _refuse_unsafe(data)
    faults: list[SheetFault] = []
    sheets: dict[str, tuple[Row, ...]] = {}
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        for sheet in book.worksheets:
            if sheet.title.startswith("_"):
                continue  # the author's own notes
            if sheet.title in columns:
                sheets[sheet.title] = tuple(_rows(sheet, columns[sheet.title], faults))
            else:
                faults.append(_unknown_sheet(sheet.title, columns))
    except SpreadsheetError:
        raise
    except Exception:  # openpyxl raises whatever a broken part makes it stumble over
        raise SpreadsheetError([_NOT_A_WORKBOOK]) from None
    return Workbook(sheets), faults


_NOT_A_WORKBOOK = SheetFault(
    Place(),
    gettext_noop("This file cannot be read as a spreadsheet."),
    gettext_noop("Save it as an Excel workbook (.xlsx) without a password and try again."),
)


def _refuse_unsafe(data: bytes) -> None:
    if len(data) > MAX_BYTES:
        raise SpreadsheetError([_too_large(len(data), MAX_BYTES)])
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            unpacked = sum(part.file_size for part in parts)
            if unpacked > MAX_UNPACKED or len(parts) > MAX_PARTS:
                raise SpreadsheetError([_too_large(unpacked, MAX_UNPACKED)])
            for part in parts:
                if part.filename.endswith((".xml", ".rels", ".vml")):
                    _refuse_entities(archive.read(part))
    except SpreadsheetError:
        raise
    except Exception:  # a damaged archive raises many kinds
        raise SpreadsheetError([_NOT_A_WORKBOOK]) from None


def _refuse_entities(part: bytes) -> None:
    # No program that writes workbooks declares a document type; UTF-16 would hide one from this search.
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part or part[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in part:
        raise SpreadsheetError([_NOT_A_WORKBOOK])


def _too_large(size: int, limit: int) -> SheetFault:
    return SheetFault(
        Place(),
        gettext_noop("The file has %(size)d bytes of content; the limit is %(limit)d."),
        gettext_noop("Remove pictures, empty rows and sheets that are not needed."),
        {"size": size, "limit": limit},
    )


def _rows(sheet: Any, known: Sequence[str], faults: list[SheetFault]) -> Iterator[Row]:
    headings: list[str] = []
    sheet.reset_dimensions()  # what a file declares of its size need not be true
    for number, cells in enumerate(sheet.iter_rows(max_row=MAX_ROWS + 1), start=1):
        if number > MAX_ROWS:
            raise SpreadsheetError([_too_long(sheet.title)])
        if len(cells) > MAX_COLUMNS and any(cell.value is not None for cell in cells[MAX_COLUMNS:]):
            raise SpreadsheetError([_too_wide(sheet.title)])
        if number == 1:
            headings = _headings(sheet.title, cells[:MAX_COLUMNS], known, faults)
            continue
        found = {
            heading: text
            for heading, cell in zip(headings, cells, strict=False)
            if heading and (text := _text(cell, Place(sheet.title, number, heading), faults))
        }
        if found:
            yield Row(sheet.title, number, found)


def _headings(sheet: str, cells: Sequence[Any], known: Sequence[str], faults: list[SheetFault]) -> list[str]:
    headings: list[str] = []
    for cell in cells:
        name = str(cell.value or "").strip().lower()
        if name and (name not in known or name in headings) and not name.startswith("_"):
            faults.append(
                SheetFault(
                    Place(sheet, 1, name[:40]),
                    gettext_noop("The column “%(name)s” is not known here, or stands twice."),
                    gettext_noop("Known columns: %(known)s. Begin the names of your own columns with _."),
                    {"name": name[:40], "known": ", ".join(known)},
                )
            )
        headings.append("" if name.startswith("_") else name)
    return headings


def _text(cell: Any, place: Place, faults: list[SheetFault]) -> str:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type in ("f", "e") or (isinstance(value, str) and value.lstrip().startswith("=")):
        faults.append(
            SheetFault(
                place,
                gettext_noop("This cell holds a formula or an error."),
                gettext_noop("Write its result as text."),
            )
        )
        return ""
    text = _written(value)
    if len(text) > MAX_TEXT:
        faults.append(
            SheetFault(
                place,
                gettext_noop("This cell holds %(size)d characters; the limit is %(limit)d."),
                gettext_noop("Shorten it."),
                {"size": len(text), "limit": MAX_TEXT},
            )
        )
        return ""
    if _holds_no_xml(text):
        faults.append(
            SheetFault(
                place,
                gettext_noop("This cell holds a character that cannot be kept."),
                gettext_noop("Delete the cell and type its text again."),
            )
        )
        return ""
    return text


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (datetime, date)):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("_x000D_", "").replace("\r\n", "\n").strip()


def _holds_no_xml(text: str) -> bool:
    return any(
        (character < " " and character not in "\t\n")
        or character in "\ufffe\uffff"
        or "\ud800" <= character <= "\udfff"
        for character in text
    )


def _unknown_sheet(title: str, known: Mapping[str, Sequence[str]]) -> SheetFault:
    return SheetFault(
        Place(title[:40]),
        gettext_noop("The sheet “%(name)s” is not known."),
        gettext_noop("Known sheets: %(known)s. Begin the names of your own sheets with _."),
        {"name": title[:40], "known": ", ".join(known)},
    )


def _too_long(sheet: str) -> SheetFault:
    return SheetFault(
        Place(sheet[:40], MAX_ROWS + 1),
        gettext_noop("The sheet has more than %(limit)d rows."),
        gettext_noop("Remove rows, the empty ones at the end too."),
        {"limit": MAX_ROWS},
    )


def _too_wide(sheet: str) -> SheetFault:
    return SheetFault(
        Place(sheet[:40]),
        gettext_noop("The sheet has more than %(limit)d columns."),
        gettext_noop("Remove columns, the empty ones at the end too."),
        {"limit": MAX_COLUMNS},
    )
