"""What a goal counts and with whom, in words: "Conversations held with people tagged “climate”"."""

from collections.abc import Iterator

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from contacts.filtering import PeopleFilter
from contacts.kinds import BenefitKind, Circle, Role, Seniority
from goals.kinds import Counted
from goals.models import Goal
from goals.narrowing import takes_channel, takes_people
from interactions.kinds import Channel

CHANNELS: dict[str, Promise] = {
    Channel.IN_PERSON: gettext_lazy("in person"),
    Channel.VIDEO: gettext_lazy("by video"),
    Channel.PHONE: gettext_lazy("by phone"),
    Channel.MESSAGE: gettext_lazy("by message"),
    Channel.SOCIAL: gettext_lazy("on social media"),
}
# One person, and people of some description.
WITH = (gettext_lazy("with %(name)s"), gettext_lazy("with people %(which)s"))
TO = (gettext_lazy("to %(name)s"), gettext_lazy("to people %(which)s"))
AMONG = (gettext_lazy("about %(name)s"), gettext_lazy("among people %(which)s"))
SAID_OTHERWISE = {
    Counted.HELP: TO,
    Counted.PROMISES: TO,
    Counted.INTRODUCTIONS: AMONG,
    Counted.NEW_CONTACTS: AMONG,
    Counted.NEW_PEOPLE: AMONG,
}
# In the order in which they are said.
DESCRIBED = {
    "role": gettext_lazy("in the role “%(value)s”"),
    "tag": gettext_lazy("tagged “%(value)s”"),
    "circle": gettext_lazy("of the circle “%(value)s”"),
    "benefit": gettext_lazy("who may bring “%(value)s”"),
    "seniority": gettext_lazy("of the seniority “%(value)s”"),
    "industry": gettext_lazy("from the industry “%(value)s”"),
    "place": gettext_lazy("in %(value)s"),
    "organisation": gettext_lazy("at %(value)s"),
    "text": gettext_lazy("found by “%(value)s”"),
}
LABELS = {
    "role": Role.choices,
    "circle": Circle.choices,
    "benefit": BenefitKind.choices,
    "seniority": Seniority.choices,
}


def narrowed_words(goal: Goal) -> str:
    """To whom, and to which way of talking; empty where anything with anybody counts."""
    said = [_whom(goal)] if takes_people(goal.counts) else []
    if takes_channel(goal.counts, goal.channel):
        said.append(str(CHANNELS[goal.channel]))
    return ", ".join(filter(None, said))


def counted_words(goal: Goal) -> str:
    is_strength = goal.counts == Counted.STRENGTH
    what = gettext("A relationship") if is_strength else goal.get_counts_display()
    return f"{what} {narrowed_words(goal)}".strip()


def _whom(goal: Goal) -> str:
    """One person named stands before every description of people, as in the counting."""
    of_one, of_people = SAID_OTHERWISE.get(Counted(goal.counts), WITH)
    if goal.person:
        return str(of_one) % {"name": goal.person.name}
    which = ", ".join(_which(PeopleFilter.read(goal.people)))
    return str(of_people) % {"which": which} if which else ""


def _which(people: PeopleFilter) -> Iterator[str]:
    for name, words in DESCRIBED.items():
        if value := getattr(people, name):
            yield str(words) % {"value": dict(LABELS.get(name, ())).get(value, value)}
