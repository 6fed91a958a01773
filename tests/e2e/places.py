"""Every page of the demo network by name: what axe checks and what is photographed."""

from collections.abc import Callable
from typing import TypeVar

from django.db.models import Count

from accounts.models import User
from contacts.models import Contact, Organisation
from exchange.models import ImportRun
from exchange.models.run import RunStatus
from goals.models import Aspiration, BrandActivity, Goal, Outcome
from interactions.kinds import Status
from interactions.models import Event, FollowUp, Interaction, Introduction

Place = Callable[[User], str]
M = TypeVar("M", Event, Introduction, Goal, Aspiration, Outcome, BrandActivity)


def _ana(user: User) -> Contact:
    return Contact.objects.of(user).get(given="Ana", family="Pereira")


def _from_a_file(user: User) -> Contact:
    return Contact.objects.of(user).living().filter(source_cards__isnull=False)[0]


def _thrown_away(user: User) -> Contact:
    return Contact.objects.of(user).trashed()[0]


def _stranger(user: User) -> Contact:
    """Whoever is least known of those who were in a conversation with others."""
    talks = Interaction.objects.of(user).held().annotate(size=Count("people")).filter(size__gt=1)
    people = Contact.objects.of(user).listed().filter(interactions__in=talks)
    return people.order_by("strength", "pk")[0]


def _talk(user: User) -> Interaction:
    talks = Interaction.objects.of(user).held().with_person(_ana(user))
    return talks.order_by("-on", "-id")[0]


def _plan(user: User) -> Interaction:
    return Interaction.objects.of(user).living().filter(status=Status.PLANNED)[0]


def _promise(user: User) -> FollowUp:
    return FollowUp.objects.of(user).open().by_day()[0]


def _organisation(user: User) -> Organisation:
    return Organisation.objects.of(user).filter(jobs__contact=_ana(user))[0]


def _run(user: User, status: str) -> ImportRun:
    return ImportRun.objects.of(user).filter(status=status).newest_first()[0]


def _first(model: type[M], user: User) -> M:
    return model._default_manager.filter(owner=user, deleted_at=None).order_by("pk")[0]


def _at(path: str) -> Place:
    return lambda _user: path


PLACES: dict[str, Place] = {
    "today": _at("/"),
    "today-more": _at("/today/more/"),
    "people": _at("/people/"),
    "people-by-strength": _at("/people/?sort=strength"),
    "people-found": _at("/people/?q=ana"),
    "people-not-found": _at("/people/?q=zzzz"),
    "search": _at("/search/"),
    "search-found": _at("/search/?q=grid"),
    "search-of-a-kind": _at("/search/?q=coffee&kind=conversation"),
    "search-brief": _at("/search/?q=an"),
    "search-not-found": _at("/search/?q=zzzz"),
    "person": lambda user: f"/people/{_ana(user).uid}/",
    "person-edit": lambda user: f"/people/{_ana(user).uid}/edit/",
    "person-photo": lambda user: f"/people/{_ana(user).uid}/photo/change/",
    "person-conversations": lambda user: f"/people/{_ana(user).uid}/conversations/",
    "person-sources": lambda user: f"/people/{_from_a_file(user).uid}/sources/",
    "person-new": _at("/people/new/"),
    "oneself": _at("/people/me/"),
    "organisations": _at("/people/organisations/"),
    "organisation": lambda user: f"/people/organisations/{_organisation(user).uid}/",
    "organisation-edit": lambda user: f"/people/organisations/{_organisation(user).uid}/edit/",
    "trash": _at("/trash/"),
    "trash-delete": lambda user: f"/trash/person/{_thrown_away(user).uid}/delete/",
    "conversations": _at("/conversations/"),
    "conversation": lambda user: f"/conversations/{_talk(user).uid}/",
    "conversation-edit": lambda user: f"/conversations/{_talk(user).uid}/edit/",
    "conversation-move": lambda user: f"/conversations/{_plan(user).uid}/move/",
    "log": _at("/log/"),
    "help": lambda user: f"/people/{_ana(user).uid}/help/",
    "events": _at("/events/"),
    "event-new": _at("/events/new/"),
    "introductions": _at("/introductions/"),
    "introduction-new": lambda user: f"/introductions/new/?second={_ana(user).uid}",
    "promise": lambda user: f"/people/{_ana(user).uid}/promise/",
    "promise-snooze": lambda user: f"/promises/{_promise(user).uid}/snooze/",
    "rate": lambda user: f"/people/{_ana(user).uid}/rate/",
    "rate-after": lambda user: f"/rate/{_talk(user).uid}/{_ana(user).uid}/",
    "triage": _at("/triage/"),
    "import": _at("/import/"),
    "import-preview": lambda user: f"/import/{_run(user, RunStatus.READY).uid}/",
    "import-report": lambda user: f"/import/{_run(user, RunStatus.APPLIED).uid}/",
    "import-undo": lambda user: f"/import/{_run(user, RunStatus.APPLIED).uid}/undo/",
    "event": lambda user: _first(Event, user).get_absolute_url(),
    "introduction": lambda user: _first(Introduction, user).get_absolute_url(),
    "goals": _at("/goals/"),
    "goal": lambda user: _first(Goal, user).get_absolute_url(),
    "goal-strength": lambda user: Goal.objects.of(user).get(counts="strength").get_absolute_url(),
    "goal-new": _at("/goals/new/"),
    "aspiration": lambda user: _first(Aspiration, user).get_absolute_url(),
    "aspiration-new": _at("/aspirations/new/"),
    "network": _at("/network/"),
    "network-map": _at("/network/map/"),
    "network-map-list": _at("/network/map/list/"),
    "ways": _at("/network/ways/"),
    "ways-to-a-person": lambda user: f"/network/ways/?person={_stranger(user).uid}",
    "ways-to-a-place": _at("/network/ways/?place=Berlin"),
    "ways-meant": _at("/network/ways/?q=an"),
    "outcomes": _at("/outcomes/"),
    "outcome": lambda user: _first(Outcome, user).get_absolute_url(),
    "outcome-new": _at("/outcomes/new/"),
    "brand": _at("/brand/"),
    "brand-activity": lambda user: _first(BrandActivity, user).get_absolute_url(),
    "brand-new": _at("/brand/new/"),
    "settings": _at("/settings/"),
    "keys": _at("/settings/keys/"),
    "start": _at("/start/"),
    "email": _at("/account/email/"),
    "password": _at("/account/password/change/"),
    "second-factor": _at("/account/2fa/"),
    "is-it-you": _at("/account/reauthenticate/"),
    "sign-out": _at("/account/logout/"),
    "not-found": _at("/nothing/here/"),
}
SIGNED_OUT = {"sign-in": "/account/login/", "password-reset": "/account/password/reset/"}
