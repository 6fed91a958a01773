"""Thanks to those an outcome is credited to: a promise, kept on the day they are thanked."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext

from accounts.models import User
from goals.credits import Credited
from goals.models import Outcome, Thanks
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
def promise_thanks(user: User, outcome: Outcome, credit: Credited) -> Thanks:
    """One promise at a time for each person and outcome; one let go makes room for another."""
    known = Thanks.objects.filter(outcome=outcome, contact=credit.person)
    known = known.select_related("follow_up")
    for each in known:
        if is_standing(each):
            return each
    known.delete()
    due = user.today() + WITHIN
    follow_up = promise(user, credit.person, words(credit, outcome), due)
    return Thanks.objects.create(outcome=outcome, contact=credit.person, follow_up=follow_up)


def thanks_for(outcome: Outcome) -> dict[int, Thanks]:
    """Promises to thank that stand or were kept, by the id of the person."""
    rows = Thanks.objects.filter(outcome=outcome).select_related("follow_up")
    return {each.contact_id: each for each in rows if is_standing(each)}


def is_standing(thanks: Thanks) -> bool:
    return thanks.follow_up.skipped_on is None and thanks.follow_up.deleted_at is None
