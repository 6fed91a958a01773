"""Every page of the demo network by name: what axe checks and what is photographed."""

from collections.abc import Callable

from accounts.models import User
from contacts.models import Contact, Organisation
from exchange.models import ImportRun
from exchange.models.run import RunStatus
from interactions.kinds import Status
from interactions.models import FollowUp, Interaction

Place = Callable[[User], str]


def _ana(user: User) -> Contact:
    return Contact.objects.of(user).get(given="Ana", family="Pereira")


def _talk(user: User) -> Interaction:
    return Interaction.objects.of(user).held().with_person(_ana(user)).newest_first()[0]


def _plan(user: User) -> Interaction:
    return Interaction.objects.of(user).living().filter(status=Status.PLANNED)[0]


def _promise(user: User) -> FollowUp:
    return FollowUp.objects.of(user).open().by_day()[0]


def _organisation(user: User) -> Organisation:
    return Organisation.objects.of(user).filter(jobs__contact=_ana(user))[0]


def _run(user: User, status: str) -> ImportRun:
    return ImportRun.objects.of(user).filter(status=status).newest_first()[0]


def _at(path: str) -> Place:
    return lambda _user: path


PLACES: dict[str, Place] = {
    "today": _at("/"),
    "today-more": _at("/today/more/"),
    "people": _at("/people/"),
    "people-by-strength": _at("/people/?sort=strength"),
    "people-found": _at("/people/?q=ana"),
    "people-not-found": _at("/people/?q=zzzz"),
    "person": lambda user: f"/people/{_ana(user).uid}/",
    "person-edit": lambda user: f"/people/{_ana(user).uid}/edit/",
    "person-photo": lambda user: f"/people/{_ana(user).uid}/photo/change/",
    "person-conversations": lambda user: f"/people/{_ana(user).uid}/conversations/",
    "person-new": _at("/people/new/"),
    "organisations": _at("/people/organisations/"),
    "organisation": lambda user: f"/people/organisations/{_organisation(user).uid}/",
    "organisation-edit": lambda user: f"/people/organisations/{_organisation(user).uid}/edit/",
    "trash": _at("/people/trash/"),
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
    "settings": _at("/settings/"),
    "start": _at("/start/"),
    "email": _at("/account/email/"),
    "password": _at("/account/password/change/"),
    "second-factor": _at("/account/2fa/"),
    "not-found": _at("/nothing/here/"),
}
SIGNED_OUT = {"sign-in": "/account/login/", "password-reset": "/account/password/reset/"}
