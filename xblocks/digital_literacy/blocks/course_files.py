"""Read the files of a course's folder, within limits."""

from __future__ import annotations

from pathlib import Path

from digital_literacy.blocks.course_faults import Faults
from digital_literacy.olx.messages import gettext_noop

MAX_COURSE_BYTES = 50 * 1024 * 1024
MAX_FILES = 5000


def read_files(folder: Path, faults: Faults) -> dict[str, bytes]:
    """All files below `folder` by their path with `/`, sorted; hidden ones are passed over.

    Symbolic links are faults: they could lead out of the course. Reading stops at the limits of size and number.
    """
    files: dict[str, bytes] = {}
    size = 0
    for path in sorted(folder.rglob("*"), key=lambda each: each.relative_to(folder).as_posix()):
        name = path.relative_to(folder).as_posix()
        if any(part.startswith(".") for part in name.split("/")):
            continue
        if path.is_symlink():
            faults.on_line(
                name,
                0,
                gettext_noop("This is a symbolic link."),
                gettext_noop("Copy the file itself to this place."),
            )
        elif path.is_file():
            size += path.stat().st_size
            if size > MAX_COURSE_BYTES or len(files) >= MAX_FILES:
                _too_much(name, faults)
                break
            files[name] = path.read_bytes()
    return files


def _too_much(name: str, faults: Faults) -> None:
    faults.on_line(
        name,
        0,
        gettext_noop("With this file the course has more than %(megabytes)d MB or %(files)d files."),
        gettext_noop("Take large files out, or split the course."),
        megabytes=MAX_COURSE_BYTES // 1024 // 1024,
        files=MAX_FILES,
    )
