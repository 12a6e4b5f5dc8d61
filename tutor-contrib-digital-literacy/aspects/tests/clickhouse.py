"""A ClickHouse server in this process: chdb, the engine as a library, behind as much of HTTP as dbt needs."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from chdb.session import Session


class ClickHouse:
    """The engine, one statement at a time."""

    def __init__(self, folder: str) -> None:
        self._session = Session(folder)
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def port(self) -> int:
        return self._server.server_port

    def raw(self, sql: str, form: str) -> bytes:
        with self._lock:
            return self._session.query(sql, form).bytes() or b""

    def run(self, sql: str) -> None:
        self.raw(sql, "Null")

    def rows(self, sql: str) -> list[dict]:
        text = self.raw(f"{sql} settings output_format_json_quote_64bit_integers = 0", "JSONEachRow").decode()
        return [json.loads(line) for line in text.splitlines()]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._session.close()


def _handler(engine: ClickHouse) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._answer(b"Ok.\n", 200)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            query = parse_qs(urlsplit(self.path).query).get("query", [""])[0]
            try:
                self._answer(engine.raw(query + body, "TabSeparated"), 200)
            except RuntimeError as error:
                self._answer(str(error).encode(), 500)

        def _answer(self, content: bytes, status: int) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *arguments: object) -> None:
            """Says nothing."""

    return Handler
