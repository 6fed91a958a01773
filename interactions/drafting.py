"""What to write when one introduces, or asks to be introduced: a draft to copy and make one's own.

Nothing is sent. A draft says who is who, what for, and what the two have in common.
"""

from collections import defaultdict
from typing import NamedTuple

from django.utils.translation import gettext

from contacts.models import Benefit, Contact, Interest
from interactions.models import Introduction
from interactions.people_meant import work_of


class Draft(NamedTuple):
    title: str
    text: str


def noted_benefits(introduction: Introduction) -> list[Benefit]:
    """What the two may bring, as oneself noted: to think of, not to be copied."""
    two = [introduction.first, introduction.second]
    return list(Benefit.objects.filter(contact__in=two).select_related("contact").order_by("id"))


def drafts(introduction: Introduction) -> list[Draft]:
    """Those that are of use at its stage: to ask each side first, then the introduction itself."""
    if not introduction.is_pending:
        return []
    if introduction.introducer.is_self:
        return _of_mine(introduction)
    if introduction.first.is_self:
        return [_request(introduction)]
    return []


def _of_mine(introduction: Introduction) -> list[Draft]:
    first, second = introduction.first, introduction.second
    lines = _Lines([first, second])
    found = []
    if not introduction.first_agreed_on:
        found.append(_question(lines, first, second, introduction.why))
    if not introduction.second_agreed_on:
        found.append(_question(lines, second, first, introduction.why))
    parts = [
        gettext("%(first)s, %(second)s,") % {"first": _call(first), "second": _call(second)},
        "",
        gettext("I would like you two to know each other."),
        lines.who(first),
        lines.who(second),
        *lines.between(introduction.why),
        "",
        gettext("I leave it to you from here."),
    ]
    both = {"first": _call(first), "second": _call(second)}
    found.append(Draft(gettext("To %(first)s and %(second)s") % both, "\n".join(parts)))
    return found


def _question(lines: "_Lines", to: Contact, other: Contact, why: str) -> Draft:
    names = {"to": _call(to), "other": other.name}
    parts = [
        gettext("%(to)s, may I introduce you to %(other)s?") % names,
        lines.who(other),
        *lines.between(why),
        gettext("Say no without a reason; I have promised nothing."),
    ]
    return Draft(gettext("To ask %(to)s") % names, "\n".join(parts))


def _request(introduction: Introduction) -> Draft:
    names = {"to": _call(introduction.introducer), "other": introduction.second.name}
    parts = [gettext("%(to)s, would you introduce me to %(other)s?") % names]
    if introduction.why:
        parts.append(gettext("What for: %(why)s.") % {"why": introduction.why.rstrip(".")})
    parts.append(
        gettext("Ask them first, and say no if it does not suit you. I can send you a few lines "
                "about me to pass on.")
    )  # fmt: skip
    return Draft(gettext("To ask %(to)s") % names, "\n".join(parts))


class _Lines:
    """Sentences about two people. What they may bring is one's own opinion and stays out."""

    def __init__(self, people: list[Contact]) -> None:
        self.work = work_of([str(each.uid) for each in people])
        self.interests: dict[int, list[str]] = defaultdict(list)
        for interest in Interest.objects.filter(contact__in=people).order_by("id"):
            self.interests[interest.contact_id].append(interest.name)
        self.people = people

    def who(self, person: Contact) -> str:
        work = self.work.get(str(person.uid), "")
        return f"{person.name} ({work})." if work else f"{person.name}."

    def between(self, why: str) -> list[str]:
        first, second = ({name.casefold(): name for name in self.interests[each.pk]}
                         for each in self.people)  # fmt: skip
        shared = [name for key, name in first.items() if key in second]
        said = [gettext("Why: %(why)s.") % {"why": why.rstrip(".")}] if why else []
        if shared:
            common = {"topics": ", ".join(shared)}
            said.append(gettext("You both care about %(topics)s.") % common)
        return said


def _call(person: Contact) -> str:
    return person.nickname or person.given or person.name
