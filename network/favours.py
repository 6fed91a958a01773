"""Help given and received over a year as a page shows it: a picture that is its own table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interactions.kinds import HelpSize
from network.acting import Acquainted, acquainted
from network.findings import Findings
from network.reading import Named, Reading
from network.standing_findings import HELP


@dataclass(frozen=True, slots=True)
class Exchange:
    """With one person; the shares are of the most that went either way with anybody."""

    person: Named
    given: int
    received: int
    given_share: float
    received_share: float
    help_url: str


@dataclass(frozen=True, slots=True)
class Turn:
    person: Named
    help_url: str


@dataclass(frozen=True, slots=True)
class HelpShown:
    sentences: Sequence[str]
    people: Sequence[Exchange]
    hidden: int
    good_turn: Sequence[Turn]
    may_be_asked: Sequence[Acquainted]


def help_shown(reading: Reading) -> HelpShown | None:
    """None where the assessment is older than this figure."""
    found = reading.findings.get(HELP)
    if found is None:
        return None
    most = max((max(e["given_weight"], e["received_weight"]) for e in found["people"]), default=1)
    people = [each for each in found["people"] if each["uid"] in reading.people]
    return HelpShown(
        sentences=_sentences(found),
        people=[_exchange(each, reading, most) for each in people],
        hidden=found["number"] - len(found["people"]),
        good_turn=_turns(found["good_turn"], reading),
        may_be_asked=acquainted(found["may_be_asked"], reading),
    )


def _sentences(found: Findings) -> list[str]:
    given, received = found["given"], found["received"]
    if not given and not received:
        return []
    return [
        ngettext(
            "You helped %(count)d time: %(sizes)s.",
            "You helped %(count)d times: %(sizes)s.",
            sum(given.values()),
        )
        % {"count": sum(given.values()), "sizes": _sizes(given)}
        if given
        else _("You noted no help given."),
        ngettext(
            "You were helped %(count)d time: %(sizes)s.",
            "You were helped %(count)d times: %(sizes)s.",
            sum(received.values()),
        )
        % {"count": sum(received.values()), "sizes": _sizes(received)}
        if received
        else _("You noted no help received."),
    ]


def _sizes(numbers: Mapping[str, int]) -> str:
    """As "2 large, 1 small", the largest first."""
    said = [
        f"{numbers[size]} {HelpSize(size).label.lower()}"
        for size in reversed(HelpSize.values)
        if numbers.get(size)
    ]
    return ", ".join(said)


def _exchange(found: Findings, reading: Reading, most: float) -> Exchange:
    return Exchange(
        reading.people[found["uid"]],
        found["given"],
        found["received"],
        found["given_weight"] / most,
        found["received_weight"] / most,
        reverse("interactions:help", args=[found["uid"]]),
    )


def _turns(uids: Sequence[str], reading: Reading) -> list[Turn]:
    return [
        Turn(reading.people[uid], f"{reverse('interactions:help', args=[uid])}?by=given")
        for uid in uids
        if uid in reading.people
    ]
