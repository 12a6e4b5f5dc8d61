"""The register of certificates as a table, for archives and inspections."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import Any

from digital_literacy.certificates.config import time_zone
from digital_literacy.certificates.credential import grouped_id, holder_name
from digital_literacy.certificates.models import Credential

COLUMNS = (
    "number",
    "course_key",
    "course",
    "name",
    "issued",
    "level",
    "provider",
    "simulated",
    "state",
    "revoked",
    "reason",
)
# A spreadsheet would run a cell that begins with one of these.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export(file: Any, *, course_key: str = "") -> int:
    """Write the register as CSV, row by row.

    Args:
        file: open for text; give it `newline=""`. Write a byte order mark first where Excel will read it.
        course_key: of one course only.

    Returns:
        How many certificates.
    """
    writer, count = csv.writer(file), 0
    writer.writerow(COLUMNS)
    for row in _rows(course_key):
        writer.writerow([safe_cell(value) for value in row])
        count += 1
    return count


def safe_cell(value: object) -> str:
    """A cell that a spreadsheet shows and never runs."""
    text = str(value)
    # Where ";" separates, what follows one would begin a cell too.
    text = re.sub(r";(\s*)(?=[=+\-@])", r";\1'", text)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _rows(course_key: str) -> Iterator[list[object]]:
    found = Credential.objects.select_related("award").order_by("issued_at", "pk")
    if course_key:
        found = found.filter(award__course_key=course_key)
    for row in found.iterator(chunk_size=500):
        yield [
            grouped_id(row.identifier),
            row.award.course_key,
            row.course_title,
            holder_name(row.document) if not row.is_withdrawn else "",
            _when(row.issued_at),
            row.level,
            row.provider,
            "yes" if row.simulated else "no",
            "revoked" if row.revoked_at else "stands",
            _when(row.revoked_at) if row.revoked_at else "",
            row.revocation_reason,
        ]


def _when(moment: Any) -> str:
    return f"{moment.astimezone(time_zone()):%Y-%m-%d %H:%M}"
