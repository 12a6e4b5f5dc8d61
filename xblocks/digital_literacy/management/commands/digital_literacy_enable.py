"""`manage.py cms digital_literacy_enable COURSE… | --all [--remove]`: the blocks among a course's advanced modules."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from digital_literacy import authoring
from digital_literacy.compat import studio


class Command(BaseCommand):
    """For Studio: authors find the blocks under Advanced."""

    help = "Add the suite's blocks to the advanced modules of courses, or take them out."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("course", nargs="*", help="keys, such as course-v1:ORG+COURSE+RUN")
        parser.add_argument("--all", action="store_true", help="all courses")
        parser.add_argument(
            "--remove", action="store_true", help="take the blocks out; those in the course stay"
        )

    def handle(self, *, course: list[str], all: bool, remove: bool, **_options: Any) -> None:
        if bool(course) == all:
            raise CommandError("Name courses, or give --all.")
        change, verb = (authoring.disable, "removed") if remove else (authoring.enable, "added")
        failed = 0
        for key in studio.course_keys() if all else course:
            try:
                changed = change(key)
            except LookupError as error:
                failed += 1
                self.stderr.write(str(error))
                continue
            self.stdout.write(f"{key}: {verb} {', '.join(changed)}" if changed else f"{key}: nothing to do")
        if failed:
            raise CommandError(f"{failed} of the courses were not found; the others are done.")
