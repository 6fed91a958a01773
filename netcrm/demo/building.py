"""Write the demo network into one account, and take it out again.

Deterministic: the same people, conversations and ratings each time, with days relative to today.
Every row has a uid derived from its owner and its name, so that removal finds exactly these rows.
"""

import datetime as dt
import uuid
from functools import partial
from random import Random

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from contacts.adding import (
    AddressDraft,
    DateDraft,
    JobDraft,
    PersonDraft,
    PointDraft,
    add_people,
)
from contacts.models import Contact, Organisation, Tag
from contacts.reindexing import forget_strays, reindex
from contacts.trash import delete_for_good
from interactions.kinds import Channel, Status
from interactions.models import FollowUp, Help, Interaction, Participant
from interactions.touching import retouch
from netcrm.demo.characters import Character, cast, seniority_of
from netcrm.demo.crowd import crowd
from netcrm.demo.organisations import EMPLOYERS
from netcrm.demo.promises import FAVOURS, PLANS, PROMISES
from netcrm.demo.pursuing import abandon, pursue
from netcrm.demo.story import Talk, talks
from netcrm.demo.tables import TABLES
from netcrm.lib.folding import fold
from planning.drawing_up import draw_up
from strength.models import Rating
from strength.rescoring import rescore

CROWD_SIZE = 90
SEED = 2026
BY_NAME = {employer.name: employer for employer in EMPLOYERS}


@transaction.atomic
def build(user: User) -> int:
    """How many people were added: none where the demo network is already there."""
    if has_demo(user):
        return 0
    dice, today = Random(SEED), user.today()  # noqa: S311 - a story, not a secret
    characters = cast() + crowd(CROWD_SIZE, dice)
    people = add_people(user, [_draft(character, today) for character in characters])
    for person, character in zip(people, characters, strict=True):
        person.uid = demo_uid(user, f"{character.given} {character.family}")
    Contact.objects.bulk_update(people, ["uid"], batch_size=500)
    _place_organisations(user)
    _tell(user, list(zip(people, characters, strict=True)), dice)
    by_family = {person.family: person for person in reversed(people)}
    _seat(user, by_family)
    _promise(user, by_family)
    pursue(user, {person.name: person for person in people}, partial(demo_uid, user))
    contact_ids = [person.pk for person in people]
    retouch(contact_ids)
    rescore(contact_ids)
    reindex(user)
    draw_up(user)
    return len(people)


def demo_uid(user: User, name: str) -> uuid.UUID:
    return uuid.uuid5(uuid.NAMESPACE_OID, f"netcrm-demo/{user.pk}/{name}")


def has_demo(user: User) -> bool:
    first = cast()[0]
    return (
        Contact.objects.of(user)
        .filter(uid=demo_uid(user, f"{first.given} {first.family}"))
        .exists()
    )


@transaction.atomic
def remove(user: User) -> int:
    """Delete the demo people for good, with whatever was logged with nobody else; how many."""
    characters = cast() + crowd(CROWD_SIZE, Random(SEED))  # noqa: S311 - the same story again
    uids = [demo_uid(user, f"{c.given} {c.family}") for c in characters]
    people = list(Contact.objects.of(user).filter(uid__in=uids).values_list("pk", flat=True))
    abandon(user, partial(demo_uid, user))
    delete_for_good(people)
    Organisation.objects.of(user).filter(name__in=BY_NAME, jobs=None).delete()
    Tag.objects.of(user).filter(name__in=_tags(characters), taggings=None).delete()
    forget_strays(user)
    return len(people)


def _tags(characters: list[Character]) -> set[str]:
    return {tag for character in characters for tag in character.tags}


def _draft(character: Character, today: dt.date) -> PersonDraft:
    known = today - dt.timedelta(days=365 * character.years)
    employer = BY_NAME.get(character.employer)
    login = fold(f"{character.given}.{character.family}").replace(" ", "")
    return PersonDraft(
        given=character.given,
        family=character.family,
        circle=character.circle,
        circle_chosen_on=today if character.circle else None,
        place=employer.place if employer else "Lisbon",
        seniority=seniority_of(character.title),
        how_met=character.met,
        known_since=str(known.year),
        met_on=f"{known:%Y-%m}",
        notes=character.notes,
        is_unscored="family" in character.roles,
        triaged_at=timezone.now() if character.circle else None,
        emails=[PointDraft(f"{login}@{employer.domain}", "work")] if employer else [],
        addresses=[AddressDraft(city=employer.place, label="work")] if employer else [],
        jobs=[JobDraft(organisation=character.employer, title=character.title)]
        if character.title
        else [],
        dates=[DateDraft("birthday", character.birthday)] if character.birthday else [],
        tags=list(character.tags),
        roles=list(character.roles),
        benefits=dict(character.benefits),
        interests=list(character.interests),
    )


def _place_organisations(user: User) -> None:
    organisations = list(Organisation.objects.of(user).filter(name__in=BY_NAME))
    for organisation in organisations:
        employer = BY_NAME[organisation.name]
        organisation.industry, organisation.place = employer.industry, employer.place
    Organisation.objects.bulk_update(organisations, ["industry", "place"])


def _tell(user: User, pairs: list[tuple[Contact, Character]], dice: Random) -> None:
    told = [(person, talk) for person, who in pairs for talk in talks(who, user.today(), dice)]
    conversations = Interaction.objects.bulk_create(_conversation(user, talk) for _, talk in told)
    Participant.objects.bulk_create(
        Participant(interaction=conversation, contact=person)
        for conversation, (person, _) in zip(conversations, told, strict=True)
    )
    Rating.objects.bulk_create(
        Rating(
            owner=user,
            contact=person,
            interaction=conversation,
            on=talk.on,
            trust=talk.rated[0],
            respect=talk.rated[1],
            common=talk.rated[2],
        )
        for conversation, (person, talk) in zip(conversations, told, strict=True)
        if talk.rated
    )


def _conversation(user: User, talk: Talk) -> Interaction:
    return Interaction(
        owner=user,
        on=talk.on,
        channel=talk.channel,
        depth=talk.depth,
        minutes=talk.minutes,
        place=talk.place,
        subject=talk.subject,
        is_answered=talk.is_answered,
    )


def _seat(user: User, by_family: dict[str, Contact]) -> None:
    """Conversations with several people, so that some of them know each other."""
    for families, days_ago, subject in TABLES:
        on = user.today() - dt.timedelta(days=days_ago)
        table = Interaction.objects.create(owner=user, on=on, subject=subject)
        table.people.add(*(by_family[family] for family in families))


def _promise(user: User, by_family: dict[str, Contact]) -> None:
    today = user.today()
    FollowUp.objects.bulk_create(
        FollowUp(
            owner=user,
            contact=by_family[promise.family],
            by=promise.by,
            what=promise.what,
            due_on=today + dt.timedelta(days=promise.due_in),
        )
        for promise in PROMISES
    )
    Help.objects.bulk_create(
        Help(
            owner=user,
            contact=by_family[favour.family],
            direction=favour.direction,
            size=favour.size,
            on=today - dt.timedelta(days=favour.days_ago),
            what=favour.what,
        )
        for favour in FAVOURS
    )
    _plan(user, by_family)


def _plan(user: User, by_family: dict[str, Contact]) -> None:
    for family, due_in, subject in PLANS:
        plan = Interaction.objects.create(
            owner=user,
            on=user.today() + dt.timedelta(days=due_in),
            channel=Channel.IN_PERSON,
            status=Status.PLANNED,
            subject=subject,
        )
        plan.people.add(by_family[family])
