"""Rebuild the last contact and the next word of everybody from the conversations."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from contacts.models import Contact
from interactions.touching import CHUNK, retouch


class Command(BaseCommand):
    help = "Rebuild the last contact and the day of the next word of all people."

    def handle(self, *_args: Any, **_options: Any) -> None:
        ids = list(Contact.objects.order_by("id").values_list("id", flat=True))
        for start in range(0, len(ids), CHUNK):
            # short transactions: readers and writers of a running server go on in between
            with transaction.atomic():
                retouch(ids[start : start + CHUNK])
        self.stdout.write(f"Rebuilt the last contact of {len(ids)} people.")
