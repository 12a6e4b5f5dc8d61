"""Secrets named in settings: where they stand, not what they are."""

from __future__ import annotations

import os
from pathlib import Path


class SecretError(ValueError):
    """A secret cannot be read; the message says what to write."""


def read_secret(reference: object) -> str:
    """The secret that a setting names.

    Args:
        reference: `file:<path>`, `env:<variable>` or, for settings that are themselves kept secret,
        `value:<text>`.

    Raises:
        SecretError: the reference has another form, or there is nothing at that place.
    """
    kind, _, place = str(reference or "").partition(":")
    if kind == "value" and place:
        return place.strip()
    if kind == "env" and place:
        found = os.environ.get(place, "")
        if not found:
            raise SecretError(f"The environment variable {place} is not set.")
        return found.strip()
    if kind == "file" and place:
        return _from_file(Path(place))
    raise SecretError("Write file:<path>, env:<variable> or value:<text>.")


def _from_file(path: Path) -> str:
    try:
        found = path.read_text(encoding="utf-8").strip()
    except OSError as error:
        raise SecretError(f"The file {path} cannot be read ({error.strerror}).") from None
    if not found:
        raise SecretError(f"The file {path} is empty.")
    return found
