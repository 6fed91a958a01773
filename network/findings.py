"""The assessment as it is stored: plain numbers and uids. Of people it holds no names; groups, as
industries and organisations, stand as most people write them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from math import fsum
from typing import Any

from goals.models import Need as StoredNeed
from network.assessing import Assessment, assess
from network.coverage import Coverage, Part
from network.diversity import View, concentration_of_people, diversity
from network.explaining import explain, explain_part
from network.gathering import Acquaintance, mark_of
from network.layers import layers
from network.needs import Need
from network.people import Person, counted
from network.standing_findings import reach_findings, standing_findings
from network.structure import sole_clusters, sole_links, structure
from strength.explaining import Line

KINDS = ("industry", "organisation", "role", "seniority", "place", "how_met")
GROUPS = 8  # of each kind that are told by name
PARTS = 8  # people of each need that are told by name
LISTED = 20  # dormant ties
SOLE_LINKS = 10
REDUNDANCY = "dormant_redundancy"
Findings = dict[str, Any]


def findings_of(known: Acquaintance, needs: Iterable[StoredNeed]) -> Findings:
    asked = list(needs)
    return {
        "layers": asdict(layers(known.people)),
        "diversity": [_diversity(known, kind) for kind in KINDS],
        "people": _concentration(known),
        "sole_links": _sole_links(known),
        "dormant": _dormant(known),
        REDUNDANCY: _redundancy(known),
        "structure": _structure(counted(known.people), known),
        **standing_findings(known),
        **_wants(known, asked),
    }


def engine_need(need: StoredNeed) -> Need:
    """What the user wrote, as the engine compares it."""
    if need.sought == "person":
        sought = ("person", str(need.person.uid) if need.person else "")
    else:
        sought = mark_of(need.sought, need.value)
    return Need(
        str(need.uid),
        sought,
        need.benefit,
        need.importance,
        need.wanted,
        is_less_digital=need.sought == "industry" and need.is_less_digital,
    )


def _wants(known: Acquaintance, needs: Sequence[StoredNeed]) -> Findings:
    by_aspiration: dict[str, list[Need]] = {}
    for need in needs:
        by_aspiration.setdefault(str(need.aspiration.uid), []).append(engine_need(need))
    assessed = {uid: assess(each, known.people) for uid, each in by_aspiration.items()}
    return {
        "aspirations": {uid: _aspiration(each, known) for uid, each in assessed.items()},
        "needs": {
            coverage.need.uid: _need(coverage)
            for assessment in assessed.values()
            for coverage in assessment.needs
        },
    }


def _aspiration(assessment: Assessment, known: Acquaintance) -> Findings:
    people = {
        part.person.uid: part.person for coverage in assessment.needs for part in coverage.parts
    }
    return {
        "share": assessment.share,
        "served": assessment.extensity,
        "asked": len(assessment.needs),
        "dependence": assessment.dependence()[:3],
        "structure": _structure(people.values(), known),
        "reach": reach_findings(people.values()),
    }


def _need(coverage: Coverage) -> Findings:
    action = coverage.action
    return {
        "share": coverage.share,
        "points": coverage.points,
        "target": coverage.need.target,
        "without_best": coverage.without_best,
        "lines": _told(explain(coverage)),
        "parts": [_part(part, coverage.need) for part in coverage.parts[:PARTS]],
        "people": len(coverage.parts),
        "faint": coverage.faint[:PARTS],
        "faint_people": len(coverage.faint),
        "course": action.course,
        "who": action.who[:PARTS],
        "new_people": action.new_people,
    }


def _part(part: Part, need: Need) -> Findings:
    lines = _told(explain_part(part, need))
    return {"uid": part.person.uid, "points": part.points, "lines": lines}


def _told(lines: Iterable[Line]) -> list[Findings]:
    return [{"code": line.code, "facts": dict(line.facts)} for line in lines]


def _diversity(known: Acquaintance, kind: str) -> Findings:
    found = diversity(known.people, kind)
    return {
        "kind": kind,
        "by_head": _view(found.by_head),
        "by_strength": _view(found.by_strength),
        "groups": _groups(known, found.by_head, found.by_strength, kind),
    }


def _view(view: View) -> Findings:
    spread = view.spread
    if spread is None:
        return {"known": view.known}
    return {
        "known": view.known,
        "effective": spread.effective,
        "blau": spread.blau,
        "groups": len(spread.shares),
    }


def _groups(known: Acquaintance, heads: View, strengths: View, kind: str) -> list[Findings]:
    """The largest, with their shares by head and by strength."""
    if heads.spread is None:
        return []
    weighted = strengths.spread.shares if strengths.spread else {}
    return [
        {
            "name": known.spelt(kind, value),
            "by_head": share,
            "by_strength": weighted.get(value, 0.0),
        }
        for value, share in list(heads.spread.shares.items())[:GROUPS]
    ]


def _concentration(known: Acquaintance) -> Findings | None:
    """How many equally close people all closeness amounts to, and what the closest five hold."""
    spread = concentration_of_people(known.people)
    if spread is None:
        return None
    shares = list(spread.shares.values())
    return {
        "effective": spread.inverse_simpson,
        "people": len(shares),
        "closest": min(5, len(shares)),
        "closest_share": fsum(shares[:5]),
    }


def _sole_links(known: Acquaintance) -> Findings:
    """Industries and organisations that one reaches through a single person, by the strongest of
    these people, and clusters of people whom one hardly knows oneself.
    """
    return {
        **_sole_of(known, "industry", "industries", "shown"),
        **_sole_of(known, "organisation", "organisations", "shown_organisations"),
        "clusters": sole_clusters(known.people, known.clusters)[:SOLE_LINKS],
    }


def _sole_of(known: Acquaintance, kind: str, number: str, shown: str) -> Findings:
    strength = {person.uid: person.strength for person in known.people}
    links = sole_links(known.people, kind)
    by_strength = sorted(links.items(), key=lambda link: (-strength[link[1]], link[0]))
    told = [
        {"name": known.spelt(kind, value), "uid": uid} for value, uid in by_strength[:SOLE_LINKS]
    ]
    return {number: len(links), shown: told}


def _dormant(known: Acquaintance) -> list[Findings]:
    """Once strong ties that went quiet, those that were strongest first."""
    ties = [person for person in known.people if person.is_dormant_strong]
    ties.sort(key=lambda person: (-(person.strength_at_last_contact or 0), person.uid))
    return [
        {"uid": person.uid, "then": person.strength_at_last_contact, "now": person.strength}
        for person in ties[:LISTED]
    ]


def _redundancy(known: Acquaintance) -> dict[str, float]:
    """Of all dormant strong ties, so that they can be told apart; who has none is left out."""
    ties = [person for person in known.people if person.is_dormant_strong and person.redundancy]
    return {person.uid: round(person.redundancy, 3) for person in ties}


def _structure(people: Iterable[Person], known: Acquaintance) -> Findings | None:
    """None where too few relations among them are on record for the figures to mean anything."""
    found = structure({each.uid: each.weight for each in people}, known.relations)
    if not found.is_meaningful:
        return None
    groups = [cluster for cluster in found.clusters if len(cluster) > 1]
    return {
        "people": found.people,
        "relations": found.relations,
        "effective_size": found.effective_size,
        "efficiency": found.efficiency,
        "constraint": found.constraint,
        "groups": [{"people": len(group), "some": group[:3]} for group in groups[:GROUPS]],
        "apart": len(found.sole_links),
    }
