"""Make the people who can be switched to."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from digital_literacy_demo.people import seed_people


class Command(BaseCommand):
    """`seed_people`: those who are there stay as they are."""

    help = "Make the fictional people of the host."

    def handle(self, *args: Any, **options: Any) -> None:
        for person in seed_people():
            self.stdout.write(f"{person.user.username}: {person.full_name} ({person.role})")
