"""Lets goals, aspirations, outcomes and brand activity be found by their words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext_lazy as _

from accounts.models import User
from contacts.findable import Kind, lines
from contacts.searching import Entry
from goals import found
from goals.models import Aspiration, BrandActivity, Goal, Need, Outcome, Step

CHUNK = 500  # people asked for in one query; an import announces thousands


def _goals(goals: Sequence[Goal]) -> Iterator[Entry]:
    steps: defaultdict[int, list[str]] = defaultdict(list)
    for pk, title in Step.objects.filter(goal__in=goals).values_list("goal", "title"):
        steps[pk].append(title)
    for each in goals:
        text = lines(each.next_step, each.if_when, each.then_what, *steps[each.pk])
        yield Entry(each.owner_id, "goal", each.uid, None, each.title, text, on=each.starts_on)


def _aspirations(aspirations: Sequence[Aspiration]) -> Iterator[Entry]:
    needs: defaultdict[int, list[str]] = defaultdict(list)
    needed = Need.objects.filter(aspiration__in=aspirations)
    needed = needed.exclude(person__deleted_at__isnull=False)
    for pk, *words in needed.values_list("aspiration", "value", "person__name"):
        needs[pk] += [word for word in words if word]
    owners = User.objects.in_bulk({each.owner_id for each in aspirations})
    for each in aspirations:
        text, on = lines(each.why, *needs[each.pk]), owners[each.owner_id].day_of(each.created_at)
        yield Entry(each.owner_id, "aspiration", each.uid, None, each.title, text, on=on)


def _outcomes(outcomes: Sequence[Outcome]) -> Iterator[Entry]:
    for each in outcomes:
        yield Entry(each.owner_id, "outcome", each.uid, None, each.what, each.notes, on=each.on)


def _activities(activities: Sequence[BrandActivity]) -> Iterator[Entry]:
    for each in activities:
        text = lines(each.notes, each.link)
        yield Entry(each.owner_id, "brand", each.uid, None, each.title, text, on=each.on)


GOALS = Kind("goal", _("Goals"), "target", Goal, _goals, found.goals)
ASPIRATIONS = Kind(
    "aspiration", _("Aspirations"), "sprout", Aspiration, _aspirations, found.aspirations
)
OUTCOMES = Kind("outcome", _("Outcomes"), "trophy", Outcome, _outcomes, found.outcomes)
BRAND = Kind(
    "brand", _("Brand activity"), "thumbs-up", BrandActivity, _activities, found.activities
)
KINDS = (GOALS, ASPIRATIONS, OUTCOMES, BRAND)


def index_aspirations_with(contact_ids: Iterable[int]) -> None:
    """Aspirations name whom they need: another name, or none in the trash, is to be found there."""
    ids = list(contact_ids)
    for start in range(0, len(ids), CHUNK):
        needing = Aspiration.objects.filter(needs__person__in=ids[start : start + CHUNK])
        if aspirations := list(needing.distinct()):
            ASPIRATIONS.index(aspirations)
