"""What goals does when the rooms below announce something: doubt what is kept of the past."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.dispatch import receiver

from accounts.models import User
from contacts.models import Contact
from contacts.signals import people_changed, people_leaving
from goals.models import Recount
from interactions.signals import interaction_recorded


@receiver(interaction_recorded)
def doubt_from(owner: User, since: dt.date, **_facts: Any) -> None:
    Recount.objects.of(owner).doubt(since)


@receiver(people_changed)
def doubt_whom_it_is_about(owner: User, **_facts: Any) -> None:
    """Somebody may belong to the people meant who did not, or the other way round."""
    Recount.objects.of(owner).filter(depends_on_people=True).doubt(dt.date.min)


@receiver(people_leaving)
def doubt_everything(contact_ids: Iterable[int], **_facts: Any) -> None:
    """Conversations go with those who are deleted for good."""
    owners = Contact.objects.filter(pk__in=list(contact_ids)).values("owner")
    Recount.objects.filter(goal__owner__in=owners).doubt(dt.date.min)
