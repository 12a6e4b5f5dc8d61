"""Course, chapter, sequential and vertical: they hold settings that blocks below inherit."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from xblock.core import XBlock, XBlockMixin
from xblock.fields import Boolean, DateTime, Scope, String


class StructureBlock(XBlock):
    """A part of the course tree."""

    has_children = True

    display_name = String(scope=Scope.settings, default="")
    format = String(scope=Scope.settings, default="")
    graded = Boolean(scope=Scope.settings, default=False)
    due = DateTime(scope=Scope.settings, default=None)


class InheritedSettings(XBlockMixin):
    """What a block can read of the sequential it stands in, as with the platform's InheritanceMixin."""

    @property
    def graded(self) -> bool:
        """Whether the block's score counts for the course grade."""
        return bool(self._inherited("graded", False))

    @property
    def due(self) -> datetime | None:
        """When answers are due."""
        value: datetime | None = self._inherited("due", None)
        return value

    @property
    def format(self) -> str:
        """The assignment type."""
        return str(self._inherited("format", ""))

    def _inherited(self, name: str, default: Any) -> Any:
        above = self.get_parent()
        while above is not None:
            if isinstance(above, StructureBlock) and above.fields[name].is_set_on(above):
                return getattr(above, name)
            above = above.get_parent()
        return default
