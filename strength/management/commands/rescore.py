"""`manage.py rescore`: rebuild every person's sums and strength from their events."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from contacts.models import Contact
from strength.rescoring import rescore

CHUNK = 500


class Command(BaseCommand):
    help = "Rebuilds the sums and strength of all people from conversations, ratings and help."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 - Django's signature
        ids = list(Contact.objects.filter(is_self=False).values_list("pk", flat=True))
        for start in range(0, len(ids), CHUNK):
            with transaction.atomic():
                rescore(ids[start : start + CHUNK])
        self.stdout.write(f"{len(ids)} people rescored.")
