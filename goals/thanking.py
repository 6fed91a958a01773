"""Thanks to those an outcome is credited to: a promise, kept on the day they are thanked."""

import datetime as dt

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext

from accounts.models import User
from contacts.models import Contact
from goals.credits import Credited
from goals.models import Outcome, Thanks
from interactions.models import FollowUp
from interactions.promising import promise

WITHIN = dt.timedelta(days=3)  # thanks that come later than this read as an afterthought; design
LONGEST = 300  # letters of a promise


def words(credit: Credited, outcome: Outcome) -> str:
    """Ann is thanked for introducing Bob, Bob for what he did."""
    name = credit.person.given or credit.person.name
    if credit.introduced:
        others = " · ".join(each.given or each.name for each in credit.introduced)
        said = gettext("Thank %(name)s, who introduced you to %(others)s")
        return (said % {"name": name, "others": others})[:LONGEST]
    said = gettext("Thank %(name)s for “%(what)s”")
    return (said % {"name": name, "what": outcome.what})[:LONGEST]


@transaction.atomic
def promise_thanks(user: User, outcome: Outcome, credit: Credited) -> FollowUp:
    """One promise at a time for each person and outcome; one let go makes room for another."""
    asked = Thanks.objects.filter(outcome=outcome, contact=credit.person)
    standing = FollowUp.objects.filter(thanks__in=_standing(asked)).first()
    if standing:
        return standing
    asked.delete()
    due = user.today() + WITHIN
    follow_up = promise(user, credit.person, words(credit, outcome), due)
    Thanks.objects.create(outcome=outcome, contact=credit.person, follow_up=follow_up)
    return follow_up


def need_none(outcome: Outcome, person: Contact) -> None:
    """Nobody is asked any more to thank them for it; what was promised stays promised."""
    Thanks.objects.get_or_create(outcome=outcome, contact=person)


def need_some_after_all(outcome: Outcome, person: Contact) -> None:
    Thanks.objects.filter(outcome=outcome, contact=person, follow_up=None).delete()


def thanks_for(outcome: Outcome) -> dict[int, Thanks]:
    """Promises to thank that stand or were kept, by the id of the person."""
    rows = _standing(Thanks.objects.filter(outcome=outcome)).select_related("follow_up")
    return {each.contact_id: each for each in rows}


def _standing(thanks: QuerySet[Thanks]) -> QuerySet[Thanks]:
    return thanks.exclude(follow_up=None).filter(
        follow_up__skipped_on=None, follow_up__deleted_at=None
    )
