"""How a goal stands and what it asks for, in words."""

import datetime as dt
from math import ceil

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, ngettext

from goals.kinds import Counted
from goals.milestones import Route
from goals.models import Goal
from goals.pacing import Pace
from goals.progress import Progress
from goals.relationships import Relationship
from goals.standing import Standing
from goals.streaks import Streak
from netcrm.lib.days import in_order
from netcrm.lib.marks import whole

STANDINGS = {
    Standing.ACHIEVED: gettext_lazy("done"),
    Standing.ON_TRACK: gettext_lazy("on track"),
    Standing.AT_RISK: gettext_lazy("at risk"),
    Standing.BEHIND: gettext_lazy("behind"),
    Standing.MISSED: gettext_lazy("missed"),
}
# One shape each, so that colour is never the only sign.
ICONS = {
    Standing.ACHIEVED: "circle-check",
    Standing.ON_TRACK: "thumbs-up",
    Standing.AT_RISK: "clock",
    Standing.BEHIND: "triangle-alert",
    Standing.MISSED: "x",
}
FORESEEN = 4  # times the length of a goal: as far as a forecast goes; design
KINDS = {Standing.AT_RISK: "care", Standing.BEHIND: "alarm", Standing.MISSED: "alarm"}

RULES: dict[str, Promise] = {
    Counted.EVENTS: gettext_lazy("Events that you marked as attended, on their first day."),
    Counted.NEW_CONTACTS: gettext_lazy(
        "The first time you wrote to or spoke with somebody, answered or not; each person once. "
        "Whoever you knew before does not count, nor does whoever came with an import, "
        "unless you say since when you know them."
    ),
    Counted.CONVERSATIONS: gettext_lazy(
        "Conversations held; messages without a reply do not count."
    ),
    Counted.FIRST_MEETINGS: gettext_lazy(
        "The first time you met somebody in person or by video; each person once. "
        "Whoever you knew before does not count, nor does whoever came with an import, "
        "unless you say since when you know them."
    ),
    Counted.HELP: gettext_lazy("Help that you gave."),
    Counted.INTRODUCTIONS: gettext_lazy("Introductions that you made, on the day they were made."),
    Counted.BRAND: gettext_lazy("Talks, articles, posts and the like."),
    Counted.PROMISES: gettext_lazy("Promises of yours, on the day you kept them."),
    Counted.NEW_PEOPLE: gettext_lazy(
        "People added here whom you did not know before. Whoever came with an import counts "
        "only if you say since when you know them."
    ),
    Counted.STRENGTH: gettext_lazy(
        "Reached with the strength asked for, and five meetings in person or by video: "
        "one good evening is no relationship."
    ),
}


def day_of(day: dt.date) -> str:
    return in_order(day, "j F")


def left_words(days: int) -> str:
    if days <= 1:
        return gettext("the last day") if days else gettext("the time is over")
    return ngettext("%(days)s day left", "%(days)s days left", days) % {"days": days}


def standing_words(progress: Progress) -> str:
    """One line: what is done, what is left, and until when that is fine."""
    if progress.relationship:
        return relationship_words(progress.relationship, progress)
    pace = progress.pace
    if pace is None:
        return ""
    said = [_have(pace)]
    if pace.lacking:
        said.append(left_words(pace.days_left))
    return f"{', '.join(said)}{_outlook(pace, progress)}"


def _have(pace: Pace) -> str:
    if not pace.done:
        have = gettext("nothing yet")
    else:
        have = gettext("%(done)s of %(wanted)s") % {"done": pace.done, "wanted": pace.wanted}
    if pace.booked and pace.lacking:
        have += gettext(", %(booked)s booked") % {"booked": pace.booked}
    return have


def _outlook(pace: Pace, progress: Progress) -> str:
    """What follows after a colon; empty where the standing says it all."""
    match pace.standing:
        case Standing.ON_TRACK if pace.reason == "booked":
            return gettext(": fine with what is booked")
        case Standing.ON_TRACK if pace.on_track_until and pace.on_track_until < pace.length:
            return gettext(": fine until %(day)s") % {
                "day": day_of(progress.period.day(pace.on_track_until))
            }
        case Standing.AT_RISK if pace.at_risk_until:
            return gettext(": act by %(day)s") % {
                "day": day_of(progress.period.day(pace.at_risk_until))
            }
        case Standing.BEHIND:
            lacking = pace.lacking
            return ngettext(": %(count)s more to do", ": %(count)s more to do", lacking) % {
                "count": lacking
            }
    return ""


def forecast_words(progress: Progress) -> str:
    """Where it is heading; empty once it is over or done."""
    if progress.relationship:
        return _steps_forecast(progress.relationship, progress)
    pace = progress.pace
    if pace is None or not pace.days_left or not pace.lacking:
        return ""
    about = round(pace.forecast)
    if pace.is_presumed and about >= pace.wanted and not pace.booked:
        return gettext("Nothing has counted yet: there is no pace to go by.")
    facts = {"about": about, "wanted": pace.wanted, "day": day_of(progress.period.last)}
    if about >= pace.wanted:
        return gettext("At this pace you will have %(about)s by %(day)s: enough.") % facts
    if not about:
        return gettext("At this pace you will have none by %(day)s, of %(wanted)s.") % facts
    return gettext("At this pace you will have %(about)s of %(wanted)s by %(day)s.") % facts


