"""Rebuild what the search finds: people, conversations, events, goals and all else."""

from typing import Any

from django.core.management.base import BaseCommand

from accounts.models import User
from contacts.models import SearchEntry
from contacts.reindexing import reindex


class Command(BaseCommand):
    help = "Rebuild the search over people and everything else, of all accounts."

    def handle(self, *_args: Any, **_options: Any) -> None:
        for user in User.objects.order_by("pk"):
            reindex(user)
        self.stdout.write(f"{SearchEntry.objects.count()} things can be found.")
