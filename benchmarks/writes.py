"""What a request asks of the database and what it writes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

_WRITE = re.compile(r'\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM) "(\w+)"', re.IGNORECASE)


@dataclass(frozen=True)
class Writes:
    """Statements of one view and one submit, and the rows that the submit writes."""

    view_queries: int
    submit_queries: int
    attempt_rows: int
    state_rows: int
    other_rows: int


def rows_written(statements: Iterable[str]) -> Counter[str]:
    """Writing statements by table; one of Django's statements for one object writes one row."""
    return Counter(match[1] for sql in statements if (match := _WRITE.match(sql)))
