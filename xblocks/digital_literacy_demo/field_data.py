"""Where fields are kept: authored data in the block's row, a learner's in one row, written once a save."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Protocol

from opaque_keys.edx.keys import UsageKey
from xblock.exceptions import InvalidScopeError
from xblock.fields import BlockScope, Scope, UserScope
from xblock.runtime import KeyValueStore

from digital_literacy_demo.models import Block, BlockSummary, LearnerState


class ContentConflictError(Exception):
    """The block was changed by someone else since the editor was opened."""


@dataclass(frozen=True)
class Row:
    """Names one stored row of fields."""

    room: str
    key: str


def row_of(key: KeyValueStore.Key) -> Row:
    """The row in which a field lies.

    Raises:
        InvalidScopeError: the scope is none that this host keeps.
    """
    scope = key.scope
    if scope in (Scope.children, Scope.parent):
        return Row("tree", str(key.block_scope_id))
    if scope.user == UserScope.NONE and scope.block in (BlockScope.USAGE, BlockScope.DEFINITION):
        return Row("authored", str(key.block_scope_id))
    if scope.user == UserScope.ALL and scope.block == BlockScope.USAGE:
        return Row("summary", str(key.block_scope_id))
    names = {BlockScope.USAGE: "user_state", BlockScope.TYPE: "preferences", BlockScope.ALL: "user_info"}
    if scope.user == UserScope.ONE and scope.block in names:
        return Row(names[scope.block], str(key.block_scope_id or ""))
    raise InvalidScopeError(scope)


class Room(Protocol):
    """Keeps rows of one kind."""

    def read(self, row: Row) -> dict[str, Any]:
        """The fields of the row; empty if there is none."""

    def write(self, row: Row, fields: dict[str, Any]) -> None:
        """Replace the fields of the row."""


class RoomsStore(KeyValueStore):
    """A key-value store over rooms; rows are read once and written once a save."""

    def __init__(self, rooms: dict[str, Room]) -> None:
        self._rooms = rooms
        self._cache: dict[Row, dict[str, Any]] = {}

    def get(self, key: KeyValueStore.Key) -> Any:
        return self._fields(row_of(key))[key.field_name]

    def has(self, key: KeyValueStore.Key) -> bool:
        return key.field_name in self._fields(row_of(key))

    def set(self, key: KeyValueStore.Key, value: Any) -> None:
        self.set_many({key: value})

    def set_many(self, update_dict: dict[KeyValueStore.Key, Any]) -> None:
        changes: dict[Row, dict[str, Any]] = defaultdict(dict)
        for key, value in update_dict.items():
            changes[row_of(key)][key.field_name] = value
        for row, values in changes.items():
            self._write(row, {**self._fields(row), **values})

    def delete(self, key: KeyValueStore.Key) -> None:
        row = row_of(key)
        fields = {name: value for name, value in self._fields(row).items() if name != key.field_name}
        if len(fields) < len(self._fields(row)):
            self._write(row, fields)

    def _fields(self, row: Row) -> dict[str, Any]:
        if row not in self._cache:
            self._cache[row] = self._room(row).read(row)
        return self._cache[row]

    def _write(self, row: Row, fields: dict[str, Any]) -> None:
        self._room(row).write(row, fields)
        self._cache[row] = fields

    def _room(self, row: Row) -> Room:
        if row.room not in self._rooms:
            raise InvalidScopeError(row.room)
        return self._rooms[row.room]


class AuthoredRoom:
    """Content and settings: for learners to read, for authors to write.

    Args:
        writable: whether this request may author.
        expected: version of each block (by usage key) that the author saw when he opened the editor.
    """

    def __init__(self, *, writable: bool, expected: dict[str, int] | None = None) -> None:
        self._writable = writable
        self._expected = dict(expected or {})

    def read(self, row: Row) -> dict[str, Any]:
        found = Block.objects.filter(usage_key=row.key).values_list("fields", "version").first()
        if found is None:
            return {}
        self._expected.setdefault(row.key, found[1])
        return dict(found[0])

    def write(self, row: Row, fields: dict[str, Any]) -> None:
        if not self._writable:
            raise InvalidScopeError(f"{row.key} is authored content and cannot be changed here.")
        expected = self._expected[row.key]
        changed = Block.objects.filter(usage_key=row.key, version=expected).update(
            fields=fields, version=expected + 1, edited=True
        )
        if not changed:
            raise ContentConflictError(row.key)
        self._expected[row.key] = expected + 1


class TreeRoom:
    """Parent and children. Read only: the tree is the course's OLX."""

    def read(self, row: Row) -> dict[str, Any]:
        block = Block.objects.filter(usage_key=row.key).select_related("parent").first()
        if block is None:
            return {}
        children = Block.objects.filter(parent=block).values_list("usage_key", flat=True)
        parent = UsageKey.from_string(block.parent.usage_key) if block.parent else None
        return {"parent": parent, "children": [UsageKey.from_string(key) for key in children]}

    def write(self, row: Row, fields: dict[str, Any]) -> None:
        raise InvalidScopeError(f"The course tree cannot be changed here ({row.key}).")


class LearnerRoom:
    """One learner's rows."""

    def __init__(self, user_id: int) -> None:
        self._user_id = user_id
        self._known: dict[Row, LearnerState] = {}

    def read(self, row: Row) -> dict[str, Any]:
        state = LearnerState.objects.filter(user_id=self._user_id, scope=row.room, key=row.key).first()
        if state is None:
            return {}
        self._known[row] = state
        return dict(state.fields)

    def write(self, row: Row, fields: dict[str, Any]) -> None:
        state = self._known.get(row) or LearnerState(user_id=self._user_id, scope=row.room, key=row.key)
        state.fields = fields
        state.save()
        self._known[row] = state


class SummaryRoom:
    """State that all learners of a block share."""

    def read(self, row: Row) -> dict[str, Any]:
        return dict(
            BlockSummary.objects.filter(usage_key=row.key).values_list("fields", flat=True).first() or {}
        )

    def write(self, row: Row, fields: dict[str, Any]) -> None:
        BlockSummary.objects.update_or_create(usage_key=row.key, defaults={"fields": fields})


class MemoryRoom:
    """Forgotten with the request: learner state in Studio's preview and for anonymous visitors."""

    def __init__(self) -> None:
        self._rows: dict[Row, dict[str, Any]] = {}

    def read(self, row: Row) -> dict[str, Any]:
        return dict(self._rows.get(row, {}))

    def write(self, row: Row, fields: dict[str, Any]) -> None:
        self._rows[row] = fields


def learner_rooms(user_id: int | None, *, keep: bool) -> dict[str, Room]:
    """Rooms of the four scopes that hold learners' data."""
    if user_id is None or not keep:
        memory: Room = MemoryRoom()
        return dict.fromkeys(("user_state", "preferences", "user_info", "summary"), memory)
    own: Room = LearnerRoom(user_id)
    return {"user_state": own, "preferences": own, "user_info": own, "summary": SummaryRoom()}
