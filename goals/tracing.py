"""Where outcomes came from: how one met who brought them, their industry, the event, the activity.

Each contributor's part stands where that person belongs; where that is in several places, it is
shared out among them evenly. Values are fetched for all outcomes at once: there may be many.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.db.models import F, QuerySet
from django.utils.translation import gettext

from accounts.models import User
from contacts.models import Job
from goals.crediting import SIZES
from goals.introducing import links_of, self_id
from goals.models import Contribution, Outcome
from goals.outcomes import parts
from interactions.kinds import Channel, EventKind, Status
from interactions.models import Participant
from netcrm.lib.folding import fold
from netcrm.lib.id_lists import among
from netcrm.lib.prepared import prepared

BEFORE = dt.timedelta(days=365)  # conversations so long before an outcome led to it; design

Piece = tuple[str, float, int]  # word, worth, the outcome it is a piece of
Words = Mapping[int, Sequence[str]]  # by contact
Talk = tuple[dt.date, str]  # day and channel


class Gain(NamedTuple):
    """An outcome, as far as it is summed up."""

    pk: int
    kind: str
    size: str
    on: dt.date
    aspiration: str | None
    aspiration_deleted_at: dt.datetime | None
    event: int | None
    event_name: str | None
    event_kind: str | None
    event_deleted_at: dt.datetime | None

    @property
    def worth(self) -> float:
        return SIZES[self.size]

    @property
    def towards(self) -> str:
        """The aspiration, unless it is in the trash."""
        return (self.aspiration or "") if self.aspiration_deleted_at is None else ""

    @property
    def has_event(self) -> bool:
        return self.event is not None and self.event_deleted_at is None


class Named(NamedTuple):
    """A contributor to one outcome."""

    contact: int
    share: float
    how_met: str
    industry: str


def gains_of(user: User) -> list[Gain]:
    living = Outcome.objects.of(user).living().order_by("pk")
    aspiration = ("aspiration__title", "aspiration__deleted_at")
    event = ("event", "event__name", "event__kind", "event__deleted_at")
    rows = living.values_list("pk", "kind", "size", "on", *aspiration, *event)
    return list(map(Gain._make, rows))


@dataclass
class Trail:
    user: User
    outcomes: Sequence[Gain]

    def ways(self) -> list[Piece]:
        """How one came to know each contributor."""
        at_event = gettext("At an event")
        return self._pieces(lambda outcome: at_event if outcome.has_event else "", self._way)

    def industries(self) -> list[Piece]:
        """Of each contributor; empty where none is known."""
        known, unknown = self._industries(), [gettext("Not noted which")]
        if not known:
            return []
        return self._pieces(
            lambda _outcome: "", lambda _outcome, one: known.get(one.contact, unknown)
        )

    def events(self) -> list[Piece]:
        """Where it happened, else where one first spoke with each contributor; empty if none."""
        none = gettext("At no event")
        pieces = self._pieces(
            lambda outcome: _event_name(outcome) or ("" if self._named[outcome.pk] else none),
            lambda _outcome, one: [self._first_events.get(one.contact, none)],
        )
        return pieces if any(word != none for word, _, _ in pieces) else []

    def activities(self) -> list[Piece]:
        """The event, else the conversations with each contributor in the year before."""
        return self._pieces(_event_kind, self._channels)

    def _pieces(
        self,
        whole: Callable[[Gain], str],
        of_each: Callable[[Gain, Named], Sequence[str]],
    ) -> list[Piece]:
        """All of an outcome under one word, where there is one for it."""
        nobody = gettext("Nobody named")
        pieces: list[Piece] = []
        for outcome in self.outcomes:
            named = self._named[outcome.pk]
            if word := whole(outcome) or ("" if named else nobody):
                pieces.append((word, outcome.worth, outcome.pk))
                continue
            part = parts({one.contact: one.share for one in named})
            for one in named:
                words = of_each(outcome, one)
                each = outcome.worth * part[one.contact] / len(words)
                pieces += [(word, each, outcome.pk) for word in words]
        return pieces

    def _way(self, outcome: Gain, one: Named) -> list[str]:
        if any(on is None or on <= outcome.on for on in self._introduced[one.contact]):
            return [gettext("Through an introduction")]
        if one.contact in self._first_events:
            return [gettext("At an event")]
        return [one.how_met or gettext("Not noted how")]

    def _channels(self, outcome: Gain, one: Named) -> list[str]:
        since, until = outcome.on - BEFORE, outcome.on
        found = [how for on, how in self._talks[one.contact] if since < on <= until]
        return found or [gettext("No conversation noted")]

    @cached_property
    def _named(self) -> Mapping[int, Sequence[Named]]:
        named: defaultdict[int, list[Named]] = defaultdict(list)
        for outcome, *of_one in _contributions([each.pk for each in self.outcomes]):
            named[outcome].append(Named._make(of_one))
        return named

    @cached_property
    def _people(self) -> dict[int, str]:
        """Their own industry, by contact."""
        every = (one for some in self._named.values() for one in some)
        return {one.contact: one.industry for one in every}

    @cached_property
    def _introduced(self) -> Mapping[int, Sequence[dt.date | None]]:
        """On which days each was introduced to oneself; None: nobody knows when."""
        days: defaultdict[int, list[dt.date | None]] = defaultdict(list)
        for link in links_of(self.user, self._people, self_id(self.user)):
            days[link.person].append(link.on)
        return days

    @cached_property
    def _first_events(self) -> Mapping[int, str]:
        """The event at which one first spoke with somebody, by name."""
        return dict(_first_talks(list(self._people)))

    @cached_property
    def _talks(self) -> Mapping[int, Sequence[Talk]]:
        said = {value: str(word) for value, word in Channel.choices}
        talks: defaultdict[int, list[Talk]] = defaultdict(list)
        since = min(each.on for each in self.outcomes) - BEFORE
        for pk, on, channel in sorted(_talks_since(list(self._people), since)):
            talks[pk].append((on, said[channel]))
        return talks

    def _industries(self) -> Words:
        """Their own, else those of where they work, whatever their case and accents."""
        jobs = _work(list(self._people))
        rows = [*self._people.items(), *((pk, word) for pk, word in jobs if not self._people[pk])]
        spelt: dict[str, str] = {}
        found: defaultdict[int, list[str]] = defaultdict(list)
        for pk, written in rows:
            word = spelt.setdefault(fold(written or ""), written or "")
            if word:
                found[pk] = list(dict.fromkeys([*found[pk], word]))
        return found


@prepared
def _contributions(
    outcome_ids: Sequence[int],
) -> QuerySet[Contribution, tuple[int, int, float, str, str]]:
    of_all = Contribution.objects.filter(outcome__in=among(outcome_ids)).order_by("pk")
    return of_all.values_list(
        "outcome", "contact", "share", "contact__how_met", "contact__industry"
    )


@prepared
def _first_talks(contact_ids: Sequence[int]) -> QuerySet[Participant, tuple[int, str]]:
    first = Participant.objects.filter(
        contact__in=among(contact_ids),
        interaction__deleted_at=None,
        interaction__event__isnull=False,
        interaction__event__deleted_at=None,
        interaction__on=F("contact__first_contact_on"),
    )
    return first.order_by("-pk").values_list("contact", "interaction__event__name")


@prepared
def _talks_since(
    contact_ids: Sequence[int], since: dt.date
) -> QuerySet[Participant, tuple[int, dt.date, str]]:
    # as one value: of a long list SQLite makes a look for each conversation there is
    held = Participant.objects.filter(
        contact__in=among(contact_ids),
        interaction__deleted_at=None,
        interaction__status=Status.HELD,
        interaction__on__gt=since,
    )
    return held.order_by().values_list("contact", "interaction__on", "interaction__channel")


@prepared
def _work(contact_ids: Sequence[int]) -> QuerySet[Job, tuple[int, str | None]]:
    at_work = Job.objects.filter(contact__in=among(contact_ids), is_current=True)
    return at_work.order_by("pk").values_list("contact", "organisation__industry")


def _event_name(outcome: Gain) -> str:
    return (outcome.event_name or "") if outcome.has_event else ""


def _event_kind(outcome: Gain) -> str:
    if not outcome.has_event:
        return ""
    kind = EventKind(outcome.event_kind or EventKind.OTHER)
    return gettext("Another event") if kind == EventKind.OTHER else str(kind.label)
