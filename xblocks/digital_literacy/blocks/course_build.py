"""Check courses and write them as files that Studio imports.

`scripts/build_course` runs this in a checkout; where the suite is installed, so does
`python -m digital_literacy.blocks.course_build --courses DIR`.
"""

from __future__ import annotations

import argparse
import gzip
import io
import os
import sys
import tarfile
import tempfile
from collections.abc import Mapping
from pathlib import Path

import django
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

LANGUAGES = ("vi", "en")


def main(arguments: list[str] | None = None) -> int:
    """Check and build; returns 0, or 1 where a course has faults (it is then not written), or 2 for bad arguments."""
    options = _options(arguments)
    _set_up_django()
    with translation.override(options.language):
        courses = _courses(options.course, options.courses)
        if not courses:
            missing = options.course or options.courses
            print(
                _("No course found at %(path)s: it has no course.xml.") % {"path": missing}, file=sys.stderr
            )
            return 2
        built = [_build(course, options.out) for course in courses]
    return 0 if all(built) else 1


def pack(files: Mapping[str, bytes], folder: str = "course") -> bytes:
    """The files as a `.tar.gz` with one folder on top, as Studio exports. The same files give the same bytes."""
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for path, content in sorted(files.items()):
            entry = tarfile.TarInfo(f"{folder}/{path}")
            entry.size, entry.mode = len(content), 0o644
            archive.addfile(entry, io.BytesIO(content))
    return gzip.compress(plain.getvalue(), mtime=0)


def _build(course: Path, out: Path) -> bool:
    # Imported late: the blocks can be loaded only when Django is set up.
    from digital_literacy.blocks.course_check import check_course
    from digital_literacy.blocks.course_faults import Faults
    from digital_literacy.blocks.course_files import read_files

    faults = check_course(course)
    for fault in faults:
        print(f"{course.name}/{fault.full(_)}", file=sys.stderr)
    if faults:
        counted = {"course": course.name, "count": len(faults)}
        said = ngettext(
            "%(course)s: %(count)d fault. Nothing was written.",
            "%(course)s: %(count)d faults. Nothing was written.",
            len(faults),
        )
        print(said % counted, file=sys.stderr)
        return False
    target = out / f"{course.name}.tar.gz"
    _write(target, pack(read_files(course, Faults())))
    print(
        _("%(course)s: no faults. Import this file in Studio: %(path)s")
        % {"course": course.name, "path": target}
    )
    return True


def _write(path: Path, content: bytes) -> None:
    """Write whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, scratch = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    os.chmod(scratch, 0o644)
    os.replace(scratch, path)


def _courses(named: str | None, root: Path) -> list[Path]:
    if named is None:
        return sorted(path.parent for path in root.glob("*/course.xml"))
    # A name stands for a folder below `root`; anything else is a path.
    for folder in (root / named, Path(named)):
        if (folder / "course.xml").is_file():
            return [folder.resolve()]
    return []


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="scripts/build_course",
        description="Check courses (every fault with file, line and cure) and write .tar.gz files that Studio imports.",
    )
    parser.add_argument(
        "course",
        nargs="?",
        metavar="COURSE",
        help="a folder below --courses, or a path; all courses if left out",
    )
    parser.add_argument(
        "--courses",
        type=Path,
        default=Path("course_content"),
        metavar="DIR",
        help="the folder that holds the courses",
    )
    parser.add_argument(
        "--out", type=Path, default=Path("out"), metavar="DIR", help="where to write (default: out)"
    )
    parser.add_argument(
        "--language", choices=LANGUAGES, default="vi", help="language of the messages (default: vi)"
    )
    return parser.parse_args(arguments)


def _set_up_django() -> None:
    """The least that checking needs. A platform's own settings (for its own target groups) are used if named."""
    if not settings.configured and "DJANGO_SETTINGS_MODULE" not in os.environ:
        settings.configure(
            INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "digital_literacy"],
            LANGUAGE_CODE="vi",
            LANGUAGES=[(code, code) for code in LANGUAGES],
            USE_TZ=True,
            DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
        )
    django.setup()


if __name__ == "__main__":
    sys.exit(main())
