"""The assessment as pages read it: stored where it can be, with the people that it speaks of."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse

from accounts.models import User
from contacts.listing import photo_url_of
from contacts.models import Contact, Organisation
from goals.kinds import Sought
from goals.models import Need
from interactions.kinds import Promiser
from interactions.models import FollowUp
from netcrm.lib.folding import fold
from netcrm.lib.id_lists import among_uids
from netcrm.lib.prepared import prepared
from network.findings import Findings
from network.models import Snapshot
from network.snapshots import assess_now, is_behind
from network.standing_findings import HELP

AT_ONCE = 2000  # people; so many are assessed while a page is waited for


class Named(NamedTuple):
    """Somebody by name, without the rest of the row."""

    uid: str
    name: str
    photo_url: str
    url: str


@dataclass
class Reading:
    user: User
    findings: Findings
    as_of: dt.date
    computed_at: dt.datetime | None  # None: just now, for this page
    is_asked: bool = False  # something has changed since

    @cached_property
    def people(self) -> Mapping[str, Named]:
        """By uid, of all that the findings name; who has left meanwhile is not among them."""
        index = reverse("contacts:index")
        return {
            str(uid): Named(str(uid), name, photo_url_of(uid, photo), f"{index}{uid}/")
            for uid, name, photo in _named(self.user, _parsed(_uids(self.findings)))
        }

    @cached_property
    def words_planned(self) -> Mapping[str, dt.date]:
        return planned_with(self.user, _asked(self.findings))

    @cached_property
    def organisations(self) -> Mapping[str, str]:
        """The uids of those that a need asks for, by folded name."""
        names = [fold(value) for value in _organisations_wanted(self.user)]
        found = Organisation.objects.of(self.user).filter(sort_name__in=names)
        return {name: str(uid) for name, uid in found.values_list("sort_name", "uid")}


@prepared
def _named(user: User, uids: Sequence[UUID]) -> QuerySet[Contact, tuple[UUID, str, str]]:
    people = Contact.objects.of(user).living().filter(uid__in=among_uids(uids))
    return people.values_list("uid", "name", "photo")


@prepared
def _organisations_wanted(user: User) -> QuerySet[Need, str]:
    needs = Need.objects.of(user).filter(sought=Sought.ORGANISATION)
    return needs.values_list("value", flat=True)


def planned_with(user: User, uids: Iterable[str]) -> Mapping[str, dt.date]:
    """With whom of these one has promised something anyway, and for when."""
    return {str(uid): day for uid, day in _promised(user, _parsed(uids))}


@prepared
def _promised(user: User, uids: Sequence[UUID]) -> QuerySet[FollowUp, tuple[UUID, dt.date]]:
    mine = FollowUp.objects.of(user).open().filter(by=Promiser.ME)
    rows = mine.filter(contact__uid__in=among_uids(uids)).order_by("-due_on")
    return rows.values_list("contact__uid", "due_on")


def _parsed(uids: Iterable[str]) -> list[UUID]:
    return [UUID(uid) for uid in dict.fromkeys(uids)]


def read(user: User) -> Reading | None:
    """None while the worker is still at the first assessment of many people.

    What few people add up to is computed at once where nothing fitting is stored; nothing is
    written.
    """
    snapshot = _computed.first(user)
    behind = snapshot is None or is_behind(snapshot)
    live = _read_live(user) if behind else None
    if live or snapshot is None:
        return live
    is_asked = behind or snapshot.asked_at is not None
    as_of = snapshot.as_of or user.today()
    return Reading(user, snapshot.findings, as_of, snapshot.computed_at, is_asked)


@prepared
def _computed(user: User) -> QuerySet[Snapshot]:
    return Snapshot.objects.filter(owner=user).exclude(computed_at=None)


def reading_of(request: HttpRequest, user: User) -> Reading | None:
    """The same for all parts of one page, read once and kept with the request."""
    kept = request.__dict__
    if "network_reading" not in kept:
        kept["network_reading"] = read(user)
    reading: Reading | None = kept["network_reading"]
    return reading


def _read_live(user: User) -> Reading | None:
    if Contact.objects.of(user).scored()[: AT_ONCE + 1].count() > AT_ONCE:
        return None
    as_of, findings = assess_now(user)
    return Reading(user, findings, as_of, None)


def _asked(findings: Findings) -> Iterator[str]:
    """With whom a word may be planned."""
    for need in findings["needs"].values():
        yield from (*need["faint"], *need["who"])
    yield from (tie["uid"] for tie in findings["dormant"])
    if HELP in findings:  # since some version only
        yield from findings[HELP]["may_be_asked"]


def _uids(findings: Findings) -> Iterator[str]:
    yield from _asked(findings)
    for need in findings["needs"].values():
        yield from (part["uid"] for part in need["parts"])
    for aspiration in findings["aspirations"].values():
        yield from (uid for uid, _ in aspiration["dependence"])
        yield from _members(aspiration["structure"])
    sole = findings["sole_links"]
    yield from (link["uid"] for link in (*sole["shown"], *sole.get("shown_organisations", ())))
    yield from (uid for uid, _ in sole.get("clusters", ()))
    yield from _members(findings["structure"])
    yield from _helpers(findings.get("help"))


def _helpers(found: Findings | None) -> Iterator[str]:
    """Stored since some version only."""
    if found:
        yield from (each["uid"] for each in found["people"])
        yield from (*found["good_turn"], *found["may_be_asked"])


def _members(structure: Findings | None) -> Iterator[str]:
    for group in structure["groups"] if structure else ():
        yield from group["some"]
