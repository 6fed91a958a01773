"""What other rooms' pages show of strength."""

from typing import Any

from django import template
from django.template.context import Context

from contacts.models import Contact
from strength.drawing import draw, now
from strength.explaining import Line, parts, remarks
from strength.facts import facts_of, is_dormant_strong
from strength.histories import history_of
from strength.rescoring import is_frozen, is_scored, stored_sums
from strength.scoring import Strength, score
from strength.summing import sums_at
from strength.wording import BAND_NAMES, sentence, title

register = template.Library()


@register.simple_tag(takes_context=True)
def strength_of(context: Context, person: Contact) -> Strength | None:
    """As of the user's today, from the stored sums: no query. None where it is not scored."""
    if not is_scored(person):
        return None
    return score(stored_sums(person).brought_to(context["request"].user.today()))


@register.inclusion_tag("strength/panel.html", takes_context=True)
def strength_panel(context: Context, person: Contact) -> dict[str, Any]:
    """The meter, why it stands where it does, its curve, and how to rate."""
    today = context["request"].user.today()
    facts: dict[str, Any] = {"person": person, "is_scored": is_scored(person)}
    if not is_scored(person):
        return facts
    history = history_of(person)
    strength = now(history, today)
    sums, known = sums_at(history, today), facts_of(history, today)
    return {
        **facts,
        "strength": strength,
        "is_frozen": is_frozen(person),
        "parts": parts(strength, sums, known, today),
        "remarks": remarks(strength, sums, today),
        "is_dormant": is_dormant_strong(known, person.strength_at_last_contact, today),
        "curve": draw(history, today) if strength.has_information else None,
        "user": context["request"].user,
    }


@register.filter
def words(line: Line, date_form: str) -> str:
    return sentence(line, date_form)


@register.filter
def band_word(band: str) -> str:
    return str(BAND_NAMES[band])


@register.filter
def heading(line: Line) -> str:
    return title(line)
