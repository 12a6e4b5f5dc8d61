"""Run the simulator: `python -m digital_literacy_demo.simulator --port 8001 --home DIR`."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from digital_literacy_demo.simulator.contract import CLIENT_ID, CLIENT_SECRET_FILE, PROVIDER_CODE

HOST = "127.0.0.1"


class Server(ThreadingMixIn, WSGIServer):
    """One thread a request."""

    daemon_threads = True


class Handler(WSGIRequestHandler):
    """Logs no request lines: they carry states and codes."""

    def log_request(self, *_args: object) -> None:
        """Nothing."""


def arguments() -> argparse.Namespace:
    """What the command line says."""
    parser = argparse.ArgumentParser(prog="python -m digital_literacy_demo.simulator", description=__doc__)
    parser.add_argument("--port", type=int, default=8001)
    parser.add_argument("--home", type=Path, default=None, help="folder of its database and keys")
    host_url = os.environ.get("DEMO_URL", "http://127.0.0.1:8000").rstrip("/")
    parser.add_argument(
        "--rp-redirect-uri",
        action="append",
        help=f"address a login may return to, once or more (default: that of the host at {host_url})",
    )
    given = parser.parse_args()
    if given.home is None:
        from digital_literacy_demo.paths import home

        given.home = home()
    given.rp_redirect_uri = given.rp_redirect_uri or [
        f"{host_url}/digital-literacy/identity/return/{PROVIDER_CODE}/"
    ]
    return given


def set_up(folder: Path, issuer: str, redirect_uris: list[str]) -> None:
    """Settings, tables and the one client."""
    os.environ["SIMULATOR_HOME"] = str(folder.resolve())
    os.environ["SIMULATOR_ISSUER"] = issuer
    os.environ["DJANGO_SETTINGS_MODULE"] = "digital_literacy_demo.simulator.settings"
    # Authlib refuses plain http otherwise; here it never leaves this machine.
    os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", run_syncdb=True, verbosity=0)
    from digital_literacy_demo.kept_secrets import keep, random_text
    from digital_literacy_demo.simulator.models import Client

    secret = keep(folder / CLIENT_SECRET_FILE, random_text).read_text(encoding="ascii")
    values = {"client_secret": secret, "redirect_uris": redirect_uris}
    Client.objects.update_or_create(client_id=CLIENT_ID, defaults=values)


def main() -> int:
    """Serve until told to stop."""
    given = arguments()
    issuer = f"http://{HOST}:{given.port}"
    set_up(given.home, issuer, given.rp_redirect_uri)
    from django.core.wsgi import get_wsgi_application

    try:
        served = make_server(
            HOST, given.port, get_wsgi_application(), server_class=Server, handler_class=Handler
        )
    except OSError as error:
        print(
            f"The simulator cannot listen on port {given.port} ({error.strerror}). Give another with --port.",
            file=sys.stderr,
        )
        return 1
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    print(f"Identity simulator at {issuer}", flush=True)
    try:
        served.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        served.server_close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
