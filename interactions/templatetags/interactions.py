"""A person's conversations and promises as tags; days and conversations in words as filters."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import template
from django.template.context import RequestContext
from django.utils.safestring import SafeString

from accounts.models import User
from contacts.models import Contact, ImportantDate, Interest
from interactions import timeline, wording
from interactions.anniversaries import coming
from interactions.lines import lines
from interactions.models import (
    FollowUp,
    FollowUpQuerySet,
    Help,
    HelpQuerySet,
    Interaction,
    Introduction,
    IntroductionQuerySet,
)
from interactions.offering import ideas
from interactions.pending import waiting_words
from interactions.timeline import Between, Page
from netcrm.lib.addresses import address_of
from netcrm.lib.days import in_order, written
from netcrm.lib.prepared import prepared
from netcrm.lib.rows import draw_rows

register = template.Library()

FAVOURS_SHOWN = 6  # on the page of a person; the rest is one step away
INTRODUCTIONS_SHOWN = 20

register.filter("due", wording.due)
register.filter("in_order", in_order)
register.filter("ago", wording.ago)
register.filter("headline", wording.headline)
register.filter("going_word", wording.going_word)
register.filter("reached_out", wording.reached_out)
register.filter("help_said", wording.help_said)
register.filter("pair", wording.pair)
register.filter("asked_to_introduce", wording.asked_to_introduce)
register.filter("waiting_words", waiting_words)


@register.filter
def others(interaction: Interaction, person: Contact | None) -> list[Contact]:
    """Who took part besides the person whose page it is; needs `people` prefetched."""
    return [each for each in interaction.people.all() if each != person]


@register.simple_tag(takes_context=True)
def own_day(context: RequestContext, on: dt.date) -> str:
    """A day as the user writes days."""
    return written(on, context["request"].user.date_format)


@register.simple_tag(takes_context=True)
def timeline_entries(
    context: RequestContext,
    page: Page,
    person: Contact | None,
    ratings: Mapping[int, str] | None,
) -> SafeString:
    """All entries in one go, every value escaped by Jinja; `ratings` are words by row."""
    date_format = context["request"].user.date_format
    drawn = lines(page, person, ratings or {}, date_format)
    return draw_rows("conversations.html", lines=drawn)


@register.simple_tag
def open_promises(contact: Contact) -> list[FollowUp]:
    """Both ways, by day: read once for all that the page says of them."""
    if FollowUp not in contact.mentions:
        return []
    return _promises(contact.owner, contact)


@prepared
def _promises(user: User, contact: Contact) -> FollowUpQuerySet:
    return FollowUp.objects.of(user).open().filter(contact=contact).by_day()


@register.simple_tag
def conversations_with(contact: Contact) -> Between:
    """Read once for what is planned and what has been."""
    return timeline.between(contact)


@register.inclusion_tag("interactions/parts/person_now.html", takes_context=True)
def person_now(
    context: RequestContext,
    contact: Contact,
    promises: Sequence[FollowUp],
    talks: Between,
    dates: Iterable[ImportantDate],
) -> dict[str, Any]:
    """Birthdays, open promises, what is planned, and when the next word is asked for."""
    today = context["request"].user.today()
    return {
        "person": contact,
        "today": today,
        "next_word": wording.next_word(contact, today),
        "coming": coming(contact, dates, today),
        "promises": promises,
        "planned": talks.planned,
        "csrf_token": context["csrf_token"],
    }


@register.inclusion_tag("interactions/parts/person_timeline.html", takes_context=True)
def person_timeline(context: RequestContext, contact: Contact, talks: Between) -> dict[str, Any]:
    """The newest conversations, and how many of all were only estimated."""
    return {
        "person": contact,
        "page": talks.past,
        "more_url": address_of("interactions:person_timeline", contact.uid),
        "estimates": talks.estimates,
        "request": context["request"],
        "csrf_token": context["csrf_token"],
    }


@register.inclusion_tag("interactions/parts/person_help.html", takes_context=True)
def person_help(
    context: RequestContext,
    contact: Contact,
    promises: Sequence[FollowUp],
    interests: Sequence[Interest],
) -> dict[str, Any]:
    """The latest help either way, how it stands between you, and how one might help."""
    favours = _favours(contact.owner, contact) if Help in contact.mentions else []
    return {
        "person": contact,
        "favours": favours[:FAVOURS_SHOWN],
        "number": len(favours),
        "balance": wording.balance(favours),
        "ideas": ideas(contact, favours, promises, interests),
        "request": context["request"],
        "csrf_token": context["csrf_token"],
    }


@prepared
def _favours(user: User, contact: Contact) -> HelpQuerySet:
    return Help.objects.of(user).with_person(contact)


@register.inclusion_tag("interactions/parts/person_introductions.html", takes_context=True)
def person_introductions(context: RequestContext, contact: Contact) -> dict[str, Any]:
    """The latest introductions they are part of, and the two ways to begin another."""
    is_part = Introduction in contact.mentions
    return {
        "person": contact,
        "introductions": _introductions(contact.owner, contact) if is_part else [],
        "today": context["request"].user.today(),
        "csrf_token": context["csrf_token"],
    }


@prepared
def _introductions(user: User, contact: Contact) -> IntroductionQuerySet:
    theirs = Introduction.objects.of(user).living().with_person(contact)
    return theirs.with_people()[:INTRODUCTIONS_SHOWN]
