"""Bodies that certificates are submitted to, as adapters named in the settings. No real one is connected yet."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from django.conf import settings
from django.utils.module_loading import import_string

NAME = "DIGITAL_LITERACY_CONFIRMING_BODIES"
# Handed over and no answer; the body's yes; the body's no.
SENT, ACCEPTED, REFUSED = "sent", "accepted", "refused"
ADAPTERS = {
    "file": "digital_literacy.certificates.confirming_bodies.FileAdapter",
    "mock": "digital_literacy.certificates.confirming_bodies.MockAdapter",
}


@dataclass(frozen=True)
class Answer:
    """What became of one hand-over. `state` says no more than was answered."""

    state: str
    receipt: str = ""


class SendError(Exception):
    """It could not be handed over now; it is tried again later. The message names no person."""


class BodySettingsError(Exception):
    """The setting cannot be used; the message says what to write."""


class Adapter(Protocol):
    """The way to one body."""

    takes_simulated: bool

    def send(self, identifier: str, document: dict[str, Any]) -> Answer:
        """Hand over one certificate. It may be handed over twice, after a crash: `identifier` is its key.

        Raises:
            SendError: not now.
        """

    def recall(self, identifier: str) -> None:
        """Tell the body that the certificate counts no more. It may be told twice.

        Raises:
            SendError: not now.
        """


class FileAdapter:
    """Writes each certificate into a directory, for a body that fetches or is brought files. It never answers."""

    takes_simulated = False

    def __init__(self, *, directory: str) -> None:
        self.directory = Path(directory)

    def send(self, identifier: str, document: dict[str, Any]) -> Answer:
        """See `Adapter`. Readers never see half a file."""
        place = self.directory / f"{identifier}.json"
        draft = place.with_suffix(".part")
        try:
            self.directory.mkdir(parents=True, exist_ok=True)
            with draft.open("w", encoding="utf-8") as file:
                json.dump(document, file, ensure_ascii=False, indent=2)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(place)
        except OSError as error:
            raise SendError(f"The file cannot be written: {error.strerror}.") from None
        return Answer(SENT, place.name)

    def recall(self, identifier: str) -> None:
        """See `Adapter`: the file with the name goes, and an empty one says that it was recalled."""
        try:
            (self.directory / f"{identifier}.json").unlink(missing_ok=True)
            (self.directory / f"{identifier}.recalled").touch()
        except OSError as error:
            raise SendError(f"The file cannot be recalled: {error.strerror}.") from None


class MockAdapter:
    """For trying and for tests: answers as it is told, and its receipts say that they are simulated."""

    takes_simulated = True

    def __init__(self, *, answers: str = ACCEPTED) -> None:
        self.answers = answers

    def send(self, identifier: str, document: dict[str, Any]) -> Answer:
        """See `Adapter`."""
        if self.answers not in (SENT, ACCEPTED, REFUSED):
            raise SendError("The mock is told to fail.")
        return Answer(self.answers, f"MÔ PHỎNG {identifier[:5]}")

    def recall(self, identifier: str) -> None:
        """See `Adapter`."""
        if self.answers not in (SENT, ACCEPTED, REFUSED):
            raise SendError("The mock is told to fail.")


def body_codes() -> list[str]:
    """Codes of the bodies that are set up."""
    entries = getattr(settings, NAME, None)
    return list(entries) if isinstance(entries, Mapping) else []


def body_labels() -> list[str]:
    """Names of the bodies, for the consent."""
    entries = getattr(settings, NAME, None)
    found = entries.values() if isinstance(entries, Mapping) else ()
    return [str(entry["label"]) for entry in found if isinstance(entry, Mapping) and entry.get("label")]


def get_adapter(code: str) -> Adapter:
    """The adapter of a body.

    Raises:
        BodySettingsError: it is not set up as it must be.
    """
    entry = (getattr(settings, NAME, None) or {}).get(code)
    if not isinstance(entry, Mapping) or not entry.get("label") or not entry.get("adapter"):
        raise BodySettingsError(
            f'{NAME}["{code}"] needs "label" and "adapter" ({", ".join(ADAPTERS)}, or a class).'
        )
    options = {key: value for key, value in entry.items() if key not in ("label", "adapter")}
    name = str(entry["adapter"])
    try:
        adapter: Adapter = import_string(ADAPTERS.get(name, name))(**options)
    except (ImportError, TypeError) as error:
        raise BodySettingsError(f'{NAME}["{code}"]: {error}.') from None
    return adapter
