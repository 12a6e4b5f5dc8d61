"""The Studio editor of service_practice: OLX as in every block, and a spreadsheet to take it from."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from django.utils.translation import gettext as _
from web_fragments.fragment import Fragment
from webob import Response
from xblock.core import XBlock

from digital_literacy.blocks.handlers import HandlerError, large_json_endpoint
from digital_literacy.blocks.studio import for_authors
from digital_literacy.public_services.spreadsheet.faults import SheetFault, SpreadsheetError
from digital_literacy.public_services.spreadsheet.importing import import_workbook
from digital_literacy.public_services.spreadsheet.template import template_workbook
from digital_literacy.public_services.spreadsheet.workbook import MAX_BYTES

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ServiceStudioMixin:
    """`studio_view` with a spreadsheet to begin from, and its two handlers, for authors only."""

    @for_authors
    def studio_view(self, _context: dict[str, Any] | None = None) -> Fragment:
        """The editor."""
        return self.editor_fragment(
            "studio/service_editor.html",
            {"limit": MAX_BYTES},
            scripts=("studio/spreadsheet.js",),
            init_function="DigitalLiteracyServiceStudio",
        )

    @large_json_endpoint
    def import_spreadsheet(self, data: dict[str, Any]) -> dict[str, Any]:
        """The OLX that a workbook says; nothing is saved. Faults name sheet, row and column."""
        self._authors_only()
        try:
            imported = import_workbook(_file_of(data))
            faults = imported.faults
        except SpreadsheetError as error:
            faults = error.faults
        except ImportError:
            raise HandlerError(
                "no_spreadsheets",
                _("This platform cannot read spreadsheets. Ask its administrator."),
                status=501,
            ) from None
        if faults:
            message = _(
                "The spreadsheet was not taken over. Mend the faults below in it and choose it again."
            )
            raise HandlerError("invalid", message, faults=[_as_json(fault) for fault in faults])
        return {"olx": imported.olx, "has_scenario": imported.has_scenario}

    @XBlock.handler
    def spreadsheet_template(self, _request: Any, _suffix: str = "") -> Response:
        """The workbook to begin with."""
        if not self.is_author:
            return Response(
                _("Only authors can see this."), status=403, content_type="text/plain", charset="utf-8"
            )
        try:
            body = template_workbook()
        except ImportError:
            message = _("This platform cannot read spreadsheets. Ask its administrator.")
            return Response(message, status=501, content_type="text/plain", charset="utf-8")
        name = 'attachment; filename="mau-dich-vu-cong.xlsx"'
        return Response(
            body, content_type=_XLSX, headerlist=[("Content-Type", _XLSX), ("Content-Disposition", name)]
        )

    def _authors_only(self) -> None:
        # The LMS lets learners reach every handler.
        if not self.is_author:
            raise HandlerError("forbidden", _("Only authors can see this."), status=403)


def _file_of(data: dict[str, Any]) -> bytes:
    try:
        return base64.b64decode(data.get("file", ""), validate=True)
    except (binascii.Error, TypeError, ValueError):
        raise HandlerError(
            "bad_request", _("The file could not be read. Choose it again, or another one.")
        ) from None


def _as_json(fault: SheetFault) -> dict[str, object]:
    """A fault for the editor's script: its place stands where other faults have their element."""
    sheet, row, column = fault.place
    where = ", ".join(filter(None, (sheet, _("row %(row)d") % {"row": row} if row else "", column)))
    problem, cure = fault.said(_)
    return {"line": 0, "element": where, "problem": problem, "cure": cure}
