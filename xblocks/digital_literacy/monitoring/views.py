"""The page of reports: one course, one month, the country or one province. It reads counts that a command made."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from digital_literacy.certificates.config import time_zone
from digital_literacy.compat.platform import get_platform
from digital_literacy.frameworks.administrative_units import by_name, provinces, unit
from digital_literacy.identity.pages import page, page_language, protected
from digital_literacy.learners.outcomes import counted_at
from digital_literacy.monitoring import reports as counted
from digital_literacy.monitoring.reports import ALL, Report, Row
from digital_literacy.monitoring.suppression import SMALLEST

# Which counts a table shows: practised, then what is asked of a course or of a skill.
_OF_COURSE, _OF_SKILL = (0, 3, 4), (0, 1, 2)
TABLES = ("places", "groups", "skills")


@require_safe
@login_required
def reports(request: HttpRequest) -> HttpResponseBase:
    """Show what the account may read; with `table`, one table as CSV."""
    user = request.user
    allowed = counted.provinces_of(int(user.pk or 0), is_superuser=bool(user.is_superuser))
    if allowed is None:
        return page(request, "monitoring/not_allowed.html", {}, status=403)
    months = counted.months()
    month = _asked(request.GET.get("month", ""), months)
    courses = counted.courses(month, allowed) if month else []
    course = _asked(request.GET.get("course", ""), courses)
    province = allowed or _province(request.GET.get("province", ""))
    asked = request.GET.get("table", "")
    if month and course and asked in TABLES:
        return _csv_reply(
            asked, month=month, course_key=course, province=province, language=page_language(request)
        )
    context: dict[str, Any] = {
        "months": [{"code": str(each), "name": f"{each:%m/%Y}"} for each in months],
        "month": str(month or ""),
        "courses": [{"code": key, "name": _title(key)} for key in courses],
        "course": course or "",
        "provinces": by_name(provinces()) if allowed == ALL else (),
        "province": province,
        "place": found.name if (found := unit(province)) else "",
        "smallest": SMALLEST,
        "counted_at": _moment(counted_at()),
    }
    if month is None or course is None:
        return page(request, "monitoring/reports.html", context)
    language = page_language(request)
    report = counted.report(month=month, course_key=course, province=province, language=language)
    tables = _tables(report, language).values()
    for table in tables:
        for row in table["rows"]:
            row["cells"] = _written(row["cells"], language)
    total = _written(_cells(report.total, _OF_COURSE), language)
    context.update(report=report, total=total, tables=tables)
    return page(request, "monitoring/reports.html", context)


def _csv_reply(
    table: str, *, month: date, course_key: str, province: str, language: str
) -> StreamingHttpResponse:
    report = counted.report(month=month, course_key=course_key, province=province, language=language)
    return _as_csv(_tables(report, language)[table], f"{month:%Y-%m}-{province or 'vn'}-{table}.csv")


def _tables(report: Report, language: str) -> dict[str, dict[str, Any]]:
    with override(language):
        course = (_("Practised"), _("Passed the course"), _("Hold a certificate"))
        skill = (_("Practised"), _("Reached the skill"), _("Of them without a helper"))
        return {
            "places": _table("places", _("By locality"), _("Locality"), course, report.places, _OF_COURSE),
            "groups": _table(
                "groups", _("By target group"), _("Target group"), course, report.groups, _OF_COURSE
            ),
            "skills": _table("skills", _("By skill"), _("Skill"), skill, report.skills, _OF_SKILL),
        }


def _table(
    code: str, title: str, first: str, heads: tuple[str, ...], rows: tuple[Row, ...], which: tuple[int, ...]
) -> dict[str, Any]:
    drawn = [
        {"code": row.code, "name": row.name or _("Not told"), "cells": _cells(row.shown, which)}
        for row in rows
    ]
    return {"code": code, "title": title, "code_head": _("Code"), "heads": (first, *heads), "rows": drawn}


def _cells(shown: tuple[int | None, ...], which: tuple[int, ...]) -> list[int | None]:
    return [shown[index] for index in which]


def _written(cells: list[int | None], language: str) -> list[str | None]:
    """Numbers as the language writes them: `1.234` or `1,234`."""
    comma = {"vi": "."}.get(language, ",")
    return [None if cell is None else f"{cell:,}".replace(",", comma) for cell in cells]


def _as_csv(table: dict[str, Any], name: str) -> StreamingHttpResponse:
    class Echo:
        def write(self, text: str) -> str:
            return text

    def written() -> Iterator[str]:
        writer = csv.writer(Echo())
        yield "\ufeff"  # spreadsheets take it as UTF-8 then
        yield writer.writerow([table["code_head"], *table["heads"]])
        for row in table["rows"]:
            cells = ["" if cell is None else cell for cell in row["cells"]]
            yield writer.writerow([_plain(row["code"]), _plain(row["name"]), *cells])

    response = StreamingHttpResponse(written(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return protected(response)


def _plain(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _asked(text: str, known: list[Any]) -> Any:
    """The one of `known` that is asked for, else the first; `None` where there is none."""
    return next((each for each in known if str(each) == text), known[0] if known else None)


def _province(text: str) -> str:
    return text if text in {each.code for each in provinces()} else ALL


def _moment(at: datetime | None) -> str:
    return f"{localtime(at, time_zone()):%H:%M, %d/%m/%Y}" if at else ""


def _title(course_key: str) -> str:
    try:
        return get_platform().course_title(course_key) or course_key
    except Exception:  # the course may be deleted; each release raises its own class
        return course_key
