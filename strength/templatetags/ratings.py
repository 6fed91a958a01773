"""Ratings beside the conversations after which they were given."""

from collections.abc import Mapping, Sequence

from django import template
from django.db.models import QuerySet

from contacts.models import Contact
from interactions.models import Interaction
from netcrm.lib.id_lists import among
from netcrm.lib.prepared import prepared
from strength.models import Rating

register = template.Library()

Row = tuple[int | None, float | None, float | None, float | None]
UNANSWERED = "\u2013"  # a dash


@register.simple_tag
def ratings_after(conversations: Sequence[Interaction], person: Contact) -> dict[int, str]:
    """ "4 4 5" by conversation: trust, respect, common ground; one query for all."""
    if Rating not in person.mentions:
        return {}
    rows = _given(person, [each.pk for each in conversations])
    return {row: _words(steps) for row, *steps in rows if row is not None}


@prepared
def _given(person: Contact, conversation_ids: Sequence[int]) -> QuerySet[Rating, Row]:
    after = among(conversation_ids)
    given = Rating.objects.living().filter(contact=person, interaction__in=after)
    return given.values_list("interaction", "trust", "respect", "common")


@register.simple_tag
def ratings_of(conversation: Interaction) -> dict[int, str]:
    """The same by person, for one conversation."""
    given = Rating.objects.living().filter(interaction=conversation)
    rows = given.values_list("contact", "trust", "respect", "common")
    return {row: _words(steps) for row, *steps in rows}


@register.filter
def after(ratings: Mapping[int, str], thing: Interaction | Contact) -> str:
    return ratings.get(thing.pk, "")


def _words(steps: Sequence[float | None]) -> str:
    return " ".join(UNANSWERED if step is None else f"{step:.0f}" for step in steps)
