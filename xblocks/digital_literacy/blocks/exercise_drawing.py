"""The parts of an exercise's page that change with an answer: drawn once for all learners who answered alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from digital_literacy.blocks.rendering import render_once
from digital_literacy.exercises.help import HELPERS

_HEAD_KEYS = (
    "answered",
    "shows_results",
    "all_right",
    "score",
    "best",
    "possible",
    "attempts_used",
    "closed",
    "can_answer",
    "helper",
    "ended",
)


def draw_head(page: Mapping[str, Any], *, max_attempts: int, read_only: bool = False) -> SafeString:
    """The result, if there is one, and how many attempts there are."""

    def context() -> dict[str, Any]:
        # Only what the key names.
        own = {"max_attempts": max_attempts, "read_only": read_only}
        return {name: page[name] for name in _HEAD_KEYS} | own

    key = (*(page[name] for name in _HEAD_KEYS), max_attempts, read_only)
    return render_once("skills_exercise/head.html", context, key=key)


def draw_help(html_id: str, *, answered: bool) -> SafeString:
    """The question who helped; hidden while a result is shown."""

    def context() -> dict[str, Any]:
        return {"html_id": html_id, "answered": answered, "helpers": HELPERS.items()}

    return render_once("skills_exercise/help.html", context, key=(html_id, answered))


def draw_report(report: Mapping[str, Any]) -> SafeString:
    """What a learner may read about his answer to one item."""
    return render_once("skills_exercise/report.html", lambda: {"report": report}, key=_report_key(report))


def draw_mark(mark: Mapping[str, Any]) -> SafeString:
    """Right or not yet, beside one choice."""
    key = (mark["correct"], mark["almost"])
    return render_once("skills_exercise/mark.html", lambda: {"mark": mark}, key=key)


def draw_content(part: Mapping[str, Any], urls: Any) -> SafeString:
    """Content between items.

    Args:
        part: `content` and `template`, as `exercises.page.part_pages` gives them.
        urls: the host's service `replace_urls`, which finds the course's files; `None` where there is none.
    """
    content = part["content"]
    html = render_once(part["template"], lambda: {"content": content}, key=content)
    return mark_safe(urls.replace_urls(html, static_replace_only=True)) if urls else html


def drawn_items(reports: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """For the reply to an attempt: report and marks of each item, by the names the page knows."""
    return {
        token: {
            "report": draw_report(report),
            "marks": {name: draw_mark(mark) for name, mark in report["by_token"].items()},
        }
        for token, report in reports.items()
    }


def _report_key(report: Mapping[str, Any]) -> tuple[Any, ...]:
    explanation = report["explanation"]
    return (
        report["state"],
        report["earned"],
        report["points"],
        report["missed"],
        report["feedback"].html,
        tuple(
            (m["label"], m["own_words"], m["correct"], m["almost"], m["notes"], m["feedback"].html)
            for m in report["marks"]
        ),
        tuple(
            (
                group["heading"],
                group["drawing"],
                tuple((line.label, line.own_words, line.reason.html) for line in group["lines"]),
            )
            for group in report["solution"]
        ),
        explanation.html if explanation else "",
    )
