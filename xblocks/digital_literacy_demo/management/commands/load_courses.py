"""Load the OLX courses of a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import translation

from digital_literacy_demo.course_source import CourseError
from digital_literacy_demo.course_store import LoadReport, load_course
from digital_literacy_demo.paths import course_content


class Command(BaseCommand):
    """`load_courses [FOLDER] [--overwrite]`: faults by file and line; the other courses load all the same."""

    help = "Load OLX courses: every subfolder with a course.xml."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=None)
        parser.add_argument(
            "--overwrite", action="store_true", help="take the files' version of blocks edited here"
        )

    def handle(self, *args: Any, folder: Path | None = None, overwrite: bool = False, **options: Any) -> None:
        # The rest of the terminal is English; without this the faults alone would be Vietnamese.
        with translation.override("en"):
            self._load_all(folder, overwrite=overwrite)

    def _load_all(self, folder: Path | None, *, overwrite: bool) -> None:
        root = folder or course_content()
        found = sorted(path.parent for path in root.glob("*/course.xml"))
        if not found:
            self.stderr.write(f"No course found: {root} has no subfolder with a course.xml.")
        failed = [path for path in found if not self._load(path, overwrite=overwrite)]
        if failed:
            raise SystemExit(1)

    def _load(self, path: Path, *, overwrite: bool) -> bool:
        try:
            report = load_course(path, overwrite=overwrite)
        except CourseError as error:
            self.stderr.write(f"{path.name} was not loaded; what was loaded before stays.")
            for fault in error.faults:
                self.stderr.write(f"  {path.name}/{fault}")
            return False
        self._tell(report)
        return True

    def _tell(self, report: LoadReport) -> None:
        count = report.course.blocks.count()
        self.stdout.write(
            f"{report.course.title} ({report.course.folder}): {count} parts, {len(report.changed)} changed"
        )
        for key in report.kept:
            self.stdout.write(f"  kept the edit made in Studio: {key} (--overwrite takes the file's version)")
        for key, problem in report.broken.items():
            self.stderr.write(f"  broken, shown as such: {key}: {problem}")
