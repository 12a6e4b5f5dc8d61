"""The one runtime of all blocks: field data in dictionaries, no asides, the platform's user service."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from django.apps import apps
from xblock.core import XBlock
from xblock.field_data import ReadOnlyFieldData, SplitFieldData
from xblock.fields import Scope
from xblock.reference.user_service import UserService, XBlockUser
from xblock.runtime import DictKeyValueStore, KvsFieldData, MemoryIdManager, NullI18nService, Runtime

_LEARNER_SCOPES = (Scope.user_state, Scope.user_state_summary, Scope.user_info, Scope.preferences)
_STATIC_FILES: dict[str, tuple[type[XBlock], str]] = {}


class LearnerStore(DictKeyValueStore):
    """A learner's fields; counts the rows the platform would write for them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows_written = 0

    def set_many(self, update_dict: dict[Any, Any]) -> None:
        # The platform keeps all state of a learner at a block in one row, other scopes in one row a field.
        state = {(key.user_id, key.block_scope_id) for key in update_dict if key.scope == Scope.user_state}
        self.rows_written += len(state) + sum(key.scope != Scope.user_state for key in update_dict)
        super().set_many(update_dict)


class FixedUser(UserService):
    """The user service with the attributes the platform gives."""

    def __init__(self, user_id: int, *, staff: bool) -> None:
        super().__init__()
        self._user = XBlockUser(is_current_user=True)
        self._user.opt_attrs.update(
            {
                "edx-platform.user_id": user_id,
                "edx-platform.username": f"learner{user_id}",
                "edx-platform.anonymous_user_id": f"anon-{user_id}",
                "edx-platform.user_role": "staff" if staff else "student",
                "edx-platform.user_is_staff": staff,
                "edx-platform.is_authenticated": True,
            }
        )

    def get_current_user(self) -> XBlockUser:
        return self._user


class PlainUrls:
    """The service that rewrites `/static/…`: present, as on the platform, with nothing to rewrite."""

    def replace_urls(self, text: str, static_replace_only: bool = False) -> str:
        return text


class BenchRuntime(Runtime):
    """One person's runtime over the authored fields of a block and his own."""

    def __init__(
        self, *, user_id: int, authored: DictKeyValueStore, learner: DictKeyValueStore, author: bool
    ) -> None:
        authored_data = KvsFieldData(authored)
        shown = authored_data if author else ReadOnlyFieldData(authored_data)
        learner_data = KvsFieldData(learner)
        fields = dict.fromkeys(_LEARNER_SCOPES, learner_data)
        fields |= dict.fromkeys((Scope.content, Scope.settings, Scope.parent, Scope.children), shown)
        ids = MemoryIdManager()
        services = {
            "field-data": SplitFieldData(fields),
            "i18n": NullI18nService(),
            "replace_urls": PlainUrls(),
            "user": FixedUser(user_id, staff=author),
        }
        super().__init__(id_reader=ids, id_generator=ids, services=services)
        self.user_id = user_id

    def handler_url(
        self, block: XBlock, handler_name: str, suffix: str = "", query: str = "", thirdparty: bool = False
    ) -> str:
        return f"/handler/{block.scope_ids.usage_id}/{handler_name}"

    def local_resource_url(self, block: XBlock, uri: str) -> str:
        """The address in production: one for the whole package, whatever block asks."""
        url = f"/static/xblock/resources/{type(block).__module__.rpartition('.')[0]}/{uri}"
        _STATIC_FILES[url] = (block.unmixed_class, uri)
        return url

    def resource_url(self, resource: str) -> str:
        raise NotImplementedError("No block needs resources of the host.")

    def publish(self, block: XBlock, event_type: str, event_data: dict[str, Any]) -> None:
        """Taken and forgotten: what a grade or an event costs is the host's share."""

    def get_asides(self, block: XBlock) -> list[Any]:
        return []


def static_file(url: str) -> bytes:
    """The file behind an address that a block was given.

    Raises:
        KeyError: no block asked for this address.
    """
    block_class, uri = _STATIC_FILES[url]
    with block_class.open_local_resource(uri) as file:
        return bytes(file.read())


@contextmanager
def without_app() -> Iterator[None]:
    """As on a host that has the XBlocks but not the Django app: everything is kept in fields."""
    installed = apps.is_installed
    with patch.object(apps, "is_installed", lambda name: name != "digital_literacy" and installed(name)):
        yield
