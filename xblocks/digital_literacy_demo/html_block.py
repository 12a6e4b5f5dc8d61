"""A text block, so that courses can explain between exercises. The platform has its own of the same name."""

from __future__ import annotations

from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from lxml import etree, html
from web_fragments.fragment import Fragment
from xblock.core import XBlock
from xblock.exceptions import JsonHandlerError
from xblock.fields import Boolean, Scope, String

from digital_literacy.olx.parsing import inner_xml


@XBlock.wants("replace_urls")
class HtmlBlock(XBlock):
    """HTML of the author, written in OLX as CDATA or as elements."""

    resources_dir = "assets"

    display_name = String(scope=Scope.settings, default="")
    data = String(scope=Scope.content, default="")
    as_elements = Boolean(scope=Scope.content, default=False)

    @XBlock.supports("multi_device")
    def student_view(self, _context: dict[str, Any] | None = None) -> Fragment:
        """The text, with links to the course's files resolved."""
        service = self.runtime.service(self, "replace_urls")
        text = service.replace_urls(self.data) if service else self.data
        heading = render_to_string("digital_literacy_demo/html_block.html", {"title": self.display_name})
        return Fragment(f'<div class="host-html">{heading}{text}</div>')

    def studio_view(self, _context: dict[str, Any] | None = None) -> Fragment:
        """A plain editor."""
        fragment = Fragment(render_to_string("digital_literacy_demo/html_editor.html", {"block": self}))
        fragment.add_javascript_url(self.runtime.local_resource_url(self, "public/html_editor.js"))
        fragment.initialize_js("DemoHtmlEditor")
        return fragment

    @XBlock.json_handler
    def studio_submit(self, data: dict[str, Any], _suffix: str = "") -> dict[str, Any]:
        """Save title and text; text that would not survive as OLX is refused."""
        title, text = data.get("display_name"), data.get("data")
        if not isinstance(title, str) or not isinstance(text, str):
            raise JsonHandlerError(400, _("Title and text must be sent."))
        if self.as_elements:
            try:
                etree.fromstring(f"<html>{text}</html>")
            except etree.XMLSyntaxError as error:
                raise JsonHandlerError(
                    400, _("This is not well-formed: %(detail)s") % {"detail": error.msg}
                ) from None
        self.display_name, self.data = title, text
        return {}

    @classmethod
    def parse_xml(cls, node: etree._Element, runtime: Any, keys: Any) -> HtmlBlock:
        """Read `<html>`: elements are kept as elements, text (CDATA) as text."""
        block = runtime.construct_xblock_from_class(cls, keys)
        if "display_name" in node.attrib:
            block.display_name = node.get("display_name")
        block.as_elements = len(node) > 0
        block.data = inner_xml(node) if len(node) else node.text or ""
        return block

    def add_xml_to_node(self, node: etree._Element) -> None:
        """Write `<html>` in the form in which it was read."""
        node.tag = "html"
        if self.fields["display_name"].is_set_on(self):
            node.set("display_name", self.display_name)
        if self.as_elements:
            parsed = etree.fromstring(f"<html>{self.data}</html>")
            node.text = parsed.text
            node.extend(list(parsed))
        elif self.data and "]]>" not in self.data:
            node.text = etree.CDATA(self.data)
        else:
            node.text = self.data

    def index_dictionary(self) -> dict[str, Any]:
        """Text for a course search."""
        content = html.fromstring(f"<div>{self.data}</div>").text_content()
        return {
            "content": {"display_name": self.display_name, "html_content": content},
            "content_type": "Text",
        }
