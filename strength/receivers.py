"""What strength does when the rooms below announce something."""

from collections.abc import Iterable
from typing import Any

from django.dispatch import receiver

from accounts.models import User
from contacts.models import Contact
from contacts.signals import people_changed, strengths_wanted
from interactions.signals import interaction_recorded
from strength.rating import realign
from strength.rescoring import SUMS, rescore, stored_sums
from strength.scoring import score


@receiver(people_changed)
def rescore_people(contact_ids: Iterable[int], **_facts: Any) -> None:
    """In the same transaction, so that no page ever shows a fact without its effect."""
    rescore(contact_ids)


@receiver(interaction_recorded)
def follow_conversation(contact_ids: Iterable[int], **_facts: Any) -> None:
    """Ratings move and go with their conversation; then everyone in it is rescored."""
    ids = list(contact_ids)
    realign(ids)
    rescore(ids)


@receiver(strengths_wanted)
def todays_strengths(owner: User, contact_ids: Iterable[int], **_facts: Any) -> dict[int, float]:
    """By the id of the person, from the stored sums; frozen and unscored people keep theirs."""
    people = Contact.objects.of(owner).scored().filter(pk__in=list(contact_ids))
    today = owner.today()
    return {
        person.pk: score(stored_sums(person).brought_to(today)).score
        for person in people.only("pk", *SUMS.values())
    }
