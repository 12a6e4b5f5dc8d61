"""Start the host and the identity simulator together, and stop them together. `scripts/demo` runs this."""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import IO

from digital_literacy_demo.paths import OWN_FOLDER_MARK, REPOSITORY, home
from digital_literacy_demo.seeds import SEEDS

READY_WITHIN = 180.0
_OWN_FILES = ("demo.sqlite3*", "simulator*", "secret-key")


class LaunchError(Exception):
    """The host cannot start; the message says what to do."""


def main(arguments: list[str] | None = None) -> int:
    """Serve until Ctrl-C, or walk the self-check with `--check`. Returns the exit code."""
    given = sys.argv[1:] if arguments is None else arguments
    if given[:1] == ["manage"]:
        return manage(given[1:])
    options = _options(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        return check(options) if options.check else run(options)
    except LaunchError as error:
        print(f"scripts/demo: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def manage(arguments: list[str]) -> int:
    """`scripts/demo manage certificates --help`: a command of Django with the host's settings and database, while the
    host runs on its usual port or not at all."""
    env = {
        **_environment(home(), "127.0.0.1", 8000, 8001),
        "DJANGO_SETTINGS_MODULE": "digital_literacy_demo.settings",
    }
    return subprocess.run([sys.executable, "-m", "django", *arguments], env=env, check=False).returncode


def run(options: argparse.Namespace) -> int:
    """Serve on the ports asked for until something stops."""
    folder = home()
    with _only_one(folder):
        for port in (options.port, options.port + 1):
            _need_free(options.host, port)
        if options.reset:
            _reset(folder)
        with _servers(
            folder, options.host, options.port, options.port + 1, options.allow_switching
        ) as processes:
            _greet(options)
            while all(process.poll() is None for process in processes):
                time.sleep(0.3)
            print("scripts/demo: one of the two servers has stopped; see above.", file=sys.stderr)
            return 1


def check(options: argparse.Namespace) -> int:
    """Walk the main job in a throw-away home on free ports. Returns the walk's exit code."""
    if find_spec("digital_literacy_demo.check") is None:
        raise LaunchError("the self-check (digital_literacy_demo.check) is not part of this checkout.")
    folder = Path(tempfile.mkdtemp(prefix="digital-literacy-check-"))
    try:
        port, simulator_port = _free_ports(2)
        with _servers(folder, "127.0.0.1", port, simulator_port, False, quiet=True):
            keep = ["--keep", str(Path(options.keep).resolve())] if options.keep else []
            command = [sys.executable, "-m", "digital_literacy_demo.check", *keep]
            env = _environment(folder, "127.0.0.1", port, simulator_port)
            return subprocess.run(command, env=env, check=False).returncode
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="scripts/demo",
        description="Try the digital-literacy blocks on your own machine.",
        epilog="scripts/demo manage COMMAND … runs a command of Django on it, such as: manage certificates health",
    )
    parser.add_argument(
        "--port", type=int, default=8000, help="the simulator takes the next one (default 8000)"
    )
    parser.add_argument(
        "--reset", action="store_true", help="forget all work, people's choices and keys first"
    )
    parser.add_argument(
        "--host", default="127.0.0.1", help="listen elsewhere, such as 0.0.0.0; trial use only"
    )
    parser.add_argument(
        "--allow-switching", action="store_true", help="let visitors from other machines become anyone"
    )
    parser.add_argument(
        "--check", action="store_true", help="walk the main job in a throw-away copy, then exit"
    )
    parser.add_argument("--keep", metavar="DIR", help="with --check: keep what the walk produced")
    options = parser.parse_args(arguments)
    if not 1024 <= options.port < 65535:
        parser.error("--port must be a number from 1024 to 65534")
    if options.keep and not options.check:
        parser.error("--keep goes with --check")
    return options


@contextlib.contextmanager
def _servers(
    folder: Path, host: str, port: int, simulator_port: int, allow_switching: bool, *, quiet: bool = False
) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Both servers, ready to answer; stopped at the end whatever happens."""
    env = _environment(folder, host, port, simulator_port, allow_switching)
    processes: list[subprocess.Popen[bytes]] = []
    try:
        processes.append(_start(["serve", "--port", str(port), "--host", host], env, quiet))
        if find_spec("digital_literacy_demo.simulator"):
            arguments = ["--port", str(simulator_port), "--home", str(folder)]
            processes.append(_start(["simulator", *arguments], env, quiet))
            _await(processes[1], env["DEMO_SIMULATOR_URL"] + "/")
        else:
            print("scripts/demo: no identity simulator in this checkout; certificates cannot be issued.")
        _await(processes[0], env["DEMO_URL"] + "/healthz")
        yield processes
    finally:
        _stop(processes)


def _environment(
    folder: Path, host: str, port: int, simulator_port: int, allow_switching: bool = False
) -> dict[str, str]:
    # Each server names its own settings; one that a test runner left in the environment would win over them.
    inherited = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    return {
        **inherited,
        "PYTHONPATH": os.pathsep.join(
            filter(None, [str(REPOSITORY / "xblocks"), os.environ.get("PYTHONPATH")])
        ),
        "PYTHONUNBUFFERED": "1",
        "DIGITAL_LITERACY_DEMO_HOME": str(folder),
        "DIGITAL_LITERACY_DEMO_HOST": host,
        "DIGITAL_LITERACY_DEMO_ALLOW_SWITCHING": "1" if allow_switching else "",
        "DEMO_URL": f"http://{_shown(host)}:{port}",
        "DEMO_SIMULATOR_URL": f"http://127.0.0.1:{simulator_port}",
    }


def _start(arguments: list[str], env: dict[str, str], quiet: bool) -> subprocess.Popen[bytes]:
    module, *rest = arguments
    command = [sys.executable, "-m", f"digital_literacy_demo.{module}", *rest]
    # In a session of its own, so that Ctrl-C reaches the launcher alone and it can stop both in order.
    output = subprocess.DEVNULL if quiet else None
    return subprocess.Popen(
        command, env=env, stdout=output, start_new_session=True, preexec_fn=_die_with_parent
    )


def _die_with_parent() -> None:
    """Linux: a killed launcher takes its servers along. Elsewhere they would stay until stopped by hand."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG


def _await(process: subprocess.Popen[bytes], url: str) -> None:
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise LaunchError(f"a server stopped while starting (exit code {process.returncode}); see above.")
        try:
            with urllib.request.urlopen(url, timeout=5):
                return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    raise LaunchError(f"{url} did not answer within {READY_WITHIN:g} seconds.")


def _stop(processes: list[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        if process.poll() is None:
            process.terminate()
    for process in processes:
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextlib.contextmanager
def _only_one(folder: Path) -> Iterator[IO[str]]:
    """Hold the home's lock: two hosts on one database would confuse each other's people."""
    with (folder / "lock").open("w", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise LaunchError(
                f"it is already running with {folder}. Stop it (Ctrl-C in its window), "
                "or start another with DIGITAL_LITERACY_DEMO_HOME=/another/folder scripts/demo --port 8100."
            ) from None
        yield lock


def _need_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise LaunchError(
                f"port {port} on {host} cannot be used ({error.strerror}). "
                f"Choose another: scripts/demo --port {port + 100}"
            ) from None


def _free_ports(count: int) -> list[int]:
    with contextlib.ExitStack() as stack:
        probes = [stack.enter_context(socket.socket()) for _ in range(count)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]


def _reset(folder: Path) -> None:
    """Empty the folder; of one that was there before the host, only the host's own files go."""
    patterns = ("*",) if (folder / OWN_FOLDER_MARK).exists() else _OWN_FILES
    for path in {found for pattern in patterns for found in folder.glob(pattern)}:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        elif path.name not in ("lock", OWN_FOLDER_MARK):
            path.unlink()
    print("scripts/demo: all work, choices and keys were forgotten.")


def _greet(options: argparse.Namespace) -> None:
    print(f"\n  Digital literacy, trial host: http://{_shown(options.host)}:{options.port}/\n")
    print("  Who can log in (one click, no password):")
    for seed in SEEDS:
        print(f"    {seed.username:<10} {seed.full_name:<18} {_role(seed.role, seed.target_group)}")
    if options.host not in ("127.0.0.1", "localhost", "::1"):
        more = (
            "anyone who reaches it can become anyone"
            if options.allow_switching
            else "only this machine can log in"
        )
        print(f"\n  It listens on {options.host}: {more}. All is fictional; do not put it on the internet.")
    print("\n  Ctrl-C stops it. scripts/demo --reset starts afresh.\n", flush=True)


def _role(role: str, target_group: str) -> str:
    return role if role != "learner" else f"learner ({target_group or 'no target group chosen yet'})"


def _shown(host: str) -> str:
    if host in ("0.0.0.0", "::"):
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


if __name__ == "__main__":
    sys.exit(main())
