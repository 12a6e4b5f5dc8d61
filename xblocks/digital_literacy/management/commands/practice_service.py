"""`manage.py practice_service`: describe a public service in a spreadsheet.

manage.py practice_service template SERVICE.xlsx     writes the workbook to begin with
manage.py practice_service check SERVICE.xlsx        names every fault by sheet, row and column
manage.py practice_service convert SERVICE.xlsx      prints the OLX, or writes it with --out FILE
manage.py practice_service stale                     lists facts of the library never checked, or too long ago
"""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any, cast

from django.core.management.base import BaseCommand, CommandError
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from digital_literacy.public_services import library
from digital_literacy.public_services.page import warnings
from digital_literacy.public_services.service import Service
from digital_literacy.public_services.spreadsheet.faults import SheetFault, SpreadsheetError
from digital_literacy.public_services.spreadsheet.importing import Imported, import_workbook
from digital_literacy.public_services.spreadsheet.template import template_workbook
from digital_literacy.public_services.spreadsheet.workbook import MAX_BYTES


class Command(BaseCommand):
    """The template, the check and the conversion."""

    help = "Describe a public service in a spreadsheet (.xlsx) and turn it into OLX."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("action", choices=("template", "check", "convert", "stale"))
        parser.add_argument("file", type=Path, nargs="?", help="the workbook")
        parser.add_argument("--out", type=Path, help="where `convert` writes the OLX")

    def handle(self, *, action: str, file: Path | None, out: Path | None, **_options: Any) -> None:
        if action == "stale":
            self._stale()
            return
        if file is None:
            raise CommandError(_("Name the workbook."))
        try:
            if action == "template":
                self._write(file, template_workbook())
            else:
                self._convert(file, out, only_check=action == "check")
        except ImportError:
            raise CommandError(
                _("This needs openpyxl: pip install “digital-literacy-xblocks[spreadsheet]”.")
            ) from None
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}") from None

    def _stale(self) -> None:
        for code, name in library.names().items():
            for row in warnings(cast(Service, library.load(code)), today=localdate()):
                checked = _("last checked on %(day)s") % row if row["day"] else _("never checked")
                said = (f"{code} {name}", row["label"] or _("Processing time"), checked, row["source"])
                self.stdout.write(": ".join(filter(None, said)))

    def _convert(self, file: Path, out: Path | None, *, only_check: bool) -> None:
        imported = self._read(file)
        if only_check:
            self.stdout.write(_("No fault was found: %(code)s.") % {"code": imported.code})
        elif out is not None:
            self._write(out, imported.olx.encode())
        else:
            self.stdout.write(imported.olx)

    def _read(self, file: Path) -> Imported:
        with file.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
        try:
            imported = import_workbook(data)
        except SpreadsheetError as error:
            raise CommandError("\n".join(_line(fault) for fault in error.faults)) from None
        if imported.faults:
            raise CommandError("\n".join(_line(fault) for fault in imported.faults))
        return imported

    def _write(self, file: Path, data: bytes) -> None:
        # Never over somebody's work.
        with file.open("xb") as opened:
            opened.write(data)
        self.stdout.write(str(file))


def _line(fault: SheetFault) -> str:
    sheet, row, column = fault.place
    where = ", ".join(filter(None, (sheet, _("row %(row)d") % {"row": row} if row else "", column)))
    return f"{where}: {fault.text(_)}" if where else fault.text(_)
