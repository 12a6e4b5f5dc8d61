"""A runtime that keeps learner state as the LMS does: one row, read once, written whole, nothing locked."""

from __future__ import annotations

import json
from typing import Any

from django.db import transaction
from webob import Request
from xblock.core import XBlock
from xblock.fields import Scope
from xblock.runtime import DictKeyValueStore, KeyValueStore

from tests.contract.runtime import ContractRuntime, load, scope_ids
from tests.lms.models import StudentModule


class StudentModuleStore(KeyValueStore):
    """`user_state` of one learner at one block."""

    def __init__(self, student_id: int, usage_key: str) -> None:
        self._key = {"student_id": student_id, "module_state_key": usage_key}
        row = StudentModule.objects.filter(**self._key).first()
        self._state: dict[str, Any] = json.loads(row.state) if row else {}

    def has(self, key: Any) -> bool:
        return key.field_name in self._state

    def get(self, key: Any) -> Any:
        return self._state[key.field_name]

    def set(self, key: Any, value: Any) -> None:
        self.set_many({key: value})

    def set_many(self, update_dict: dict[Any, Any]) -> None:
        assert all(key.scope == Scope.user_state for key in update_dict), "other scopes have other tables"
        self._state.update({key.field_name: value for key, value in update_dict.items()})
        # A round trip through JSON: what does not survive it would be lost on the platform.
        StudentModule.objects.update_or_create(**self._key, defaults={"state": json.dumps(self._state)})

    def delete(self, key: Any) -> None:
        self._state.pop(key.field_name, None)

    def default(self, key: Any) -> Any:
        raise KeyError(repr(key))


class LmsRuntime(ContractRuntime):
    """One request of one learner; authored fields are read-only and shared."""

    def __init__(self, *, user_id: int, authored: DictKeyValueStore, usage_key: str) -> None:
        store = StudentModuleStore(user_id, usage_key)
        super().__init__(user_id=user_id, authored=authored, learner=store)  # type: ignore[arg-type]

    def publish(self, block: XBlock, event_type: str, event_data: dict[str, Any]) -> None:
        super().publish(block, event_type, event_data)
        if event_type == "grade":
            self._keep_grade(str(block.scope_ids.usage_id), event_data)

    def _keep_grade(self, usage_key: str, event: dict[str, Any]) -> None:
        rows = StudentModule.objects.select_for_update()
        row, _new = rows.get_or_create(student_id=self.user_id, module_state_key=usage_key)
        higher = row.grade is None or event["value"] / event["max_value"] >= row.grade / row.max_grade
        if higher or not event.get("only_if_higher"):
            StudentModule.objects.filter(pk=row.pk).update(grade=event["value"], max_grade=event["max_value"])


def post(
    authored: DictKeyValueStore, block_type: str, url_name: str, user_id: int, handler: str, body: Any
) -> tuple[int, dict[str, Any]]:
    """One request as the LMS serves it: a transaction around loading, handler and save."""
    with transaction.atomic():
        keys = scope_ids(block_type, user_id=user_id, url_name=url_name)
        runtime = LmsRuntime(user_id=user_id, authored=authored, usage_key=str(keys.usage_id))
        request = Request.blank("/", method="POST", content_type="application/json")
        request.body = json.dumps(body).encode()
        response = runtime.handle(load(runtime, keys), handler, request)
    return response.status_code, json.loads(response.body)
