"""The figures for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from benchmarks.budgets import Check
from benchmarks.certificates import Certificates
from benchmarks.figures import Size, Timing
from benchmarks.parsing import Parsing
from benchmarks.results import Results, Row

TIMES = [
    "block",
    "keeps in",
    "view ms",
    "(p95)",
    "ratio",
    "submit ms",
    "(p95)",
    "ratio",
    "1st view",
    "SQL v/s",
    "rows a/s/o",
]
SIZES = ["page", "JS raw", "gzip", "CSS raw", "gzip", "HTML raw", "gzip"]
PARSED = ["parsing", "exercises", "KiB", "a second", "times"]
CERTIFICATES = ["certificates", "ours ms", "plain ms", "times", "ours a second"]
NOTE = """\
Milliseconds of processor time: medians and 95th percentiles. A ratio below 1 is less than the peer's: its
fastest view, its fastest single request.
keeps in: fields = attempts in XBlock fields, as the peer keeps its own: this is compared. app = the Django
app's table, as on the platform; here SQLite in memory, whose time is in the row. The peer has no database.
submit: ours sends the whole answer in one request, the peer one request an item.
1st view: right after an edit, with nothing kept of the content. SQL v/s: statements of a view and a submit.
rows a/s/o: rows a submit writes: attempts, learner state, others.
Sizes in KiB, every file compressed alone, without images.
parsing: exercises a second; ours looks for every fault, in the common text and for each target group.
certificates: ours beside a plain script that does the least that would do: PyLD with a guard and a signature;
ReportLab with the same words and code; one verification. The last two lines are the raw signature."""
VERDICTS = {True: "pass", False: "FAIL"}


def text(results: Results, checks: Iterable[Check]) -> str:
    """The whole report."""
    about = ", ".join(f"{name} {value}" for name, value in results.about.items())
    parts = [
        about,
        table(TIMES, [_times(results, row) for row in results.rows]),
        table(SIZES, [(p.name, *_sizes(p.js), *_sizes(p.css), *_sizes(p.html)) for p in results.pages]),
        *([table(PARSED, _parsing(results.parsing))] if results.parsing else []),
        *([table(CERTIFICATES, _certificates(results.certificates))] if results.certificates else []),
        NOTE,
        "\n".join(f"{VERDICTS[check.kept]}  {check.text}" for check in checks),
    ]
    return "\n\n".join(parts)


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns in line: names to the left, all else to the right."""
    widths = [max(len(line[column]) for line in (heads, *rows)) for column in range(len(heads))]
    lines = [heads, ["-" * width for width in widths], *rows]
    return "\n".join(_line(line, widths) for line in lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = (
        cell.ljust(width) if column == 0 else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join((first, *others)).rstrip()


def _times(results: Results, row: Row) -> tuple[str, ...]:
    writes = row.writes
    return (
        row.name,
        row.keeps,
        *_timing(row.view),
        f"{results.view_ratio(row):.2f}",
        *_timing(row.submit),
        "–" if row.submit is None else f"{results.submit_ratio(row):.2f}",
        _timing(row.first_view)[0],
        f"{writes.view_queries}/{writes.submit_queries}",
        f"{writes.attempt_rows}/{writes.state_rows}/{writes.other_rows}" if row.submit else "–",
    )


def _parsing(parsing: Parsing) -> list[tuple[str, ...]]:
    size = (str(parsing.exercises), f"{parsing.bytes / 1024:.0f}")
    return [
        ("ours: parsed and validated", *size, f"{parsing.ours:.0f}", f"{parsing.ratio:.1f}"),
        ("lxml: parsed", *size, f"{parsing.lxml:.0f}", "1.0"),
    ]


def _certificates(found: Certificates) -> list[tuple[str, ...]]:
    pairs = [
        (pair.name, f"{pair.ours:.2f}", f"{pair.plain:.2f}", f"{pair.ratio:.2f}", f"{1000 / pair.ours:.0f}")
        for pair in found.pairs
    ]
    raw = [("Ed25519: sign", found.sign), ("Ed25519: verify", found.verify)]
    return [*pairs, *((name, f"{ms:.3f}", "–", "–", f"{1000 / ms:.0f}") for name, ms in raw)]


def _timing(timing: Timing | None) -> tuple[str, str]:
    return (f"{timing.p50:.2f}", f"({timing.p95:.2f})") if timing else ("–", "")


def _sizes(size: Size) -> tuple[str, str]:
    return f"{size.raw / 1024:.1f}", f"{size.gzip / 1024:.1f}"
