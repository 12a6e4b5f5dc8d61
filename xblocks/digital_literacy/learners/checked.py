"""Answers told one by one before their attempt was sent: the first to each question is the one that counts."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any, Protocol

from django.db import IntegrityError, transaction

from digital_literacy.learners.installed import has_rows


class CheckedStore(Protocol):
    """What one learner had checked in one attempt at one block, on one kind of page.

    A page is named by its binding: learner, content and target group.
    """

    def all(self) -> dict[str, Any]:
        """The checked answers by the names the page knows."""

    def first(self, name: str, answer: Any) -> Any:
        """Keep `answer` as the checked one of the question `name`, unless there is one; gives the one that is kept."""

    def forget(self) -> None:
        """The attempt is counted: nothing of it is checked any more, on any page."""


class DatabaseChecked:
    """Rows in the app's own table: of many answers at once, one is kept."""

    def __init__(self, *, user_id: int, usage_key: str, number: int, binding: str) -> None:
        self._block = {"user_id": user_id, "usage_key": usage_key}
        self._key = {**self._block, "number": number, "binding": binding}

    def all(self) -> dict[str, Any]:
        from digital_literacy.learners.models import CheckedAnswer

        return dict(CheckedAnswer.objects.filter(**self._key).order_by("pk").values_list("item", "answer"))

    def first(self, name: str, answer: Any) -> Any:
        from digital_literacy.learners.models import CheckedAnswer

        try:
            # A savepoint: losing the race must not spoil the request's own transaction.
            with transaction.atomic():
                return CheckedAnswer.objects.create(**self._key, item=name, answer=answer).answer
        except IntegrityError:
            return CheckedAnswer.objects.get(**self._key, item=name).answer

    def forget(self) -> None:
        from digital_literacy.learners.models import CheckedAnswer

        CheckedAnswer.objects.filter(**self._block).delete()


class FieldChecked:
    """The fallback where the Django app is not installed: beside the attempts in the block's state, without a lock."""

    def __init__(self, state: MutableMapping[str, Any], *, binding: str) -> None:
        self._state, self._binding = state, binding

    def all(self) -> dict[str, Any]:
        return dict(self._pages().get(self._binding, {}))

    def first(self, name: str, answer: Any) -> Any:
        kept = self.all()
        if name not in kept:
            self._state["checked"] = {**self._pages(), self._binding: {**kept, name: answer}}
        return kept.get(name, answer)

    def forget(self) -> None:
        if self._pages():
            self._state["checked"] = {}

    def _pages(self) -> dict[str, Any]:
        return dict(self._state.get("checked") or {})


def checked_of(
    *, user_id: int | None, usage_key: str, number: int, binding: str, fallback: MutableMapping[str, Any]
) -> CheckedStore:
    """What a learner had checked: in the database, or in `fallback` where the app is absent.

    Args:
        user_id: the platform's numeric user id; `None` where the host has none.
        usage_key: the block's usage key.
        number: of the running attempt.
        binding: names the page it was checked on.
        fallback: a mapping kept in the block's state.
    """
    if has_rows(user_id):
        return DatabaseChecked(user_id=user_id, usage_key=usage_key, number=number, binding=binding)
    return FieldChecked(fallback, binding=binding)
