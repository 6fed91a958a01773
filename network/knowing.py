"""Who of one's people know each other, and on what evidence: notes, introductions, shared talks."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, islice

from django.db.models import Count, Q

from accounts.models import User
from contacts.models import Contact
from interactions.models import Interaction, Introduction, Participant
from network.relations import KNOWN, WORKED_TOGETHER

LARGEST_TABLE = 8  # people; in a larger company not everybody gets to know everybody; design
AT_ONCE = 2000  # conversations in one statement

Pair = tuple[int, int]  # the lower row number first


@dataclass(slots=True)
class Evidence:
    """Why two people count as knowing each other."""

    is_noted: bool = False  # one of them is noted as having introduced the other to oneself
    is_introduced: bool = False  # one was introduced to the other, or introduced the other
    talks: int = 0  # small conversations that both were part of

    @property
    def weight(self) -> float:
        return WORKED_TOGETHER if self.talks > 1 else KNOWN


class Acquaintances:
    """The evidence for each pair, gathered from one source after another."""

    def __init__(self) -> None:
        self.of: defaultdict[Pair, Evidence] = defaultdict(Evidence)

    def note(self, pairs: Iterable[tuple[int, int | None]]) -> None:
        """Each person and whoever introduced them to oneself, if anybody."""
        for one, other in pairs:
            if other is None:
                continue
            self.of[min(one, other), max(one, other)].is_noted = True

    def introduce(self, pairs: Iterable[Pair]) -> None:
        for one, other in pairs:
            self.of[min(one, other), max(one, other)].is_introduced = True

    def talk(self, pairs: Iterable[Pair]) -> None:
        for one, other in pairs:
            self.of[min(one, other), max(one, other)].talks += 1


def around(user: User, contact_ids: Collection[int]) -> Acquaintances:
    """All that bears on whom these people, who are the user's own, know; in four queries."""
    found = Acquaintances()
    # asked for apart: of both at once SQLite would look at everybody
    living = Contact.objects.of(user).living()
    for noted in (
        living.filter(pk__in=contact_ids).exclude(introduced_by=None),
        living.filter(introduced_by__in=contact_ids),
    ):
        found.note(noted.values_list("pk", "introduced_by"))
    part = Q(introducer__in=contact_ids) | Q(first__in=contact_ids) | Q(second__in=contact_ids)
    found.introduce(introduced(user, part))
    found.talk(shared(user, Q(contact__in=contact_ids)))
    return found


def introduced(user: User, among: Q | None = None) -> Iterator[Pair]:
    """Whoever introduces two people knows both, and afterwards they know each other."""
    made = Introduction.objects.of(user).made().filter(among or Q())
    for three in made.values_list("introducer", "first", "second"):
        yield from combinations(three, 2)


def shared(user: User, among: Q | None = None) -> Iterator[Pair]:
    """Each time that two were part of the same small conversation; `among` are participants."""
    held = Interaction.objects.of(user).held()
    if among:
        held = held.filter(pk__in=Participant.objects.filter(among).values("interaction"))
    small = (
        held.annotate(size=Count("participants"))
        .filter(size__gte=2, size__lte=LARGEST_TABLE)
        .order_by()
    )
    # Fetched first: without statistics PostgreSQL would group them anew for each participant.
    talks = iter(small.values_list("pk", flat=True))
    while chunk := list(islice(talks, AT_ONCE)):
        yield from _pairs_in(chunk)


def _pairs_in(talks: Collection[int]) -> Iterator[Pair]:
    present: defaultdict[int, list[int]] = defaultdict(list)
    rows = Participant.objects.filter(interaction__in=talks).order_by("contact")
    for talk, pk in rows.values_list("interaction", "contact"):
        present[talk].append(pk)
    for pks in present.values():
        yield from combinations(pks, 2)
