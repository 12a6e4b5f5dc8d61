"""Where the host keeps things."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
# Stands in a folder that is the host's alone, so that a reset may empty it.
OWN_FOLDER_MARK = "this-folder-belongs-to-the-demo"


def home() -> Path:
    """The folder of database and keys: `DIGITAL_LITERACY_DEMO_HOME`, or `.demo/` in the checkout."""
    folder = Path(os.environ.get("DIGITAL_LITERACY_DEMO_HOME") or REPOSITORY / ".demo").resolve()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not any(folder.iterdir()):
        (folder / OWN_FOLDER_MARK).touch()
    return folder


def course_content() -> Path:
    """The folder with one OLX course a subfolder."""
    return Path(os.environ.get("DIGITAL_LITERACY_DEMO_COURSES") or REPOSITORY / "course_content").resolve()


def secret_key(folder: Path) -> str:
    """Django's secret key, made at the first start and readable by its owner only."""
    path = folder / "secret-key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    key = secrets.token_urlsafe(48)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(key)
    return key
