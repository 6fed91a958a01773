"""On a person's page: the outcomes they are credited with, and what they reacted to."""

from typing import Any

from django import template
from django.template.context import RequestContext

from contacts.models import Contact
from goals.credits import credits_of
from goals.introducing import links_below, self_id
from goals.models import Outcome, Reaction

SHOWN = 20

register = template.Library()


@register.inclusion_tag("goals/parts/person_outcomes.html", takes_context=True)
def person_outcomes(context: RequestContext, person: Contact) -> dict[str, Any]:
    """The newest, their own contributions and those of people they introduced."""
    user = context["request"].user
    reactions = Reaction.objects.filter(contact=person, activity__deleted_at=None)
    reactions = reactions.select_related("activity").order_by("-activity__on", "-pk")
    gains = []
    if Outcome.objects.of(user).living().exists():
        below = {link.person for link in links_below(user, [person.pk], self_id(user))}
        theirs = (
            Outcome.objects.of(user).living().filter(contributions__contact__in=below | {person.pk})
        )
        newest = list(theirs.distinct().order_by("-on", "-pk")[:SHOWN])
        credited = credits_of(user, newest) if newest else {}
        gains = [
            (outcome, credit)
            for outcome in newest
            for credit in credited.get(outcome.pk, ())
            if credit.person == person
        ]
    return {"gains": gains, "reactions": reactions[:SHOWN], "request": context["request"]}
