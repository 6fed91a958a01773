"""What goals does when the rooms below announce something."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.dispatch import receiver

from accounts.models import User
from contacts.models import Contact
from contacts.signals import people_changed, people_leaving
from goals.indexing import ASPIRATIONS, index_aspirations_with
from goals.models import Aspiration, Contribution, Need, Outcome, Recount
from goals.outcomes import keep_favours
from interactions.signals import interaction_recorded
from netcrm.lib.id_lists import among


@receiver(interaction_recorded)
def doubt_from(owner: User, since: dt.date, **_facts: Any) -> None:
    """What is kept of the days since then may no longer be true."""
    Recount.objects.of(owner).doubt(since)


@receiver(people_changed)
def doubt_whom_it_is_about(owner: User, **_facts: Any) -> None:
    """Somebody may belong to the people meant who did not, or the other way round."""
    Recount.objects.of(owner).filter(depends_on_people=True).doubt(dt.date.min)


@receiver(people_changed)
def name_people_anew(contact_ids: Iterable[int], **_facts: Any) -> None:
    index_aspirations_with(contact_ids)


@receiver(people_leaving)
def doubt_everything(contact_ids: Iterable[int], **_facts: Any) -> None:
    """Conversations go with those who are deleted for good."""
    owners = Contact.objects.filter(pk__in=among(contact_ids)).values("owner")
    Recount.objects.filter(goal__owner__in=owners).doubt(dt.date.min)


@receiver(people_leaving)
def need_them_no_more(contact_ids: Iterable[int], **_facts: Any) -> None:
    """Nobody finds an aspiration by somebody who is gone."""
    leaving = among(contact_ids)
    aspirations = list(Aspiration.objects.filter(needs__person__in=leaving).distinct())
    Need.objects.filter(person__in=leaving).delete()
    ASPIRATIONS.index(aspirations)


@receiver(people_leaving)
def credit_the_others(contact_ids: Iterable[int], **_facts: Any) -> None:
    """Whoever contributed with somebody who is gone contributed the whole."""
    theirs = Contribution.objects.filter(contact__in=among(contact_ids))
    outcomes = list(Outcome.objects.filter(pk__in=theirs.values("outcome")))
    theirs.delete()
    for outcome in outcomes:
        keep_favours(outcome)
