"""An answer of the triage taken back: the person is as before, and is asked about again."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from contacts.models import Benefit, Contact, ContactRole
from contacts.partial_dates import earliest_day
from contacts.signals import people_changed
from interactions.recording import remove_estimates
from planning.triage import ASKED
from strength.rating import Answers, given, rate, withdraw

RATED = ("trust", "respect", "common", "changed_things")


def as_it_was(person: Contact) -> dict[str, Any]:
    """Whatever an answer may change, in plain values, as a session keeps them."""
    chosen_on, rating = person.circle_chosen_on, given(person, None)
    return {
        "circle": person.circle,
        "circle_chosen_on": chosen_on.isoformat() if chosen_on else "",
        "known_since": person.known_since,
        "roles": [each.role for each in person.roles.all()],
        "benefits": {each.kind: each.note for each in person.benefits.all()},
        "rating": {name: getattr(rating, name) for name in RATED} if rating else None,
    }


@transaction.atomic
def take_back(person: Contact, before: Mapping[str, Any]) -> None:
    """`before` is empty for who was passed over."""
    person.refresh_from_db(from_queryset=Contact.objects.select_for_update())
    person.triaged_at = None
    if before:
        person.circle, person.known_since = before["circle"], before["known_since"]
        person.circle_chosen_on = earliest_day(before["circle_chosen_on"])
    person.save(update_fields=[*ASKED, "triaged_at", "updated_at"])
    if before:
        _put_back(person, before)


def _put_back(person: Contact, before: Mapping[str, Any]) -> None:
    person.roles.all().delete()
    person.benefits.all().delete()
    ContactRole.objects.bulk_create(
        ContactRole(contact=person, role=role) for role in before["roles"]
    )
    Benefit.objects.bulk_create(
        Benefit(contact=person, kind=kind, note=note) for kind, note in before["benefits"].items()
    )
    people_changed.send(sender=Contact, owner=person.owner, contact_ids=[person.pk])
    remove_estimates(person)
    rating = given(person, None)
    if before["rating"]:
        rate(person, Answers(**before["rating"]))
    elif rating:
        withdraw(rating)
