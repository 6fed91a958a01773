"""Everything a page may show, on top of the demo network: imports, and things in the trash."""

from django.test import Client, override_settings
from django.utils import timezone

from accounts.models import User
from contacts.models import Contact
from interactions.models import Interaction
from netcrm.demo.building import build
from netcrm.lib.beats import beat
from planning.drawing_up import draw_up
from tests.exchange.importing import AT_ONCE, add, bring, card, connections
from tests.makers import make_event

NEWCOMERS = [
    card("Nadia Karim", "EMAIL:nadia@karim.example", "ORG:Lumen Grid", "TZ:+03:00"),
    card("Otto Brandt", "TEL;TYPE=CELL:+49 30 5550123", "BDAY:1979-03-02"),
    card("Priya Nair", "ORG:Rivulet", "TITLE:Platform Engineer", "NOTE:Met at the meter summit"),
]
KNOWN = [
    card("Ana Pereira", "TEL:+351 21 555 0199"),
    card("Ben Okafor", "URL:https://okafor.example"),
    card("Quentin Adebayo", "ORG:Civic Atlas"),
    "BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n",
]
LINKEDIN = connections(
    "Rosa,Marin,https://www.linkedin.com/in/rosa,,Tidewater Ventures,Associate,03 Mar 2024",
    "Sven,Dahl,https://www.linkedin.com/in/sven,sven@dahl.example,Helio Finance,Risk,14 Jun 2023",
)


def furnish(user: User) -> None:
    for part in ("worker", "clock"):
        beat(part)
    with override_settings(TASKS=AT_ONCE):
        build(user)
        desk = Client()
        desk.force_login(user)
        add(desk, bring(desk, "".join(NEWCOMERS)), tag="from my phone")
        bring(desk, LINKEDIN, "Connections.csv")
        bring(desk, "".join(KNOWN), "address-book.vcf")
    _throw_away(user)
    draw_up(user)


def _throw_away(user: User) -> None:
    for person in Contact.objects.of(user).listed().order_by("-sort_name")[:2]:
        person.trash()
    for talk in Interaction.objects.of(user).held().order_by("on")[:2]:
        talk.trash()
    make_event(user, "Breakfast that was called off", deleted_at=timezone.now())
