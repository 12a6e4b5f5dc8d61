"""Editing in Studio: the settings as a form, the content as OLX, every fault at its place, nothing lost."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.exceptions import ValidationError as DjangoValidationError
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from web_fragments.fragment import Fragment
from xblock.exceptions import InvalidScopeError
from xblock.fields import Boolean, Float, Integer, Scope, String
from xblock.validation import ValidationMessage

from digital_literacy.blocks.handlers import HandlerError, large_json_endpoint, object_of
from digital_literacy.blocks.olx_fields import readable_attributes
from digital_literacy.blocks.rendering import add_assets
from digital_literacy.olx.faults import Fault, OlxError
from digital_literacy.olx.messages import gettext_noop
from digital_literacy.olx.parsing import MAX_BYTES, inner_xml, parse, wrap

# Characters that no XML can hold, and so no OLX; they come in with pasted text.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def for_authors(view: Callable[..., Fragment]) -> Callable[..., Fragment]:
    """A view of Studio, which an LMS that lets every view be asked for (`ENABLE_XBLOCK_VIEW_ENDPOINT`) gives to authors
    only: it holds the answers."""

    @wraps(view)
    def guarded(self: Any, context: dict[str, Any] | None = None) -> Fragment:
        in_lms = getattr(settings, "SERVICE_VARIANT", "") == "lms" or settings.ROOT_URLCONF.startswith("lms.")
        return self.unavailable_fragment([]) if in_lms and not self.is_author else view(self, context)

    return guarded


@dataclass(frozen=True)
class Source:
    """What an author wrote: the inner XML and, where he wrote the whole element, its attributes."""

    olx: str
    values: dict[str, Any] = field(default_factory=dict)
    attributes: dict[str, str] | None = None


class StudioMixin:
    """`studio_view`, its handler, and the badge of a block with faults.

    A door lists its settings in `editable_fields` and samples to insert in `olx_samples`.
    """

    display_name = String(
        display_name=gettext_noop("Display name"),
        help=gettext_noop("The title learners see above this block."),
        scope=Scope.settings,
        default="",
    )
    editable_fields: tuple[str, ...] = ("display_name",)
    # A host that guards saves by versions of its own can leave that to `base`, which also allows to overwrite.
    guards_saves = True

    def olx_samples(self) -> list[dict[str, str]]:
        """Samples an author can insert: `[{"name": …, "olx": …}]`."""
        return []

    @for_authors
    def studio_view(self, _context: dict[str, Any] | None = None) -> Fragment:
        """The editor."""
        return self.editor_fragment("studio/editor.html", {})

    def editor_fragment(
        self,
        template: str,
        context: dict[str, object],
        *,
        styles: Iterable[str] = (),
        scripts: Iterable[str] = (),
        init_function: str = "DigitalLiteracyStudio",
    ) -> Fragment:
        """The editor in `template`, with more context, styles and scripts than the plain one has."""
        own: dict[str, object] = {
            "fields": [self._field_context(name) for name in self.editable_fields],
            "olx": self.rejected_olx or self.olx,
            "whole": bool(self.rejected_olx),
            "faults": self.source_faults(),
            "samples": self.olx_samples(),
            "base": self._base(),
        }
        fragment = Fragment(self.html(template, {**own, **context}))
        add_assets(
            fragment,
            self,
            styles=("core.css", "studio.css", *styles),
            scripts=("studio/conflict.js", "studio.js", *scripts),
        )
        fragment.initialize_js(init_function)
        return fragment

    @large_json_endpoint
    def studio_submit(self, data: dict[str, Any]) -> dict[str, Any]:
        """Check everything, then save everything: Studio keeps what was assigned before an error."""
        self._check_base(data.get("base"))
        values, field_errors = self.read_values(object_of(data, "values"))
        source, faults = self.read_source(data.get("olx"), values)
        if field_errors or faults:
            raise HandlerError(
                "invalid",
                _("This was not saved. Mend the faults below; what you wrote is still here."),
                fields=field_errors,
                faults=[as_json(fault) for fault in faults],
            )
        for name, value in {**values, **source.values}.items():
            setattr(self, name, value)
        if source.attributes is not None:
            self.olx_attributes = source.attributes
        self.olx, self.rejected_olx = source.olx, ""
        self._save_authored()
        return {}

    def _base(self) -> str:
        """Names the state of the content and settings that an editor was opened with."""
        values = {name: str(getattr(self, name)) for name in self.editable_fields}
        said = json.dumps([self.rejected_olx or self.olx, values, dict(self.olx_attributes)], sort_keys=True)
        # Keyed: a learner who sees it must not be able to try answers against it.
        return salted_hmac("digital_literacy.studio", said, algorithm="sha256").hexdigest()[:32]

    def _check_base(self, base: Any) -> None:
        """Refuse a save that would undo what someone else has saved since the editor was opened."""
        if base is not None and base != self._base():
            message = _(
                "Someone else has saved this block since you opened it. Nothing was overwritten; what you wrote is "
                "still here."
            )
            # Learners reach every handler of the LMS: the source is for authors only.
            saved = {"saved": self.rejected_olx or self.olx} if self.is_author else {}
            raise HandlerError("conflict", message, status=409, base=self._base(), **saved)

    def _save_authored(self) -> None:
        """Save now: the LMS lets learners reach every handler, but gives them authored fields to read only; a content
        library refuses at saving (`save_block`) who may not write, and what is not the draft."""
        try:
            self.save()
        except (InvalidScopeError, PermissionDenied, RuntimeError, DjangoValidationError) as error:
            if isinstance(error, RuntimeError) and not self.in_library:
                raise
            self._clear_dirty_fields()
            raise HandlerError("forbidden", _("Only authors can change this."), status=403) from None

    def validate(self) -> Any:
        """Studio's badge: one message a fault."""
        validation = super().validate()
        for fault in self.source_faults():
            line = _("Line %(line)d: ") % {"line": fault.line} if fault.line else ""
            validation.add(ValidationMessage(ValidationMessage.ERROR, line + fault.text(_)))
        return validation

    def _field_context(self, name: str) -> dict[str, object]:
        field = self.fields[name]
        value = getattr(self, name)
        return {
            "name": name,
            "label": _(field._display_name or name),
            "help": _(field.help) if field.help else "",
            "kind": _kind(field),
            "value": f"{value:g}" if isinstance(value, float) else value,
            "choices": [
                {"value": choice["value"], "label": _(choice["display_name"])} for choice in field.values
            ]
            if isinstance(field.values, (list, tuple))
            else [],
        }

    def read_values(self, given: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
        """Settings as an author sent them: those that fit, and what is wrong with the others."""
        values: dict[str, Any] = {}
        errors: dict[str, str] = {}
        for name in self.editable_fields:
            if name in given:
                try:
                    values[name] = _read_value(self.fields[name], given[name])
                except ValueError as error:
                    errors[name] = str(error)
        return values, errors

    def read_source(self, text: Any, values: dict[str, Any]) -> tuple[Source, list[Fault]]:
        """What the author wrote, checked as an import of the saved block would check it."""
        if not isinstance(text, str):
            raise HandlerError(
                "bad_request", _("The request lacks the content. Reload the page and try again.")
            )
        tag = self.scope_ids.block_type
        try:
            # One byte limit for imports and the editor alike; the two tags are ours.
            element = parse(wrap(tag, text), max_bytes=MAX_BYTES + 2 * len(tag) + 5)
            if len(element) == 1 and element[0].tag == tag:
                return self._read_whole(text)
            written = {name: self.attribute_text(name, value) for name, value in values.items()}
            for name, value in {**self.exported_attributes(), **written}.items():
                element.set(name, value)
            return Source(text), self.import_faults(element)
        except OlxError as error:
            return Source(text), list(error.faults)

    def _read_whole(self, text: str) -> tuple[Source, list[Fault]]:
        """The author wrote the whole element, as he finds it when the imported source had a fault: it wins."""
        element = parse(text.strip())
        attributes = {str(name): str(value) for name, value in element.attrib.items()}
        source = Source(inner_xml(element), readable_attributes(type(self), element), attributes)
        return source, self.faults_in(element)


def _kind(field: Any) -> str:
    if isinstance(field, Boolean):  # first, since XBlock gives it a list of values too
        return "boolean"
    if isinstance(field.values, (list, tuple)):
        return "choice"
    return "number" if isinstance(field, (Float, Integer)) else "text"


def _read_value(field: Any, given: Any) -> Any:
    if isinstance(field, Boolean):
        if not isinstance(given, bool):
            raise ValueError(_("Choose yes or no."))
        return given
    if isinstance(given, bool) or not isinstance(given, (str, int, float)) or len(str(given)) > 500:
        raise ValueError(_("This value cannot be read. Write it again."))
    if _NOT_XML.search(str(given)):
        raise ValueError(_("This value cannot be read. Write it again."))
    if isinstance(field, (Float, Integer)):
        return _read_number(field, str(given).strip().replace(",", "."))
    if isinstance(field.values, (list, tuple)) and given not in [choice["value"] for choice in field.values]:
        raise ValueError(_("Choose one of the list."))
    return str(given).strip()


def _read_number(field: Any, text: str) -> float | int:
    try:
        value: float | int = int(text) if isinstance(field, Integer) else float(text)
    except ValueError:
        raise ValueError(_("Write a number, such as 2 or 0.5.")) from None
    low, high = (field.values or {}).get("min"), (field.values or {}).get("max")
    if not abs(value) < 1e6 or (low is not None and value < low) or (high is not None and value > high):
        raise ValueError(
            _("Write a number from %(low)s to %(high)s.") % {"low": low or 0, "high": high or 1000000}
        )
    return value


def as_json(fault: Fault) -> dict[str, object]:
    """A fault for the editor's script, in the author's language."""
    problem, cure = fault.said(_)
    return {"line": fault.line, "element": fault.element, "problem": problem, "cure": cure}
