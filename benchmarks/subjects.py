"""What is measured: a block with content, and a learner's visit to it."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from lxml import etree
from opaque_keys.edx.keys import CourseKey
from web_fragments.fragment import Fragment
from webob import Request, Response
from xblock.core import XBlock
from xblock.fields import ScopeIds
from xblock.runtime import DictKeyValueStore

from benchmarks.host import BenchRuntime, LearnerStore, without_app

COURSE = CourseKey.from_string("course-v1:BDHVS+BENCH+2026")
AUTHOR = 1


@dataclass(frozen=True)
class Submission:
    """What the browser posts: the handler's name and the JSON body."""

    handler: str
    body: dict[str, Any]


Answer = Callable[["Visit", Fragment], list[Submission]]


@dataclass
class Subject:
    """A block with its content, in one way of keeping attempts.

    Attributes:
        name: the block's name in the report.
        block_type: the entry point.
        with_app: whether the Django app keeps attempts and groups; else they are kept in fields.
        answer: fills in the page of a visit as a learner would and gives the requests to be timed together;
            `None` where a block has nothing to submit.
        whole_answer: whether these requests answer the whole block, and not a part of it.
        peer: whether it is another project's.
        setup: sets authored fields of a new block.
    """

    name: str
    block_type: str
    setup: Callable[[XBlock], None]
    answer: Answer | None
    with_app: bool = False
    whole_answer: bool = True
    peer: bool = False
    authored: DictKeyValueStore = field(default_factory=DictKeyValueStore)

    def __post_init__(self) -> None:
        self.block_class = XBlock.load_class(self.block_type)
        self.usage = COURSE.make_usage_key(self.block_type, f"{self.block_type}-{self.with_app}")
        self.author(self.setup)

    def author(self, change: Callable[[XBlock], None]) -> None:
        """Change authored fields, as an author does."""
        runtime = BenchRuntime(
            user_id=AUTHOR, authored=self.authored, learner=DictKeyValueStore(), author=True
        )
        block = runtime.construct_xblock_from_class(self.block_class, self.scope_ids(AUTHOR))
        change(block)
        block.save()

    def scope_ids(self, user_id: int) -> ScopeIds:
        """Keys of the block for one person."""
        return ScopeIds(user_id, self.block_type, self.usage, self.usage)

    def hosted(self) -> AbstractContextManager[None]:
        """The host around a request: with the app installed or without it."""
        return nullcontext() if self.with_app else without_app()


class Visit:
    """One learner at one block, with a state of his own that is empty at first."""

    def __init__(self, subject: Subject, user_id: int) -> None:
        self.subject = subject
        self.keys = subject.scope_ids(user_id)
        self.state = LearnerStore()
        self.runtime = BenchRuntime(
            user_id=user_id, authored=subject.authored, learner=self.state, author=False
        )

    def view(self) -> Fragment:
        """One request for the learner's view: load the block and render it."""
        with self._transaction():
            return self.runtime.render(self._load(), "student_view", {})

    def handle(self, handler: str, request: Request) -> Response:
        """One request to a handler: load the block, call it, save its fields."""
        with self._transaction():
            return self.runtime.handle(self._load(), handler, request)

    def post(self, submission: Submission) -> dict[str, Any]:
        """Post and read the reply, where time does not matter."""
        return reply_of(self.handle(submission.handler, request_of(submission)))

    def _load(self) -> XBlock:
        return self.runtime.construct_xblock_from_class(self.subject.block_class, self.keys)

    def _transaction(self) -> AbstractContextManager[Any]:
        # The LMS runs with ATOMIC_REQUESTS.
        return transaction.atomic() if self.subject.with_app else nullcontext()


def request_of(submission: Submission) -> Request:
    """The browser's request."""
    request = Request.blank("/", method="POST", content_type="application/json")
    request.body = json.dumps(submission.body, ensure_ascii=False, separators=(",", ":")).encode()
    return request


def reply_of(response: Response) -> dict[str, Any]:
    """The reply of a handler.

    Raises:
        RuntimeError: it was refused or found faulty, so that its time would mean nothing.
    """
    reply = dict(json.loads(response.body or b"{}")) if response.status_code == 200 else {"valid": False}
    if reply.get("valid") is False:
        raise RuntimeError(f"A submission was refused with {response.status_code}: {response.text[:500]}")
    return reply


def from_olx(element: etree._Element) -> Callable[[XBlock], None]:
    """Author a block of ours from OLX, as an import does."""

    def load(block: XBlock) -> None:
        block.load_olx(element)
        if block.rejected_olx:
            faults = [f"line {fault.line}: {fault.problem % fault.params}" for fault in block.source_faults()]
            raise RuntimeError(f"<{element.tag}> in {element.base} has faults: {'; '.join(faults)}")

    return load
