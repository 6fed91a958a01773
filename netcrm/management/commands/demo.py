"""`manage.py demo [EMAIL]`: fill an account with the demo network."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.models import User
from netcrm.demo.building import build


class Command(BaseCommand):
    help = "Adds the demo network to an account, made when there is none."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", nargs="?", default="demo@example.org")
        parser.add_argument("--password", help="of the account, when it is made here")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django's signature
        added = build(self._user(options["email"].lower(), options["password"]))
        self.stdout.write(f"{added} people added." if added else "They are already there.")

    def _user(self, email: str, password: str | None) -> User:
        user = User.objects.filter(email=email).first()
        if user:
            return user
        if not password:
            raise CommandError(f"There is no account {email}. Name its --password to make it.")
        is_first = not User.objects.exists()
        return User.objects.create_user(email, password, is_installation_owner=is_first)
