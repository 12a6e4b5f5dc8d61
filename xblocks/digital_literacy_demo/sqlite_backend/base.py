"""SQLite for several threads: one writer at a time, waiting its turn; nothing acknowledged is lost.

Every transaction begins IMMEDIATE: a request that reads and then writes never meets "database is locked"
halfway (Django has an option for this only since 5.1). WAL lets readers outside a transaction go on;
synchronous FULL keeps a committed transaction through a killed process and through a power cut.
"""

from __future__ import annotations

from typing import Any

from django.db.backends.sqlite3 import base


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's SQLite backend with IMMEDIATE transactions and a write-ahead log."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        return connection

    def _start_transaction_under_autocommit(self) -> None:
        self.cursor().execute("BEGIN IMMEDIATE")
