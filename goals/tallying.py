"""What came of it: outcomes summed up by kind, aspiration and how one came to know people."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import F, Sum
from django.utils.translation import gettext

from accounts.models import User
from contacts.kinds import BenefitKind
from goals.crediting import SIZES, introducers
from goals.introducing import links_of, self_id
from goals.models import Contribution, Outcome
from goals.outcomes import parts
from interactions.models import Participant

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


Piece = tuple[str, float, int]  # word, worth, the outcome it is a piece of


def tallies(user: User) -> list[Tally]:
    """Three pictures; empty without outcomes. Values instead of objects: there may be many."""
    outcomes = list(Outcome.objects.of(user).living().select_related("aspiration").order_by("pk"))
    if not outcomes:
        return []
    kinds = [(str(BenefitKind(each.kind).label), _worth(each), each.pk) for each in outcomes]
    towards = [(_aspiration(each), _worth(each), each.pk) for each in outcomes]
    return [
        Tally(gettext("By kind"), gettext("Kind"), lines(kinds)),
        Tally(gettext("By what you want"), gettext("Aspiration"), lines(towards)),
        Tally(
            gettext("By how you came to know people"),
            gettext("Way of meeting"),
            lines(_ways(user, outcomes)),
        ),
    ]


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


def _worth(outcome: Outcome) -> float:
    return SIZES[outcome.size]


def _aspiration(outcome: Outcome) -> str:
    return outcome.aspiration.title if outcome.aspiration else gettext("Nothing in particular")


def _ways(user: User, outcomes: Sequence[Outcome]) -> list[Piece]:
    """Each contributor's part under the way one came to know them."""
    contributions: dict[int, list[Contribution]] = defaultdict(list)
    for each in Contribution.objects.filter(outcome__in=outcomes).select_related("contact"):
        contributions[each.outcome_id].append(each)
    people = {each.contact_id for some in contributions.values() for each in some}
    links = links_of(user, people, self_id(user))
    there = _met_at_events(people)
    through = gettext("Through an introduction")
    pieces: list[Piece] = []
    for outcome in outcomes:
        named = contributions[outcome.pk]
        if outcome.event_id:
            pieces.append((gettext("At an event"), _worth(outcome), outcome.pk))
        elif not named:
            pieces.append((gettext("Nobody named"), _worth(outcome), outcome.pk))
        else:
            in_time = [each for each in links if each.person in {one.contact_id for one in named}]
            introduced = introducers(in_time, outcome.on)
            pieces += _pieces(outcome, named, there | dict.fromkeys(introduced, through))
    return pieces


def _pieces(
    outcome: Outcome, named: Sequence[Contribution], known: Mapping[int, str]
) -> list[Piece]:
    part = parts(named)
    unknown = gettext("Not noted how")
    return [
        (
            known.get(each.contact_id) or each.contact.how_met or unknown,
            _worth(outcome) * part[each.contact_id],
            outcome.pk,
        )
        for each in named
    ]


def _met_at_events(people: set[int]) -> dict[int, str]:
    """Those whose first conversation was at an event, with the word for it."""
    first = Participant.objects.filter(
        contact__in=people,
        interaction__deleted_at=None,
        interaction__event__isnull=False,
        interaction__on=F("contact__first_contact_on"),
    )
    return dict.fromkeys(first.values_list("contact", flat=True), gettext("At an event"))
