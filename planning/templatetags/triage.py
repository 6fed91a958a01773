"""What other rooms' pages show of the triage."""

from django import template
from django.template.context import Context

from planning import triage

register = template.Library()


@register.simple_tag(takes_context=True)
def people_to_triage(context: Context) -> int:
    """How many a sitting that begins now would ask about."""
    return triage.next_sitting(context["request"].user)
