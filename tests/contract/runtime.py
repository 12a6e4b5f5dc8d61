"""A real XBlock runtime over dictionaries: what a host must give, and a record of what blocks publish."""

from __future__ import annotations

import json
from typing import Any

from lxml import etree
from opaque_keys.edx.keys import CourseKey
from webob import Request
from xblock.core import XBlock
from xblock.exceptions import NoSuchServiceError
from xblock.field_data import ReadOnlyFieldData, SplitFieldData
from xblock.fields import Scope, ScopeIds
from xblock.reference.user_service import UserService, XBlockUser
from xblock.runtime import DictKeyValueStore, KvsFieldData, MemoryIdManager, NullI18nService, Runtime

COURSE = CourseKey.from_string("course-v1:BDHVS+KNS01+2026")


class CountingStore(DictKeyValueStore):
    """Counts the rows a save would write: one set_many for one learner and block is one row."""

    def __init__(self) -> None:
        super().__init__()
        self.rows_written = 0

    def set_many(self, update_dict: dict[Any, Any]) -> None:
        self.rows_written += len({(key.user_id, key.block_scope_id, key.scope) for key in update_dict})
        super().set_many(update_dict)


class FixedUser(UserService):
    """The user service with the attributes the platform gives."""

    def __init__(self, *, user_id: int | None, staff: bool) -> None:
        super().__init__()
        self._user_id, self._staff = user_id, staff

    def get_current_user(self) -> XBlockUser:
        user = XBlockUser(is_current_user=True)
        user.opt_attrs.update(
            {
                "edx-platform.user_id": self._user_id,
                "edx-platform.anonymous_user_id": f"anon-{self._user_id}",
                "edx-platform.user_role": "staff" if self._staff else "student",
                "edx-platform.user_is_staff": self._staff,
                "edx-platform.is_authenticated": self._user_id is not None,
            }
        )
        return user


class ContractRuntime(Runtime):
    """Stores fields in dictionaries; authored fields are read-only unless `author` is set."""

    def __init__(
        self,
        *,
        user_id: int | None = 1,
        staff: bool = False,
        author: bool = False,
        authored: DictKeyValueStore | None = None,
        learner: CountingStore | None = None,
    ) -> None:
        self.authored = authored or DictKeyValueStore()
        self.learner = learner or CountingStore()
        self.published: list[tuple[str, dict[str, Any]]] = []
        self._user = FixedUser(user_id=user_id, staff=staff)
        authored_data: Any = KvsFieldData(self.authored)
        self._author_data = authored_data
        learner_data = KvsFieldData(self.learner)
        shown = authored_data if author else ReadOnlyFieldData(authored_data)
        learner_scopes = (Scope.user_state, Scope.user_state_summary, Scope.user_info, Scope.preferences)
        scopes = dict.fromkeys(learner_scopes, learner_data)
        self.field_data = SplitFieldData(
            {
                Scope.content: shown,
                Scope.settings: shown,
                Scope.parent: shown,
                Scope.children: shown,
                **scopes,
            }
        )
        ids = MemoryIdManager()
        super().__init__(
            id_reader=ids,
            id_generator=ids,
            services={"i18n": NullI18nService(), "user": self._user, "field-data": self.field_data},
        )
        self.user_id = user_id

    def handler_url(
        self, block: XBlock, handler_name: str, suffix: str = "", query: str = "", thirdparty: bool = False
    ) -> str:
        return f"/handler/{block.scope_ids.usage_id}/{handler_name}"

    def local_resource_url(self, block: XBlock, uri: str) -> str:
        return f"/resource/{block.scope_ids.block_type}/{uri}"

    def resource_url(self, resource: str) -> str:
        raise NotImplementedError

    def publish(self, block: XBlock, event_type: str, event_data: dict[str, Any]) -> None:
        self.published.append((event_type, event_data))

    def service(self, block: XBlock, service_name: str) -> Any:
        declared = block.service_declaration(service_name)
        if declared is None or (declared == "need" and service_name not in self._services):
            raise NoSuchServiceError(service_name)
        return self._services.get(service_name)

    def get_asides(self, block: XBlock) -> list[Any]:
        return []


def block_from(olx: str, *, user_id: int | None = 1, staff: bool = False, url_name: str = "block1") -> XBlock:
    """Parse OLX as an importing host does, then load the block as a learner sees it."""
    node = etree.fromstring(olx)
    keys = scope_ids(node.tag, user_id=user_id, url_name=node.get("url_name") or url_name)
    author = ContractRuntime(user_id=user_id, staff=True, author=True)
    block_class = XBlock.load_class(node.tag)
    block_class.parse_xml(node, author, keys).save()
    learner = ContractRuntime(user_id=user_id, staff=staff, authored=author.authored)
    return load(learner, keys)


def scope_ids(block_type: str, *, user_id: int | None, url_name: str) -> ScopeIds:
    usage = COURSE.make_usage_key(block_type, url_name)
    return ScopeIds(user_id, block_type, usage, usage)


def load(runtime: ContractRuntime, keys: ScopeIds) -> XBlock:
    return runtime.construct_xblock_from_class(XBlock.load_class(keys.block_type), keys)


def again(block: XBlock, *, user_id: int | None = None) -> XBlock:
    """The same block as a later request loads it, over the same stores, perhaps for another learner."""
    old = block.runtime
    who = block.scope_ids.user_id if user_id is None else user_id
    runtime = ContractRuntime(user_id=who, authored=old.authored, learner=old.learner)
    runtime.published = old.published
    keys = scope_ids(block.scope_ids.block_type, user_id=who, url_name=block.scope_ids.usage_id.block_id)
    return load(runtime, keys)


def call(
    block: XBlock,
    handler: str,
    body: Any = None,
    *,
    raw: bytes | None = None,
    method: str = "POST",
    content_type: str = "application/json",
) -> tuple[int, dict[str, Any]]:
    """Call a handler as a host does: the request, then `save`. Gives status and JSON body."""
    request = Request.blank("/", method=method, content_type=content_type)
    if method == "POST":
        request.body = raw if raw is not None else json.dumps(body or {}).encode()
    response = block.runtime.handle(block, handler, request)
    return response.status_code, json.loads(response.body or b"{}")
