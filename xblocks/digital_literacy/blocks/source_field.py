"""The field that holds a block's source."""

from __future__ import annotations

from typing import Any

from xblock.fields import JSONField


class SourceField(JSONField):
    """Well-formed OLX, which has no control characters; a `String` would look for them at every read, all through."""

    MUTABLE = False
    _default = ""

    def from_json(self, value: Any) -> str:
        """The stored text.

        Raises:
            TypeError: something else is stored.
        """
        if not isinstance(value, str):
            raise TypeError(f"A block's source is a text, not {type(value).__name__}.")
        return value

    enforce_type = from_json
