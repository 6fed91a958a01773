"""Keeps what goals have counted, so that pages read a few days and not all that ever happened.

Ten conversations with each of a hundred thousand people are three hundred thousand a year. The
worker counts them by day; what happens later is counted live from the first day that it bears on,
so that a page always says what counting everything anew would say.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence

from django.utils import timezone

from goals.advising import COMPARED_PERIODS
from goals.counting import Wanted, days_counted, days_of
from goals.kinds import Counted
from goals.models import Goal, Recount
from goals.periods import Rhythm, periods_before
from goals.rules import Span

# Other kinds are few, whomever one knows.
MANY = {
    Counted.CONVERSATIONS,
    Counted.NEW_CONTACTS,
    Counted.FIRST_MEETINGS,
    Counted.HELP,
    Counted.NEW_PEOPLE,
}
# Of these it is announced when somebody comes to belong or no longer does. Strengths and days
# drift by themselves, and texts hold the names of organisations.
ANNOUNCED = {"tag", "circle", "role", "benefit"}
# What happened counts or not for such a goal by what is known of the person, if no more than
# whether they are in the trash.
ABOUT_PEOPLE = {
    Counted.NEW_CONTACTS,
    Counted.FIRST_MEETINGS,
    Counted.HELP,
    Counted.NEW_PEOPLE,
}
DAY = dt.timedelta(days=1)
AT_ONCE = dt.timedelta(days=31)  # counted at a time: what is read is held in memory


def by_day(goal: Goal, span: Span) -> Counter[dt.date]:
    """How many things were counted on each day, from what is kept as far as that still holds."""
    return all_by_day([(goal, span)])[0]


def all_by_day(wanted: Sequence[Wanted]) -> list[Counter[dt.date]]:
    """In the order of what is wanted; as many queries for many goals as for one."""
    known = [_known(goal, span) for goal, span in wanted]
    unknown = [(at, piece) for at, each in enumerate(wanted) for piece in _unknown(*each)]
    found = days_of([(wanted[at][0], piece) for at, piece in unknown])
    for (at, _), days in zip(unknown, found, strict=True):
        known[at].update(days)
    return known


def _known(goal: Goal, span: Span) -> Counter[dt.date]:
    kept = kept_for(goal)
    if kept is None:
        return Counter()
    first, last = span[0], min(span[1], goal.owner.today(), _holds_until(kept))
    days = ((dt.date.fromisoformat(text), number) for text, number in kept.days.items())
    return Counter({day: number for day, number in days if first <= day <= last})


def _unknown(goal: Goal, span: Span) -> list[Span]:
    """The days to be counted live: nothing is held on a day to come."""
    kept = kept_for(goal)
    if kept is None:
        return [span]
    first, last = span[0], min(span[1], goal.owner.today())
    until = _holds_until(kept)
    pieces = [(first, min(last, kept.first_on - DAY)), (max(first, until + DAY), last)]
    return [(start, end) for start, end in pieces if start <= end]


def kept_for(goal: Goal) -> Recount | None:
    """What is kept of this goal as it reads now; None where it is to be counted live."""
    if not is_kept(goal):
        return None
    kept: Recount | None = getattr(goal, "recount", None)
    if kept is None or kept.depends_on_people != _depends_on_people(goal):
        return None
    return kept if kept.computed_at >= goal.updated_at else None


def _depends_on_people(goal: Goal) -> bool:
    return goal.counts in ABOUT_PEOPLE or bool(goal.people or goal.person_id)


def is_kept(goal: Goal) -> bool:
    return bool(goal.pk) and goal.counts in MANY and goal.people.keys() <= ANNOUNCED


def is_due(goal: Goal) -> bool:
    """Whether the worker has something to count."""
    if not is_kept(goal):
        return False
    kept = kept_for(goal)
    return kept is None or kept.changed_since is not None or kept.last_on < goal.owner.today()


def goals_to_recount() -> list[tuple[int]]:
    active = Goal.objects.active().filter(counts__in=MANY, owner__is_active=True)
    return [(goal.pk,) for goal in active.select_related("owner", "recount") if is_due(goal)]


def recount(goal: Goal) -> None:
    """Bring what is kept up to date; run again, it changes nothing. What happens while it counts
    stays in doubt: it may have come too late to be seen.
    """
    began, today = timezone.now(), goal.owner.today()
    kept = kept_for(goal) or _begin(goal, began, today)
    until = _holds_until(kept)
    days = {day: number for day, number in kept.days.items() if day <= until.isoformat()}
    for span in _pieces(max(kept.first_on, until + DAY), today):
        days |= {day.isoformat(): n for day, n in Counter(days_counted(goal, span)).items()}
    mine = Recount.objects.filter(pk=kept.pk)
    mine.update(days=days, last_on=today, computed_at=began)
    mine.filter(changes=kept.changes).update(changed_since=None)


def _begin(goal: Goal, now: dt.datetime, today: dt.date) -> Recount:
    """Nothing is known yet, but what happens from now on is noticed."""
    facts = {
        "days": {},
        "first_on": _first_asked(goal, today),
        "last_on": today,
        "computed_at": now,
        "depends_on_people": _depends_on_people(goal),
        "changed_since": dt.date.min,
    }
    return Recount.objects.update_or_create(goal=goal, defaults=facts)[0]


def _holds_until(kept: Recount) -> dt.date:
    """The last day for which nothing is in doubt."""
    if kept.changed_since is None:
        return kept.last_on
    if kept.changed_since <= kept.first_on:
        return kept.first_on - DAY
    return min(kept.last_on, kept.changed_since - DAY)


def _first_asked(goal: Goal, today: dt.date) -> dt.date:
    """The first day that a page of the goal looks at."""
    if not goal.rhythm:
        return goal.starts_on
    compared = periods_before(today, COMPARED_PERIODS, Rhythm(goal.rhythm), goal.owner.week_start)
    return min(goal.starts_on, compared[0].first)


def _pieces(first: dt.date, last: dt.date) -> Iterator[Span]:
    while first <= last:
        end = min(last, first + AT_ONCE - DAY)
        yield first, end
        first = end + DAY
