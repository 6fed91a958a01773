"""Goals as tags and filters: how they stand, in words and as a bar."""

from typing import Any

from django import template
from django.template.context import Context
from django.utils.safestring import SafeString

from goals import describing, hinting, wording
from goals.advising import Advice
from goals.models import Goal
from goals.progress import Past, Progress
from netcrm.lib.marks import icon

register = template.Library()

WIDTH = 600  # units of the bar; the page scales it

register.filter("asked", wording.asked_words)
register.filter("counted", describing.counted_words)
register.filter("narrowed", describing.narrowed_words)
register.filter("day_in_words", wording.day_of)
register.filter("standing_words", wording.standing_words)
register.filter("forecast_words", wording.forecast_words)
register.filter("even_words", wording.even_words)
register.filter("letter_words", hinting.letter_words)


@register.filter
def standing(progress: Progress) -> str:
    return str(wording.STANDINGS[progress.standing])


@register.filter
def standing_kind(progress: Progress) -> str:
    """For the colour of a tag; quiet while all is well."""
    return wording.KINDS.get(progress.standing, "")


@register.filter
def standing_icon(progress: Progress) -> SafeString:
    return icon(wording.ICONS[progress.standing])


@register.filter
def rule(goal: Goal) -> str:
    """What counts, as a sentence."""
    return str(wording.RULES[goal.counts])


@register.filter
def streak_words(past: Past, rhythm: str) -> str:
    return " · ".join(wording.streak_words(past.streak, rhythm))


@register.simple_tag(takes_context=True)
def advice_words(context: Context, advice: Advice) -> str:
    return hinting.advice_words(advice, context["request"].user.date_format)


@register.inclusion_tag("goals/parts/bar.html")
def pace_bar(progress: Progress) -> dict[str, Any]:
    """What is done, what is booked, and the line up to which one would be even today."""
    even = progress.even_share
    return {
        "progress": progress,
        "width": WIDTH,
        "done": round(WIDTH * progress.done_share),
        "booked": round(WIDTH * progress.booked_share),
        "even": None if even is None else round(WIDTH * even),
    }
