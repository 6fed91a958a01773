"""What the search found of the goals room, as it was written and where it stands."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from accounts.models import User
from contacts.findable import Shown
from goals.models import Aspiration, BrandActivity, Goal, Outcome


def goals(user: User, uids: Sequence[UUID]) -> Iterator[Shown]:
    mine = Goal.objects.of(user).living().filter(uid__in=uids).prefetch_related("steps")
    for each in mine:
        steps = (step.title for step in each.steps.all())
        texts = (each.next_step, each.if_when, each.then_what, *steps)
        yield Shown(each.uid, each.title, each.get_absolute_url(), each.starts_on, texts)


def aspirations(user: User, uids: Sequence[UUID]) -> Iterator[Shown]:
    mine = Aspiration.objects.of(user).living().filter(uid__in=uids)
    for each in mine.prefetch_related("needs__person"):
        here = [n for n in each.needs.all() if not (n.person and n.person.deleted_at)]
        texts = (each.why, *(need.who for need in here))
        on = user.day_of(each.created_at)
        yield Shown(each.uid, each.title, each.get_absolute_url(), on, texts)


def outcomes(user: User, uids: Sequence[UUID]) -> Iterator[Shown]:
    for each in Outcome.objects.of(user).living().filter(uid__in=uids):
        beside = str(each.get_kind_display())
        yield Shown(each.uid, each.what, each.get_absolute_url(), each.on, (each.notes,), beside)


def activities(user: User, uids: Sequence[UUID]) -> Iterator[Shown]:
    for each in BrandActivity.objects.of(user).living().filter(uid__in=uids):
        beside, texts = str(each.get_kind_display()), (each.notes, each.link)
        yield Shown(each.uid, each.title, each.get_absolute_url(), each.on, texts, beside)
