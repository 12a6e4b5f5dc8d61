"""One run: what is measured, in order, and what the machine and the versions were."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

from django.contrib.auth import get_user_model

from benchmarks import (
    budgets,
    content,
    drag_and_drop,
    exercise_answers,
    measuring,
    service_answers,
)
from benchmarks.certificates import measure_certificates
from benchmarks.figures import timing
from benchmarks.front_end import FrontEnd, front_end
from benchmarks.host import static_file
from benchmarks.parsing import measure_parsing
from benchmarks.results import Results, Row
from benchmarks.subjects import Subject, from_olx
from benchmarks.writes import Writes

# What each block is answered with; a certificate is not answered.
_ANSWERS = {
    "skills_exercise": exercise_answers.right_answers,
    "service_practice": service_answers.right_answers,
    "vneid_certificate": None,
}
Counted = list[tuple[Subject, Writes]]


def measure(*, rounds: int, warm_up: int) -> Results:
    """Measure all blocks in this process.

    Args:
        rounds: samples of each block.
        warm_up: rounds before that, which do not count.
    """
    first_views = max(rounds // 5, 5)
    learners = _learners(rounds + warm_up + 1 + first_views)
    # Who has answered gets another page: pages and first views are those of learners who were never there.
    visitors, counter, fresh = (
        learners[: -first_views - 1],
        learners[-first_views - 1],
        learners[-first_views:],
    )
    counted, missing = _ours(counter)
    counted += [(subject, measuring.count_writes(subject, counter)) for subject in drag_and_drop.subjects()]
    subjects = [subject for subject, _writes in counted]
    samples = measuring.take_samples(subjects, rounds=rounds, warm_up=warm_up, learners=visitors)
    pages = tuple(_pages(subjects, fresh[0]))
    for subject, kept in zip(subjects, samples, strict=True):
        if not subject.peer:
            measuring.sample_first_views(subject, kept, rounds=first_views, learners=fresh)
    rows = tuple(
        _row(subject, kept, writes) for (subject, writes), kept in zip(counted, samples, strict=True)
    )
    return Results(
        _about(rounds),
        rows,
        pages,
        missing,
        measure_parsing(),
        measure_certificates(rounds=max(rounds // 4, 10)),
    )


def _ours(learner: int) -> tuple[Counted, dict[str, str]]:
    """Our blocks, each visited once, and what is wrong with those that cannot be measured."""
    counted: Counted = []
    missing = {}
    for block_type in _ANSWERS:
        try:
            pair = [_subject(block_type, with_app=with_app) for with_app in (False, True)]
            counted += [(subject, measuring.count_writes(subject, learner)) for subject in pair]
        except Exception as error:  # whatever one block does, the others are measured
            missing[block_type] = f"{type(error).__name__}: {error}"
    return counted, missing


def _subject(block_type: str, *, with_app: bool) -> Subject:
    element = content.typical(block_type)
    answers = _ANSWERS[block_type]
    answer = answers(element) if answers else None
    return Subject(block_type, block_type, setup=from_olx(element), answer=answer, with_app=with_app)


def _learners(count: int) -> list[int]:
    users = get_user_model().objects
    users.bulk_create([users.model(username=f"learner{number}") for number in range(count)])
    return list(users.order_by("pk").values_list("pk", flat=True))


def _row(subject: Subject, samples: measuring.Samples, writes: Writes) -> Row:
    return Row(
        name=subject.name,
        keeps="app" if subject.with_app else budgets.FIELDS,
        peer=subject.peer,
        whole_answer=subject.whole_answer,
        view=timing(samples.view),
        submit=timing(samples.submit) if samples.submit else None,
        first_view=timing(samples.first_view) if samples.first_view else None,
        writes=writes,
    )


def _pages(subjects: Sequence[Subject], learner: int) -> Iterator[FrontEnd]:
    one_each = {subject.block_type: subject for subject in subjects}
    fragments = {name: measuring.page_of(subject, learner) for name, subject in one_each.items()}
    for name, fragment in fragments.items():
        yield front_end(name, [fragment], static_file)
    ours = [fragment for name, fragment in fragments.items() if not one_each[name].peer]
    yield front_end(budgets.UNIT, ours, static_file)


def _about(rounds: int) -> dict[str, Any]:
    peer = drag_and_drop.DISTRIBUTION
    return {
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
        "samples": rounds,
        "Python": platform.python_version(),
        "XBlock": version("XBlock"),
        "Django": version("Django"),
        peer: version(peer),
        "cores": os.cpu_count(),
    }
