"""Why a need is covered as far as it is, as codes and numbers: templates put them into words.

The facts of each code, for a need:
  covered            percent, points, target, people
  uncovered          target: nobody serves it
  leans_on           uid, percent (without them)
  expand             new_people, faint (who fits but is too faint to count)
  reconnect          people
  deepen             people
  deepen_and_expand  people, new_people, faint

and for a person in it:
  person             this is who the need asks for
  marked             fits and is marked with the benefit
  unmarked           percent: fits, the benefit is not marked
  distant            strength, full_from: a stronger tie would serve better
  dormant_strong     then: what the tie was at the last contact, for which it still counts
  overlap            percent: lost because they lead to people whom one knows anyway
"""

from network.coverage import NEGLIGIBLE, Coverage, Part
from network.needs import OVERLAP_COST, UNMARKED, Need
from strength.explaining import Fact, Line

LEANS_FROM = 0.25  # share that hangs on one person and is worth a remark; design


def explain(coverage: Coverage) -> list[Line]:
    """How far it is covered, whom that leans on, what would close the gap."""
    return [_covered(coverage), *_leaning(coverage), *_action(coverage)]


def explain_part(part: Part, need: Need) -> list[Line]:
    """Why this person counts, then why not for more."""
    facts: dict[str, Fact] = {"percent": 100 * UNMARKED} if part.fit == "unmarked" else {}
    return [Line(part.fit, part.points, facts=facts), *_closeness(part, need), *_overlap(part)]


def _covered(coverage: Coverage) -> Line:
    target = coverage.need.target
    if coverage.points <= NEGLIGIBLE:
        return Line("uncovered", 0.0, target, {"target": target})
    facts: dict[str, Fact] = {
        "percent": 100 * coverage.share,
        "points": coverage.points,
        "target": target,
        "people": len(coverage.parts),
    }
    return Line("covered", coverage.points, target, facts)


def _leaning(coverage: Coverage) -> list[Line]:
    best = coverage.best
    if best is None or coverage.fragility < LEANS_FROM:
        return []
    return [
        Line(
            "leans_on",
            facts={"uid": best.person.uid, "percent": 100 * coverage.without_best},
        )
    ]


def _action(coverage: Coverage) -> list[Line]:
    action = coverage.action
    if action.course == "keep":
        return []
    facts: dict[str, Fact] = {}
    if action.who:
        facts["people"] = len(action.who)
    if action.new_people:
        facts["new_people"] = action.new_people
        facts["faint"] = len(coverage.faint)
    return [Line(action.course, facts=facts)]


def _closeness(part: Part, need: Need) -> list[Line]:
    """A dormant strong tie is told as such only where that makes it count for more."""
    person = part.person
    plain = need.ramp.at(person.strength)
    lines = []
    if part.usefulness > plain * part.ceiling + NEGLIGIBLE:
        lines.append(Line("dormant_strong", facts={"then": person.strength_at_last_contact}))
    if part.room > NEGLIGIBLE:
        told: dict[str, Fact] = {"strength": person.strength, "full_from": need.ramp.full}
        lines.append(Line("distant", facts=told))
    return lines


def _overlap(part: Part) -> list[Line]:
    if part.ceiling >= 1:
        return []
    return [Line("overlap", facts={"percent": 100 * OVERLAP_COST * part.person.redundancy})]
