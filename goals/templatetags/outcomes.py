"""On a person's page: the outcomes they are credited with, and what they reacted to."""

from typing import Any

from django import template
from django.template.context import RequestContext

from accounts.models import User
from contacts.models import Contact
from goals.credits import Credited, credits_of
from goals.introducing import links_below, self_id
from goals.models import Contribution, Outcome, Reaction
from interactions.models import Introduction

SHOWN = 20
# Nobody is credited who neither contributed nor introduced anybody, in either way of saying so.
CREDITED = {Contribution, Introduction, Contact}

register = template.Library()


@register.inclusion_tag("goals/parts/person_outcomes.html", takes_context=True)
def person_outcomes(context: RequestContext, person: Contact) -> dict[str, Any]:
    """The newest, their own contributions and those of people they introduced."""
    user = context["request"].user
    return {
        "gains": _gains(user, person) if person.mentions & CREDITED else [],
        "reactions": _reactions(person) if Reaction in person.mentions else [],
        "request": context["request"],
    }


def _gains(user: User, person: Contact) -> list[tuple[Outcome, Credited]]:
    """Outcomes with the credit that is theirs: contributed, or through whom they introduced."""
    below = {link.person for link in links_below(user, [person.pk], self_id(user))}
    theirs = Outcome.objects.of(user).living()
    theirs = theirs.filter(contributions__contact__in=below | {person.pk})
    newest = list(theirs.distinct().order_by("-on", "-pk")[:SHOWN])
    credited = credits_of(user, newest) if newest else {}
    return [
        (outcome, credit)
        for outcome in newest
        for credit in credited.get(outcome.pk, ())
        if credit.person == person
    ]


def _reactions(person: Contact) -> list[Reaction]:
    theirs = Reaction.objects.filter(contact=person, activity__deleted_at=None)
    return list(theirs.select_related("activity").order_by("-activity__on", "-pk")[:SHOWN])
