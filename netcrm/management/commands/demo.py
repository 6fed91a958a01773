"""`manage.py demo [EMAIL]`: fill an account, or else the owner's, with the demo network."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.models import User
from netcrm.demo.building import build


class Command(BaseCommand):
    help = "Adds the demo network to an account, made when there is none."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", nargs="?", help="of the account; the owner's when left out")
        parser.add_argument("--password", help="of the account, when it is made here")

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django's signature
        email = options["email"]
        user = self._user(email.lower(), options["password"]) if email else self._owner()
        added = build(user)
        self.stdout.write(f"{added} people added." if added else "They are already there.")

    def _owner(self) -> User:
        owner = User.objects.filter(is_installation_owner=True).first()
        if owner is None:
            raise CommandError(
                "Nobody has an account yet. Make yours in the browser, or name an EMAIL and "
                "its --password."
            )
        return owner

    def _user(self, email: str, password: str | None) -> User:
        user = User.objects.filter(email=email).first()
        if user:
            return user
        if not password:
            raise CommandError(f"There is no account {email}. Name its --password to make it.")
        is_first = not User.objects.exists()
        return User.objects.create_user(email, password, is_installation_owner=is_first)
