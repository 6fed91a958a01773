"""Days and what happened on them, in words."""

import datetime as dt
from collections.abc import Sequence

from django.utils.translation import gettext, gettext_lazy, ngettext

from contacts.models import Contact
from interactions.kinds import Channel, Direction, Going, HelpDirection
from interactions.models import Event, Help, Interaction, Introduction
from interactions.touching import next_touch
from netcrm.lib.days import in_order

THIS_WEEK = 7
WEEKS_UP_TO = 60  # days: farther away is said in months
MONTH, YEAR = 30, 365

WROTE = (gettext_lazy("You wrote"), gettext_lazy("They wrote"))
MET = (gettext_lazy("You reached out"), gettext_lazy("They reached out"))
REACHED_OUT = {
    Channel.IN_PERSON: MET,
    Channel.VIDEO: MET,
    Channel.PHONE: (gettext_lazy("You called"), gettext_lazy("They called")),
    Channel.MESSAGE: WROTE,
    Channel.SOCIAL: WROTE,
}


def due(on: dt.date, today: dt.date) -> str:
    """ "today", "Thu", "12 Dec", "4 days ago"."""
    days = (on - today).days
    if days < 0:
        return ago(on, today)
    if days == 0:
        return gettext("today")
    if days == 1:
        return gettext("tomorrow")
    return in_order(on, "D" if days < THIS_WEEK else "j M")


def ago(on: dt.date, today: dt.date) -> str:
    """How long since a day, roughly; a day to come is said as `ahead` would."""
    days = (today - on).days
    if days < 0:
        return ahead(on, today)
    if days < 2:
        return gettext("yesterday") if days else gettext("today")
    return gettext("%(span)s ago") % {"span": span(days)}


def ahead(on: dt.date, today: dt.date) -> str:
    days = (on - today).days
    if days < 2:
        return gettext("tomorrow") if days else gettext("today")
    return gettext("in %(span)s") % {"span": span(days)}


def span(days: int) -> str:
    if days < 2 * THIS_WEEK:
        return ngettext("%(count)s day", "%(count)s days", days) % {"count": days}
    if days < WEEKS_UP_TO:
        weeks = days // THIS_WEEK
        return ngettext("%(count)s week", "%(count)s weeks", weeks) % {"count": weeks}
    if days < YEAR:
        months = days // MONTH
        return ngettext("%(count)s month", "%(count)s months", months) % {"count": months}
    years = days // YEAR
    return ngettext("%(count)s year", "%(count)s years", years) % {"count": years}


def headline(interaction: Interaction) -> str:
    """What it was about, else how one spoke."""
    return interaction.subject or interaction.get_channel_display()


def with_people(interaction: Interaction, newcomers: Sequence[Contact]) -> str:
    """ "Coffee, with Ana Pereira and Zoe Quark (new)"."""
    present = interaction.participants.select_related("contact").order_by("pk")
    people = [each.contact for each in present]
    names = [
        gettext("%(name)s (new)") % {"name": each.name} if each in newcomers else each.name
        for each in people
    ]
    several = [", ".join(names[:-1]), names[-1]] if len(names) > 1 else names
    facts = {"what": headline(interaction), "people": gettext(" and ").join(several)}
    return gettext("%(what)s, with %(people)s") % facts


def going_word(event: Event, today: dt.date) -> str:
    """Whether one goes or was there: what is still ahead, nobody has skipped yet."""
    is_ahead = event.starts_on > today and event.going == Going.SKIPPED
    return gettext("Not going") if is_ahead else event.get_going_display()


def reached_out(interaction: Interaction) -> str:
    """Who wrote, called or asked to meet; empty where nobody is said to have."""
    if interaction.direction == Direction.MUTUAL:
        return ""
    mine, theirs = REACHED_OUT[Channel(interaction.channel)]
    return str(mine if interaction.direction == Direction.OUTGOING else theirs)


def help_said(favour: Help) -> str:
    """What the help was: in one's own words, else the introduction that it is, else how much."""
    made = favour.introduction
    if favour.what or made is None:
        return favour.what or favour.get_size_display()
    others = [each.name for each in (made.first, made.second)
              if each.pk != favour.contact_id and not each.is_self]  # fmt: skip
    if favour.direction == HelpDirection.GIVEN:
        return gettext("Introduced to %(name)s") % {"name": others[0]}
    return gettext("Introduced you to %(name)s") % {"name": others[0]}


def you_or_name(person: Contact) -> str:
    return gettext("you") if person.is_self else person.name


def pair(introduction: Introduction) -> str:
    """The two who are introduced, oneself as "You"."""
    names = {"first": you_or_name(introduction.first), "second": you_or_name(introduction.second)}
    said = gettext("%(first)s and %(second)s") % names
    return said[:1].upper() + said[1:]


def asked_to_introduce(introduction: Introduction, today: dt.date) -> str:
    """Who was asked for it and when, as long as an answer is out; empty where one asks oneself."""
    if introduction.introducer.is_self or not introduction.is_pending or introduction.is_agreed:
        return ""
    # oneself comes first: "you to Zofia Kowalska"
    whom, to = sorted((introduction.first, introduction.second), key=lambda each: not each.is_self)
    said = gettext("%(introducer)s was asked %(ago)s to introduce %(whom)s to %(to)s")
    return said % {
        "introducer": introduction.introducer.name,
        "ago": ago(introduction.asked_on, today),
        "whom": you_or_name(whom),
        "to": to.name,
    }


def balance(favours: Sequence[Help]) -> str:
    """How often each helped the other; empty while nobody has."""
    given = sum(each.direction == HelpDirection.GIVEN for each in favours)
    if not favours:
        return ""
    facts = {"given": given, "received": len(favours) - given}
    return gettext("Times you helped: %(given)s · times they did: %(received)s") % facts


def next_word(person: Contact, today: dt.date) -> str:
    """When the cadence asks for the next word with this person, and why."""
    on = next_touch(person, person.last_contact_on)
    if on is None:
        return _why_none(person, today)
    if on < today:
        when = gettext("%(ago)s was the day") % {"ago": ago(on, today)}
    else:
        when = ahead(on, today)
    return gettext("Next word: %(when)s (%(why)s)") % {"when": when, "why": _why(person)}


def _why(person: Contact) -> str:
    if person.cadence_days and person.cadence:
        days = ngettext("every day", "every %(count)s days", person.cadence_days)
        return days % {"count": person.cadence_days}
    return gettext("%(circle)s circle") % {"circle": person.get_circle_display().lower()}


def _why_none(person: Contact, today: dt.date) -> str:
    if person.last_contact_on is None:
        return gettext("When you last spoke is unknown.")
    last = ago(person.last_contact_on, today)
    return gettext("Last spoke %(ago)s; no rhythm is asked for.") % {"ago": last}
