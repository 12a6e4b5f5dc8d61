"""Citizen numbers that tests plant in logins and forms, and a watch over where they must never stay.

They begin with the code of a province that was never assigned, so they can be nobody's.
"""

from __future__ import annotations

import logging
import re
from typing import Any

from django.db import connection

PLANTED = re.compile(r"(?<!\d)00[357]\d{9}(?!\d)")
# Digests and UUIDs are chance: now and then twelve digits in one of them look like a planted number.
_CHANCE = re.compile(
    r"(?<![0-9A-Za-z])(?:[0-9a-f]{32,}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})(?![0-9A-Za-z])"
)
# What the test itself sends and shows is not what the suite wrote.
_NOT_OURS = ("urllib3", "asyncio", "django.db.backends", "playwright")


def holds_planted(text: str) -> bool:
    """Whether a planted number stands in a text."""
    return PLANTED.search(_CHANCE.sub("", text)) is not None


class Watch(logging.Handler):
    """Reads every line of every log, and every table after a test."""

    def __init__(self) -> None:
        super().__init__(level=logging.DEBUG)
        self.lines: list[str] = []

    def __enter__(self) -> Watch:
        logging.getLogger().addHandler(self)
        return self

    def __exit__(self, *_error: object) -> None:
        logging.getLogger().removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        if record.name.startswith(_NOT_OURS):
            return
        line = f"{record.name}: {record.getMessage()} {record.exc_text or record.exc_info or ''}"
        if holds_planted(line):
            self.lines.append(line)

    def begin(self) -> None:
        self.lines.clear()

    def prove(self, *, in_database: bool) -> None:
        assert self.lines == [], "a planted citizen number stands in a log"
        if in_database:
            assert list(planted_rows()) == [], "a planted citizen number stands in a table"


def planted_rows() -> Any:
    """Table and row of every row that holds a planted number, sessions included."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                if holds_planted(repr(row)):
                    yield table, row
