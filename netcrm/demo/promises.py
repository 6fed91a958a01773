"""Promises and favours of the demo network: who, what, and how many days from today."""

from typing import NamedTuple

from interactions.kinds import HelpDirection, HelpSize, Promiser


class Promise(NamedTuple):
    family: str
    by: str
    what: str
    due_in: int


class Favour(NamedTuple):
    family: str
    direction: str
    size: str
    days_ago: int
    what: str


PROMISES = (
    Promise("Okafor", Promiser.ME, "Send Ben the deck", 3),
    Promise("Sharma", Promiser.ME, "Share the scaling notes", -2),
    Promise("Mwangi", Promiser.THEM, "Introduce me to the savings bank", 0),
    Promise("Carvalho", Promiser.ME, "Read the second chapter", 5),
    Promise("Yildiz", Promiser.THEM, "Send the term sheet template", -6),
    Promise("Novak", Promiser.ME, "Outline for the guest column", 9),
    Promise("Demir", Promiser.ME, "Walk through his promotion case", 1),
    Promise("de Boer", Promiser.ME, "Numbers of the second pilot", 14),
)
FAVOURS = (
    Favour("Okafor", HelpDirection.RECEIVED, HelpSize.MEDIUM, 40, "Introduced me to Farid"),
    Favour("Okafor", HelpDirection.GIVEN, HelpSize.SMALL, 95, "Reviewed his job advert"),
    Favour("Sharma", HelpDirection.GIVEN, HelpSize.MEDIUM, 60, "Found her a flat in Lisbon"),
    Favour("Sharma", HelpDirection.RECEIVED, HelpSize.MEDIUM, 33, "Interview training"),
    Favour("Pereira", HelpDirection.RECEIVED, HelpSize.LARGE, 120, "Covered for me in August"),
    Favour("Pereira", HelpDirection.GIVEN, HelpSize.MEDIUM, 50, "Reference for the fellowship"),
    Favour("Demir", HelpDirection.GIVEN, HelpSize.MEDIUM, 25, "Presentation rehearsal"),
    Favour("Carvalho", HelpDirection.RECEIVED, HelpSize.LARGE, 210, "Named me for the panel"),
    Favour("Novak", HelpDirection.RECEIVED, HelpSize.MEDIUM, 150, "Edited my first article"),
    Favour("Haddad", HelpDirection.GIVEN, HelpSize.SMALL, 70, "Tested his onboarding"),
    Favour("Mwangi", HelpDirection.RECEIVED, HelpSize.LARGE, 300, "Opened the door at the bank"),
)
# With whom something is planned: family name, days from today, what.
PLANS = (
    ("Okafor", 2, "Lunch in Berlin"),
    ("Yildiz", 6, "Portfolio evening"),
    ("Carvalho", -1, "Call about the second chapter"),
)