def _steps_forecast(relationship: Relationship, progress: Progress) -> str:
    """While nobody is chosen the steps are held against time; afterwards the way says more."""
    by_time = relationship.by_time
    is_settled = by_time.standing in {Standing.ACHIEVED, Standing.MISSED}
    if relationship.route or is_settled or not by_time.forecast_day:
        return ""
    number = ceil(by_time.forecast_day)
    if number > FORESEEN * progress.period.length:
        return ""  # hardly begun: a day so far away would say nothing
    day = in_order(progress.period.day(number), "j F Y")
    if number <= progress.period.length:
        return gettext("At this pace the steps are done by %(day)s: in time.") % {"day": day}
    return gettext("At this pace the steps take until %(day)s.") % {"day": day}


def even_words(progress: Progress) -> str:
    """What the line across the bar says."""
    relationship = progress.relationship
    if not (relationship and relationship.route):
        return gettext("the line is today: filled up to it is even")
    even = relationship.even_score(progress.time_share)
    if even is None:
        return ""
    facts = {"even": whole(even), "start": whole(relationship.at_start)}
    return gettext("the line is today: strength %(even)s, growing evenly from %(start)s") % facts


def relationship_words(relationship: Relationship, progress: Progress) -> str:
    if relationship.route is None:
        done = sum(step.is_done for step in relationship.steps)
        facts = {"done": done, "steps": len(relationship.steps)}
        have = gettext("%(done)s of %(steps)s steps") % facts
        left = progress.period.length - progress.period.number_of(progress.today) + 1
        return f"{have}, {left_words(max(0, left))}"
    return _route_words(relationship, relationship.route)


def _route_words(relationship: Relationship, route: Route) -> str:
    facts: dict[str, object] = {
        "now": whole(relationship.score),
        "target": round(relationship.target),
        "meetings": route.meetings,
        "interval": round(route.interval or 0),
    }
    if route.standing == Standing.ACHIEVED:
        return gettext("Reached: strength %(now)s of %(target)s.") % facts
    if route.standing == Standing.MISSED:
        return gettext("The time is over at strength %(now)s of %(target)s.") % facts
    if route.meetings is None:
        return gettext("Strength %(now)s of %(target)s: no meetings would suffice.") % facts
    if not route.meetings:
        return gettext("Strength %(now)s of %(target)s.") % facts
    words = ngettext(
        "Strength %(now)s of %(target)s: one good meeting more, within %(interval)s days.",
        "Strength %(now)s of %(target)s: %(meetings)s good meetings more, "
        "one every %(interval)s days.",
        route.meetings,
    )
    return words % facts


def streak_words(run: Streak, rhythm: str) -> list[str]:
    """What comes first after a break is how often it was done, not that the run is over."""
    hits = gettext("%(hits)s of the last %(periods)s") % {"hits": run.hits, "periods": run.periods}
    said = [hits] if run.periods else []
    if run.current:
        said.insert(0, _run_words(run.current, rhythm))
    if run.skips_left:
        said.append(
            ngettext("%(count)s skip banked", "%(count)s skips banked", run.skips_left)
            % {"count": run.skips_left}
        )
    if run.repair:
        more = run.repair.wanted - run.repair.done
        words = ngettext(
            "%(more)s more now and the run of %(run)s goes on",
            "%(more)s more now and the run of %(run)s goes on",
            more,
        )
        said.append(words % {"more": more, "run": run.repair.run})
    return said


def _run_words(count: int, rhythm: str) -> str:
    match rhythm:
        case "week":
            words = ngettext("%(count)s week in a row", "%(count)s weeks in a row", count)
        case "month":
            words = ngettext("%(count)s month in a row", "%(count)s months in a row", count)
        case "quarter":
            words = ngettext("%(count)s quarter in a row", "%(count)s quarters in a row", count)
        case _:
            words = ngettext("%(count)s year in a row", "%(count)s years in a row", count)
    return words % {"count": count}


def asked_words(goal: Goal) -> str:
    """What the goal asks for: "1 a month", "20 by 30 June", "strength 50 by 30 June"."""
    facts: dict[str, object] = {"wanted": goal.wanted, "target": goal.target_strength}
    if goal.rhythm:
        return f"{goal.wanted} {goal.get_rhythm_display()}"
    facts["day"] = in_order(goal.due_on, "j F Y") if goal.due_on else ""
    if goal.counts == Counted.STRENGTH:
        return gettext("strength %(target)s by %(day)s") % facts
    return gettext("%(wanted)s by %(day)s") % facts
