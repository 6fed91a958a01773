"""What other rooms' pages show of the network."""

from typing import Any

from django import template
from django.template.context import Context

from goals.models import Need
from network.covering import covered
from network.reading import reading_of

register = template.Library()


@register.inclusion_tag("network/parts/need.html", takes_context=True)
def need_coverage(context: Context, need: Need) -> dict[str, Any]:
    """How far a need is covered and what to do about it; the assessment is read once a page."""
    request = context["request"]
    reading = reading_of(request, request.user)
    return {
        "need": covered(need, reading) if reading else None,
        "csrf_token": context.get("csrf_token"),
    }
