"""A report: the counts of a course at the end of a month, by place, by group and by skill, with few hidden."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet, Sum

from digital_literacy.frameworks.administrative_units import name_key, unit
from digital_literacy.learners.groups import target_groups
from digital_literacy.learners.skills import named_skills
from digital_literacy.monitoring.models import MEASURES, ReportReader, Tally
from digital_literacy.monitoring.suppression import HIDDEN, Counts, Shown, shown_rows, shown_total

ALL = ""


@dataclass(frozen=True)
class Row:
    """One line: a code that can be asked for again, its name, and what may be read."""

    code: str
    name: str
    shown: Shown


@dataclass(frozen=True)
class Report:
    """Tables of one course, month and province (`ALL` for the whole country); `is_hidden` where nothing may be read."""

    total: Shown
    places: tuple[Row, ...] = ()
    groups: tuple[Row, ...] = ()
    skills: tuple[Row, ...] = ()
    is_hidden: bool = False


def provinces_of(user_id: int, *, is_superuser: bool) -> str | None:
    """Which province an account may read: `ALL` for every one, `None` for none."""
    if is_superuser:
        return ALL
    return ReportReader.objects.filter(user_id=user_id).values_list("province", flat=True).first()


def months() -> list[date]:
    """The months that were counted, the newest first."""
    return list(Tally.objects.order_by("-month").values_list("month", flat=True).distinct())


def courses(month: date, province: str = ALL) -> list[str]:
    """The courses in which somebody was counted in a month, in the country or a province."""
    here = (
        Tally.objects.filter(month=month)
        if province == ALL
        else Tally.objects.filter(month=month, province=province)
    )
    return list(here.order_by("course_key").values_list("course_key", flat=True).distinct())


def report(*, month: date, course_key: str, province: str = ALL, language: str = "vi") -> Report:
    """The tables of a course. Of a province nothing is shown where the table of all provinces hides it."""
    tallies = Tally.objects.filter(month=month, course_key=course_key)
    of_course = tallies.filter(skill="")
    by_province = _counts(of_course, "province")
    told: Shown = (0,) * len(MEASURES)
    if province != ALL:
        told = _row_of(by_province, province)
        if told[0] is None:
            return Report(HIDDEN, is_hidden=True)
        tallies, of_course = tallies.filter(province=province), of_course.filter(province=province)
    places = by_province if province == ALL else _counts(of_course, "commune")
    total = sum(places.values(), Counts(0))
    groups = _counts(of_course, "target_group")
    return Report(
        total=_as_told(shown_total(total), told),
        places=tuple(sorted(_rows(places, _place_name, told), key=_place_order)),
        groups=_rows(groups, _group_names(language), told),
        # Skills overlap, so none is the rest of the others: each row stands by itself.
        skills=_by_themselves(_counts(tallies.exclude(skill=""), "skill"), language),
    )


def _counts(tallies: QuerySet[Tally], field: str) -> dict[str, Counts]:
    rows = tallies.order_by(field).values(field).annotate(**{f"sum_{name}": Sum(name) for name in MEASURES})
    return {row[field]: Counts(*(row[f"sum_{name}"] for name in MEASURES)) for row in rows}


def _row_of(counts: dict[str, Counts], code: str) -> Shown:
    """What the table shows of one of its rows."""
    shown = shown_rows(list(counts.values()))
    return dict(zip(counts, shown, strict=True)).get(code, HIDDEN) if shown else HIDDEN


def _as_told(cells: Shown, told: Shown) -> Shown:
    """Without the measures that the table above hides: there they are the rest of another row's."""
    return tuple(None if above is None else cell for cell, above in zip(cells, told, strict=True))


def _rows(counts: dict[str, Counts], name: Callable[[str], str], told: Shown) -> tuple[Row, ...]:
    shown = shown_rows(list(counts.values()))
    codes = list(counts) if shown else []
    return tuple(
        Row(code, name(code), _as_told(cells, told)) for code, cells in zip(codes, shown, strict=True)
    )


def _by_themselves(counts: dict[str, Counts], language: str) -> tuple[Row, ...]:
    titles = {each["code"]: each["title"] for each in named_skills(" ".join(counts), language)}
    return tuple(Row(code, titles.get(code) or code, shown_total(each)) for code, each in counts.items())


def _place_name(code: str) -> str:
    found = unit(code)
    return found.name if found else ""


def _place_order(row: Row) -> Any:
    """Who told no place stands first, then by name."""
    found = unit(row.code)
    return (1, name_key(found)) if found else (0, ())


def _group_names(language: str) -> Callable[[str], str]:
    names = {group.code: group.name(language) for group in target_groups()}
    return lambda code: names.get(code, code)
