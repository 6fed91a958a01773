"""Rebuild what goals have counted."""

from typing import Any

from django.core.management.base import BaseCommand

from goals.models import Goal, Recount
from goals.recounting import MANY, is_kept, recount


class Command(BaseCommand):
    help = "Rebuild the days that goals have counted, from everything that was logged."

    def handle(self, *_args: Any, **_options: Any) -> None:
        Recount.objects.all().delete()
        goals = Goal.objects.active().filter(counts__in=MANY).select_related("owner")
        kept = [goal for goal in goals if is_kept(goal)]
        for goal in kept:
            recount(goal)
        self.stdout.write(f"Counted anew for {len(kept)} goals.")
