"""The short list of a day: a few cards that stay until they are acted on."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic

from planning.candidates import Id
from planning.ranking import OTHER, Ranked

# design: the demand of a full network after Dunbar is one and a half a day
USUAL_SIZE = 3
LARGEST_SIZE = 5
LEAST_PRIORITY = 25.0  # points that the third tier needs: the list may be empty; design
MOST_PER_GROUP = 2  # design
MOST_RECONNECTIONS = 1  # design


@dataclass(frozen=True, slots=True)
class ShortList(Generic[Id]):
    cards: tuple[Ranked[Id], ...]
    more: tuple[Ranked[Id], ...]  # worth a word too, in order


def short_list(
    ranking: Iterable[Ranked[Id]],
    size: int = USUAL_SIZE,
    kept: Sequence[Id] = (),
    settled: Collection[Id] = (),
) -> ShortList[Id]:
    """Cards of the day from a ranking that is in order.

    `kept` are the cards shown before, in their order: they keep their places, whatever has become
    of their points, unless they are out or `settled` (done or dismissed today). Promises and dates
    do not wait for a place: for them the list grows beyond `size`.
    """
    open_ones = {
        each.id: each for each in ranking if each.tier is not None and each.id not in settled
    }
    stay = [open_ones[one] for one in dict.fromkeys(kept) if one in open_ones]
    cards = {each.id: each for each in stay[:LARGEST_SIZE]}
    worth = [each for each in open_ones.values() if _is_worth_it(each)]
    for each in worth:
        most = min(size, LARGEST_SIZE) if each.tier == OTHER else LARGEST_SIZE
        if len(cards) < most and _has_room(cards.values(), each):
            cards[each.id] = each
    more = tuple(each for each in worth if each.id not in cards)
    return ShortList(tuple(cards.values()), more)


def _is_worth_it(ranked: Ranked[Id]) -> bool:
    return ranked.tier != OTHER or ranked.priority >= LEAST_PRIORITY


def _has_room(cards: Collection[Ranked[Id]], ranked: Ranked[Id]) -> bool:
    """Whether neither one company nor the past takes over the list."""
    newcomer, shown = ranked.candidate, [card.candidate for card in cards]
    reconnections = sum(each.is_reconnection for each in shown)
    if newcomer.is_reconnection and reconnections >= MOST_RECONNECTIONS:
        return False
    same = sum(each.group == newcomer.group for each in shown)
    return newcomer.group is None or same < MOST_PER_GROUP
