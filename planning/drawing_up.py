"""The short list of a user, drawn up from everybody who matters and kept until it is acted on.

Reading and ranking take their time outside of the transaction; only the few rows written take the
lock, so that whatever is settled meanwhile is seen.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from planning.beside_promises import beside_promises
from planning.gathering import Gathered, gather
from planning.keeping_up import pace_of
from planning.models import Card, ClosedHow, Plan
from planning.ranking import DATE, OTHER, Ranked, rank
from planning.remembering import dates_to_come
from planning.shortlisting import USUAL_SIZE, ShortList, short_list
from planning.slowing import slower_rhythms
from planning.telling import parts_told, told
from planning.waking import by_turn

REST = 50  # people behind the cards that are told by name
DISMISSED_FOR = 7  # days in which "not now" is not asked again; design


@dataclass(frozen=True, slots=True)
class Ranking:
    """Everybody who matters to a user on a day, in order."""

    today: dt.date
    gathered: Gathered
    people: Sequence[Ranked[int]]

    def card(self, ranked: Ranked[int]) -> dict[str, Any]:
        return {
            "reasons": told(ranked, self.gathered, self.today),
            "parts": parts_told(ranked),
        }


def draw_up(user: User) -> Plan:
    """Bring the cards up to date; run again, it changes nothing. What changes meanwhile stays asked
    for: it may have come too late to be seen.
    """
    seen = Plan.objects.get_or_create(owner=user)[0].changes
    began, today = timezone.now(), user.today()
    ranking = ranking_of(user, today)
    pace = pace_of(user, today)
    slower = slower_rhythms(user, pace, ranking.gathered.serving)
    dates = dates_to_come(user, today)
    with transaction.atomic():
        plan = Plan.objects.select_for_update().get(owner=user)
        chosen = _lay_out(user, ranking)
        plan.as_of, plan.computed_at = today, began
        plan.further = len(chosen.more)
        plan.rest = [{"contact": each.id, **ranking.card(each)} for each in chosen.more[:REST]]
        plan.weekly_demand, plan.weekly_actual = pace
        plan.slower, plan.dates = slower, dates
        if plan.changes == seen:
            plan.asked_at = None
        plan.save()
    return plan


def ranking_of(user: User, today: dt.date) -> Ranking:
    kept = set(Card.objects.of(user).open().values_list("contact_id", flat=True))
    gathered = gather(user, today, kept)
    people = rank(beside_promises(gathered.candidates, kept))
    return Ranking(today, gathered, by_turn(user, people))


def _lay_out(user: User, ranking: Ranking) -> ShortList[int]:
    cards = _clear_away(user, ranking)
    settled, done = _settled(user, ranking.today)
    resting = _dismissed(user, ranking.today) - cards.keys()
    people = [each for each in ranking.people if each.tier != OTHER or each.id not in resting]
    chosen = short_list(people, USUAL_SIZE - done, list(cards), settled)
    Card.objects.bulk_create(
        Card(
            owner=user,
            contact_id=each.id,
            shown_on=ranking.today,
            is_reconnection=each.candidate.is_reconnection,
            **_place(each, ranking),
        )
        for each in chosen.cards
        if each.id not in cards
    )
    _refresh(cards, chosen.cards, ranking)
    return chosen


def _clear_away(user: User, ranking: Ranking) -> dict[int, Card]:
    """Open cards by their person, in order; those that have nothing to say any more go.

    Who was contacted is done with; who left is nobody's card.
    """
    by_id = {each.id: each for each in ranking.people}
    stay: dict[int, Card] = {}
    for card in Card.objects.of(user).open().order_by("pk"):
        ranked = by_id.get(card.contact_id)
        if ranked is None or ranked.out in {"never", "snoozed"}:
            card.delete()
        elif ranked.out:
            card.close(ClosedHow.CONTACTED)
        else:
            stay[card.contact_id] = card
    return stay


def _settled(user: User, today: dt.date) -> tuple[set[int], int]:
    """Who is not to come up again today, and how many of the day's cards were contacted."""
    closed = Card.objects.of(user).filter(closed_at__gte=_midnight(user, today))
    cards = list(closed.only("contact_id", "closed_how", "shown_on"))
    done = sum(bool(card.shown_on) and card.closed_how == ClosedHow.CONTACTED for card in cards)
    return {card.contact_id for card in cards}, done


def _dismissed(user: User, today: dt.date) -> set[int]:
    """Who was put aside of late: a date still speaks for them, all else does not."""
    lately = _midnight(user, today - dt.timedelta(days=DISMISSED_FOR - 1))
    cards = Card.objects.of(user).filter(closed_how=ClosedHow.DISMISSED, closed_at__gte=lately)
    return set(cards.values_list("contact_id", flat=True))


def _midnight(user: User, day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time.min, user.zone)


def _place(ranked: Ranked[int], ranking: Ranking) -> dict[str, Any]:
    return {"tier": ranked.tier, "priority": ranked.priority, **ranking.card(ranked)}


def _refresh(cards: Mapping[int, Card], chosen: Iterable[Ranked[int]], ranking: Ranking) -> None:
    """Say of the cards that stay what holds today. A birthday that has passed is still told."""
    changed = []
    for each in chosen:
        card = cards.get(each.id)
        if card and not (card.tier == DATE and each.tier != DATE):
            for name, value in _place(each, ranking).items():
                setattr(card, name, value)
            changed.append(card)
    Card.objects.bulk_update(changed, ["tier", "priority", "reasons", "parts"])
