"""What other rooms' pages show of strength."""

from typing import Any

from django import template
from django.template.context import Context

from contacts.models import Contact
from strength.panel import panel_of
from strength.rescoring import day_scored, is_scored, stored_sums
from strength.scoring import Strength, score

register = template.Library()


@register.simple_tag(takes_context=True)
def strength_of(context: Context, person: Contact) -> Strength | None:
    """As the panel shows it, but from the stored sums: no query. None where it is not scored."""
    if not is_scored(person):
        return None
    day = day_scored(person, context["request"].user.today())
    return score(stored_sums(person).brought_to(day))


@register.inclusion_tag("strength/panel.html", takes_context=True)
def strength_panel(context: Context, person: Contact) -> dict[str, Any]:
    """The meter, why it stands where it does, its curve, and how to rate."""
    panel = panel_of(person, context["request"].user) if is_scored(person) else None
    return {"person": person, "panel": panel}
