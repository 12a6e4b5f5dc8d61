"""Usage keys as ids: definitions have no id of their own, as in the platform's course runtime of old."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from opaque_keys.edx.keys import CourseKey, UsageKey
from xblock.fields import ScopeIds
from xblock.runtime import IdGenerator, IdReader


class UsageKeyReader(IdReader):
    """Reads everything from the usage key."""

    def get_definition_id(self, usage_id: UsageKey) -> UsageKey:
        return usage_id

    def get_block_type(self, def_id: UsageKey) -> str:
        return str(def_id.block_type)

    def get_usage_id_from_aside(self, aside_id: Any) -> Any:
        raise NotImplementedError("This host has no asides.")

    get_definition_id_from_aside = get_usage_id_from_aside
    get_aside_type_from_usage = get_usage_id_from_aside
    get_aside_type_from_definition = get_usage_id_from_aside


class UsageKeyGenerator(IdGenerator):
    """Makes keys inside one course."""

    def __init__(self, course_key: CourseKey) -> None:
        self._course_key = course_key

    def create_definition(self, block_type: str, slug: str | None = None) -> UsageKey:
        return self._course_key.make_usage_key(block_type, slug or uuid4().hex)

    def create_usage(self, def_id: UsageKey) -> UsageKey:
        return def_id

    def create_aside(self, definition_id: Any, usage_id: Any, aside_type: str) -> Any:
        raise NotImplementedError("This host has no asides.")


def scope_ids(usage_key: UsageKey, user_id: int | None) -> ScopeIds:
    """The ids of a block as seen by a user."""
    return ScopeIds(user_id, usage_key.block_type, usage_key, usage_key)
