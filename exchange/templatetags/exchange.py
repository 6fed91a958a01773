"""On a person's page: the way to the cards they came from."""

from django import template

from contacts.models import Contact
from exchange.models import SourceCard
from netcrm.lib.addresses import address_of

register = template.Library()


@register.simple_tag
def address_of_cards(person: Contact) -> str:
    """ "" for somebody who came with none."""
    return address_of("exchange:sources", person.uid) if SourceCard in person.mentions else ""
