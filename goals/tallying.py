"""What came of it: outcomes summed up by kind and aspiration, and by which networking paid off."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Sum
from django.utils.translation import gettext

from accounts.models import User
from contacts.kinds import BenefitKind
from goals.models import Outcome
from goals.tracing import Piece, Trail, gains_of

SHOWN = 8  # lines of a picture; the rest are one line


@dataclass(frozen=True, slots=True)
class Line:
    word: str
    worth: float
    outcomes: int
    percent: float  # of the longest line


@dataclass(frozen=True, slots=True)
class Tally:
    title: str
    first: str  # what the lines are, the heading of their column
    lines: Sequence[Line]
    note: str = ""


def tallies(user: User) -> list[Tally]:
    """A picture for each question that the outcomes answer."""
    outcomes = gains_of(user)
    if not outcomes:
        return []
    trail = Trail(user, outcomes)
    kinds = [(str(BenefitKind(each.kind).label), each.worth, each.pk) for each in outcomes]
    nothing = gettext("Nothing in particular")
    towards = [(each.towards or nothing, each.worth, each.pk) for each in outcomes]
    found = [
        Tally(gettext("By kind"), gettext("Kind"), lines(kinds)),
        Tally(gettext("By what you want"), gettext("Aspiration"), lines(towards)),
        Tally(
            gettext("By how you came to know people"),
            gettext("Way of meeting"),
            lines(trail.ways()),
        ),
        Tally(gettext("By industry"), gettext("Industry"), lines(trail.industries())),
        Tally(gettext("By event"), gettext("Event"), lines(trail.events())),
        Tally(
            gettext("By kind of activity"),
            gettext("Activity"),
            lines(trail.activities()),
            gettext(
                "Where an outcome came from no event, the conversations of the year before it with "
                "those who contributed share it evenly."
            ),
        ),
    ]
    return [tally for tally in found if tally.lines]


def money(user: User) -> list[tuple[str, object]]:
    """The sum named in each currency."""
    paid = Outcome.objects.of(user).living().exclude(money=None)
    return list(paid.values_list("currency").annotate(total=Sum("money")).order_by("currency"))


def lines(pieces: Iterable[Piece]) -> list[Line]:
    """Most first; equal ones by name. Together they are worth what the pieces are."""
    worth: dict[str, float] = defaultdict(float)
    seen: dict[str, set[int]] = defaultdict(set)
    for word, value, outcome in pieces:
        worth[word] += value
        seen[word].add(outcome)
    order = sorted(worth, key=lambda word: (-worth[word], word))
    if rest := order[SHOWN:]:
        other = gettext("Other")
        order = list(dict.fromkeys([*order[:SHOWN], other]))  # somebody may have typed that word
        for word in rest:
            if word != other:
                worth[other] += worth[word]
                seen[other] |= seen[word]
    most = max(worth.values(), default=0) or 1
    return [Line(word, worth[word], len(seen[word]), 100 * (worth[word] / most)) for word in order]
