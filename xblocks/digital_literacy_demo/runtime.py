"""The XBlock runtime of the host."""

from __future__ import annotations

import json
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from opaque_keys.edx.keys import CourseKey, UsageKey
from web_fragments.fragment import Fragment
from xblock.core import XBlock
from xblock.exceptions import NoSuchUsage
from xblock.field_data import FieldData
from xblock.runtime import KvsFieldData, Runtime

from digital_literacy_demo import block_types, public_files, publishing
from digital_literacy_demo.field_data import AuthoredRoom, RoomsStore, TreeRoom, learner_rooms
from digital_literacy_demo.keys import UsageKeyGenerator, UsageKeyReader, scope_ids
from digital_literacy_demo.models import Block
from digital_literacy_demo.services import services_for
from digital_literacy_demo.structure_block import InheritedSettings

_JSON_ESCAPES = {
    ord("<"): "\\u003C",
    ord(">"): "\\u003E",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}


class BaseRuntime(Runtime):
    """What loading and serving have in common."""

    def __init__(self, *, course_key: CourseKey, field_data: FieldData, services: dict[str, Any]) -> None:
        super().__init__(
            id_reader=UsageKeyReader(),
            id_generator=UsageKeyGenerator(course_key),
            mixins=(InheritedSettings,),
            services={**services, "field-data": field_data},
        )
        self.course_id = course_key

    def load_block_type(self, block_type: str) -> type[XBlock]:
        return block_types.load(block_type)

    def get_asides(self, block: XBlock) -> list[Any]:
        # The look-up scans everything installed at each rendering, and this host has no asides.
        return []

    def get_policy(self, _usage_key: UsageKey) -> dict[str, Any]:
        """No block has a policy of its own here."""
        return {}

    def local_resource_url(self, block: XBlock, uri: str) -> str:
        return public_files.url(block, uri)

    def resource_url(self, resource: str) -> str:
        raise NotImplementedError("Use local_resource_url, as on the platform.")

    def handler_url(
        self, block: XBlock, handler_name: str, suffix: str = "", query: str = "", thirdparty: bool = False
    ) -> str:
        raise NotImplementedError("There are no handlers while a course is loaded.")

    def publish(self, block: XBlock, event_type: str, event_data: dict[str, Any]) -> None:
        raise NotImplementedError("Nothing is published while a course is loaded.")


class DemoRuntime(BaseRuntime):
    """Serves blocks to one person in one request.

    Args:
        course_key: the course.
        user: who looks; `None` for anonymous visitors.
        studio: authored data may be written, learner state is forgotten, nothing is graded.
        expected: versions of blocks the author saw, for saving without overwriting others.
    """

    def __init__(
        self,
        *,
        course_key: CourseKey,
        user: AbstractBaseUser | None,
        studio: bool = False,
        expected: dict[str, int] | None = None,
    ) -> None:
        self.user = user
        self.studio = studio
        store = RoomsStore(
            {
                "authored": AuthoredRoom(writable=studio, expected=expected),
                "tree": TreeRoom(),
                **learner_rooms(user.pk if user else None, keep=not studio),
            }
        )
        services = services_for(user=user, course_key=course_key, studio=studio)
        super().__init__(course_key=course_key, field_data=KvsFieldData(store), services=services)
        self.anonymous_student_id = user.person.anonymous_id if user else None
        self.user_is_staff = bool(user and user.person.is_staff_of_courses)
        self.is_author_mode = studio

    @property
    def user_id(self) -> int | None:
        """Numeric id of the user."""
        return self.user.pk if self.user else None

    def get_block(self, usage_id: UsageKey, for_parent: XBlock | None = None) -> XBlock:
        if not Block.objects.filter(usage_key=str(usage_id)).exists():
            raise NoSuchUsage(str(usage_id))
        ids = scope_ids(usage_id, self.user_id)
        return self.construct_xblock(usage_id.block_type, ids, for_parent=for_parent)

    def handler_url(
        self, block: XBlock, handler_name: str, suffix: str = "", query: str = "", thirdparty: bool = False
    ) -> str:
        url = handler_path(block.scope_ids.usage_id, handler_name, studio=self.studio, thirdparty=thirdparty)
        url += suffix
        return f"{url}?{query}" if query else url

    def publish(self, block: XBlock, event_type: str, event_data: dict[str, Any]) -> None:
        if not self.studio:
            publishing.publish(block=block, user=self.user, kind=event_type, data=event_data)

    def wrap_xblock(self, block: XBlock, view: str, frag: Fragment, context: Any) -> Fragment:
        """The element a block's script is given, with the platform's class and attribute names."""
        usage_key = block.scope_ids.usage_id
        attributes = {
            "class": f"xblock xblock-{view} xblock-{view}-{usage_key.block_type}",
            "data-usage-id": str(usage_key),
            "data-block-type": usage_key.block_type,
            "data-handler-prefix": handler_path(usage_key, "HANDLER", studio=self.studio),
            "data-version": Block.objects.filter(usage_key=str(usage_key))
            .values_list("version", flat=True)
            .first(),
        }
        if frag.js_init_fn:
            attributes |= {"data-init": frag.js_init_fn, "data-runtime-version": frag.js_init_version}
        # The fragment's body is the block's own HTML; arguments are escaped, which XBlock's core does not do.
        html = format_html(
            "<div {}>{}{}</div>",
            format_html_join(" ", '{}="{}"', attributes.items()),
            mark_safe(frag.body_html()),
            _json_script(frag.json_init_args),
        )
        wrapped = Fragment(str(html))
        wrapped.add_fragment_resources(frag)
        return wrapped


def handler_path(usage_key: UsageKey, handler: str, *, studio: bool = False, thirdparty: bool = False) -> str:
    """The address of a handler, ready for a suffix."""
    name = "thirdparty_handler" if thirdparty else "studio_handler" if studio else "handler"
    return reverse(name, args=[str(usage_key), handler, ""])


def _json_script(arguments: Any) -> str:
    if arguments is None:
        return ""
    text = json.dumps(arguments, ensure_ascii=False).translate(_JSON_ESCAPES)
    return mark_safe(f'<script type="json/xblock-args" class="xblock-json-init-args">{text}</script>')
