"""`manage.py digital_literacy_purge ARCHIVE`: write the static archive, then delete every row of the suite.

Without `--yes` nothing is written or deleted: it says what would go. Removing the plugin deletes nothing by itself.
"""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from digital_literacy.certificates import archive
from digital_literacy.certificates.config import NotSetUpError
from digital_literacy.certificates.models import Credential


class Command(BaseCommand):
    """The explicit end."""

    help = "Write an archive with which certificates stay verifiable, then delete all that the suite holds."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("archive", type=Path, help="an empty directory to write to")
        parser.add_argument("--yes", action="store_true", help="really delete; without it nothing is")

    def handle(self, *, archive: Path, yes: bool, **_options: Any) -> None:
        tables = [model._meta for model in apps.get_app_config("digital_literacy").get_models()]
        if not yes:
            for meta in tables:
                count = meta.default_manager.count() if meta.default_manager else 0
                self.stdout.write(f"{meta.db_table}: {count} rows would go")
            self.stdout.write("Nothing was deleted. With --yes it is; there is no way back.")
            return
        self._archive(archive)
        with transaction.atomic(), connection.constraint_checks_disabled(), connection.cursor() as cursor:
            for meta in tables:
                # Not by the ORM: lines of the audit refuse it, and here the whole chain ends.
                cursor.execute(f"DELETE FROM {connection.ops.quote_name(meta.db_table)}")
        self.stdout.write("All rows were deleted. Uninstall the package, then drop its tables if you like.")

    def _archive(self, directory: Path) -> None:
        if not Credential.objects.exists():
            self.stdout.write("No certificate was ever issued: there is nothing to archive.")
            return
        try:
            count = archive.write(directory)
        except (archive.ArchiveError, NotSetUpError) as error:
            raise CommandError(f"Nothing was deleted: the archive could not be written. {error}") from None
        self.stdout.write(
            f"{count} certificates archived in {directory}. Serve it at DIGITAL_LITERACY_BASE_URL."
        )
