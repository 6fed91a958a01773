"""Who already fits what an aspiration needs, and whether they are marked as bringing it."""

from typing import NamedTuple
from uuid import UUID

from django.db.models import Q

from accounts.models import User
from contacts.kinds import Kind
from contacts.models import Benefit, Contact, ContactQuerySet, Organisation, Tag
from contacts.signals import people_changed
from contacts.standing import standing, working
from goals.kinds import Sought
from goals.models import Need
from netcrm.lib.folding import fold

SHOWN = 20  # people offered for one need
KNOWN = 200  # values offered while one types


class Fitting(NamedTuple):
    person: Contact
    is_confirmed: bool


def people_for(need: Need) -> ContactQuerySet:
    """Of the listed people, those whom the need describes, the closest first."""
    people = Contact.objects.of(need.owner).listed().filter(kind=Kind.PERSON)
    return people.filter(described(need)).order_by("-strength", "-id")


def fitting(need: Need) -> list[Fitting]:
    people = list(people_for(need)[:SHOWN])
    confirmed = set(
        Benefit.objects.filter(contact__in=people, kind=need.benefit).values_list(
            "contact_id", flat=True
        )
    )
    return [Fitting(person, person.pk in confirmed) for person in people]


def confirm(need: Need, uids: list[UUID]) -> int:
    """Mark the benefit on those of the people offered; how many were marked anew."""
    people = people_for(need).filter(uid__in=uids).exclude(benefits__kind=need.benefit)
    marked = [Benefit(contact=person, kind=need.benefit) for person in people]
    Benefit.objects.bulk_create(marked, ignore_conflicts=True)
    people_changed.send(
        sender=Benefit, owner=need.owner, contact_ids=[each.contact_id for each in marked]
    )
    return len(marked)


def known_values(user: User, sought: str) -> list[str]:
    """What is said of one's people in this respect, to choose from."""
    people = Contact.objects.of(user).listed()
    organisations = Organisation.objects.of(user)
    match sought:
        case Sought.INDUSTRY | Sought.PLACE:
            of_people = people.exclude(**{sought: ""}).values_list(sought, flat=True)
            of_work = organisations.exclude(**{sought: ""}).values_list(sought, flat=True)
            found = {*of_people.order_by().distinct()[:KNOWN], *of_work.distinct()[:KNOWN]}
            return sorted(found, key=fold)
        case Sought.ORGANISATION:
            return list(organisations.order_by("sort_name").values_list("name", flat=True)[:KNOWN])
        case Sought.TAG:
            return list(Tag.objects.of(user).values_list("name", flat=True)[:KNOWN])
    return []


def described(need: Need) -> Q:
    """People as the need describes them: one definition for whoever asks, case and accents aside.

    Industry and place are one's own, or else those of where one works.
    """
    match need.sought:
        case Sought.PERSON:
            return Q(pk=need.person_id)
        case Sought.ROLE:
            return Q(roles__role=need.value)
        case Sought.SENIORITY:
            return Q(seniority=need.value)
        case Sought.TAG:
            return Q(taggings__tag__slug=fold(need.value)[:100])
        case Sought.ORGANISATION:
            named = Organisation.objects.of(need.owner).named(need.value)
            return working(named.values_list("pk", flat=True)).where
    return standing(need.owner, need.sought, need.value).where
