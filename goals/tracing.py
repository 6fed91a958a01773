"""Where outcomes came from: how one met who brought them, their industry, the event, the activity.

Each contributor's part stands where that person belongs; where that is in several places, it is
shared out among them evenly. Values are fetched for all outcomes at once: there may be many.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import F
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

BEFORE = dt.timedelta(days=365)  # conversations so long before an outcome led to it; design

Piece = tuple[str, float, int]  # word, worth, the outcome it is a piece of
Words = Mapping[int, Sequence[str]]  # by contact
Talk = tuple[dt.date, str]  # day and channel


def worth_of(outcome: Outcome) -> float:
    return SIZES[outcome.size]


@dataclass
class Trail:
    """Of outcomes of one owner, each fetched with its event."""

    user: User
    outcomes: Sequence[Outcome]

    def ways(self) -> list[Piece]:
        """How one came to know each contributor."""
        at_event = gettext("At an event")
        return self._pieces(lambda outcome: at_event if outcome.event_id else "", self._way)

    def industries(self) -> list[Piece]:
        """Of each contributor; empty where none is known."""
        known, unknown = self._industries(), [gettext("Not noted which")]
        if not known:
            return []
        return self._pieces(
            lambda _outcome: "", lambda _outcome, one: known.get(one.contact_id, unknown)
        )

    def events(self) -> list[Piece]:
        """Where it happened, else where one first spoke with each contributor; empty if none."""
        none = gettext("At no event")
        pieces = self._pieces(
            lambda outcome: _event_name(outcome) or ("" if self._named[outcome.pk] else none),
            lambda _outcome, one: [self._first_events.get(one.contact_id, none)],
        )
        return pieces if any(word != none for word, _, _ in pieces) else []

    def activities(self) -> list[Piece]:
        """The event, else the conversations with each contributor in the year before."""
        return self._pieces(_event_kind, self._channels)

    def _pieces(
        self,
        whole: Callable[[Outcome], str],
        of_each: Callable[[Outcome, Contribution], Sequence[str]],
    ) -> list[Piece]:
        """All of an outcome under one word, where there is one for it."""
        nobody = gettext("Nobody named")
        pieces: list[Piece] = []
        for outcome in self.outcomes:
            named = self._named[outcome.pk]
            if word := whole(outcome) or ("" if named else nobody):
                pieces.append((word, worth_of(outcome), outcome.pk))
                continue
            part = parts(named)
            for one in named:
                words = of_each(outcome, one)
                each = worth_of(outcome) * part[one.contact_id] / len(words)
                pieces += [(word, each, outcome.pk) for word in words]
        return pieces

    def _way(self, outcome: Outcome, one: Contribution) -> list[str]:
        if any(on is None or on <= outcome.on for on in self._introduced[one.contact_id]):
            return [gettext("Through an introduction")]
        if one.contact_id in self._first_events:
            return [gettext("At an event")]
        return [one.contact.how_met or gettext("Not noted how")]

    def _channels(self, outcome: Outcome, one: Contribution) -> list[str]:
        since, until = outcome.on - BEFORE, outcome.on
        found = [how for on, how in self._talks[one.contact_id] if since < on <= until]
        return found or [gettext("No conversation noted")]

    @cached_property
    def _named(self) -> Mapping[int, Sequence[Contribution]]:
        named: defaultdict[int, list[Contribution]] = defaultdict(list)
        of_all = Contribution.objects.filter(outcome__in=self.outcomes)
        for each in of_all.select_related("contact").order_by("pk"):
            named[each.outcome_id].append(each)
        return named

    @cached_property
    def _people(self) -> dict[int, str]:
        """Their own industry, by contact."""
        every = (one for some in self._named.values() for one in some)
        return {one.contact_id: one.contact.industry for one in every}

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
        first = Participant.objects.filter(
            contact__in=list(self._people),
            interaction__deleted_at=None,
            interaction__event__isnull=False,
            interaction__event__deleted_at=None,
            interaction__on=F("contact__first_contact_on"),
        )
        return dict(first.order_by("-pk").values_list("contact", "interaction__event__name"))

    @cached_property
    def _talks(self) -> Mapping[int, Sequence[Talk]]:
        # as one value: of a long list SQLite makes a look for each conversation there is
        held = Participant.objects.filter(
            contact__in=among(self._people),
            interaction__deleted_at=None,
            interaction__status=Status.HELD,
        )
        said = {value: str(word) for value, word in Channel.choices}
        talks: defaultdict[int, list[Talk]] = defaultdict(list)
        rows = held.order_by().values_list("contact", "interaction__on", "interaction__channel")
        for pk, on, channel in sorted(rows):
            talks[pk].append((on, said[channel]))
        return talks

    def _industries(self) -> Words:
        """Their own, else those of where they work, whatever their case and accents."""
        at_work = Job.objects.filter(contact__in=list(self._people), is_current=True)
        jobs = at_work.order_by("pk").values_list("contact", "organisation__industry")
        rows = [*self._people.items(), *((pk, word) for pk, word in jobs if not self._people[pk])]
        spelt: dict[str, str] = {}
        found: defaultdict[int, list[str]] = defaultdict(list)
        for pk, written in rows:
            word = spelt.setdefault(fold(written or ""), written)
            if word:
                found[pk] = list(dict.fromkeys([*found[pk], word]))
        return found


def _event_name(outcome: Outcome) -> str:
    event = outcome.event
    return event.name if event and not event.deleted_at else ""


def _event_kind(outcome: Outcome) -> str:
    event = outcome.event
    if not event or event.deleted_at:
        return ""
    if event.kind == EventKind.OTHER:
        return gettext("Another event")
    return str(EventKind(event.kind).label)
