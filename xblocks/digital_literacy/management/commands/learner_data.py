"""`manage.py learner_data`: a copy of all that the suite holds of a learner, or the end of it.

manage.py learner_data export USERNAME             prints it as JSON
manage.py learner_data forget USERNAME             says what would go
manage.py learner_data forget USERNAME --yes       deletes or unnames it, and revokes his certificates
"""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.core.serializers.json import DjangoJSONEncoder

from digital_literacy.certificates.config import NotSetUpError
from digital_literacy.learner_data import copy_of, forget


class Command(BaseCommand):
    """Export and deletion for one learner."""

    help = "Copy or delete all that the digital-literacy suite holds of a learner."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("action", choices=("export", "forget"))
        parser.add_argument("username")
        parser.add_argument("--yes", action="store_true", help="really forget; without it nothing changes")

    def handle(self, *, action: str, username: str, yes: bool, **_options: Any) -> None:
        user_id = self._user_id(username)
        if action == "export":
            held = copy_of(user_id)
            self.stdout.write(json.dumps(held, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2))
        elif yes:
            self._tell(self._forget(user_id), "gone")
        else:
            self._tell({name: len(rows) for name, rows in copy_of(user_id).items()}, "would go")
            self.stdout.write("Nothing was changed. With --yes his certificates are revoked too.")

    def _user_id(self, username: str) -> int:
        users = get_user_model()
        try:
            return int(users.objects.get(**{users.USERNAME_FIELD: username}).pk)
        except users.DoesNotExist:
            raise CommandError(f"There is no user “{username}”.") from None

    def _forget(self, user_id: int) -> dict[str, int]:
        try:
            return forget(user_id)
        except NotSetUpError as error:
            raise CommandError(f"Nothing was changed: a revocation could not be signed. {error}") from None

    def _tell(self, counts: dict[str, int], verb: str) -> None:
        for name, count in counts.items():
            if count:
                self.stdout.write(f"{name}: {count} {verb}")
        if not any(counts.values()):
            self.stdout.write("Nothing is held of this learner.")
