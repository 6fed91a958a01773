"""How like oneself one's people are, which positions one reaches, and how help went: as stored."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from contacts.kinds import Seniority
from network.balancing import balance
from network.diversity import Homophily, by_head, by_strength, homophily, reach
from network.gathering import Acquaintance
from network.people import Person

ALIKE_IN = ("industry", "organisation", "seniority", "place")  # a role is what others are to one
LADDER = [str(value) for value in Seniority.values]  # from the lowest
BALANCED = 12  # people with whom help was exchanged, told by name
LIKENESS, REACH, HELP = "likeness", "reach", "help"


def standing_findings(known: Acquaintance) -> dict[str, Any]:
    return {
        LIKENESS: [_likeness(known, kind) for kind in ALIKE_IN],
        REACH: reach_findings(known.people),
        HELP: _help(known),
    }


def reach_findings(people: Iterable[Person]) -> dict[str, Any]:
    """Over the levels of seniority: the measures of the position generator."""
    return asdict(reach(people, LADDER))


def _likeness(known: Acquaintance, kind: str) -> dict[str, Any]:
    own = sorted(value for each, value in known.own if each == kind)
    views = {
        "by_head": homophily(known.people, kind, own, by_head),
        "by_strength": homophily(known.people, kind, own, by_strength),
    }
    return {
        "kind": kind,
        "own": [known.spelt(kind, value) for value in own],
        **{name: _index(view) for name, view in views.items()},
    }


def _index(found: Homophily | None) -> dict[str, Any] | None:
    """None while one's own is unknown."""
    if found is None:
        return None
    return {"same": found.same, "other": found.other, "index": found.index}


def _help(known: Acquaintance) -> dict[str, Any]:
    found = balance(known.favours, {each.uid: each.strength for each in known.people})
    return {
        "given": dict(found.given),
        "received": dict(found.received),
        "given_weight": found.given_weight,
        "received_weight": found.received_weight,
        "people": [asdict(each) for each in found.people[:BALANCED]],
        "number": len(found.people),
        "good_turn": found.good_turn,
        "may_be_asked": found.may_be_asked,
    }
