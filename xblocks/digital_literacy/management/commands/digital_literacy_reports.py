"""`manage.py lms digital_literacy_reports update`: count what is new for the reports, every hour or every night.

It may be stopped at any time, and two at once count nothing twice.
"""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from digital_literacy.monitoring.counting import update


class Command(BaseCommand):
    """Counts for the reports by locality, group and skill."""

    help = "Count new attempts, and make this month's reports anew."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("action", choices=("update",))

    def handle(self, **_options: Any) -> None:
        attempts, tallies = update()
        self.stdout.write(f"{attempts} new attempts counted; {tallies} counts this month.")
