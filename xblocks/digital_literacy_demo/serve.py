"""Serve the host: `python -m digital_literacy_demo.serve --port 8000`. `scripts/demo` starts it for you.

Django's own threaded server is used without its reloader. A request's transaction is committed before the
reply leaves, so a killed server loses nothing that it acknowledged.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import Any

import django


def main(arguments: list[str] | None = None) -> int:
    """Prepare the database, load the courses and serve until stopped."""
    options = _options(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "digital_literacy_demo.settings")
    os.environ["DIGITAL_LITERACY_DEMO_HOST"] = options.host
    django.setup()
    server = _server(options.host, options.port)
    prepare()
    server.serve_forever(poll_interval=0.2)
    return 0


def prepare() -> None:
    """Bring the database up to date. A course with faults is told of and does not stop the others."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    call_command("seed_people", stdout=open(os.devnull, "w"))  # noqa: SIM115
    try:
        call_command("load_courses")
    except SystemExit:
        print("Some courses were not loaded; see above.", file=sys.stderr)
    from digital_literacy_demo.neighbours import seed_neighbours

    seed_neighbours()
    call_command("digital_literacy_reports", "update", stdout=open(os.devnull, "w"))  # noqa: SIM115


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m digital_literacy_demo.serve", description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--host", default="127.0.0.1")
    return parser.parse_args(arguments)


def _server(host: str, port: int) -> Any:
    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
    from django.core.wsgi import get_wsgi_application

    class Handler(WSGIRequestHandler):
        """Logs no request lines: a login's return address carries its code and state."""

        def log_message(self, *_arguments: Any) -> None:
            """Nothing; faults are logged by Django."""

    # The port is taken first: a second server must not touch the database of the first.
    server = ThreadedWSGIServer((host, port), Handler, ipv6=":" in host)
    server.request_queue_size = 128
    server.set_app(StaticFilesHandler(get_wsgi_application()))
    return server


if __name__ == "__main__":
    sys.exit(main())
