"""Write what the user of the demo network wants, does for it and got from it."""

import datetime as dt
import uuid
from collections.abc import Callable, Mapping

from accounts.models import User
from contacts.models import Contact
from goals.brand import record_activity
from goals.models import Aspiration, BrandActivity, Goal, Need, Outcome
from goals.outcomes import record_outcome
from goals.relationships import add_steps
from interactions.eventing import Guest, decide, expect, save_event
from interactions.introducing import introduce, save_introduction
from interactions.meeting import Met, go_through
from interactions.models import Event
from netcrm.demo.ambitions import (
    AIMS,
    GAINS,
    LINKS,
    OCCASIONS,
    SHOWINGS,
    TARGETS,
    Aim,
    Link,
    Occasion,
    Target,
)

People = Mapping[str, Contact]  # by full name
Named = Callable[[str], uuid.UUID]  # the uid that a name of the demo network has for this user


def pursue(user: User, people: People, uid_of: Named) -> None:
    aims = [_aim(user, aim, people, uid_of) for aim in AIMS]
    events = {each.name: _occasion(user, each, people, uid_of) for each in OCCASIONS}
    _gains(user, aims, events, people, uid_of)
    for showing in SHOWINGS:
        record_activity(
            user,
            [people[name] for name in showing.reactions],
            uid=uid_of(showing.title),
            kind=showing.kind,
            title=showing.title,
            on=user.today() - dt.timedelta(days=showing.days_ago),
            audience=showing.audience,
        )
    for link in LINKS:
        _link(user, link, people)
    for target in TARGETS:
        _target(user, target, aims[target.aim], people, uid_of)


def abandon(user: User, uid_of: Named) -> None:
    """Delete it all again, and the help that its outcomes were."""
    names: dict[type[Aspiration | Event | Outcome | BrandActivity | Goal], list[str]] = {
        Goal: [target.title for target in TARGETS],
        BrandActivity: [showing.title for showing in SHOWINGS],
        Outcome: [gain.what for gain in GAINS],
        Event: [occasion.name for occasion in OCCASIONS],
        Aspiration: [aim.title for aim in AIMS],
    }
    for model, titles in names.items():
        uids = [uid_of(title) for title in titles]
        model._default_manager.filter(owner=user, uid__in=uids).delete()


def _aim(user: User, aim: Aim, people: People, uid_of: Named) -> Aspiration:
    aspiration = Aspiration.objects.create(
        owner=user,
        uid=uid_of(aim.title),
        kind=aim.kind,
        title=aim.title,
        why=aim.why,
        horizon_on=user.today() + dt.timedelta(days=aim.horizon_in),
    )
    for wanted in aim.needs:
        person = people.get(wanted.value)
        Need.objects.create(
            owner=user,
            aspiration=aspiration,
            sought=wanted.sought,
            value="" if person else wanted.value,
            person=person,
            benefit=wanted.benefit,
            importance=wanted.importance,
        )
    return aspiration


def _occasion(user: User, occasion: Occasion, people: People, uid_of: Named) -> Event:
    today = user.today()
    event = save_event(
        Event(
            owner=user,
            uid=uid_of(occasion.name),
            name=occasion.name,
            kind=occasion.kind,
            starts_on=today + dt.timedelta(days=occasion.days),
            place=occasion.place,
            going=occasion.going,
        )
    )
    guests = [
        Guest(people.get(name), "" if name in people else name, is_wanted=True, why=why)
        for name, why in occasion.wanted
    ]
    if guests:
        expect(event, guests)
    if occasion.days < 0:
        go_through(event, [Met(people[name], about=occasion.name) for name in occasion.met], today)
        event.refresh_from_db()
        if event.going != occasion.going:
            decide(event, occasion.going)
    return event


def _link(user: User, link: Link, people: People) -> None:
    """Introductions go with the people in them, so they need no uid of their own."""
    today = user.today()
    three = [people.get(name) for name in (link.introducer, link.first, link.second)]
    asked_on = today - dt.timedelta(days=link.asked_ago)
    introduction = introduce(user, three, asked_on, link.why)
    if link.made_ago is None or link.met_ago is None:
        return
    introduction.first_agreed_on = introduction.second_agreed_on = asked_on
    introduction.made_on = today - dt.timedelta(days=link.made_ago)
    introduction.met_on = today - dt.timedelta(days=link.met_ago)
    introduction.result = link.result
    save_introduction(introduction)


def _gains(
    user: User,
    aims: list[Aspiration],
    events: Mapping[str, Event],
    people: People,
    uid_of: Named,
) -> None:
    for gain in GAINS:
        record_outcome(
            user,
            [people[name] for name in gain.people],
            uid=uid_of(gain.what),
            what=gain.what,
            kind=gain.kind,
            size=gain.size,
            on=user.today() - dt.timedelta(days=gain.days_ago),
            aspiration=aims[gain.aim],
            event=events.get(gain.event),
        )


def _target(user: User, target: Target, aim: Aspiration, people: People, uid_of: Named) -> None:
    today = user.today()
    goal = Goal.objects.create(
        owner=user,
        uid=uid_of(target.title),
        title=target.title,
        aspiration=aim,
        counts=target.counts,
        wanted=target.wanted,
        rhythm=target.rhythm,
        starts_on=today - dt.timedelta(days=target.began_ago),
        due_on=None if target.due_in is None else today + dt.timedelta(days=target.due_in),
        person=people.get(target.person),
        target_strength=target.strength,
        next_step=target.next_step,
        if_when=target.if_when,
        then_what=target.then_what,
        remind_weekday=0 if target.if_when else None,
    )
    if target.strength:
        add_steps(goal)
