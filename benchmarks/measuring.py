"""Take the samples: times in turns; then queries and writes, apart, so that counting costs no time."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from random import Random
from time import thread_time
from typing import Any, TypeVar

from django.db import connection
from web_fragments.fragment import Fragment
from webob import Request

from benchmarks.subjects import Subject, Visit, reply_of, request_of
from benchmarks.writes import Writes, rows_written

T = TypeVar("T")
ATTEMPTS = "digital_literacy_attempt"
_EDITS = count(1)
_SOMETHING_ELSE = b"a" * (16 * 1024 * 1024)


@dataclass
class Samples:
    """Milliseconds of each view and submit of a subject, and of views of content never read before."""

    view: list[float] = field(default_factory=list)
    submit: list[float] = field(default_factory=list)
    first_view: list[float] = field(default_factory=list)


def take_samples(
    subjects: Sequence[Subject], *, rounds: int, warm_up: int, learners: Sequence[int]
) -> list[Samples]:
    """Visit every subject in each round, each time as another learner.

    The subjects take turns, so that a machine that slows down slows all of them; their order is drawn anew each
    round, so that nobody always follows the same one. All pages of a round are viewed and filled in before the
    first is submitted: what filling in leaves behind in the memory is no part of a submit.

    Args:
        rounds: samples of each subject.
        warm_up: rounds before that, which are not counted.
        learners: ids of users that exist, one for each round.
    """
    samples, draw = [Samples() for _ in subjects], Random(0)
    for number, learner in zip(range(-warm_up, rounds), learners, strict=False):
        order = draw.sample(range(len(subjects)), len(subjects))
        kept = samples if number >= 0 else [Samples() for _ in subjects]
        filled_in = [(index, *_view(subjects[index], learner, kept[index])) for index in order]
        for index, visit, requests in filled_in:
            if requests:
                _submit(visit, requests, kept[index])
    return samples


def sample_first_views(subject: Subject, samples: Samples, *, rounds: int, learners: Sequence[int]) -> None:
    """Views right after an edit, so that nothing kept of the content helps.

    Raises:
        LookupError: a page cannot be answered, so it is not the one that is meant.
    """
    for learner in learners[:rounds]:
        subject.author(_edit)
        visit = Visit(subject, learner)
        with subject.hosted():
            elapsed, fragment = _timed(visit.view)
            if subject.answer:
                subject.answer(visit, fragment)
        samples.first_view.append(elapsed)


def count_writes(subject: Subject, learner: int) -> Writes:
    """Visit a subject once as a learner who was not there before, and count."""
    visit = Visit(subject, learner)
    with subject.hosted():
        with _statements() as view:
            fragment = visit.view()
        submissions = subject.answer(visit, fragment) if subject.answer else []
        before = visit.state.rows_written
        with _statements() as submit:
            for submission in submissions:
                visit.post(submission)
    written = rows_written(submit)
    return Writes(
        view_queries=len(view),
        submit_queries=len(submit),
        attempt_rows=written.pop(ATTEMPTS, 0),
        state_rows=visit.state.rows_written - before,
        other_rows=sum(written.values()),
    )


def _view(subject: Subject, learner: int, samples: Samples) -> tuple[Visit, list[tuple[str, Request]]]:
    """Time the view, and fill the page in: the visit, and the requests that send the answer."""
    visit = Visit(subject, learner)
    with subject.hosted():
        _do_something_else()
        elapsed, fragment = _timed(visit.view)
        samples.view.append(elapsed)
        submissions = subject.answer(visit, fragment) if subject.answer else []
    return visit, [(submission.handler, request_of(submission)) for submission in submissions]


def _submit(visit: Visit, requests: Sequence[tuple[str, Request]], samples: Samples) -> None:
    total = 0.0
    with visit.subject.hosted():
        for handler, request in requests:
            _do_something_else()
            elapsed, response = _timed(functools.partial(visit.handle, handler, request))
            reply_of(response)
            total += elapsed
    samples.submit.append(total)


def _do_something_else() -> None:
    """Fill the processor's caches: nobody is faster because a sibling with the same code was before him."""
    _SOMETHING_ELSE.count(b"b")


def _timed(action: Callable[[], T]) -> tuple[float, T]:
    start = thread_time()
    result = action()
    return (thread_time() - start) * 1000, result


def _edit(block: Any) -> None:
    # White space after the content: the same exercise in bytes that no subject had before.
    block.olx = block.olx.rstrip() + "\n" * next(_EDITS)


@contextmanager
def _statements() -> Iterator[list[str]]:
    seen: list[str] = []

    def note(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if not sql.startswith(("SAVEPOINT", "RELEASE", "BEGIN")):
            seen.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield seen


def page_of(subject: Subject, learner: int) -> Fragment:
    """The page a learner gets who was never there, to look at its files.

    Raises:
        LookupError: the page cannot be answered, so it is not the one that is meant.
    """
    with subject.hosted():
        visit = Visit(subject, learner)
        fragment = visit.view()
        if subject.answer:
            subject.answer(visit, fragment)
        return fragment
